/** Commands of a type, whose list may name sets such as `fun_set` that the API expands and never shows again. */
import { asObject, isArray, type Json, type JsonObject } from '../../core/json.ts';

/** The declared command names. */
export function commandsOf(body: JsonObject | undefined): readonly string[] {
  const commands = body?.['commands'];
  return isArray(commands) ? commands.filter((name) => typeof name === 'string') : [];
}

/** The names that the API takes for several commands. A set of custom commands is none of them: it would be refused. */
const SETS = new Set(['all', 'fun_set', 'moderation_set']);

export function isSetName(name: string): boolean {
  return SETS.has(name);
}

/** The commands of each set, and of `all`, by the list of commands. */
export function setsOf(reply: JsonObject): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, string[]>([['all', []]]);
  for (const item of isArray(reply['commands']) ? reply['commands'] : []) {
    const { name, set } = asObject(item, 'command');
    if (typeof name !== 'string') continue;
    sets.get('all')?.push(name);
    if (typeof set === 'string' && set !== '') sets.set(set, [...(sets.get(set) ?? []), name]);
  }
  return sets;
}

/** Set names never read back: live commands that make up a declared set are shown as that set. */
export function inTermsOf(
  declared: readonly string[],
  live: readonly Json[],
  sets: ReadonlyMap<string, readonly string[]>,
): readonly Json[] {
  let left = live;
  const held: string[] = [];
  for (const name of declared) {
    const members = sets.get(name);
    if (members === undefined || !members.every((member) => live.includes(member))) continue;
    held.push(name);
    left = left.filter((item) => !members.includes(String(item)) || declared.includes(String(item)));
  }
  return [...held, ...left];
}
