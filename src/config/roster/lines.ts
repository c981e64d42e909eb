/** Splits a file into lines with their places in bytes, a block at a time, in constant memory. */
import type { Files } from '../files.ts';

export interface Line {
  readonly line: number;
  /** In bytes, without the line break. */
  readonly offset: number;
  readonly length: number;
  readonly text: string | undefined;
  /** Why there is no text. */
  readonly problem?: string;
}

const LONGEST = 4 * 1024 * 1024;
const TOO_LONG = 'It is longer than 4 MiB.';
const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** `quoted`: a line break inside an odd number of quotes belongs to the record, as in CSV. */
export async function* readLines(
  file: string,
  options: { readonly quoted: boolean; readonly files: Files },
): AsyncGenerator<Line[]> {
  const splitter = new Splitter(options.quoted);
  for await (const chunk of options.files.stream(file))
    yield splitter.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
  yield splitter.end();
}

/** The text of bytes that are ASCII, as nearly all are: a place in them is one in the text then. */
function asciiOf(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  return text.length === bytes.length && !text.includes('\uFFFD') ? text : undefined;
}

class Splitter {
  readonly #quoted: boolean;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #rest: Buffer = Buffer.alloc(0);
  /** Offset of `#rest` in the file, and the line it starts on. */
  #offset = 0;
  #line = 1;
  /** How far `#rest` was searched, how many quotes and line breaks were passed. */
  #searched = 0;
  #isOpen = false;
  #breaks = 0;
  /** The present line was too long and reported; its end is being looked for. */
  #isSkipping = false;

  constructor(quoted: boolean) {
    this.#quoted = quoted;
  }

  push(chunk: Buffer): Line[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    // Of a line that began blocks ago, only the new bytes are looked at.
    const isLong = this.#searched > chunk.length || this.#rest.length > LONGEST;
    const ascii = this.#quoted || this.#isSkipping || isLong ? undefined : asciiOf(this.#rest);
    return ascii === undefined ? this.#split() : this.#splitAscii(ascii);
  }

  /** Lines whose places in bytes are those in the text. */
  #splitAscii(text: string): Line[] {
    const texts = text.split('\n');
    const rest = texts.pop()?.length ?? 0;
    const lines = texts.map((each): Line => {
      const own = each.endsWith('\r') ? each.slice(0, -1) : each;
      const line = { line: this.#line, offset: this.#offset, length: own.length, text: own };
      this.#line += 1;
      this.#offset += each.length + 1;
      return line;
    });
    this.#rest = this.#rest.subarray(this.#rest.length - rest);
    this.#searched = rest;
    return lines;
  }

  #split(): Line[] {
    const lines: Line[] = [];
    let start = 0;
    let at = this.#searched;
    for (let end = this.#rest.indexOf(NEWLINE, at); end >= 0; end = this.#rest.indexOf(NEWLINE, at)) {
      if (this.#quoted) this.#countQuotes(at, end);
      at = end + 1;
      this.#breaks++;
      if (this.#isOpen && at - start <= LONGEST) continue;
      this.#emit(start, end, lines);
      start = at;
    }
    if (this.#quoted) this.#countQuotes(at, this.#rest.length);
    this.#searched = this.#rest.length - start;
    this.#rest = this.#rest.subarray(start);
    this.#offset += start;
    if (this.#rest.length > LONGEST) this.#giveUp(lines);
    return lines;
  }

  end(): Line[] {
    const lines: Line[] = [];
    if (this.#rest.length > 0) this.#emit(0, this.#rest.length, lines);
    return lines;
  }

  #countQuotes(from: number, to: number): void {
    for (let at = this.#rest.indexOf(QUOTE, from); at >= 0 && at < to; at = this.#rest.indexOf(QUOTE, at + 1))
      this.#isOpen = !this.#isOpen;
  }

  #emit(start: number, end: number, lines: Line[]): void {
    const isReturn = end > start && this.#rest[end - 1] === 0x0d;
    const last = isReturn ? end - 1 : end;
    if (this.#isSkipping) this.#isSkipping = false;
    else {
      const { text, problem } = this.#textOf(start, last);
      const line = { line: this.#line, offset: this.#offset + start, length: last - start, text };
      lines.push(problem === undefined ? line : { ...line, problem });
    }
    this.#line += Math.max(1, this.#breaks);
    this.#breaks = 0;
    this.#isOpen = false;
  }

  /** Keeps nothing of a line without an end. */
  #giveUp(lines: Line[]): void {
    if (!this.#isSkipping)
      lines.push({
        line: this.#line,
        offset: this.#offset,
        length: this.#rest.length,
        text: undefined,
        problem: TOO_LONG,
      });
    this.#isSkipping = true;
    this.#isOpen = false;
    this.#offset += this.#rest.length;
    this.#rest = Buffer.alloc(0);
    this.#searched = 0;
  }

  #textOf(start: number, end: number): Pick<Line, 'text' | 'problem'> {
    if (end - start > LONGEST) return { text: undefined, problem: TOO_LONG };
    if (this.#isOpen) return { text: undefined, problem: 'A quote opens in it that never closes.' };
    // Several times faster than the strict decoder, which only tells whether this character was in the file.
    const text = this.#rest.toString('utf8', start, end);
    if (!text.includes('\uFFFD')) return { text };
    try {
      return { text: this.#decoder.decode(this.#rest.subarray(start, end)) };
    } catch {
      return { text: undefined, problem: 'It is no UTF-8 text.' };
    }
  }
}
