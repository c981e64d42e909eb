/**
 * The plan as its readers see it, made once for all formats: ordered, grouped, counted, secrets taken out, text of users made
 * harmless. Renderers only lay it out. The raw values that `fields` keeps for JSON hold secrets as references alone.
 */
import type { Address } from '../core/address.ts';
import { secretPointer } from '../core/call.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import type { OnRemoval, Span } from '../core/kind.ts';
import type { Cell, Change, FieldChange, Impact, ImpactClass, Operation, Plan } from '../core/plan.ts';
import { type Line, linesOf } from './lines.ts';
import { aboutSeconds, count, counted, visible } from './text.ts';

export interface PlanView {
  /** One line that says it all. */
  readonly verdict: string;
  readonly totals: Totals;
  /** Whether apply with the same flags would write. */
  readonly writes: boolean;
  readonly target: string;
  readonly groups: readonly Group[];
  readonly heldBack: readonly HeldBack[];
  readonly announcements: readonly Announcement[];
  /** What the plan does to clients, data and security, waived ones last; `plan.impacts` has them as they are. */
  readonly impacts: readonly Impact[];
  /** Permissions that change; `plan.matrix` has the cells around them. */
  readonly permissions: readonly Cell[];
  readonly diagnostics: readonly Diagnostic[];
  /** Declared fields that are not compared, and how to send them all the same. */
  readonly blind: readonly string[];
  /** What limits the rate, where that matters. */
  readonly bottleneck: string | undefined;
  /** What batch updates of channels save, where there are any. */
  readonly batches: string | undefined;
  readonly calls: readonly CallView[];
  /** What takes how long: stages run one after another. */
  readonly stages: readonly StageView[];
  /** Calls of each operation against its limit, what takes longest first. */
  readonly budget: readonly BudgetView[];
  /** The exact command that applies this plan. */
  readonly command: string | undefined;
  /** For machine-readable formats. */
  readonly plan: Plan;
}

export interface Totals {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly heldBack: number;
  readonly unchanged: number;
  readonly unmanaged: number;
  readonly blind: number;
  /** Impacts that no waiver accepts, by class; and those that one does. */
  readonly impacts: Readonly<Record<ImpactClass, number>>;
  readonly waived: number;
}

export type Word = 'create' | 'update' | 'replace' | 'delete';

export interface Group {
  readonly title: string;
  readonly resources: readonly ResourceView[];
}

export interface ResourceView {
  readonly symbol: '+' | '~' | '-' | '-/+';
  readonly word: Word;
  readonly address: string;
  /** As the plan has it: to look things up, never to be shown. */
  readonly raw: Address;
  /** What a deletion or a replacement means here. */
  readonly remark: string | undefined;
  /** The file of a new resource that stands in a roster: its fields are there, and not repeated here. */
  readonly roster?: string;
  readonly lines: readonly Line[];
}

export interface HeldBack extends ResourceView {
  readonly reason: string;
}

export interface Announcement {
  readonly address: string;
  readonly text: string;
  readonly as: string | undefined;
}

export interface StageView {
  readonly title: string;
  readonly calls: number;
  /** From the start of apply. */
  readonly start: number;
  readonly seconds: number;
  /** The operation whose limit binds. */
  readonly bottleneck: { readonly op: string; readonly perMinute: number } | undefined;
}

export interface BudgetView {
  readonly op: string;
  readonly calls: number;
  readonly perMinute: number;
  /** Of what a minute allows; above 1 it takes more than a minute. */
  readonly share: number;
}

export interface CallView {
  readonly id: string;
  readonly stage: string;
  readonly method: string;
  readonly path: string;
  readonly op: string;
  readonly covers: readonly string[];
}

const WORDS: Readonly<Record<Change['action'], Word>> = {
  create: 'create',
  update: 'update',
  replace: 'replace',
  remove: 'delete',
};

const SYMBOLS = { create: '+', update: '~', replace: '-/+', delete: '-' } as const;

const REMOVALS: Readonly<Record<OnRemoval, string | undefined>> = {
  keep: 'kept live, no longer managed',
  delete: undefined,
  deactivate: 'deactivated, can be reactivated',
  disable: 'disabled, nothing is lost',
  hard_delete: 'erased for good, cannot be undone',
};

const REASONS: Readonly<Record<NonNullable<Change['heldBack']>, string>> = {
  'allow-delete': 'needs --allow-delete',
  deactivated: 'deactivated live; `state: active` reactivates it',
  'in-use': 'still in use, see the notes',
  drift: 'moved live; `policy.drift` is `report`',
};

