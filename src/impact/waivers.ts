/** Waivers: impacts that the configuration accepts, for a reason and until a day. */
import { matchesNames, parseAddress } from '../core/address.ts';
import { tokensOf } from '../core/json.ts';
import type { Impact, Waiver } from '../core/plan.ts';

export interface Waived {
  readonly impacts: readonly Impact[];
  readonly expired: readonly Waiver[];
  readonly unused: readonly Waiver[];
}

/** Marks the impacts that a waiver accepts at a time. `also`: impacts that are not of this run, for which waivers may be kept. */
export function waive(
  impacts: readonly Impact[],
  waivers: readonly Waiver[],
  now: number,
  also: readonly Impact[] = [],
): Waived {
  const today = new Date(now).toISOString().slice(0, 10);
  const expired = waivers.filter((waiver) => waiver.expires < today);
  const valid = waivers.filter((waiver) => waiver.expires >= today);
  const used = new Set<Waiver>();
  const marked = impacts.map((impact) => {
    const found = valid.filter((waiver) => accepts(waiver, impact));
    for (const waiver of found) used.add(waiver);
    const [first] = found;
    return first === undefined ? impact : { ...impact, waiver: { reason: first.reason, expires: first.expires } };
  });
  const isWaiting = (waiver: Waiver) => also.some((impact) => accepts(waiver, impact));
  return {
    impacts: marked,
    expired,
    unused: valid.filter((waiver) => !used.has(waiver) && !isWaiting(waiver)),
  };
}

function accepts(waiver: Waiver, impact: Impact): boolean {
  if (waiver.code !== impact.code) return false;
  const names = [...(parseAddress(impact.address) ?? []), ...tokensOf(impact.path)];
  return waiver.names.length <= names.length && matchesNames(waiver.names, names.slice(0, waiver.names.length));
}
