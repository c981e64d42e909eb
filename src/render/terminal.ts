/** The plan for a terminal or a log. Colour and width are arguments; text is already harmless. */
import { fieldAddress } from '../core/address.ts';
import { affectedText } from '../core/affected.ts';
import type { Impact } from '../core/plan.ts';
import { renderNotes } from './diagnostics.ts';
import { type Paint, painter } from './paint.ts';
import { permissionBlock } from './permissions.ts';
import { field, resource } from './terminal/changes.ts';
import { count, counted, percent, shorten, visible, wrap } from './text.ts';
import type { PlanView } from './view.ts';

export interface TerminalOptions {
  readonly color: boolean;
  readonly width: number;
  /** List each HTTP call. */
  readonly calls: boolean;
  /** How a file is named to the reader. */
  readonly relative?: (file: string) => string;
}

/** Narrower than this nothing stays readable. */
const NARROWEST = 40;
const SHOWN_ADDRESSES = 4;
/** Impacts of one code that are shown; the rest is counted. */
const SHOWN_IMPACTS = 5;
/** Below an impact's code. */
const INDENT = '       ';

export function renderTerminal(view: PlanView, options: TerminalOptions): string {
  const paint = painter(options.color);
  const width = Math.max(NARROWEST, options.width);
  const relative = remembered(options.relative ?? ((file) => file));
  const blocks = [
    [paint('bold', view.verdict)],
    impacts(view, paint, width),
    ...view.groups.map((group) => [
      paint('bold', `${group.title} (${count(group.resources.length)})`),
      ...group.resources.flatMap((each) => resource(each, paint, width, relative)),
    ]),
    permissionBlock(view.plan.matrix, paint, width),
    announcements(view, paint, width),
    heldBack(view, paint, width),
    notes(view, options, width),
    options.calls ? calls(view, paint, width) : [],
    options.calls || view.bottleneck !== undefined ? budget(view, paint) : [],
    footer(view, paint, width),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** A plan of thousands of resources names few files. */
function remembered(name: (file: string) => string): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const text = known.get(file) ?? name(file);
    known.set(file, text);
    return text;
  };
}

function impacts(view: PlanView, paint: Paint, width: number): readonly string[] {
  if (view.impacts.length === 0) return [];
  const lines: string[] = [];
  const seen = new Map<string, number>();
  for (const impact of view.impacts) {
    const code = `${impact.code}${impact.waiver === undefined ? '' : ' waived'}`;
    const number = (seen.get(code) ?? 0) + 1;
    seen.set(code, number);
    if (number <= SHOWN_IMPACTS) lines.push(...oneImpact(impact, paint, width));
  }
  const rest = [...seen]
    .filter(([, number]) => number > SHOWN_IMPACTS)
    .map(([code, number]) => paint('dim', `  ${code}: ${counted(number - SHOWN_IMPACTS, 'more', 'more')}`));
  return [paint('bold', `impact (${count(view.impacts.length)})`), ...lines, ...rest];
}

function oneImpact(impact: Impact, paint: Paint, width: number): readonly string[] {
  const { code, affected, waiver } = impact;
  const address = visible(fieldAddress(impact.address, impact.path));
  const affects = affected === undefined ? '' : ` · affects ${affectedText(affected)}`;
  const room = width - INDENT.length;
  const [head = '', ...more] = wrap(`${address}: ${impact.summary}${affects}`, room);
  const below = [
    ...wrap(impact.detail, room),
    ...(waiver === undefined ? [] : wrap(`Waived until ${waiver.expires}: ${waiver.reason}`, room)),
  ];
  return [
    `  ${paint(waiver === undefined ? 'red' : 'dim', code)} ${head}`,
    ...more.map((line) => INDENT + line),
    ...below.map((line) => INDENT + paint('dim', line)),
  ];
}

function announcements(view: PlanView, paint: Paint, width: number): readonly string[] {
  if (view.announcements.length === 0) return [];
  return [
    paint('bold', `announcements (${count(view.announcements.length)})`),
    ...view.announcements.map(({ address, text, as }) =>
      shorten(`  ${address}${as === undefined ? '' : ` as ${as}`}: ${text}`, width),
    ),
  ];
}

