/** The prior that a base gives: what each resource declared then, field by field, as digests. */
import { parseAddress } from '../core/address.ts';
import { leavesOf } from '../core/field-tree.ts';
import { canonicalJson, type JsonObject, type Pointer } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Digest, Hash, Prior, PriorResource } from '../core/prior.ts';
import { canonicalValue } from '../engine/values.ts';

export interface Declarations {
  declared(kind: Kind): AsyncIterable<{ readonly id: string; readonly body: JsonObject }>;
}

/** Reads all of it: what is not declared any more can only be known from the whole. Digests are made when they are asked for. */
export async function priorOf(base: Declarations, kinds: readonly Kind[], hash: Hash): Promise<Prior> {
  const known = new Map<string, { readonly kind: Kind; readonly bodies: Map<string, JsonObject> }>();
  for (const kind of kinds) {
    const bodies = new Map<string, JsonObject>();
    for await (const { id, body } of base.declared(kind)) bodies.set(id, body);
    known.set(kind.name, { kind, bodies });
  }
  return {
    from: 'git',
    get(address) {
      const [name = '', id = ''] = parseAddress(address) ?? [];
      const entry = known.get(name);
      const body = entry?.bodies.get(id);
      return entry === undefined || body === undefined ? undefined : resourceOf(entry.kind, body, hash);
    },
    async *of(name) {
      const entry = known.get(name);
      if (entry === undefined) return;
      for (const [id, body] of entry.bodies) yield { id, ...resourceOf(entry.kind, body, hash) };
    },
  };
}

function resourceOf(kind: Kind, body: JsonObject, hash: Hash): PriorResource {
  const settled = kind.settle?.(body) ?? body;
  const fields = new Map<Pointer, Digest>(
    leavesOf(kind, settled).map((leaf) => [
      leaf.path,
      hash(canonicalJson(canonicalValue(leaf.spec, leaf.value, leaf.unit === 'key') ?? null)),
    ]),
  );
  return { fields, protect: body['protect'] === true, body: settled };
}
