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

/** Reads all of it: what is not declared any more can only be known from the whole. */
export async function priorOf(base: Declarations, kinds: readonly Kind[], hash: Hash): Promise<Prior> {
  const known = new Map<string, ReadonlyMap<string, Remembered>>();
  for (const kind of kinds) {
    const resources = new Map<string, Remembered>();
    for await (const { id, body } of base.declared(kind)) resources.set(id, new Remembered(id, kind, body, hash));
    known.set(kind.name, resources);
  }
  return {
    from: 'git',
    get(address) {
      const [name = '', id = ''] = parseAddress(address) ?? [];
      return known.get(name)?.get(id);
    },
    async *of(name) {
      yield* known.get(name)?.values() ?? [];
    },
  };
}

/** Kept as a text, a fifth of the memory; what it says is made of that when it is asked for, which is seldom. */
class Remembered implements PriorResource {
  readonly id: string;
  readonly #kind: Kind;
  readonly #text: string;
  readonly #hash: Hash;
  #fields: ReadonlyMap<Pointer, Digest> | undefined;

  constructor(id: string, kind: Kind, body: JsonObject, hash: Hash) {
    this.id = id;
    this.#kind = kind;
    this.#text = JSON.stringify(kind.settle?.(body) ?? body);
    this.#hash = hash;
  }

  get body(): JsonObject {
    return JSON.parse(this.#text) as JsonObject;
  }

  get protect(): boolean {
    return this.body['protect'] === true;
  }

  get fields(): ReadonlyMap<Pointer, Digest> {
    this.#fields ??= new Map(
      leavesOf(this.#kind, this.body).map((leaf) => [
        leaf.path,
        this.#hash(canonicalJson(canonicalValue(leaf.spec, leaf.value, leaf.unit === 'key') ?? null)),
      ]),
    );
    return this.#fields;
  }
}