function heldBack(view: PlanView, paint: Paint, width: number): readonly string[] {
  if (view.heldBack.length === 0) return [];
  return [
    paint('bold', `held back (${count(view.heldBack.length)})`),
    ...view.heldBack.flatMap((each) => [
      `  ${each.symbol} ${each.word} ${each.address}${each.remark === undefined ? '' : paint('dim', ` (${each.remark})`)}: ${each.reason}`,
      ...(each.word === 'update' ? each.lines.flatMap((line) => field(line, paint, width)) : []),
    ]),
  ];
}

function notes(view: PlanView, options: TerminalOptions, width: number): readonly string[] {
  if (view.diagnostics.length === 0) return [];
  return [
    renderNotes(view.diagnostics, {
      color: options.color,
      width,
      relative: options.relative ?? ((file) => file),
    }).trimEnd(),
  ];
}

function calls(view: PlanView, paint: Paint, width: number): readonly string[] {
  if (view.calls.length === 0) return [];
  const lines: string[] = [paint('bold', `calls (${count(view.calls.length)})`)];
  let stage: string | undefined;
  for (const call of view.calls) {
    if (call.stage !== stage) lines.push(paint('dim', `  ${call.stage}`));
    stage = call.stage;
    const more = call.covers.length - SHOWN_ADDRESSES;
    const covers = `${call.covers.slice(0, SHOWN_ADDRESSES).join(', ')}${more > 0 ? ` and ${counted(more, 'more', 'more')}` : ''}`;
    lines.push(shorten(`    ${call.method.padEnd(6)} ${call.path}  ${call.op}: ${covers}`, width));
  }
  return lines;
}

/** Calls of each operation against what this run may send in a minute. */
function budget(view: PlanView, paint: Paint): readonly string[] {
  const most = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const rows = view.budget.map(({ op, calls: number, perMinute, share }) => ({
    op,
    calls: count(number),
    of: `of ${count(perMinute)} a minute`,
    share: percent(share),
  }));
  if (rows.length === 0) return [];
  const [op, number, of] = [rows.map((row) => row.op), rows.map((row) => row.calls), rows.map((row) => row.of)].map(
    most,
  );
  return [
    paint('bold', 'budget'),
    ...rows.map(
      (row) =>
        `  ${row.op.padEnd(op ?? 0)}  ${row.calls.padStart(number ?? 0)} ${row.of.padEnd(of ?? 0)}  ${paint('dim', row.share)}`,
    ),
  ];
}

function footer(view: PlanView, paint: Paint, width: number): readonly string[] {
  const { totals } = view;
  const counts = [
    ...(view.groups.length === 0 || totals.unchanged === 0 ? [] : [`${count(totals.unchanged)} unchanged`]),
    ...(totals.unmanaged > 0 ? [`${count(totals.unmanaged)} unmanaged`] : []),
    ...(totals.heldBack > 0 ? [`${count(totals.heldBack)} held back`] : []),
    ...(totals.blind > 0 ? [`${count(totals.blind)} blind`] : []),
  ];
  const lines = [...(counts.length === 0 ? [] : [counts.join(' · ')]), shorten(view.target, width)];
  const [first] = view.blind;
  if (first !== undefined) {
    const names = view.blind.slice(0, SHOWN_ADDRESSES).join(', ');
    const more = view.blind.length - SHOWN_ADDRESSES;
    const text = `Blind, not compared: ${names}${more > 0 ? ` and ${more} more` : ''}. To send one all the same: --send '${first}'`;
    lines.push(...wrap(text, width));
  }
  if (view.bottleneck !== undefined) lines.push(view.bottleneck);
  if (view.batches !== undefined) lines.push(...wrap(view.batches, width));
  const dim = lines.map((line) => paint('dim', line));
  if (view.writes && view.command !== undefined) dim.push(`To apply: ${paint('bold', view.command)}`);
  return dim;
}
