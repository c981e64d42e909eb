/** Sections cut to a size: what is short stays whole, what is long is cut from its bottom, and what went is counted. */

export interface Row {
  readonly text: string;
  /** Begins something that is counted; other rows are its details. */
  readonly begins: boolean;
}

export interface Section {
  /** What its rows are, for the count of those that went: `user`. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Lays out the rows that stay; `left` of what they begin did not fit. */
  layOut(rows: readonly string[], left: number): string;
}

export interface Cut {
  readonly name: string;
  readonly left: number;
  readonly of: number;
}

/** UTF-8 bytes, which are never fewer than the characters that GitHub counts. */
export function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Lays out all sections within `room` bytes, unless what they say without any row is more already. */
export function fitSections(
  sections: readonly Section[],
  room: number,
): { readonly text: string; readonly cuts: readonly Cut[] } {
  const whole = sections.map((section) => layOut(section, section.rows.length));
  if (sizeOf(joined(whole)) <= room) return { text: joined(whole), cuts: [] };
  const bare = sections.map((section) => sizeOf(layOut(section, 0)) + 2);
  const sizes = sections.map((section) => section.rows.map((row) => sizeOf(row.text) + 1));
  const shares = fairShares(
    sizes.map((each) => each.reduce((sum, size) => sum + size, 0)),
    room - bare.reduce((sum, size) => sum + size, 0),
  );
  const kept = sizes.map((each, index) => howMany(each, shares[index] ?? 0));
  return {
    text: joined(sections.map((section, index) => layOut(section, kept[index] ?? 0))),
    cuts: sections.flatMap((section, index) => {
      const left = begun(section.rows.slice(kept[index]));
      return (kept[index] ?? 0) === section.rows.length ? [] : [{ name: section.name, left, of: begun(section.rows) }];
    }),
  };
}

function layOut(section: Section, kept: number): string {
  const rows = section.rows.slice(0, kept).map((row) => row.text);
  return section.layOut(rows, begun(section.rows.slice(kept)));
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

function begun(rows: readonly Row[]): number {
  return rows.filter((row) => row.begins).length;
}

/** The smallest get all that they want; what they leave is shared by the others. */
function fairShares(wanted: readonly number[], room: number): readonly number[] {
  const shares = wanted.map(() => 0);
  let left = Math.max(0, room);
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  for (const [place, index] of order.entries()) {
    const share = Math.min(wanted[index] ?? 0, Math.floor(left / (order.length - place)));
    shares[index] = share;
    left -= share;
  }
  return shares;
}

function howMany(sizes: readonly number[], share: number): number {
  let sum = 0;
  const end = sizes.findIndex((size) => {
    sum += size;
    return sum > share;
  });
  return end < 0 ? sizes.length : end;
}
