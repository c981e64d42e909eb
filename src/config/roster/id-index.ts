/** Remembers millions of ids in 24 bytes each: a hash of the id and the place of its line. A few are kept as they are. */

/** Four of the hash, then the file and the line. */
const WORDS = 6;
const FILE = 4;
const LINE = 5;
/** So many ids fit Node's own map well, which needs no code to be compiled first: that would be half of the work for them. */
const FEW = 20_000;
const FIRST_CAPACITY = 65_536;

export interface LinePlace {
  /** Number of the file, counted by the caller. */
  readonly file: number;
  readonly line: number;
}

export class IdIndex {
  #few: Map<string, LinePlace> | undefined = new Map();
  #many: HashedIds | undefined;

  get size(): number {
    return (this.#few ?? this.#many)?.size ?? 0;
  }

  /** Where the id was seen before; undefined when it is new and now known. */
  add(id: string, place: LinePlace): LinePlace | undefined {
    if (this.#few === undefined) return this.#many?.add(id, place);
    const known = this.#few.get(id);
    if (known !== undefined) return known;
    this.#few.set(id, place);
    if (this.#few.size > FEW) this.#hashAll(this.#few);
    return undefined;
  }

  has(id: string): boolean {
    return (this.#few ?? this.#many)?.has(id) === true;
  }

  #hashAll(few: ReadonlyMap<string, LinePlace>): void {
    const many = new HashedIds();
    for (const [id, place] of few) many.add(id, place);
    this.#many = many;
    this.#few = undefined;
  }
}

/** Open addressing over one array of words. With 128 bits of hash, two ids of one app never meet by chance. */
class HashedIds {
  #capacity = FIRST_CAPACITY;
  #words = new Uint32Array(FIRST_CAPACITY * WORDS);
  size = 0;

  add(id: string, place: LinePlace): LinePlace | undefined {
    hash(id, sought);
    const at = find(this.#words, this.#capacity, sought, 0);
    if (this.#words[at + LINE] !== 0) return { file: this.#words[at + FILE] ?? 0, line: this.#words[at + LINE] ?? 0 };
    this.#words.set(sought, at);
    this.#words[at + FILE] = place.file;
    this.#words[at + LINE] = place.line;
    this.size++;
    if (this.size * 2 > this.#capacity) this.#grow();
    return undefined;
  }

  has(id: string): boolean {
    hash(id, sought);
    return this.#words[find(this.#words, this.#capacity, sought, 0) + LINE] !== 0;
  }

  #grow(): void {
    const old = this.#words;
    const capacity = this.#capacity * 2;
    const words = new Uint32Array(capacity * WORDS);
    for (let from = 0; from < old.length; from += WORDS) {
      if (old[from + LINE] === 0) continue;
      const at = find(words, capacity, old, from);
      for (let word = 0; word < WORDS; word++) words[at + word] = old[from + word] ?? 0;
    }
    this.#words = words;
    this.#capacity = capacity;
  }
}

/** The hash that is being looked for. One for all: every row of a roster needs several, and lists of four would be most of the garbage. */
const sought = new Uint32Array(4);

/** The slot of the hash that stands at `from` in `hashes`, or the free one where it would go. Lines count from 1, so a line of 0 is a free slot. */
function find(words: Uint32Array, capacity: number, hashes: Uint32Array, from: number): number {
  for (let slot = (hashes[from] ?? 0) % capacity; ; slot = (slot + 1) % capacity) {
    const at = slot * WORDS;
    if (words[at + LINE] === 0) return at;
    if (
      words[at] === hashes[from] &&
      words[at + 1] === hashes[from + 1] &&
      words[at + 2] === hashes[from + 2] &&
      words[at + 3] === hashes[from + 3]
    )
      return at;
  }
}

/** Four lanes of multiply and mix over UTF-16 units; not for adversaries, who could only mislead themselves. */
function hash(text: string, into: Uint32Array): void {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  into[0] = a ^ b ^ c ^ d;
  into[1] = b ^ a;
  into[2] = c ^ a;
  into[3] = d ^ a;
}
