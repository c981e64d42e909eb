/** Reads resources again while applying, and tells what still differs: for carried values, unclear answers and verification. */
import { type Address, fieldAddress } from '../core/address.ts';
import type { Reader } from '../core/call.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostic.ts';
import { specAt } from '../core/field-tree.ts';
import type { Kind, ReadOptions, Resource, Wanted } from '../core/kind.ts';
import type { Change } from '../core/plan.ts';
import type { Hash } from '../core/prior.ts';
import { diffChunk } from './diff.ts';
import { kindNamed } from './known.ts';

export interface RereadContext {
  readonly reader: Reader;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly readOptions: ReadOptions;
  readonly hash: Hash;
}

/** What is wanted of the resource that a change is about. */
export function wantedOf(change: Change): Wanted {
  return {
    id: change.id,
    ...(change.next === undefined ? {} : { body: change.next }),
    ...(change.gone === undefined ? {} : { gone: change.gone }),
    ...(change.removal === undefined ? {} : { onRemoval: change.removal }),
  };
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

/** The same, with the fields that no read shows: the given changes as they would be planned now. */
export function plannedNow(changes: readonly Change[], context: RereadContext): Promise<Look> {
  const send = changes.flatMap((change) => change.fields.map((field) => fieldAddress(change.address, field.path)));
  return look(changes, context, new Set(send));
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

async function look(changes: readonly Change[], context: RereadContext, send: ReadonlySet<string>): Promise<Look> {
  const left = new Map<Address, Change>();
  const refused = new Map<Address, Diagnostic>();
  for (const [name, group] of groupByKind(changes)) {
    const kind = kindNamed(name, context);
    const portion = Math.min(kind.chunk, group.length);
    for (let from = 0; from < group.length; from += portion) {
      const these = group.slice(from, from + portion);
      const ids = new Set(these.map((each) => each.id));
      const live = new Map<string, Resource>();
      for await (const resource of kind.read(context.reader, these.map(wantedOf), context.readOptions))
        if (ids.has(resource.id)) live.set(resource.id, resource);
      for (const each of these) {
        const diff = diffChunk({ kind, wanted: [wantedOf(each)], live }, { hash: context.hash, send });
        for (const fresh of diff.changes) {
          const change = leftOf(kind, each, fresh);
          if (change !== undefined) left.set(each.address, change);
        }
        const reason = diff.notes.find((note) => hasErrors([note]));
        if (diff.changes.length === 0 && reason !== undefined) refused.set(each.address, reason);
      }
    }
  }
  return { left, refused };
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

function groupByKind(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.kind);
    if (group === undefined) groups.set(change.kind, [change]);
    else group.push(change);
  }
  return groups;
}