export interface ViewOptions {
  readonly command?: string;
  /** Of a saved plan, whose calls have no bodies to read them from. */
  readonly announcements?: readonly Announcement[];
}

export function viewPlan(plan: Plan, options: ViewOptions = {}): PlanView {
  const going = plan.changes.filter((change) => change.heldBack === undefined);
  const held = plan.changes.filter((change) => change.heldBack !== undefined);
  const totals = totalsOf(plan, going);
  return {
    verdict: verdictOf(plan, totals),
    totals,
    writes: plan.operations.length > 0,
    target: targetOf(plan),
    groups: groupsOf(going),
    heldBack: held.map((change) => ({ ...resourceOf(change), reason: reasonOf(change) })),
    announcements: (options.announcements ?? plan.operations.flatMap(announcementsOf)).map(harmless),
    impacts: impactsOf(plan),
    permissions: plan.matrix.filter((cell) => cell.before !== cell.after),
    diagnostics: plan.diagnostics,
    blind: plan.counts.blind.map((each) => visible(each)),
    bottleneck: bottleneckOf(plan),
    batches: batchesOf(plan),
    calls: callsOf(plan),
    stages: stagesOf(plan),
    budget: budgetOf(plan),
    command: options.command,
    plan,
  };
}

function totalsOf(plan: Plan, going: readonly Change[]): Totals {
  const number = (word: Word) => going.filter((change) => WORDS[change.action] === word).length;
  return {
    create: number('create'),
    update: number('update'),
    replace: number('replace'),
    delete: number('delete'),
    heldBack: plan.counts.heldBack,
    unchanged: plan.counts.unchanged,
    unmanaged: plan.counts.unmanaged,
    blind: plan.counts.blind.length,
    impacts: impactCounts(plan),
    waived: plan.impacts.filter((impact) => impact.waiver !== undefined).length,
  };
}

/** A word for each class, in the order in which they are told. */
const CLASS_WORDS: Readonly<Record<ImpactClass, string>> = {
  CB: 'breaking',
  DL: 'data loss',
  SE: 'security',
  AU: 'log-out',
  EV: 'event loss',
  OW: 'one-way',
};

function impactCounts(plan: Plan): Totals['impacts'] {
  const counts = { CB: 0, DL: 0, SE: 0, AU: 0, EV: 0, OW: 0 };
  for (const impact of plan.impacts) if (impact.waiver === undefined) counts[impact.class] += 1;
  return counts;
}

/** `1 breaking, 2 security, 1 waived`; empty without impacts. */
function impactWords({ impacts, waived }: Totals): string {
  const words = (Object.keys(CLASS_WORDS) as ImpactClass[])
    .filter((name) => impacts[name] > 0)
    .map((name) => `${count(impacts[name])} ${CLASS_WORDS[name]}`);
  return [...words, ...(waived > 0 ? [`${count(waived)} waived`] : [])].join(', ');
}

function impactsOf(plan: Plan): readonly Impact[] {
  const isWaived = (impact: Impact) => impact.waiver !== undefined;
  const ordered = [...plan.impacts.filter((impact) => !isWaived(impact)), ...plan.impacts.filter(isWaived)];
  return ordered.map((impact) => ({
    ...impact,
    detail: visible(impact.detail),
    ...(impact.waiver === undefined
      ? {}
      : { waiver: { reason: visible(impact.waiver.reason), expires: visible(impact.waiver.expires) } }),
  }));
}

function verdictOf(plan: Plan, totals: Totals): string {
  const held = totals.heldBack > 0 ? ` ${counted(totals.heldBack, 'change')} held back.` : '';
  if (plan.operations.length === 0 && totals.create + totals.update + totals.replace + totals.delete === 0) {
    const match = totals.unchanged === 1 ? '1 resource matches' : `${count(totals.unchanged)} resources match`;
    return `No changes. ${match}.${held}`;
  }
  const parts = [`${count(totals.create)} to create`, `${count(totals.update)} to update`];
  if (totals.replace > 0) parts.push(`${count(totals.replace)} to replace`);
  parts.push(`${count(totals.delete)} to delete`);
  const impacts = impactWords(totals);
  const cost = `${counted(plan.estimate.calls, 'call')}, ${aboutSeconds(plan.estimate.seconds)}`;
  const tail = [
    ...(impacts === '' ? [] : [impacts]),
    ...(totals.heldBack > 0 ? [`${count(totals.heldBack)} held back`] : []),
    cost,
  ];
  return [`Plan: ${parts.join(', ')}`, ...tail].join(' · ');
}

