/** Reads resources again while applying, and tells what still differs: for carried values, unclear answers and verification. */
import pMap from 'p-map';
import { type Address, fieldAddress } from '../core/address.ts';
import type { Reader } from '../core/call.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostic.ts';
import { leavesOf, specAt } from '../core/field-tree.ts';
import { equalJson, type JsonObject, valueAt, withValueAt } from '../core/json.ts';
import type { Kind, ReadOptions, Resource, Wanted } from '../core/kind.ts';
import { portionsOf } from '../core/pages.ts';
import type { Change, FieldChange } from '../core/plan.ts';
import type { Hash } from '../core/prior.ts';
import { type ChunkDiff, diffChunk, touchedOf } from './diff.ts';
import { groupByKind, kindNamed } from './known.ts';

export interface RereadContext {
  readonly reader: Reader;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly readOptions: ReadOptions;
  readonly hash: Hash;
  /** Calls in flight at once. */
  readonly concurrency: number;
}

/** What is wanted of the resource that a change is about. */
export function wantedOf(change: Change): Wanted {
  return {
    id: change.id,
    ...(change.next === undefined ? {} : { body: change.next }),
    ...(change.gone === undefined ? {} : { gone: change.gone, past: pastOf(change) }),
    ...(change.removal === undefined ? {} : { onRemoval: change.removal }),
  };
}

/** Entries that go, as they were when the change was made. */
function pastOf({ fields, gone = [] }: Change): JsonObject {
  const went = fields.filter(({ path, before }) => before !== undefined && gone.includes(path));
  return went.reduce<JsonObject>((past, { path, before }) => withValueAt(past, path, before), {});
}

export interface Look {
  /** The differences that are left, by address; an address in neither map is as it was wanted. */
  readonly left: ReadonlyMap<Address, Change>;
  /** What differs and may not be changed as things are now, with the reason. */
  readonly refused: ReadonlyMap<Address, Diagnostic>;
}

/** Reads what the given changes are about and tells what is left of them. */
export function remaining(changes: readonly Change[], context: RereadContext): Promise<Look> {
  return look(changes, context, new Set());
}

/** The given changes as they would be planned now: with the fields that no read shows, and with those that are given back. */
export function plannedNow(changes: readonly Change[], context: RereadContext): Promise<Look> {
  return look(changes, context, sentBy(changes));
}

/**
 * The same for changes that may have been carried out before. What cannot be read is then judged by its company: it is left as
 * long as something else of the resource is, or when the change consists of nothing else. A creation is company too, for a
 * resource that is there has been created with it.
 */
export function leftOver(changes: readonly Change[], context: RereadContext): Promise<Look> {
  return look(changes, context, sentBy(changes), isDoneBut);
}

function sentBy(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => change.fields.map((field) => fieldAddress(change.address, field.path))));
}

/** Whether all that is left of a change are fields which no read shows, and which went along with others that are done. */
function isDoneBut(planned: Change, quiet: ChunkDiff): boolean {
  if (quiet.changes.length > 0) return false;
  const blind = new Set(quiet.blind);
  return (
    planned.action === 'create' || planned.fields.some((field) => !blind.has(fieldAddress(planned.address, field.path)))
  );
}

/** Planned fields that are not declared any more and were to be given back, as far as they still are. */
function givenBack(kind: Kind, planned: Change, fresh: Change | undefined, live: Resource): readonly FieldChange[] {
  if (planned.action !== 'update' || planned.next === undefined) return [];
  const known = new Set(leavesOf(kind, planned.next).map((leaf) => leaf.path));
  for (const field of fresh?.fields ?? []) known.add(field.path);
  return planned.fields.flatMap((field) => {
    const spec = specAt(kind, field.path)?.spec;
    if (known.has(field.path) || spec === undefined) return [];
    const now = valueAt(live.body, field.path);
    if (equalJson(now ?? null, field.after ?? null)) return [];
    const { before: _was, ...rest } = field;
    return [now === undefined ? rest : { ...rest, before: now }];
  });
}

