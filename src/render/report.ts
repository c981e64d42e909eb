/** What apply did, told truthfully: what is done, what failed and why, what was not started, what did not converge. */
import type { ApplyReport, Plan, Result } from '../core/plan.ts';
import { renderNotes } from './diagnostics.ts';
import { type Paint, painter } from './paint.ts';
import { count, counted, tookSeconds, visible, wrap } from './text.ts';

/** A report counted once, for all formats. */
export interface Outcome {
  readonly verdict: string;
  readonly totals: {
    readonly created: number;
    readonly updated: number;
    readonly replaced: number;
    readonly deleted: number;
    readonly failed: number;
    /** Whether these were done is not known. */
    readonly unknown: number;
    readonly not_started: number;
  };
  /** Everything was done, and the app was seen to be as wanted. */
  readonly converged: boolean;
  readonly report: ApplyReport;
}

export interface ReportOptions {
  readonly color: boolean;
  readonly width: number;
  readonly relative: (file: string) => string;
}

export function outcomeOf(plan: Plan, report: ApplyReport): Outcome {
  const results = [...report.results.values()];
  const done = new Set(
    [...report.results].filter(([, result]) => result.status === 'done').map(([address]) => address),
  );
  const number = (action: string) =>
    plan.changes.filter(
      (change) => change.action === action && change.heldBack === undefined && done.has(change.address),
    ).length;
  const isUnclear = (result: Result) => result.status === 'failed' && result.unclear === true;
  const totals = {
    created: number('create'),
    updated: number('update'),
    replaced: number('replace'),
    deleted: number('remove'),
    failed: results.filter((result) => result.status === 'failed' && !isUnclear(result)).length,
    unknown: results.filter(isUnclear).length,
    not_started: results.filter((result) => result.status === 'not-started').length,
  };
  const complete = totals.failed + totals.unknown + totals.not_started === 0;
  const converged = complete && !report.interrupted && report.notConverged.length === 0;
  return { verdict: verdictOf(report, totals, complete), totals, converged, report };
}

function verdictOf(report: ApplyReport, totals: Outcome['totals'], complete: boolean): string {
  const nothing = totals.created + totals.updated + totals.replaced + totals.deleted === 0;
  const short = !nothing ? 'Partly applied' : totals.unknown > 0 ? 'Unclear' : 'Failed';
  const head = report.interrupted ? 'Interrupted' : complete ? 'Applied' : short;
  const parts = [`${count(totals.created)} created`, `${count(totals.updated)} updated`];
  if (totals.replaced > 0) parts.push(`${count(totals.replaced)} replaced`);
  parts.push(`${count(totals.deleted)} deleted`);
  if (totals.failed > 0) parts.push(`${count(totals.failed)} failed`);
  if (totals.unknown > 0) parts.push(`${count(totals.unknown)} unknown`);
  if (totals.not_started > 0) parts.push(`${count(totals.not_started)} not started`);
  const end = [
    `${head}: ${parts.join(', ')}`,
    counted(report.calls.writes + report.calls.followUps, 'call'),
    tookSeconds(report.seconds),
  ];
  if (report.notConverged.length > 0) end.push(`${count(report.notConverged.length)} not converged`);
  else if (complete && !report.interrupted) end.push('converged');
  return end.join(' · ');
}

export function renderReport(outcome: Outcome, options: ReportOptions): string {
  const paint = painter(options.color);
  const { report } = outcome;
  const style = outcome.converged ? 'green' : 'red';
  const blocks = [
    [paint('bold', paint(style, outcome.verdict))],
    section('failed', failures(report, false), paint, options.width),
    section('unknown whether done', failures(report, true), paint, options.width),
    section('not started', pick(report, 'not-started').map(notStarted), paint, options.width),
    section('not converged', report.notConverged.map(visibleAddress), paint, options.width),
    section('noted', pick(report, 'done').flatMap(noted), paint, options.width),
    report.diagnostics.length === 0 ? [] : [renderNotes(report.diagnostics, options).trimEnd()],
    [paint('dim', callLine(report))],
    next(outcome, options.width),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function pick<Status extends Result['status']>(
  report: ApplyReport,
  status: Status,
): readonly (readonly [string, Result & { status: Status }])[] {
  return [...report.results].filter(
    (entry): entry is [string, Result & { status: Status }] => entry[1].status === status,
  );
}

function section(title: string, lines: readonly string[], paint: Paint, width: number): readonly string[] {
  if (lines.length === 0) return [];
  const rows = lines.flatMap((line) =>
    wrap(line, width - 4).map((row, index) => `${index === 0 ? '  ' : '    '}${row}`),
  );
  return [paint('bold', `${title} (${count(lines.length)})`), ...rows];
}

function failures(report: ApplyReport, unclear: boolean): readonly string[] {
  return pick(report, 'failed')
    .filter(([, result]) => (result.unclear === true) === unclear)
    .map(([address, result]) => failure(address, result));
}

function failure(address: string, result: Result & { status: 'failed' }): string {
  const request = result.requestId === undefined ? '' : ` (request ${visible(result.requestId)})`;
  return `${visible(address)}: ${visible(result.message)} [${visible(result.code)}]${request}`;
}

function notStarted([address, result]: readonly [string, Result & { status: 'not-started' }]): string {
  return `${visible(address)}: ${visible(result.because)}`;
}

function visibleAddress(address: string): string {
  return visible(address);
}

const NOTES = {
  already: 'was already as wanted',
  revived: 'had been deleted and was revived',
  appeared: 'appeared since the plan was made and was brought in line',
} as const;

function noted([address, result]: readonly [string, Result & { status: 'done' }]): readonly string[] {
  return result.note === undefined ? [] : [`${visible(address)}: ${NOTES[result.note]}`];
}

function callLine({ calls }: ApplyReport): string {
  const more = [
    [calls.retries, 'retry', 'retries'],
    [calls.followUps, 'follow-up', 'follow-ups'],
    [calls.polls, 'task poll', 'task polls'],
    [calls.verification, 'for verification', 'for verification'],
  ] as const;
  const extra = more.filter(([number]) => number > 0).map(([number, one, many]) => counted(number, one, many));
  return [`Calls: ${count(calls.planned)} planned`, `${count(calls.writes)} made`, ...extra].join(' · ');
}

function next(outcome: Outcome, width: number): readonly string[] {
  if (outcome.converged) return [];
  const unfinished = outcome.totals.failed + outcome.totals.unknown + outcome.totals.not_started > 0;
  const text = unfinished
    ? 'Run the same command again to finish: what is done is not done twice.'
    : 'The API did not show these as wanted before the deadline. It can serve old configuration for some seconds: plan again to see.';
  return wrap(text, width);
}
