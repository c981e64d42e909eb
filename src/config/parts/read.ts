/**
 * Reads a file part by part, most parts without the parser. What has to be reported is found by the parser in its own part, with
 * the places and words that the whole file would get. A file that is no sum of its parts (invalid YAML, aliases, several
 * documents) is declined.
 */
import { isObject, type Json, type Pointer, pointer } from '../../core/json.ts';
import type { Context } from '../context.ts';
import { RESPELLED } from '../locate.ts';
import { type Parsed, type Problems, parseYaml } from '../parse.ts';
import type { Problem } from '../report.ts';
import type { View } from '../schema.ts';
import { SourceFile } from '../source.ts';
import { duplicateKey, type Tree, toJson } from '../tree.ts';
import { cut, type Section } from './cut.ts';
import { CutFile, entryIndex } from './cut-file.ts';
import { skipSpaces } from './lines.ts';
import { entryRange, Part } from './part.ts';
import { PlainReader } from './plain.ts';
import { keyAt } from './scalar.ts';

export interface ReadInParts extends Tree {
  readonly parsed: CutFile;
}

/** Undefined: the file has to be parsed as a whole. Nothing was reported then. */
export function readInParts(given: SourceFile, context: Context): ReadInParts | undefined {
  // One of its own: what parts hide in vain must not be hidden when the file is parsed as a whole.
  const source = new SourceFile(given.file, given.text);
  const sections = cut(source.text);
  if (sections === undefined || sections.length === 0) return undefined;
  if (sections.some(({ key }) => key === 'list' || RESPELLED.has(key))) return undefined;
  const reader = new PartsReader(source, context);
  const value: Record<string, Json> = {};
  for (const section of sections) {
    const isRead = section.starts.length === 0 ? reader.section(section, value) : reader.entries(section, value);
    if (!isRead) return undefined;
  }
  for (const problem of reader.problems) context.report.add(problem);
  return { value, dropped: reader.dropped, parsed: new CutFile(source, sections, RESPELLED) };
}

class PartsReader {
  readonly problems: Problem[] = [];
  readonly dropped = new Set<Pointer>();
  readonly #problems: Problems = { add: (problem) => void this.problems.push(problem) };
  readonly #source: SourceFile;
  readonly #context: Context;
  readonly #view: View;
  readonly #root: readonly View[];
  readonly #plain: PlainReader;
  /** Of the section in which a key stood twice. */
  #indexed: { readonly section: Section; readonly index: ReadonlyMap<string, number> } | undefined;

  constructor(source: SourceFile, context: Context) {
    this.#source = source;
    this.#context = context;
    this.#view = context.schemas.document(context.kinds);
    this.#root = context.schemas.expand([this.#view], 'written');
    this.#plain = new PlainReader(source.text, context.schemas, context.secrets.names);
  }

  /** A section that is not cut any further. */
  section(section: Section, into: Record<string, Json>): boolean {
    const { key, start, end } = section;
    const plain = this.#plain.read(start, end, 0, () => this.#root);
    if (plain !== undefined && Object.hasOwn(plain, key)) {
      into[key] = plain[key] as Json;
      return true;
    }
    const value = this.#parse(Part.ofSection(this.#source, section));
    if (value === undefined) return false;
    if (Object.hasOwn(value, key)) into[key] = value[key] as Json;
    return true;
  }

  entries(section: Section, into: Record<string, Json>): boolean {
    const value: Record<string, Json> = {};
    const views = this.#context.schemas.member(this.#root, section.key, 'written');
    const lost = new Set<string>();
    const { text } = this.#source;
    for (let index = 0; index < section.starts.length; index += 1) {
      const [start, end] = entryRange(section, index);
      const at = skipSpaces(text, start);
      const key = keyAt(text, at)?.key;
      if (key === undefined || key === '<<') return false;
      if (Object.hasOwn(value, key) || lost.has(key)) {
        if (!this.#duplicate(section, index, key, at)) return false;
        continue;
      }
      const plain = this.#plain.read(start, end, section.indent, () => views);
      const read = plain ?? this.#parsedEntry(section, index);
      if (read === undefined) return false;
      if (Object.hasOwn(read, key)) value[key] = read[key] as Json;
      else lost.add(key);
    }
    into[section.key] = value;
    return true;
  }

  #parsedEntry(section: Section, index: number): Readonly<Record<string, Json>> | undefined {
    const value = this.#parse(Part.ofEntry(this.#source, section, index))?.[section.key];
    return isObject(value) ? value : undefined;
  }

  #parse(part: Part): Readonly<Record<string, Json>> | undefined {
    const parsed = this.#nodes(part);
    if (parsed === undefined) return undefined;
    const { value, dropped } = toJson(parsed, this.#view, this.#context.schemas, this.#problems);
    for (const at of dropped) this.dropped.add(at);
    return isObject(value) ? value : undefined;
  }

  /** Undefined where a part is nothing without the others. */
  #nodes(part: Part): Parsed<Part> | undefined {
    const parsed = parseYaml(part, this.#context.secrets, this.#problems);
    return parsed.isBroken || parsed.hasAliases ? undefined : parsed;
  }

  /** What stands under a key for the second time is not used, but its secrets are hidden. */
  #duplicate(section: Section, index: number, key: string, at: number): boolean {
    if (this.#nodes(Part.ofEntry(this.#source, section, index)) === undefined) return false;
    if (this.#indexed?.section !== section) {
      this.#indexed = { section, index: entryIndex(this.#source.text, section) };
    }
    const start = section.starts[this.#indexed.index.get(key) ?? 0] ?? 0;
    const first = skipSpaces(this.#source.text, start);
    const below = pointer(section.key, key);
    this.dropped.add(below);
    this.problems.push(duplicateKey(this.#source, { key, first, second: at, at: below }));
    return true;
  }
}
