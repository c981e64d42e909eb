/** What a pull wrote, for people: counts, one line a value, and the variables that are still to be set. */
import { createTwoFilesPatch } from 'diff';
import { piecesOf, scrubbed } from '../core/scrub.ts';
import { type Paint, painter } from './paint.ts';
import { columns, count, counted, visible } from './text.ts';

export interface PullView {
  readonly files: readonly { readonly name: string; readonly isNew: boolean }[];
  readonly rosters: readonly { readonly name: string; readonly added: number; readonly changed: number }[];
  readonly written: readonly { readonly address: string; readonly action: 'new' | 'changed' | 'removed' }[];
  /** By variable, the field that it is for. */
  readonly variables: ReadonlyMap<string, string>;
  /** Nothing was written: only shown. */
  readonly isPreview: boolean;
}

/** More lines than this nobody reads: the file tells them. */
const MOST_LINES = 40;
const SIGNS = { new: '+', changed: '~', removed: '-' } as const;
const STYLES = { new: 'green', changed: 'yellow', removed: 'red' } as const;

export function renderPull(view: PullView, look: { readonly color: boolean }): string {
  const paint = painter(look.color);
  if (view.files.length + view.rosters.length === 0) return 'Nothing to write: the configuration says what is live.\n';
  const shown = view.written.slice(0, MOST_LINES);
  const rest = view.written.length - shown.length;
  const blocks = [
    [paint('bold', `${headline(view)}`)],
    [
      ...shown.map(({ address, action }) => `  ${paint(STYLES[action], SIGNS[action])} ${visible(address)}`),
      ...(rest > 0 ? [`  … and ${count(rest)} more`] : []),
    ],
    view.rosters.map(rosterLine),
    variableLines(view.variables, paint),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function headline({ files, rosters, written, isPreview }: PullView): string {
  const names = [...files, ...rosters].map((each) => visible(each.name));
  const listed =
    names.length > 3
      ? `${names.slice(0, 3).join(', ')} and ${counted(names.length - 3, 'more file', 'more files')}`
      : names.join(', ');
  const number = (action: keyof typeof SIGNS) => written.filter((each) => each.action === action).length;
  const rows = rosters.reduce((sum, each) => sum + each.added, 0);
  const counts = [
    `${count(number('new') + rows)} new`,
    `${count(number('changed'))} changed`,
    ...(number('removed') > 0 ? [`${count(number('removed'))} removed`] : []),
  ];
  return `${isPreview ? 'Would write' : 'Wrote'} ${listed}: ${counts.join(', ')}.`;
}

function rosterLine({ name, added, changed }: PullView['rosters'][number]): string {
  const parts = [
    ...(added > 0 ? [`${counted(added, 'row')} added`] : []),
    ...(changed > 0 ? [`${counted(changed, 'row')} changed`] : []),
  ];
  return `  ${visible(name)}: ${parts.join(', ')}`;
}

function variableLines(variables: PullView['variables'], paint: Paint): readonly string[] {
  if (variables.size === 0) return [];
  const width = Math.max(...[...variables.keys()].map(columns));
  return [
    'The API does not show these secrets. A plan does without them; set the variables before one of them has to be sent:',
    ...[...variables].map(([name, address]) => `  ${paint('bold', name.padEnd(width))}  ${visible(address)}`),
  ];
}

/** A unified diff of one file; secrets that stand in it are not shown. */
export function renderFileDiff(
  name: string,
  before: string | undefined,
  after: string,
  look: { readonly color: boolean; readonly secrets: Iterable<string> },
): string {
  const paint = painter(look.color);
  const shown = visible(name);
  const patch = createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${shown}`,
    `b/${shown}`,
    before ?? '',
    after,
  );
  const clean = scrubbed(patch, [...look.secrets].flatMap(piecesOf));
  const lines = visible(clean, { newlines: 'keep' }).split('\n').slice(1);
  return lines.map((line) => paintLine(line, paint)).join('\n');
}

function paintLine(line: string, paint: Paint): string {
  if (/^(\+\+\+|---)/.test(line)) return paint('bold', line);
  if (line.startsWith('+')) return paint('green', line);
  if (line.startsWith('-')) return paint('red', line);
  return line.startsWith('@@') ? paint('cyan', line) : line;
}
