/**
 * Overrides of a channel's configuration. Replies show only the effective configuration, so the overrides are seen through
 * it: declared keys as they are in force, and every other key that differs from the channel's type.
 */
import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';

const OVERRIDABLE =
  `blocklist blocklist_behavior chat_preferences commands count_messages max_message_length push_level quotes
reactions replies shared_locations typing_events uploads url_enrichment user_message_reminders`.split(/\s+/);

/** A type's settings as they are, and those that this run changes as they will be. */
export interface TypeConfig {
  readonly now: JsonObject;
  readonly next: JsonObject;
}

/** The live overrides, in the declared ones' terms: equal to `declared` exactly if nothing needs to change. */
export function effectiveOverrides(declared: JsonObject, config: JsonObject, type: TypeConfig | undefined): JsonObject {
  const seen: Record<string, Json> = {};
  for (const key of OVERRIDABLE) {
    const here = comparable(config[key]);
    const wanted = declared[key];
    if (wanted !== undefined) {
      if (here !== undefined && !isAboutToGo(key, wanted, here, type))
        seen[key] = equalJson(comparable(wanted), here) ? wanted : partOf(wanted, here);
    } else if (type !== undefined && here !== undefined && !equalJson(here, comparable(type.now[key])))
      seen[key] = here;
  }
  const grants = config['grants'];
  const modifiers = declared['grants'];
  // The grants stand in a channel's configuration only when they are overridden there.
  if (isObject(modifiers)) seen['grants'] = modifiersInForce(modifiers, isObject(grants) ? grants : undefined);
  else if (isObject(grants)) seen['grants'] = grants;
  return seen;
}

/** What a channel may have from its type alone is no override, and goes when the type changes. */
function isAboutToGo(key: string, wanted: Json, here: Json, type: TypeConfig | undefined): boolean {
  const next = type?.next[key];
  if (type === undefined || next === undefined) return false;
  return equalJson(comparable(type.now[key]), here) && !equalJson(comparable(next), comparable(wanted));
}

/** Lists of commands come as objects or names, in any order. */
function comparable(value: Json | undefined): Json | undefined {
  if (!isArray(value)) return value;
  return value.map((item) => (isObject(item) && typeof item['name'] === 'string' ? item['name'] : item)).toSorted();
}

/** Of an object, the declared keys alone: what else the API filled in is not ours. */
function partOf(wanted: Json, here: Json): Json {
  if (!isObject(wanted) || !isObject(here)) return here;
  return Object.fromEntries(Object.keys(wanted).flatMap((key) => (here[key] === undefined ? [] : [[key, here[key]]])));
}

/** `permission` holds where the role has it, `!permission` where it has not. Without overridden grants none is in force. */
function modifiersInForce(modifiers: JsonObject, grants: JsonObject | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(modifiers).map(([role, list]) => {
      const held = isArray(grants?.[role]) ? grants[role] : [];
      const inForce =
        isArray(list) && grants !== undefined
          ? list.filter((item) =>
              String(item).startsWith('!') ? !held.includes(String(item).slice(1)) : held.includes(item),
            )
          : [];
      return [role, inForce];
    }),
  );
}
