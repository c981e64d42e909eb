/** A file that was read part by part. Nodes are made when somebody asks for a place, and only of the part that the place is in. */
import { type Nodes, nodesOf, type Parsed } from '../parse.ts';
import type { SourceFile } from '../source.ts';
import type { Section } from './cut.ts';
import { skipSpaces } from './lines.ts';
import { Part } from './part.ts';
import { keyAt } from './scalar.ts';

export class CutFile implements Parsed {
  readonly source: SourceFile;
  readonly isBroken = false;
  readonly hasAliases = false;
  readonly #sections: readonly Section[];
  readonly #indices = new Map<Section, ReadonlyMap<string, number>>();
  /** Names that lead to other places than their own: around them only the whole file will do. */
  readonly #respelled: ReadonlySet<string>;
  #whole: Nodes | undefined;
  /** Places are mostly asked for in the order of the file, several in one part. */
  #last: { readonly section: Section; readonly index: number; readonly nodes: Nodes } | undefined;

  constructor(source: SourceFile, sections: readonly Section[], respelled: ReadonlySet<string>) {
    this.source = source;
    this.#sections = sections;
    this.#respelled = respelled;
  }

  get contents(): Nodes['contents'] {
    return this.#all().contents;
  }

  get anchors(): Nodes['anchors'] {
    return this.#all().anchors;
  }

  around(names: readonly string[]): Nodes {
    const [key, entry] = names;
    if (names.slice(0, 2).some((name) => this.#respelled.has(name))) return this.#all();
    const section = this.#sections.find((each) => each.key === key) ?? this.#sections[0];
    if (section === undefined) return this.#all();
    const index = this.#indexOf(section);
    // A key `list` is looked through.
    if (index.has('list')) return this.#all();
    return this.#part(section, (section.key === key && entry !== undefined ? index.get(entry) : undefined) ?? 0);
  }

  #part(section: Section, index: number): Nodes {
    if (this.#last?.section === section && this.#last.index === index) return this.#last.nodes;
    const isWhole = section.starts.length === 0;
    const part = isWhole ? Part.ofSection(this.source, section) : Part.ofEntry(this.source, section, index);
    const nodes = nodesOf(part);
    this.#last = { section, index, nodes };
    return nodes;
  }

  #all(): Nodes {
    this.#whole ??= nodesOf(this.source);
    return this.#whole;
  }

  #indexOf(section: Section): ReadonlyMap<string, number> {
    const index = this.#indices.get(section) ?? entryIndex(this.source.text, section);
    this.#indices.set(section, index);
    return index;
  }
}

/** Which entry of a section is the first of each key. */
export function entryIndex(text: string, { starts }: Section): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [at, start] of starts.entries()) {
    const key = keyAt(text, skipSpaces(text, start))?.key;
    if (key !== undefined && !index.has(key)) index.set(key, at);
  }
  return index;
}
