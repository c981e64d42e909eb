/**
 * The plan as a comment on a pull request: the verdict, what it does to clients, then each change. It fits what GitHub takes; details that do not
 * fit are dropped from the bottom of their section, totals never, and it says what was dropped.
 */
import { affectedText } from '../core/affected.ts';
import type { Cell, Impact } from '../core/plan.ts';
import { sorted } from './diagnostics.ts';
import { changeRows } from './markdown/changes.ts';
import { code, fence, prose } from './markdown/escape.ts';
import { type Cut, fitSections, type Row, type Section, sizeOf } from './markdown/fit.ts';
import { type Rest, reviewed } from './reviewed.ts';
import { tallyOfImpacts, tallyOfRest, tallyOfWords } from './tally.ts';
import { aboutSeconds, count, counted, percent, shorten } from './text.ts';
import { labelOf } from './value.ts';
import type { Group, HeldBack } from './view/resources.ts';
import type { PlanView } from './view.ts';

export interface MarkdownOptions {
  /** How a file is named to the reader. */
  readonly relative: (file: string) => string;
  /** Bytes that it may have. */
  readonly limit?: number;
}

/** GitHub takes 65,536 characters; whoever posts it may want to add a line. */
const LIMIT = 65_000;
/** What says that something was dropped. */
const NOTICE = 1500;
/** Longer sections are folded. */
const OPEN = 60;
const LONGEST_COMMAND = 4000;

export function renderMarkdown(view: PlanView, options: MarkdownOptions): string {
  const { groups, rest } = reviewed(view);
  const head = [`### ${view.verdict}`, prose(shorten(view.target, 300))].join('\n\n');
  const foot = footer(view);
  const sections = [
    ...impacts(view.impacts),
    ...groups.map(changes),
    ...(rest === undefined ? [] : [putRight(rest)]),
    ...permissions(view.permissions),
    ...announcements(view),
    ...heldBack(view.heldBack),
    ...notes(view, options),
    ...pace(view),
  ];
  const fixed = sizeOf(head) + sizeOf(foot) + 6;
  const { text, cuts } = fitSections(sections, (options.limit ?? LIMIT) - fixed - NOTICE);
  return `${[head, notice(cuts), text, foot].filter((part) => part !== '').join('\n\n')}\n`;
}

function notice(cuts: readonly Cut[]): string {
  if (cuts.length === 0) return '';
  const left = cuts.map(({ name, left: gone, of }) =>
    gone === 0 ? `details of ${prose(name)}` : `${prose(name)} (${count(gone)} of ${count(of)})`,
  );
  const shown = left.slice(0, 20).join(', ');
  return `> [!NOTE]\n> Too long to be shown whole. Left out: ${shown}. Totals count everything; \`--format html\` and \`--format terminal\` show it.`;
}

function impacts(all: readonly Impact[]): readonly Section[] {
  const waived = all.filter((impact) => impact.waiver !== undefined);
  const open = all.filter((impact) => impact.waiver === undefined);
  const section = (name: string, list: readonly Impact[], title: string): Section => ({
    name,
    rows: list.map((impact) => begin(`- ${impactText(impact)}`)),
    layOut: (rows, left) => [title, '', ...rows, ...more(left, '- ')].map((row) => `> ${row}`.trimEnd()).join('\n'),
  });
  return [
    ...(open.length === 0 ? [] : [section('impacts', open, `[!CAUTION]\n> **${tallyOfImpacts(open)}**`)]),
    ...(waived.length === 0 ? [] : [section('waived impacts', waived, `**Waived: ${tallyOfImpacts(waived)}**`)]),
  ];
}

function impactText({ code: id, summary, address, path, detail, affected, waiver }: Impact): string {
  const where = path === '' ? address : `${address}.${labelOf(path)}`;
  const parts = [`${code(id)} **${prose(summary)}**: ${code(shorten(where, 300))}. ${prose(shorten(detail, 1000))}`];
  if (affected !== undefined) parts.push(`Affects ${prose(affectedText(affected))}.`);
  if (waiver !== undefined) parts.push(`Waived until ${code(waiver.expires)}: ${prose(shorten(waiver.reason, 300))}`);
  return parts.join(' ');
}

function changes({ title, resources }: Group): Section {
  return folded(
    title,
    `${title}: ${tallyOfWords(resources)}`,
    resources.flatMap((each) => changeRows(each)),
  );
}

/** A block of rows that unfolds; a short one is open from the start. */
function folded(name: string, title: string, rows: readonly Row[], language: 'diff' | 'text' = 'diff'): Section {
  return {
    name,
    rows,
    layOut(kept, left) {
      const open = rows.length <= OPEN ? ' open' : '';
      const block = kept.length === 0 && left === 0 ? [] : [fence(language, [...kept, ...more(left, '  ')])];
      return [`<details${open}><summary>${prose(title)}</summary>`, ...block, '</details>'].join('\n\n');
    },
  };
}

function more(left: number, lead: string): readonly string[] {
  return left === 0 ? [] : [`${lead}… and ${count(left)} more`];
}

