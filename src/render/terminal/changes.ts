/** A change on a terminal: its title, and a line for each field. */
import type { Line } from '../lines.ts';
import { oneLine } from '../one-line.ts';
import { type Paint, signStyle } from '../paint.ts';
import { columns, counted, shorten, visible } from '../text.ts';
import { formatTransition, formatValue, SENSITIVE } from '../value.ts';
import type { ResourceView } from '../view/resources.ts';

export function resource(
  view: ResourceView,
  paint: Paint,
  width: number,
  relative: (file: string) => string,
): readonly string[] {
  const head = `${view.symbol} ${view.word} ${view.address}`;
  const about = view.roster === undefined ? view.remark : `in ${visible(relative(view.roster))}`;
  const remark = about === undefined ? '' : ` (${about})`;
  const title = `  ${paint(signStyle(view.symbol), head)}${paint('dim', remark)}`;
  const inline = view.word === 'create' ? oneLine(view.lines) : undefined;
  if (inline !== undefined && 2 + columns(head) + 2 + columns(inline) <= width) {
    return [inline === '' ? title : `${title}  ${inline}`];
  }
  return [title, ...view.lines.flatMap((line) => field(line, paint, width))];
}

export function field(line: Line, paint: Paint, width: number): readonly string[] {
  const indent = '      ';
  const tag = line.origin === undefined ? '' : ` [${line.origin}]`;
  const lead = `${line.sign} ${line.label}`;
  const room = width - indent.length - columns(lead) - 2 - tag.length;
  const full = (value: string) => [
    `${indent}${paint(signStyle(line.sign), line.sign)} ${line.label}${value === '' ? '' : `: ${value}`}${paint('dim', tag)}`,
  ];
  switch (line.type) {
    case 'secret':
      return full(SENSITIVE);
    case 'set':
      return set(line, paint, width, full);
    case 'text':
      return [
        ...full(''),
        ...line.rows.map((row) => {
          const text = `${indent}    ${row.sign} ${shorten(row.text, width - indent.length - 6)}`;
          return row.sign === ' ' ? paint('dim', text.trimEnd()) : paint(signStyle(row.sign), text.trimEnd());
        }),
        ...(line.more > 0 ? [paint('dim', `${indent}      … ${counted(line.more, 'more line')}`)] : []),
      ];
    case 'value':
      return full(valueText(line, room));
  }
}

function valueText(line: Line & { type: 'value' }, room: number): string {
  const width = Math.max(16, room);
  if (line.sign === '~') return formatTransition(line.before, line.after, width);
  const value = line.sign === '+' ? line.after : line.before;
  return value === undefined ? '' : shorten(formatValue(value), width);
}

function set(
  line: Line & { type: 'set' },
  paint: Paint,
  width: number,
  full: (value: string) => readonly string[],
): readonly string[] {
  const items = [
    ...line.added.map((item) => ({ sign: '+', item })),
    ...line.removed.map((item) => ({ sign: '-', item })),
  ].map(({ sign, item }) => ({ sign, text: shorten(`${sign}${item}`, width - 10) }));
  if (items.length === 0) return full('[]');
  const show = ({ sign, text }: { sign: string; text: string }) => paint(signStyle(sign), text);
  const plain = items.map(({ text }) => text).join(' ');
  if (6 + 2 + columns(line.label) + 2 + columns(plain) <= width) return full(items.map(show).join(' '));
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const item of items) {
    if (row !== '' && used + 1 + columns(item.text) > width - 10) {
      rows.push(row);
      row = '';
      used = 0;
    }
    used += (row === '' ? 0 : 1) + columns(item.text);
    row += `${row === '' ? '' : ' '}${show(item)}`;
  }
  rows.push(row);
  return [...full(''), ...rows.map((each) => `          ${each}`)];
}
