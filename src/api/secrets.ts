/** The only place where secrets are values: put into a body just before it is written, and taken out of every text. */

import { secretPointer } from '../core/call.ts';
import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';

/** Shorter values would blank out ordinary words of a message. */
const SHORTEST = 4;
/** Lines of a key file that are worth hiding on their own: the API may quote only one of them. */
const SHORTEST_LINE = 16;
const SHOWN = '[secret]';

/** The body with every `{"$secret": pointer}` replaced by the secret's value. */
export function resolveSecrets(body: JsonObject, secrets: ReadonlyMap<string, string>): JsonObject {
  if (!holdsSecret(body)) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, resolve(value, secrets)]));
}

/** Nearly no body does: looking is cheaper than copying it. */
function holdsSecret(value: Json): boolean {
  if (isArray(value)) return value.some(holdsSecret);
  if (!isObject(value)) return false;
  return secretPointer(value) !== undefined || Object.values(value).some(holdsSecret);
}

function resolve(value: Json, secrets: ReadonlyMap<string, string>): Json {
  const at = secretPointer(value);
  if (at !== undefined) {
    const secret = secrets.get(at);
    if (secret === undefined) throw new Error(`there is no secret at ${at}`);
    return secret;
  }
  if (isArray(value)) return value.map((item) => resolve(item, secrets));
  return isObject(value) ? resolveSecrets(value, secrets) : value;
}

/** Hides each of the values wherever it stands in a text: as it is, escaped as in JSON, or escaped as in a URL. */
export function createMask(values: Iterable<string>): (text: string) => string {
  const hidden = new Set<string>();
  for (const value of values) {
    const lines = value.split(/\r?\n/).filter((line) => line.length >= SHORTEST_LINE);
    for (const form of [value, value.trim(), ...lines]) {
      if (form.length < SHORTEST) continue;
      hidden.add(form).add(JSON.stringify(form).slice(1, -1)).add(percentEncoded(form));
    }
  }
  // A secret that is part of another one would leave the rest of the longer one behind.
  const forms = [...hidden].sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((masked, form) => masked.replaceAll(form, SHOWN), text);
}

function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
