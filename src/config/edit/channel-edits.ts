/** Corrections of a channel in the forms that people write: name and image beside the custom data, members in four ways. */
import type { Node } from 'yaml';
import { isMap, isSeq } from 'yaml';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Kind } from '../../core/kind.ts';
import type { Edit } from './edit.ts';
import { probe } from './place.ts';

/** Names below the resource, and what becomes of the value there. */
export interface Written {
  readonly names: readonly string[];
  readonly edit: Edit;
}

/** The written names of `custom.name`, as far as the file has them. */
export function customNames(names: readonly string[], body: Node | undefined): readonly string[] {
  const [first, key] = names;
  if (first !== 'custom' || (key !== 'name' && key !== 'image') || names.length !== 2) return names;
  const isWhole = body !== undefined && probe(body, names).depth === 2;
  return isWhole ? names : [key];
}

/**
 * Edits of the members of one file's channel. `ids` are those that change; `next` is the whole body as it is to be. A list
 * stays a list as long as nothing is told of its members but their ids.
 */
export function memberEdits(kind: Kind, body: Node, ids: ReadonlySet<string>, next: JsonObject): readonly Written[] {
  const members = memberOf(body, 'members');
  const moderators = memberOf(body, 'moderators');
  const isStaffTouched = moderators !== undefined && [...ids].some((id) => probe(moderators, [id]).depth === 1);
  const short = shortOf(kind, next);
  const whole: Written =
    short === undefined
      ? { names: ['members'], edit: { type: 'remove' } }
      : { names: ['members'], edit: { type: 'set', value: short } };
  if (isStaffTouched || members === undefined)
    return [whole, ...(moderators === undefined ? [] : [{ names: ['moderators'], edit: { type: 'remove' as const } }])];
  const inner = isMap(members) ? memberOf(members, 'list') : undefined;
  const isLong = isMap(members) && (inner !== undefined || memberOf(members, 'mode') !== undefined);
  const list = isLong ? inner : members;
  const at = isLong ? ['members', 'list'] : ['members'];
  const entries = isObject(next['members']) ? next['members'] : {};
  if (isSeq(list)) {
    const isPlain = [...ids].every((id) => !isObject(entries[id]) || Object.keys(entries[id]).length === 0);
    if (!isPlain) return [whole];
    const value = (list.items as Node[])
      .map((item) => String((item as { value?: unknown }).value))
      .filter((id) => id in entries || !ids.has(id));
    const added = [...ids].filter((id) => id in entries && !value.includes(id));
    const people = [...value, ...added];
    if (people.length === 0) return [whole];
    return [{ names: at, edit: { type: 'set', value: people, isSet: true } }];
  }
  if (!isMap(list)) return [whole];
  return [...ids].map((id) => {
    const entry = entries[id];
    if (entry === undefined) return { names: [...at, id], edit: { type: 'remove' } };
    return { names: [...at, id], edit: { type: 'set', value: shortEntry(entry) } };
  });
}

function memberOf(node: Node, name: string): Node | undefined {
  const found = probe(node, [name]);
  return found.depth === 1 ? found.node : undefined;
}

function shortOf(kind: Kind, body: JsonObject): Json | undefined {
  const { members, members_mode } = body;
  const part = {
    ...(members === undefined ? {} : { members }),
    ...(members_mode === undefined ? {} : { members_mode }),
  };
  return kind.pull?.shorten?.(part)['members'];
}

function shortEntry(value: Json): Json {
  if (!isObject(value)) return value;
  const { channel_role, ...more } = value;
  return typeof channel_role === 'string' && Object.keys(more).length === 0 ? channel_role : value;
}
