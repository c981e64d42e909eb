/** The only way for text into the page: a template tag that makes text visible and escapes it, whatever it is put into. */
import { html as escaping, raw } from 'hono/html';
import { visible } from '../text.ts';

/** Finished markup; plain strings are never taken for it. */
export type Markup = ReturnType<typeof raw>;
export type Part = Markup | string | number | false | undefined | readonly Part[];

/** Attributes have to stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const made = escaping(strings, ...parts.map(shown));
  if (made instanceof Promise) throw new TypeError('a page is made at once: a part of it was a promise');
  return made;
}

function shown(part: Part): unknown {
  if (typeof part === 'string') return visible(part, { newlines: 'keep' });
  return Array.isArray(part) ? part.map(shown) : part;
}

/** Our own style and script, and nothing else. */
export function ours(text: string): Markup {
  return raw(text);
}

/** Sentences with code between backticks. */
export function sentences(text: string): Part {
  return text.split(/`([^`\n]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
