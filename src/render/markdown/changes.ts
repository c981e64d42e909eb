/** A resource's change as rows of a diff: the sign comes first, so that GitHub colours the row. */
import type { Line } from '../lines.ts';
import { oneLine } from '../one-line.ts';
import { columns, counted, shorten } from '../text.ts';
import { formatTransition, formatValue, SENSITIVE } from '../value.ts';
import type { ResourceView } from '../view/resources.ts';
import type { Row } from './fit.ts';

const WIDTH = 160;
/** What GitHub shows without scrolling. */
const ONE_LINE = 100;

export function changeRows(view: ResourceView, reason?: string): readonly Row[] {
  const remark = view.remark === undefined ? '' : ` (${view.remark})`;
  const held = reason === undefined ? '' : `: ${reason}`;
  const head = `${view.symbol} ${view.word} ${view.address}${remark}${held}`;
  const inline = view.word === 'create' && reason === undefined ? oneLine(view.lines) : undefined;
  if (inline !== undefined && columns(head) + 2 + columns(inline) <= ONE_LINE) {
    return [{ text: inline === '' ? head : `${head}  ${inline}`, begins: true }];
  }
  const lines = reason === undefined || view.word === 'update' ? view.lines : [];
  return [
    { text: shorten(head, WIDTH), begins: true },
    ...lines.flatMap(lineRows).map((text) => ({ text, begins: false })),
  ];
}

function lineRows(line: Line): readonly string[] {
  const tag = line.origin === undefined ? '' : ` [${line.origin}]`;
  const row = (sign: string, value: string) =>
    shorten(`${sign}   ${line.label}${value === '' ? '' : `: ${value}`}`, WIDTH - tag.length) + tag;
  switch (line.type) {
    case 'secret':
      return [row(line.sign, SENSITIVE)];
    case 'set': {
      const sides = [
        ...(line.added.length === 0 ? [] : [row('+', line.added.join(', '))]),
        ...(line.removed.length === 0 ? [] : [row('-', line.removed.join(', '))]),
      ];
      return sides.length === 0 ? [row(line.sign, '[]')] : sides;
    }
    case 'text':
      return [
        row(line.sign, ''),
        ...line.rows.map(({ sign, text }) => shorten(`${sign}       ${text}`, WIDTH).trimEnd()),
        ...(line.more > 0 ? [`        … ${counted(line.more, 'more line')}`] : []),
      ];
    case 'value':
      return [row(line.sign, valueText(line))];
  }
}

function valueText(line: Line & { type: 'value' }): string {
  if (line.sign === '~') return formatTransition(line.before, line.after, Math.max(40, WIDTH - line.label.length - 6));
  const value = line.sign === '+' ? line.after : line.before;
  return value === undefined ? '' : formatValue(value);
}
