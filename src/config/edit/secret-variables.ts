/** Names of variables for secrets that no reply shows. */
import { addressOf, fieldAddress } from '../../core/address.ts';
import { type Pointer, tokensOf } from '../../core/json.ts';
import type { Kind } from '../../core/kind.ts';

export class Variables {
  readonly #byName = new Map<string, string>();
  readonly #byAddress = new Map<string, string>();

  /** By name, the field that each is for. */
  get all(): ReadonlyMap<string, string> {
    return this.#byName;
  }

  /** `APN_CONFIG_AUTH_KEY`, `USER_MIA_…`: the same for the same field, another one for every other field. */
  nameFor(kind: Kind, id: string, at: Pointer): string {
    const address = fieldAddress(addressOf(kind.name, id), at);
    const known = this.#byAddress.get(address);
    if (known !== undefined) return known;
    const words = [...(kind.singleton ? [] : [kind.name, id]), ...tokensOf(at)];
    const stem = words
      .map((word) => word.replaceAll(/\W+/g, '_').toUpperCase())
      .join('_')
      .replace(/^(?=\d)/, '_');
    let name = stem;
    for (let number = 2; this.#byName.has(name); number++) name = `${stem}_${number}`;
    this.#byName.set(name, address);
    this.#byAddress.set(address, name);
    return name;
  }
}
