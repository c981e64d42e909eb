/** What two environments of one configuration say differently, as changes from the first to the second. Nothing is read or sent. */
import type { Desired } from '../config/desired.ts';
import { addressOf } from '../core/address.ts';
import { type Leaf, leavesOf } from '../core/field-tree.ts';
import { canonicalJson, type Json, type JsonObject, type Pointer } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { orderKinds } from '../core/order.ts';
import type { Change, FieldChange } from '../core/plan.ts';
import { changeOf } from '../engine/compare.ts';
import { canonicalValue } from '../engine/values.ts';

export interface Contrast {
  readonly changes: readonly Change[];
  readonly equal: number;
}

export async function contrast(from: Desired, to: Desired, kinds: readonly Kind[]): Promise<Contrast> {
  const changes: Change[] = [];
  let equal = 0;
  for (const kind of orderKinds(kinds)) {
    const before = await bodiesOf(from, kind);
    const after = await bodiesOf(to, kind);
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const change = changeBetween(kind, id, before.get(id), after.get(id));
      if (change === undefined) equal += 1;
      else changes.push(change);
    }
  }
  return { changes, equal };
}

async function bodiesOf(desired: Desired, kind: Kind): Promise<ReadonlyMap<string, JsonObject>> {
  const bodies = new Map<string, JsonObject>();
  for await (const { id, body } of desired.wanted(kind.name)) bodies.set(id, kind.settle?.(body) ?? body);
  return bodies;
}

function changeBetween(
  kind: Kind,
  id: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): Change | undefined {
  const fields = before === undefined && after === undefined ? [] : differing(kind, before ?? {}, after ?? {});
  const action = before === undefined ? 'create' : after === undefined ? 'remove' : 'update';
  if (action === 'update' && fields.length === 0) return undefined;
  return {
    address: addressOf(kind.name, id),
    kind: kind.name,
    id,
    action,
    fields: action === 'remove' ? [] : fields,
    touched: { before: null, after: 'h1:' },
    references: [],
  };
}

function differing(kind: Kind, before: JsonObject, after: JsonObject): readonly FieldChange[] {
  const [was, is] = [byPath(kind, before), byPath(kind, after)];
  const whole: Pointer[] = [];
  const fields: FieldChange[] = [];
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [left, right] = [was.get(path), is.get(path)];
    const leaf = right ?? left;
    if (leaf === undefined || whole.some((at) => path.startsWith(`${at}/`))) continue;
    if (leaf.unit === 'entry' && left !== undefined && right !== undefined) continue;
    if (leaf.unit === 'entry') whole.push(path);
    if (textOf(left) !== textOf(right)) fields.push(changeOf(leaf, left?.value, right?.value));
  }
  return fields;
}

function byPath(kind: Kind, body: JsonObject): ReadonlyMap<Pointer, Leaf> {
  return new Map(leavesOf(kind, body).map((leaf) => [leaf.path, leaf]));
}

/** Null is said, absent is not: the two differ. */
function textOf(leaf: Leaf | undefined): string | undefined {
  if (leaf === undefined) return undefined;
  const value: Json | undefined = canonicalValue(leaf.spec, leaf.value, leaf.unit === 'key');
  return canonicalJson(value ?? null);
}
