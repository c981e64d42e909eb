/** Changes of a text by offsets: what no splice touches stays byte for byte. */

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Splices may touch and not overlap; several at one place go in as they come. */
export function spliced(text: string, splices: readonly Splice[], from = 0, to = text.length): string {
  const parts: string[] = [];
  let at = from;
  for (const { start, end, text: next } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end > to) throw new Error('edits of a file overlap');
    parts.push(text.slice(at, start), next);
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts.join('');
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line break that ends the line, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
