/** A section of a file, or one entry below the key of its section: a text of its own, whose places are those of the file. */
import type { Source } from '../../core/diagnostic.ts';
import type { Range, SourceFile, TextSource } from '../source.ts';
import type { Section } from './cut.ts';

export class Part implements TextSource {
  readonly file: string;
  readonly text: string;
  readonly #source: SourceFile;
  readonly #start: number;
  /** The text of the key, and where in the file the rest of the part starts. */
  readonly #head: number;
  readonly #rest: number;

  private constructor(source: SourceFile, [start, headEnd]: Range, [rest, end]: Range) {
    this.#source = source;
    this.file = source.file;
    this.text = source.text.slice(start, headEnd) + source.text.slice(rest, end);
    this.#start = start;
    this.#head = headEnd - start;
    this.#rest = rest;
  }

  static ofSection(source: SourceFile, { start, end }: Section): Part {
    return new Part(source, [start, end], [end, end]);
  }

  static ofEntry(source: SourceFile, section: Section, index: number): Part {
    const [first = section.end] = section.starts;
    return new Part(source, [section.start, first], entryRange(section, index));
  }

  hide(ranges: readonly Range[]): void {
    this.#source.hide(ranges.map(([from, to]): Range => [this.#inFile(from), this.#inFile(to - 1) + 1]));
  }

  place(offset: number): Source {
    return this.#source.place(this.#inFile(offset));
  }

  #inFile(offset: number): number {
    return offset < this.#head ? this.#start + offset : this.#rest + offset - this.#head;
  }
}

export function entryRange({ starts, end }: Section, index: number): Range {
  return [starts[index] ?? end, starts[index + 1] ?? end];
}