function withGivenBack(kind: Kind, planned: Change, left: Change | undefined, live: Resource | undefined, hash: Hash) {
  const back = live === undefined ? [] : givenBack(kind, planned, left, live);
  if (live === undefined || back.length === 0) return left;
  const rank = new Map(planned.fields.map((field, index) => [field.path, index]));
  const place = ({ path }: FieldChange) => rank.get(path) ?? rank.size;
  const fields = [...(left?.fields ?? []), ...back].toSorted((a, b) => place(a) - place(b));
  const draft: Change = {
    ...planned,
    ...left,
    fields,
    touched: touchedOf(fields, planned.action, live, hash),
    live: live.body,
    ...(live.facts === undefined ? {} : { facts: live.facts }),
  };
  return kind.review === undefined ? draft : kind.review(draft, wantedOf(planned), live).change;
}

/** What is left of a planned change; undefined if that is nothing. */
function leftOf(kind: Kind, planned: Change, fresh: Change): Change | undefined {
  const was = new Map(planned.fields.map((field) => [field.path, field]));
  const fields = fresh.fields.flatMap((field) => {
    const before = was.get(field.path);
    const isEntry = specAt(kind, field.path)?.spec.shape === 'entries';
    // Who came to an exact list since the plan was made is nobody's business.
    if (isEntry && before === undefined && field.after === undefined && planned.action !== 'create') return [];
    // One that was to be added is there: only its own fields may still differ.
    if (isEntry && before?.before === undefined && field.before !== undefined && field.after !== undefined) return [];
    return before?.origin === undefined ? [field] : [{ ...field, origin: before.origin }];
  });
  return fields.length === 0 && fresh.fields.length > 0 ? undefined : { ...planned, ...fresh, fields };
}

async function look(
  changes: readonly Change[],
  context: RereadContext,
  send: ReadonlySet<string>,
  isDone: (planned: Change, quiet: ChunkDiff) => boolean = () => false,
): Promise<Look> {
  const left = new Map<Address, Change>();
  const refused = new Map<Address, Diagnostic>();
  async function lookAt({ kind, changes: these }: Lookup): Promise<void> {
    const ids = new Set(these.map((each) => each.id));
    const live = new Map<string, Resource>();
    for await (const resource of kind.read(context.reader, these.map(wantedOf), context.readOptions))
      if (ids.has(resource.id)) live.set(resource.id, resource);
    for (const each of these) {
      const chunk = { kind, wanted: [wantedOf(each)], live };
      const diff = diffChunk(chunk, { hash: context.hash, send });
      const [fresh] = diff.changes;
      const done = fresh !== undefined && isDone(each, diffChunk(chunk, { hash: context.hash, send: new Set() }));
      const seen = fresh === undefined || done ? undefined : leftOf(kind, each, fresh);
      const change = send.size === 0 ? seen : withGivenBack(kind, each, seen, live.get(each.id), context.hash);
      if (change !== undefined) left.set(each.address, change);
      const reason = diff.notes.find((note) => hasErrors([note]));
      if (diff.changes.length === 0 && reason !== undefined) refused.set(each.address, reason);
    }
  }
  await pMap(lookups(changes, context), lookAt, { concurrency: context.concurrency });
  return { left, refused };
}

/** What is read in one go. */
interface Lookup {
  readonly kind: Kind;
  readonly changes: readonly Change[];
}

function lookups(changes: readonly Change[], context: RereadContext): readonly Lookup[] {
  return [...groupByKind(changes)].flatMap(([name, group]) => {
    const kind = kindNamed(name, context);
    return portionsOf(group, kind.chunk).map((portion) => ({ kind, changes: portion }));
  });
}

/** What a reply's echo shows to be missing still; undefined when the echo doesn't show everything that was declared. */
export function leftByEcho(change: Change, kind: Kind, echo: Resource, hash: Hash): Change | 'nothing' | undefined {
  const wanted = wantedOf(change);
  if (wanted.body === undefined) return undefined;
  const diff = diffChunk({ kind, wanted: [wanted], live: new Map([[wanted.id, echo]]) }, { hash, send: new Set() });
  const [left] = diff.changes;
  if (left !== undefined) return left;
  const hidden = diff.blind.length > 0 && (echo.blind?.length ?? 0) > 0;
  return hidden ? undefined : 'nothing';
}
