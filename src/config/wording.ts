/** Sentences that several checks share. */
import type { JsonObject, Pointer } from '../core/json.ts';
import { nearest } from '../core/nearest.ts';
import type { Finding } from './explain.ts';

export const VARIABLE_IN_KEY =
  'Variables are replaced in values only, so that names stay the same everywhere. Write the name out.';

/** More names than this are no help in a message. */
const MOST_NAMES = 12;

/** What to say of a key that is not known, given those that are. */
export function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== undefined) return `There is no key \`${key}\` here. Did you mean \`${near}\`?`;
  const names = `${known.slice(0, MOST_NAMES).join(', ')}${known.length > MOST_NAMES ? ', …' : ''}`;
  const list = known.length === 0 ? '' : ` Known keys: ${names}.`;
  const extra = known.includes('extra')
    ? ' A field that the API has and this tool does not know goes under `extra`.'
    : '';
  return `There is no key \`${key}\` here.${list}${extra}`;
}

export function badName(key: string, at: Pointer, parent: Pointer, wrong: Finding, names: JsonObject): Finding {
  if (parent.endsWith('/custom')) {
    const detail = `The API cannot change a custom key named ${JSON.stringify(key)}: names that are fields of the object, and names with dots, spaces or \`$\`, are not reached by its updates. Choose another name.`;
    return { code: 'custom-key-unpatchable', at, isKey: true, detail };
  }
  const { description } = names;
  const rule = typeof description === 'string' ? ` ${description}` : '';
  return {
    code: wrong.code === 'too-long' ? 'too-long' : 'bad-key',
    at,
    isKey: true,
    detail: `${wrong.detail}${rule}`,
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map',
  null: '`null`',
};

export function namesOfTypes(types: readonly string[]): string {
  return types.map((type) => TYPE_NAMES[type] ?? type).join(' or ');
}
