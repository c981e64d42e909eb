/** The `policy.waivers` list: impacts that this configuration accepts. */
import { parseAddress } from '../core/address.ts';
import { isArray, isObject, type Json, pointer } from '../core/json.ts';
import { nearest } from '../core/nearest.ts';
import type { Waiver } from '../core/plan.ts';
import type { Code } from './codes.ts';
import type { Context, Place } from './context.ts';

import { shown } from './report.ts';

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** The entries that can be used; the others are reported. Entries of the wrong shape are left to the schema. */
export function waiversOf(list: Json | undefined, context: Context, place: Place): readonly Waiver[] {
  return (isArray(list) ? list : []).flatMap((entry, index) => {
    if (!isObject(entry)) return [];
    const { code, address, reason, expires } = entry;
    const isWhole = [code, address, reason, expires].every((each) => typeof each === 'string');
    if (!isWhole) return [];
    const at = pointer('policy', 'waivers', index);
    const say = (name: Code, key: string, detail: string): [] => {
      context.report.add({ code: name, detail, subject: `${at}/${key}`, source: place(`${at}/${key}`) });
      return [];
    };
    const names = parseAddress(String(address));
    if (names === undefined)
      return say(
        'bad-address',
        'address',
        `${shown(String(address))} is no address. Write \`kind.id\` or \`kind.id.field\`, with * for any text.`,
      );
    const known = context.kinds.map((kind) => kind.name);
    if (!known.includes(names[0] ?? '')) {
      const near = nearest(names[0] ?? '', known);
      const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
      return say('unknown-kind', 'address', `There is no kind \`${names[0]}\`.${hint}`);
    }
    if (!FORM.test(String(expires))) return [];
    if (!isDay(String(expires)))
      return say(
        'bad-date',
        'expires',
        `${shown(String(expires))} is no day. Write it as year, month and day: 2026-12-31.`,
      );
    return [
      { code: String(code), address: String(address), names, reason: String(reason), expires: String(expires), at },
    ];
  });
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  // JavaScript takes the 31st of February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
