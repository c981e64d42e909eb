/** Lays the chosen environment over the united files: maps merge, everything else replaces, and `without` takes out first. */
import { parseAddress } from '../core/address.ts';
import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  ownMember,
  pointer,
  valueAt,
  withValueAt,
} from '../core/json.ts';
import { nearest } from '../core/nearest.ts';
import type { Context, Place, RosterPattern } from './context.ts';
import { type Document, rootKeys } from './document.ts';
import { locateIn } from './locate.ts';
import { normalise } from './normalise.ts';
import { shown } from './report.ts';
import { unknownKey } from './wording.ts';

export interface Laid {
  readonly value: JsonObject;
  readonly rosters: readonly RosterPattern[];
}

/** Keys that an environment cannot have: they belong to the root as such. */
const NOT_IN_ENVIRONMENT = ['version', 'include', 'environments'];

export function lay(base: Laid, root: Document, context: Context): Laid {
  const { environments } = root;
  const place: Place = (at, what) => locateIn(root.parsed, at, what);
  const usable = Object.fromEntries(
    Object.entries(environments).map(([name, each]) => [
      name,
      knownKeys(each, pointer('environments', name), context, place),
    ]),
  );
  if (context.env === undefined) return base;
  if (!Object.hasOwn(environments, context.env)) {
    reportUnknown(context.env, Object.keys(environments), context, place);
    return base;
  }
  const at = pointer('environments', context.env);
  const { without, ...written } = usable[context.env] ?? {};
  const overlay = normalise(written, context, (below, what) => place(at + below, what));
  const { value, kept } = takeOut(base.value, without, at, context, place);
  const replaced = new Set(overlay.rosters.map((each) => each.kind));
  const rosters = base.rosters.filter((each) => !replaced.has(each.kind) && kept(each.kind.collection));
  return { value: merge(value, overlay.value) as JsonObject, rosters: [...rosters, ...overlay.rosters] };
}

function knownKeys(value: Json, at: string, context: Context, place: Place): Record<string, Json> {
  if (!isObject(value)) {
    const detail = 'An environment is a map of the keys that differ in it.';
    context.report.add({ code: 'wrong-type', detail, subject: at, source: place(at) });
    return {};
  }
  const known = [...rootKeys(context).filter((key) => !NOT_IN_ENVIRONMENT.includes(key)), 'without'];
  const kept: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    if (known.includes(key)) kept[key] = each;
    else {
      const below = at + pointer(key);
      const detail = NOT_IN_ENVIRONMENT.includes(key)
        ? `\`${key}\` is the same in all environments. Move it to the top of the root file.`
        : unknownKey(key, known);
      const code = NOT_IN_ENVIRONMENT.includes(key) ? 'root-only-key' : 'unknown-key';
      context.report.add({ code, detail, subject: below, source: place(below, 'key') });
    }
  }
  return kept;
}

function reportUnknown(env: string, known: readonly string[], context: Context, place: Place): void {
  const near = nearest(env, known.toSorted());
  const list =
    known.length === 0 ? 'The root file has no `environments`.' : `The environments are: ${known.join(', ')}.`;
  const detail = `There is no environment ${shown(env)}. ${near === undefined ? list : `Did you mean \`${near}\`?`}`;
  context.report.add({ code: 'unknown-environment', detail, source: place('/environments', 'key') });
}

/** Taken out before the overlay is merged, so that an environment can also replace a map as a whole. */
function takeOut(base: JsonObject, without: Json | undefined, at: string, context: Context, place: Place) {
  let value = base;
  const dropped = new Set<string>();
  if (without !== undefined && !isArray(without)) {
    const detail = '`without` is a list of paths such as `users.alice` or `app.grants`.';
    context.report.add({ code: 'wrong-type', detail, subject: `${at}/without`, source: place(`${at}/without`) });
  }
  for (const [index, path] of (isArray(without) ? without : []).entries()) {
    const names = typeof path === 'string' ? parseAddress(path) : undefined;
    const tokens = names === undefined ? [] : [collectionOf(names[0] ?? '', context), ...names.slice(1)];
    const isRoster = tokens.length === 2 && tokens[1] === 'from';
    if (names !== undefined && isRoster) dropped.add(tokens[0] ?? '');
    else if (names !== undefined && valueAt(value, pointer(...tokens)) !== undefined) {
      value = withValueAt(value, pointer(...tokens), undefined);
      if (tokens.length === 1) dropped.add(tokens[0] ?? '');
    } else {
      const below = `${at}/without/${index}`;
      const detail = `${shown(path)} leads to nothing that the files declare. Write a path such as \`users.alice\` or \`app.grants\`.`;
      context.report.add({ code: 'unknown-path', detail, subject: below, source: place(below) });
    }
  }
  return { value, kept: (collection: string) => !dropped.has(collection) };
}

function collectionOf(name: string, context: Context): string {
  return context.kinds.find((kind) => kind.name === name)?.collection ?? name;
}

function merge(base: Json | undefined, over: Json): Json {
  if (!isObject(base) || !isObject(over)) return over;
  const merged: Record<string, Json> = { ...base };
  for (const [key, each] of Object.entries(over)) merged[key] = merge(ownMember(base, key), each);
  return merged;
}