function targetOf(plan: Plan): string {
  const { appId, appName, baseUrl } = plan.target;
  const name = appName === undefined || appName === '' ? '' : ` (${visible(appName)})`;
  const env = plan.configuration.env === undefined ? '' : `, environment ${visible(plan.configuration.env)}`;
  return `app ${appId}${name} at ${visible(baseUrl)}${env}`;
}

function groupsOf(changes: readonly Change[]): readonly Group[] {
  const byKind = new Map<string, ResourceView[]>();
  for (const change of changes) {
    const list = byKind.get(change.kind) ?? [];
    list.push(resourceOf(change));
    byKind.set(change.kind, list);
  }
  return [...byKind].map(([kind, resources]) => ({ title: visible(kind.replaceAll('_', ' ')), resources }));
}

function resourceOf(change: Change): ResourceView {
  const word = WORDS[change.action];
  const roster = rosterOf(change);
  return {
    symbol: SYMBOLS[word],
    word,
    address: visible(change.address),
    raw: change.address,
    remark: remarkOf(change),
    ...(roster === undefined ? {} : { roster: roster.file }),
    lines: roster === undefined ? change.fields.flatMap(linesOf) : [],
  };
}

/** Where a new resource of a roster stands. Plans point at its row: a hundred thousand users are no text to review. */
export function rosterOf(change: Change): Span | undefined {
  return change.action === 'create' ? change.span : undefined;
}

function remarkOf(change: Change): string | undefined {
  if (change.action === 'replace') return 'deleted and created anew';
  return change.removal === undefined ? undefined : REMOVALS[change.removal];
}

function reasonOf(change: Change): string {
  return change.heldBack === undefined ? '' : (REASONS[change.heldBack] ?? change.heldBack);
}

/** Messages that members will see: calls of their own, or riding on the call that adds members. */
function announcementsOf(operation: Operation): readonly Announcement[] {
  if (operation.bestEffort === undefined && operation.call.op !== 'UpdateChannel') return [];
  const message = operation.call.body?.['message'];
  const text = isObject(message) ? message['text'] : undefined;
  if (!isObject(message) || typeof text !== 'string') return [];
  const as = message['user_id'];
  return operation.covers.map((address) => ({ address, text, as: typeof as === 'string' ? as : undefined }));
}

function harmless({ address, text, as }: Announcement): Announcement {
  return { address: visible(address), text: visible(text), as: as === undefined ? undefined : visible(as) };
}

function bottleneckOf(plan: Plan): string | undefined {
  const { bottleneck, seconds } = plan.estimate;
  if (bottleneck === undefined || seconds < 10) return undefined;
  return `The limit of ${visible(bottleneck.op)} (${count(bottleneck.perMinute)} calls a minute) sets the pace.`;
}

function batchesOf({ estimate }: Plan): string | undefined {
  const { calls, callsWithoutBatches: without } = estimate;
  if (without === undefined) return undefined;
  return `Batch updates of channels: ${counted(calls, 'call')} and polls of their tasks instead of ${counted(without, 'call')}.`;
}

function callsOf(plan: Plan): readonly CallView[] {
  const titles = new Map(plan.stages.map((stage) => [stage.number, stage.title]));
  return plan.operations.map((operation) => ({
    id: operation.id,
    stage: visible(titles.get(operation.stage) ?? operation.kind),
    method: operation.call.method,
    path: visible(operation.call.path),
    op: visible(operation.call.op),
    covers: operation.covers.map((address) => visible(address)),
  }));
}

function stagesOf(plan: Plan): readonly StageView[] {
  const titles = new Map(plan.stages.map((stage) => [stage.number, stage.title]));
  let start = 0;
  return plan.estimate.stages.map(({ stage, calls, seconds, bottleneck }) => {
    const view = { title: titles.get(stage) ?? `stage ${stage}`, calls, start, seconds, bottleneck };
    start += seconds;
    return view;
  });
}

function budgetOf({ estimate }: Plan): readonly BudgetView[] {
  return estimate.budget
    .map((each) => ({ ...each, share: each.calls / each.perMinute }))
    .toSorted((a, b) => b.share - a.share);
}

/** A field change as it may be saved: secrets as references, hidden values gone. */
export function redacted(field: FieldChange): FieldChange {
  if (!field.hidden) return field;
  const { before, after, ...rest } = field;
  return {
    ...rest,
    ...(secretPointer(before) === undefined ? {} : { before: before as JsonObject }),
    ...(secretPointer(after) === undefined ? {} : { after: after as JsonObject }),
  };
}
