/** What is known of a kind or a field, laid out for a terminal. */
import type { Json } from '../core/json.ts';
import { painter } from './paint.ts';
import { columns, shorten, wrap } from './text.ts';

/** As the configuration layer describes it. */
export interface TopicText {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly values: readonly Json[];
  readonly limits: readonly string[];
  readonly default?: Json;
  readonly reset?: string;
  readonly shortForms: readonly { readonly title: string; readonly description: string }[];
  readonly examples: readonly Json[];
  readonly fields: readonly {
    readonly key: string;
    readonly type: string;
    readonly title: string;
    readonly isRequired: boolean;
  }[];
}

export interface TopicOptions {
  readonly color: boolean;
  readonly width: number;
  /** An example as it is written in a file. */
  readonly write: (value: Json) => string;
}

const INDENT = '  ';

export function renderTopic(topic: TopicText, { color, width, write }: TopicOptions): string {
  const paint = painter(color);
  const paragraph = (text: string) => (text === '' ? [] : ['', ...wrap(text, Math.min(width, 100))]);
  const facts: (readonly [string, string])[] = [];
  if (topic.type !== '') facts.push(['type', `${topic.type}${topic.isRequired ? ', required' : ''}`]);
  if (topic.values.length > 0) facts.push(['values', topic.values.map((value) => code(value)).join(', ')]);
  if (topic.limits.length > 0) facts.push(['limits', topic.limits.join(', ')]);
  if (topic.default !== undefined) facts.push(['default', code(topic.default)]);
  if (topic.reset !== undefined) facts.push(['null', topic.reset]);
  for (const { title, description } of topic.shortForms) facts.push(['or short', `${title}. ${description}`.trim()]);
  const lines = [
    `${paint('bold', topic.name)}${topic.title === '' ? '' : `  ${topic.title}`}`,
    ...paragraph(topic.description),
    ...(facts.length === 0 ? [] : ['']),
    ...facts.flatMap(([name, text]) => fact(paint('dim', name.padEnd(8)), text, width)),
  ];
  const [example] = topic.examples;
  if (example !== undefined) lines.push('', paint('bold', 'example'), ...indented(write(example)));
  if (topic.fields.length > 0) {
    const longest = Math.max(...topic.fields.map((field) => columns(field.key)));
    lines.push('', paint('bold', 'fields'));
    for (const { key, type, title, isRequired } of topic.fields) {
      const about = [title, type, ...(isRequired ? ['required'] : [])].filter((each) => each !== '').join(' · ');
      lines.push(shorten(`${INDENT}${key.padEnd(longest)}  ${about}`, width));
    }
  }
  return `${lines.join('\n')}\n`;
}

function fact(name: string, text: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(text, Math.min(width, 100) - 12);
  return [`${INDENT}${name}  ${first}`, ...rest.map((line) => `${INDENT}${' '.repeat(10)}${line}`)];
}

function indented(text: string): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${INDENT}${line}`);
}

function code(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
