/** Which fields are secrets, and how they are kept out of everything but the transport. */
import { secretRef } from '../core/call.ts';
import { isObject, type Json, type Pointer, pointer, tokensOf } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Range } from './source.ts';

export const API_SECRET: Pointer = '/target/api_secret';

export class SecretFields {
  readonly #patterns: readonly (readonly string[])[];
  /** Last names of secret fields: how a secret is known in a file whose structure cannot be trusted. */
  readonly names: ReadonlySet<string>;

  constructor(kinds: readonly Kind[]) {
    const ofKinds = kinds.flatMap((kind) =>
      Object.entries(kind.fields)
        .filter(([, spec]) => spec.blind === 'secret')
        .map(([at]) => [kind.collection, ...(kind.singleton ? [] : ['*']), ...tokensOf(at)]),
    );
    this.#patterns = [tokensOf(API_SECRET), ...ofKinds];
    this.names = new Set(this.#patterns.map((tokens) => tokens.at(-1) ?? ''));
  }

  /** Whether a pointer of the united configuration is a secret, or stands inside one. */
  covers(at: Pointer): boolean {
    const tokens = tokensOf(at);
    return this.#patterns.some(
      (pattern) =>
        tokens.length >= pattern.length && pattern.every((token, index) => token === '*' || token === tokens[index]),
    );
  }

  /** The configuration with `{"$secret": pointer}` in place of each secret; `found` gets their values. */
  extract(value: Json, found: Map<Pointer, string>): Json {
    return replaceSecrets(value, this.#patterns, '', found);
  }

  /** Stretches of a text that look like literal secrets, found line by line: for files that are no valid YAML. */
  rangesIn(text: string): Range[] {
    const names = [...this.names].map((name) => name.replaceAll(/\W/g, '\\$&')).join('|');
    const line = new RegExp(`\\b(?:${names})["']?[ \\t]*:[ \\t]*(?!\\$\\{\\w+\\}["']?[ \\t]*$)([^\\s].*)$`, 'gm');
    return [...text.matchAll(line)].map((match) => {
      const end = match.index + match[0].length;
      return [end - (match[1] ?? '').length, end] as const;
    });
  }
}

type Patterns = readonly (readonly string[])[];

/** Follows the patterns that still lead somewhere; what none of them reaches stays the same object. */
function replaceSecrets(value: Json, patterns: Patterns, at: Pointer, found: Map<Pointer, string>): Json {
  if (patterns.length === 0 || value === null) return value;
  if (patterns.some((pattern) => pattern.length === 0)) {
    found.set(at, typeof value === 'string' ? value : JSON.stringify(value));
    return secretRef(at);
  }
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    const below = patterns.filter(([name]) => name === '*' || name === key).map(([, ...rest]) => rest);
    copy[key] = below.length === 0 ? each : replaceSecrets(each, below, at + pointer(key), found);
  }
  return copy;
}

/** Whether the name of a variable says that its value is a secret. */
export function looksSecret(variable: string): boolean {
  return /SECRET|TOKEN|PASSWORD|PASSWD|_KEY$|PRIVATE/i.test(variable);
}