function begin(text: string): Row {
  return { text, begins: true };
}

function plain(name: string, text: string): Section {
  return { name, rows: [], layOut: () => text };
}

function putRight({ kinds, calls }: Rest): Section {
  const list = kinds.map(
    ({ title, resources, lines }) => `${prose(title)} ${count(resources)} (${counted(lines, 'field')})`,
  );
  const text = `Also put right, because the live app moved: ${list.join(', ')}, in ${counted(calls, 'call')}.`;
  return plain('drift', text);
}

function permissions(cells: readonly Cell[]): readonly Section[] {
  if (cells.length === 0) return [];
  const rows = cells.map((cell) => {
    const where = cell.scope === '.app' ? 'app' : cell.scope;
    const text = `${signOf(cell)} ${where} · ${cell.role} · ${cell.permission}: ${cell.before} → ${cell.after}`;
    return begin(row(text));
  });
  return [folded('permissions', `permissions changed: ${count(cells.length)}`, rows)];
}

const RANK = { none: 0, unknown: 1, own: 1, any: 2 } as const;

/** Given, taken, or nobody can tell. */
function signOf({ before, after }: Cell): '+' | '-' | '~' {
  if (before === 'unknown' || after === 'unknown') return '~';
  return RANK[after] > RANK[before] ? '+' : '-';
}

function row(text: string): string {
  return shorten(text, 300);
}

function announcements(view: PlanView): readonly Section[] {
  if (view.announcements.length === 0) return [];
  const rows = view.announcements.map(({ address, text, as }) =>
    begin(row(`${address}${as === undefined ? '' : ` as ${as}`}: ${text}`)),
  );
  return [folded('announcements', `announcements: ${count(rows.length)}`, rows, 'text')];
}

function heldBack(all: readonly HeldBack[]): readonly Section[] {
  if (all.length === 0) return [];
  const rows = all.flatMap((each) => changeRows(each, each.reason));
  return [folded('held back', `held back: ${count(all.length)}`, rows)];
}

function notes(view: PlanView, { relative }: MarkdownOptions): readonly Section[] {
  if (view.diagnostics.length === 0) return [];
  const rows = sorted(view.diagnostics).map(({ severity, code: id, summary, detail, subject, source }) => {
    const name = subject?.startsWith('/') ? labelOf(subject) : subject;
    const place = source && `${relative(source.file)}:${source.line}:${source.column}`;
    const about = [name, place].filter((each) => each !== undefined).map((each) => code(shorten(each, 300)));
    const text = `**${severity}**: ${prose(shorten(summary, 300))} ${[...about, code(id)].join(' ')}`;
    return begin(`- ${text}${detail === undefined ? '' : `. ${prose(shorten(detail, 1000))}`}`);
  });
  return [{ name: 'notes', rows, layOut: (kept, left) => ['**Notes**', '', ...kept, ...more(left, '- ')].join('\n') }];
}

function pace(view: PlanView): readonly Section[] {
  if (view.budget.length === 0) return [];
  const title = `${counted(view.plan.estimate.calls, 'call')}, ${aboutSeconds(view.plan.estimate.seconds)}`;
  const stages = view.stages.map(({ title: stage, calls, seconds, bottleneck }) => {
    const limit = bottleneck === undefined ? '' : `${bottleneck.op}, ${count(bottleneck.perMinute)} a minute`;
    return `| ${prose(stage)} | ${count(calls)} | ${aboutSeconds(seconds)} | ${limit} |`;
  });
  const budget = view.budget.map(
    ({ op, calls, perMinute, share }) => `| ${op} | ${count(calls)} | ${count(perMinute)} | ${percent(share)} |`,
  );
  const tables = [
    ['| stage | calls | time | limit that binds |', '|---|--:|---|---|', ...stages],
    ['| operation | calls | allowed a minute | share |', '|---|--:|--:|--:|', ...budget],
  ].map((lines) => lines.join('\n'));
  return [plain('budget', [`<details><summary>${title}</summary>`, ...tables, '</details>'].join('\n\n'))];
}

function footer(view: PlanView): string {
  const { totals, blind } = view;
  const counts = tallyOfRest(totals);
  const paragraphs = counts === '' ? [] : [counts];
  const [first] = blind;
  if (first !== undefined) {
    const names = blind.slice(0, 4).map((each) => code(shorten(each, 200)));
    const rest = blind.length > names.length ? ` and ${count(blind.length - names.length)} more` : '';
    paragraphs.push(
      `Blind, not compared: ${names.join(', ')}${rest}. To send one all the same: ${code(`--send '${shorten(first, 200)}'`)}`,
    );
  }
  if (view.bottleneck !== undefined) paragraphs.push(view.bottleneck);
  if (view.batches !== undefined) paragraphs.push(view.batches);
  if (view.writes && view.command !== undefined) paragraphs.push(`To apply: ${command(view.command)}`);
  return paragraphs.join('\n\n');
}

function command(text: string): string {
  return text.length > LONGEST_COMMAND ? 'the command is too long to stand here, the terminal shows it' : code(text);
}
