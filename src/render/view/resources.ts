/** Changes as readers see them: grouped by kind, each with its symbol, its word and its lines. */
import type { Address } from '../../core/address.ts';
import type { OnRemoval, Span } from '../../core/kind.ts';
import type { Change } from '../../core/plan.ts';
import { type Line, linesOf } from '../lines.ts';
import { visible } from '../text.ts';

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

/** Plans call it delete, whatever becomes of a resource. */
export const WORD_OF: Readonly<Record<Change['action'], Word>> = {
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

export function groupsOf(changes: readonly Change[]): readonly Group[] {
  const byKind = new Map<string, ResourceView[]>();
  for (const change of changes) {
    const list = byKind.get(change.kind) ?? [];
    list.push(resourceOf(change));
    byKind.set(change.kind, list);
  }
  return [...byKind].map(([kind, resources]) => ({ title: visible(kind.replaceAll('_', ' ')), resources }));
}

export function heldBackOf(changes: readonly Change[]): readonly HeldBack[] {
  return changes.map((change) => ({ ...resourceOf(change), reason: reasonOf(change) }));
}

function resourceOf(change: Change): ResourceView {
  const word = WORD_OF[change.action];
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
