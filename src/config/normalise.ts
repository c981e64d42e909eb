/** Expands the short forms of one document or overlay: lists of names, and whatever the kinds know. */
import { isArray, isObject, type Json, type JsonObject, type Pointer, pointer } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { type Context, kindOfCollection, type Place, type RosterPattern } from './context.ts';
import { shown } from './report.ts';

export interface Normalised {
  readonly value: Readonly<Record<string, Json>>;
  readonly rosters: readonly RosterPattern[];
}

/** `place` gives the place of a pointer into `root`. */
export function normalise(root: JsonObject, context: Context, place: Place): Normalised {
  const value: Record<string, Json> = {};
  const rosters: RosterPattern[] = [];
  for (const [key, raw] of Object.entries(root)) {
    const kind = kindOfCollection(context, key);
    if (kind === undefined) value[key] = key === 'removed' ? removals(raw) : key === 'tests' ? tests(raw) : raw;
    else if (kind.singleton)
      value[key] = resource(kind, raw, () => pointer(key), internalFields(kind, context), context, place);
    else value[key] = collection(kind, raw, context, place, rosters);
  }
  return { value, rosters };
}

function removals(raw: Json): Json {
  return isArray(raw) ? raw.map((entry) => (typeof entry === 'string' ? { address: entry } : entry)) : raw;
}

/** `in: livestream` is short for `in: [livestream]`. */
function tests(raw: Json): Json {
  if (!isArray(raw)) return raw;
  return raw.map((entry) =>
    isObject(entry) && typeof entry['in'] === 'string' ? { ...entry, in: [entry['in']] } : entry,
  );
}

function collection(kind: Kind, raw: Json, context: Context, place: Place, rosters: RosterPattern[]): Json {
  const at = pointer(kind.collection);
  const named = isArray(raw) && context.schemas.takesNames(kind) ? byName(kind, raw, context, place) : raw;
  if (!isObject(named)) return named;
  const value: Record<string, Json> = {};
  const internal = internalFields(kind, context);
  for (const id of Object.keys(named)) {
    const body = named[id] ?? null;
    const below = () => at + pointer(id);
    if (id === 'from' && context.schemas.hasRosters(kind)) {
      const patterns = typeof body === 'string' ? [body] : body;
      const isList = isArray(patterns) && patterns.every((each) => typeof each === 'string');
      if (isList)
        rosters.push(
          ...patterns.map((pattern, index) => ({
            kind,
            pattern: String(pattern),
            source: place(`${below()}/${index}`),
          })),
        );
      else
        context.report.add({
          code: 'wrong-type',
          detail: '`from` is a list of roster files.',
          subject: at,
          source: place(below()),
        });
    } else if (body === null) {
      const detail = `\`null\` does not remove a resource. Take it out here, and name it under \`removed:\` to delete it.`;
      context.report.add({ code: 'null-not-allowed', detail, subject: below(), source: place(below()) });
    } else value[id] = resource(kind, body, below, internal, context, place);
  }
  return value;
}

/** `roles: [host, vip]` is short for `{ host: {}, vip: {} }`. */
function byName(kind: Kind, list: readonly Json[], context: Context, place: Place): Json {
  const value: Record<string, Json> = {};
  for (const [index, entry] of list.entries()) {
    const subject = pointer(kind.collection);
    const at = `${subject}/${index}`;
    if (typeof entry === 'object' || entry === '__proto__') {
      const detail = `A list under \`${kind.collection}\` holds names only. To say more about them, write a map by name.`;
      context.report.add({ code: 'wrong-type', detail, subject, source: place(at) });
    } else if (Object.hasOwn(value, String(entry))) {
      const detail = `${shown(entry)} stands in the list twice. Remove one of them.`;
      context.report.add({ code: 'duplicate-entry', detail, subject, source: place(at) });
    } else value[String(entry)] = {};
  }
  return value;
}

function resource(
  kind: Kind,
  raw: Json,
  at: () => Pointer,
  internal: ReadonlySet<string>,
  context: Context,
  place: Place,
): Json {
  if (!isObject(raw)) return kind.normalise(raw) ?? raw;
  const unknown = internal.size === 0 ? [] : Object.keys(raw).filter((key) => internal.has(key));
  for (const key of unknown) {
    const below = at() + pointer(key);
    const detail = `There is no key \`${key}\` here.`;
    context.report.add({ code: 'unknown-key', detail, subject: below, source: place(below, 'key') });
  }
  if (kind.name === 'channel') {
    refuseNameTwice(raw, at, context, place);
    refuseNobody(raw, at, context, place);
  }
  const written =
    unknown.length === 0 ? raw : Object.fromEntries(Object.entries(raw).filter(([key]) => !internal.has(key)));
  return kind.normalise(written) ?? written;
}

/** Fields that normalising makes and nobody writes. */
function internalFields(kind: Kind, context: Context): ReadonlySet<string> {
  const properties = context.schemas.body(kind).schema['properties'];
  const fields = isObject(properties) ? Object.entries(properties) : [];
  return new Set(fields.flatMap(([key, field]) => (isObject(field) && field['x-internal'] === true ? [key] : [])));
}

function refuseNameTwice(raw: JsonObject, at: () => Pointer, context: Context, place: Place): void {
  const custom = raw['custom'];
  if (!isObject(custom)) return;
  for (const key of ['name', 'image'].filter((each) => Object.hasOwn(raw, each) && Object.hasOwn(custom, each))) {
    const below = at() + pointer('custom', key);
    const detail = `\`${key}\` is short for \`custom.${key}\`, and both are given. Keep one of them.`;
    context.report.add({ code: 'custom-name-twice', detail, subject: below, source: place(below, 'key') });
  }
}

/** An empty list of members wants a channel without members, which only the mode `exact` can bring about. */
function refuseNobody(raw: JsonObject, at: () => Pointer, context: Context, place: Place): void {
  const { members } = raw;
  const list = isObject(members) ? members['list'] : members;
  if (!isArray(list) || list.length > 0 || (isObject(members) && members['mode'] === 'exact')) return;
  const below = at() + pointer('members');
  const detail =
    'An empty list removes nobody in this mode. Write `members: { mode: exact, list: [] }`, or leave the key out.';
  context.report.add({ code: 'not-allowed', detail, subject: below, source: place(below, 'key') });
}
