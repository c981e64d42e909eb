/** One file of the configuration: read, parsed, turned into JSON and freed of short forms. */
import type { Source } from '../core/diagnostic.ts';
import { isArray, isObject, type Json, type JsonObject, type Pointer, pointer } from '../core/json.ts';
import type { Context, Place, RosterPattern } from './context.ts';
import { locateIn } from './locate.ts';
import { normalise } from './normalise.ts';
import { type Parsed, parseYaml } from './parse.ts';
import { readInParts } from './parts/read.ts';
import { readSource } from './source.ts';
import { type Tree, toJson } from './tree.ts';
import { unknownKey } from './wording.ts';

export interface Document {
  readonly file: string;
  readonly parsed: Parsed;
  /** Normalised, without `include`, `environments` and rosters. */
  readonly value: Readonly<Record<string, Json>>;
  readonly rosters: readonly RosterPattern[];
  readonly include: readonly { readonly pattern: string; readonly source: Source }[];
  /** As written: only the chosen one is normalised. */
  readonly environments: JsonObject;
  readonly dropped: ReadonlySet<Pointer>;
  /** The file could not be used, which was reported: what it would have said is not known. */
  readonly isBroken: boolean;
}

const ROOT_ONLY = ['version', 'target', 'environments', 'policy', 'ledger'];

/** Undefined when the file cannot be read at all. `from` is the place that includes it, undefined for the root file. */
export function loadDocument(file: string, context: Context, from: Source | undefined): Document | undefined {
  const source = readSource(file, context.files, context.report);
  if (source === undefined) return undefined;
  const inParts = readInParts(source, context);
  const parsed = inParts?.parsed ?? parseYaml(source, context.secrets, context.report);
  const place: Place = (at, what) => locateIn(parsed, at, what);
  const empty = {
    file,
    parsed,
    value: {},
    rosters: [],
    include: [],
    environments: {},
    dropped: new Set<Pointer>(),
    isBroken: true,
  };
  if (parsed.isBroken) return empty;
  const { value, dropped } = inParts ?? wholeTree(parsed, context);
  if (!isObject(value)) {
    if (value === undefined && dropped.size > 0) return empty;
    const detail =
      value === undefined || value === null
        ? `The file holds nothing. Write at least \`version: 1\`.`
        : 'The file holds no map of keys such as `version`.';
    const isEmpty = value === undefined || value === null;
    context.report.add({ code: isEmpty ? 'empty-file' : 'wrong-type', detail, source: source.place(0) });
    return empty;
  }
  const { include, environments, ...rest } = knownKeys(value, from === undefined, context, place);
  return {
    file,
    parsed,
    ...normalise(rest, context, place),
    include: patternsOf(include, context, place),
    environments: isObject(environments) ? environments : {},
    dropped,
    isBroken: false,
  };
}

function wholeTree(parsed: Parsed, { schemas, kinds, report }: Context): Tree {
  return toJson(parsed, schemas.document(kinds), schemas, report);
}

function knownKeys(value: JsonObject, isRoot: boolean, context: Context, place: Place): Record<string, Json> {
  const known = rootKeys(context);
  const kept: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    if (!known.includes(key)) {
      context.report.add({
        code: 'unknown-key',
        detail: unknownKey(key, known),
        subject: pointer(key),
        source: place(pointer(key), 'key'),
      });
    } else if (!isRoot && ROOT_ONLY.includes(key)) {
      const detail = `\`${key}\` may stand only in the root file, so that it is found in one place. Move it there.`;
      context.report.add({ code: 'root-only-key', detail, subject: pointer(key), source: place(pointer(key), 'key') });
    } else kept[key] = each;
  }
  return kept;
}

/** The keys of a configuration file: settings, then collections. */
export function rootKeys(context: Context): readonly string[] {
  const settings = context.schemas.settings().schema['properties'];
  return [...(isObject(settings) ? Object.keys(settings) : []), ...context.kinds.map((kind) => kind.collection)];
}

function patternsOf(include: Json | undefined, context: Context, place: Place): Document['include'] {
  if (include === undefined) return [];
  if (!isArray(include)) {
    const detail = '`include` is a list of files or patterns.';
    context.report.add({ code: 'wrong-type', detail, subject: '/include', source: place('/include') });
    return [];
  }
  return include.flatMap((pattern, index) => {
    const at = `/include/${index}`;
    const source = place(at);
    if (typeof pattern === 'string' && pattern !== '' && !pattern.includes('${')) return [{ pattern, source }];
    const isVariable = typeof pattern === 'string' && pattern !== '';
    const detail = isVariable
      ? 'Variables are not replaced in `include`, so that a configuration is the same files everywhere. Write the path out.'
      : 'An entry of `include` is a file or a pattern.';
    context.report.add({ code: isVariable ? 'variable-in-key' : 'wrong-type', detail, subject: at, source });
    return [];
  });
}
