/** A roster file anew: changed lines in place, new ones at its end, in a file beside it until all is well. */
import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JsonObject } from '../../core/json.ts';
import type { Span } from '../../core/reference.ts';

const BLOCK = 1024 * 1024;

export class RosterDraft {
  readonly file: string;
  /** Holds the new text until it takes the place of the old one. */
  readonly temporary: string;
  rows = 0;
  readonly #isReplaced: boolean;
  #fixed = new Map<number, { readonly length: number; readonly row: JsonObject }>();
  #output: number | undefined;
  #pending: string[] = [];
  #size = 0;

  /** `isReplaced`: what the file holds now goes. */
  constructor(file: string, isReplaced: boolean) {
    this.file = file;
    this.#isReplaced = isReplaced;
    this.temporary = `${file}.chat-pull`;
  }

  /** Another row in the place of one that is there. */
  fix(span: Span, row: JsonObject): void {
    this.#fixed.set(span.offset, { length: span.length, row });
  }

  get fixes(): number {
    return this.#fixed.size;
  }

  /** A new row. After the first one no line can be fixed any more. */
  add(row: JsonObject): void {
    this.#open();
    this.rows += 1;
    this.#write(`${JSON.stringify(row)}\n`);
  }

  finish(): void {
    this.#open();
    this.#flush();
    if (this.#output !== undefined) closeSync(this.#output);
    this.#output = undefined;
  }

  discard(): void {
    if (this.#output !== undefined) closeSync(this.#output);
    this.#output = undefined;
    rmSync(this.temporary, { force: true });
  }

  #open(): void {
    if (this.#output !== undefined) return;
    mkdirSync(dirname(this.file), { recursive: true });
    this.#output = openSync(this.temporary, 'w');
    if (!this.#isReplaced) this.#copy(this.#output);
  }

  /** The old text with its fixed lines, copied block by block: a roster may be larger than memory. */
  #copy(output: number): void {
    const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0) return;
    const input = openSync(this.file, 'r');
    try {
      let at = 0;
      for (const [offset, { length, row }] of [...this.#fixed].sort(([a], [b]) => a - b)) {
        copyBytes(input, output, at, offset);
        writeSync(output, JSON.stringify(row));
        at = offset + length;
      }
      copyBytes(input, output, at, size);
      const last = Buffer.alloc(1);
      readSync(input, last, 0, 1, size - 1);
      if (last.toString() !== '\n') writeSync(output, '\n');
    } finally {
      closeSync(input);
    }
  }

  #write(text: string): void {
    this.#pending.push(text);
    this.#size += text.length;
    if (this.#size >= BLOCK) this.#flush();
  }

  #flush(): void {
    if (this.#output !== undefined && this.#pending.length > 0) writeSync(this.#output, this.#pending.join(''));
    this.#pending = [];
    this.#size = 0;
  }
}

function copyBytes(input: number, output: number, from: number, to: number): void {
  const block = Buffer.alloc(Math.min(BLOCK, to - from));
  for (let at = from; at < to; ) {
    const read = readSync(input, block, 0, Math.min(block.length, to - at), at);
    if (read === 0) return;
    for (let written = 0; written < read; ) written += writeSync(output, block, written, read - written);
    at += read;
  }
}
