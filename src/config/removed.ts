/** The `removed:` list: which resources this configuration wants gone. */
import { addressOf, parseAddress } from '../core/address.ts';
import { isArray, isObject, type Json, pointer } from '../core/json.ts';
import type { Kind, OnRemoval } from '../core/kind.ts';
import { nearest } from '../core/nearest.ts';
import type { Code } from './codes.ts';
import type { Context, Place } from './context.ts';
import type { Removed } from './desired.ts';
import { shown } from './report.ts';

/** Anything else is no way to remove anything, which the schema says. */
const WAYS: readonly OnRemoval[] = ['keep', 'delete', 'deactivate', 'disable', 'hard_delete'];

type Declared = ReadonlyMap<string, ReadonlySet<string>>;

/** The entries that can be used; the others are reported. Entries of the wrong shape are left to the schema. */
export function removedOf(
  list: Json | undefined,
  declared: Declared,
  context: Context,
  place: Place,
): readonly Removed[] {
  const removed: Removed[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of (isArray(list) ? list : []).entries()) {
    const address = isObject(entry) ? entry['address'] : undefined;
    if (!isObject(entry) || typeof address !== 'string') continue;
    const at = pointer('removed', index);
    const say = (code: Code, detail: string): undefined => {
      context.report.add({ code, detail, subject: address, source: place(at) });
      return undefined;
    };
    const found = resourceOf(address, context, say);
    if (found === undefined) continue;
    const { kind, id } = found;
    const name = addressOf(kind.name, id);
    if (seen.has(name)) say('duplicate-entry', `${name} stands in the list twice. Remove one of them.`);
    else if (declared.get(kind.name)?.has(id))
      say('removed-but-declared', `${name} is declared as well. Keep the declaration, or this entry, but not both.`);
    else if (kind.reserved?.(id)) say('removed-reserved', `${name} is built in, and the API keeps it.`);
    else {
      seen.add(name);
      const wanted = WAYS.find((each) => each === entry['on_removal']);
      const onRemoval = kind.removal.find((each) => each === wanted);
      if (wanted !== undefined && onRemoval === undefined) {
        const detail = `\`${wanted}\` is no way to remove a ${kind.name}. Allowed are ${kind.removal.join(', ')}.`;
        say('bad-on-removal', detail);
      } else removed.push({ kind: kind.name, id, at, ...(onRemoval === undefined ? {} : { onRemoval }) });
    }
  }
  return removed;
}

/** `policy.on_removal` by collection, as far as the kind can be removed that way. */
export function removalPolicy(
  value: Json | undefined,
  context: Context,
  place: Place,
): Readonly<Record<string, OnRemoval>> {
  const policy: Record<string, OnRemoval> = {};
  for (const kind of context.kinds) {
    const wanted = isObject(value) ? WAYS.find((each) => each === value[kind.collection]) : undefined;
    if (wanted === undefined) continue;
    if (kind.removal.includes(wanted)) policy[kind.collection] = wanted;
    else {
      const at = pointer('policy', 'on_removal', kind.collection);
      const allowed = kind.removal.length === 0 ? '' : ` Allowed are ${kind.removal.join(', ')}.`;
      const detail = `\`${wanted}\` is no way to remove a ${kind.name}.${allowed}`;
      context.report.add({ code: 'bad-on-removal', detail, subject: at, source: place(at) });
    }
  }
  return policy;
}

function resourceOf(
  address: string,
  context: Context,
  say: (code: Code, detail: string) => undefined,
): { readonly kind: Kind; readonly id: string } | undefined {
  const names = parseAddress(address);
  const [name = '', id] = names ?? [];
  const kind = context.kinds.find((each) => each.name === name);
  if (names !== undefined && kind === undefined) {
    const plural = context.kinds.find((each) => each.collection === name && !each.singleton);
    const near =
      plural?.name ??
      nearest(
        name,
        context.kinds.map((each) => each.name),
      );
    const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
    return say(
      'unknown-kind',
      `There is no kind \`${name}\`.${hint} An address is \`kind.id\`, such as \`user.alice\`.`,
    );
  }
  if (kind !== undefined && kind.removal.length === 0)
    return say('not-removable', `Resources of kind \`${name}\` are part of every app and stay.`);
  if (kind === undefined || id === undefined || names?.length !== 2 || id.includes('*'))
    return say(
      'bad-address',
      `${shown(address)} is no address of one resource. Write \`kind.id\`, and \`kind["id"]\` where the id holds dots or spaces.`,
    );
  return { kind, id };
}
