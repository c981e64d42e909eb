/** Reads the root file with everything it includes and puts the documents together. */
import { relative } from 'node:path';
import { addressOf } from '../core/address.ts';
import type { Source } from '../core/diagnostic.ts';
import { isArray, isObject, type Json, type JsonObject, type Pointer, pointer, tokensOf } from '../core/json.ts';
import { type Context, kindOfCollection, type RosterPattern } from './context.ts';
import { type Document, loadDocument } from './document.ts';
import { filesMatching, isGlob } from './glob.ts';
import { find, locateIn, placeOf } from './locate.ts';
import { placeText } from './report.ts';
import { folderOf } from './source.ts';

export interface United {
  readonly documents: readonly Document[];
  readonly value: Readonly<Record<string, Json>>;
  readonly rosters: readonly RosterPattern[];
  /** Some file could not be used, so what is missing may stand there. */
  readonly isPartial: boolean;
  /** By pointer of a united list: where each document's entries start. */
  readonly lists: ReadonlyMap<Pointer, ReadonlyMap<Document, number>>;
}

/** Undefined when the root file cannot be read. */
export function unite(file: string, context: Context): United | undefined {
  const documents: Document[] = [];
  const loaded = new Map<string, boolean>();
  let isPartial = false;

  function load(path: string, from: Source | undefined, above: readonly string[]): boolean {
    const document = loadDocument(path, context, from);
    loaded.set(path, document !== undefined);
    if (document === undefined || document.isBroken) isPartial = true;
    if (document === undefined) return false;
    documents.push(document);
    for (const { pattern, source } of document.include) include(document, pattern, source, [...above, path]);
    return true;
  }

  function include(by: Document, pattern: string, source: Source, above: readonly string[]): void {
    const files = filesMatching(folderOf(by.file), pattern, context.files);
    if (files.length === 0) {
      isPartial ||= !isGlob(pattern);
      const detail = isGlob(pattern)
        ? `No file matches \`${pattern}\`. Includes are relative to the file that names them.`
        : `There is no file \`${pattern}\`. Includes are relative to the file that names them.`;
      const code = isGlob(pattern) ? 'no-match' : 'file-not-found';
      context.report.add({ code, severity: isGlob(pattern) ? 'warning' : 'error', detail, source });
    }
    for (const path of files) {
      if (above.includes(path)) {
        // A pattern such as `*.yaml` matches the file that holds it: harmless. A file named outright is a mistake.
        if (isGlob(pattern)) continue;
        const names = [...above.slice(above.indexOf(path)), path].map((each) => relative(folderOf(file), each) || each);
        const detail = `The files include each other: ${names.join(' → ')}. Remove one of the includes.`;
        context.report.add({ code: 'include-cycle', detail, source });
      } else if (!loaded.has(path)) load(path, source, above);
    }
  }

  if (!load(file, undefined, [])) return undefined;
  const { value, lists } = join(documents, context);
  return { documents, value, rosters: documents.flatMap((each) => each.rosters), isPartial, lists };
}

function join(documents: readonly Document[], context: Context): Pick<United, 'value' | 'lists'> {
  const value: Record<string, Json> = {};
  const lists = new Map<Pointer, Map<Document, number>>();
  for (const document of documents) {
    for (const [key, each] of Object.entries(document.value)) {
      const at = pointer(key);
      const known = value[key];
      if (key === 'removed' || key === 'tests') value[key] = append(at, known, each, document, lists);
      else if (key === 'external' && isObject(each)) value[key] = appendAll(at, known, each, document, lists);
      else if (isObject(each) && (known === undefined || isObject(known))) {
        value[key] = known === undefined ? each : merge(known, each, key, document);
      } else if (known === undefined) value[key] = each;
      else conflict(at, document, owner([key]));
    }
  }
  return { value, lists };

  function merge(known: JsonObject, more: JsonObject, collection: string, document: Document): Json {
    const merged: Record<string, Json> = { ...known };
    for (const [key, each] of Object.entries(more)) {
      if (Object.hasOwn(merged, key)) conflict(pointer(collection, key), document, owner([collection, key]));
      else merged[key] = each;
    }
    return merged;
  }

  /** The first file that has a key. */
  function owner([key, below]: readonly [string, string?]): Document | undefined {
    return documents.find(
      ({ value: { [key]: own } }) =>
        own !== undefined && (below === undefined || (isObject(own) && Object.hasOwn(own, below))),
    );
  }

  function conflict(at: Pointer, document: Document, owner: Document | undefined): void {
    const first = owner === undefined ? undefined : locateIn(owner.parsed, at, 'key');
    const [collection = '', id] = tokensOf(at);
    const kind = kindOfCollection(context, collection);
    const subject = kind === undefined || kind.singleton || id === undefined ? at : addressOf(kind.name, id);
    const detail = `It is already defined at ${placeText(first, document.file)}. Keep one of them.`;
    context.report.add({ code: 'duplicate-resource', detail, subject, source: locateIn(document.parsed, at, 'key') });
  }
}

type Lists = Map<Pointer, Map<Document, number>>;

function append(at: Pointer, known: Json | undefined, more: Json, document: Document, lists: Lists): Json {
  if (!isArray(more) || (known !== undefined && !isArray(known))) return known ?? more;
  const starts = lists.get(at) ?? new Map<Document, number>();
  lists.set(at, starts.set(document, known?.length ?? 0));
  return [...(known ?? []), ...more];
}

function appendAll(at: Pointer, known: Json | undefined, more: Json, document: Document, lists: Lists): Json {
  const merged: Record<string, Json> = { ...(isObject(known) ? known : {}) };
  for (const [key, each] of Object.entries(isObject(more) ? more : {}))
    merged[key] = append(at + pointer(key), merged[key], each, document, lists);
  return merged;
}

/** Finds places of united pointers: in the overlay first, then in the files; the deepest match wins. */
export function locator(
  united: United,
  env: string | undefined,
): (at: Pointer, what?: 'key' | 'value') => Source | undefined {
  return (at, what = 'value') => {
    const names = tokensOf(at);
    let best: { depth: number; source: () => Source } | undefined;
    for (const [index, document] of united.documents.entries()) {
      const ways = [inDocument(united, document, names)];
      if (index === 0 && env !== undefined) ways.unshift(['environments', env, ...names]);
      for (const way of ways) {
        if (way === undefined) continue;
        const hit = find(document.parsed, way);
        const depth = (hit?.depth ?? 0) - (way.length - names.length);
        if (hit !== undefined && depth > (best?.depth ?? 0)) best = { depth, source: () => placeOf(hit, what) };
      }
    }
    if (best !== undefined) return best.source();
    const [root] = united.documents;
    return root?.parsed.source.place(0);
  };
}

/** The names of a united pointer inside one document: entries of united lists are counted from its own first one. */
function inDocument(united: United, document: Document, names: readonly string[]): readonly string[] | undefined {
  for (const [list, starts] of united.lists) {
    const prefix = tokensOf(list);
    const index = names[prefix.length];
    if (index === undefined || !prefix.every((name, at) => name === names[at])) continue;
    const start = starts.get(document);
    if (start === undefined || Number(index) < start) return undefined;
    return [...prefix, String(Number(index) - start), ...names.slice(prefix.length + 1)];
  }
  return names;
}
