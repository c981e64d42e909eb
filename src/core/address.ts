/**
 * Addresses: `kind.id`, then `.field` or `["key"]`. An id or key stands in `["…"]` (a JSON string) unless it is made of word
 * characters, `:`, `@` and `-` only, so that names with dots and spaces have one spelling.
 */
import { globPattern } from './glob.ts';
import { type Pointer, tokensOf } from './json.ts';

export type Address = string;

const PLAIN = /^[\w:@-]+$/;

export function addressOf(kind: string, id: string): Address {
  return id === '' ? kind : `${kind}${segment(id)}`;
}

/** `user.alice` and `/custom/color` give `user.alice.custom.color`. */
export function fieldAddress(address: Address, at: Pointer): string {
  return address + fieldPath(at);
}

/** The field's part alone, with its leading dot: `/custom/color` gives `.custom.color`. */
export function fieldPath(at: Pointer): string {
  return tokensOf(at).map(segment).join('');
}

function segment(name: string): string {
  return PLAIN.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Splits an address or selector into its names; undefined when it is not one. `*` stays as it is. */
export function parseAddress(text: string): readonly string[] | undefined {
  const names: string[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^\[("(?:[^"\\]|\\.)*")\]/.exec(rest);
    const plain = names.length === 0 ? /^([\w*:@-]+)/.exec(rest) : /^\.([\w*:@-]+)/.exec(rest);
    if (quoted?.[1] !== undefined && names.length > 0) {
      const name = parseQuoted(quoted[1]);
      if (name === undefined) return undefined;
      names.push(name);
      rest = rest.slice(quoted[0].length);
    } else if (plain?.[1] !== undefined) {
      names.push(plain[1]);
      rest = rest.slice(plain[0].length);
    } else return undefined;
  }
  return names.length === 0 ? undefined : names;
}

function parseQuoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/** Tells whether a selector (`user.*`, `channel.livestream:*`, `role`) selects the resource at an address. */
export interface Selector {
  readonly text: string;
  matches(kind: string, id: string): boolean;
}

/** Parses `kind`, `kind.id` or `kind.id-with-*`; undefined when the text is not a selector of a resource. */
export function parseSelector(text: string): Selector | undefined {
  const names = parseAddress(text);
  const [kind, id, ...more] = names ?? [];
  if (kind === undefined || more.length > 0) return undefined;
  const wanted = id === undefined ? undefined : globPattern(id);
  return { text, matches: (k, i) => k === kind && (wanted === undefined || wanted.test(i)) };
}

/** Whether names fit names in which `*` stands for any text. */
export function matchesNames(wanted: readonly string[], names: readonly string[]): boolean {
  return wanted.length === names.length && wanted.every((each, index) => globPattern(each).test(names[index] ?? ''));
}
