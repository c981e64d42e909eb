/** Remembers millions of ids in 24 bytes each: a hash of the id and the place of its line. */

const WORDS = 6;
const FIRST_CAPACITY = 1024;

export interface LinePlace {
  /** Number of the file, counted by the caller. */
  readonly file: number;
  readonly line: number;
}

/** Open addressing over one array of words. With 128 bits of hash, two ids of one app never meet by chance. */
export class IdIndex {
  #capacity = FIRST_CAPACITY;
  #words = new Uint32Array(FIRST_CAPACITY * WORDS);
  size = 0;

  /** Where the id was seen before; undefined when it is new and now known. */
  add(id: string, place: LinePlace): LinePlace | undefined {
    const hash = hashOf(id);
    const at = this.#find(this.#words, this.#capacity, hash);
    if (this.#words[at + 5] !== 0) return this.#placeAt(at);
    put(this.#words, at, hash, place.file, place.line);
    this.size++;
    if (this.size * 2 > this.#capacity) this.#grow();
    return undefined;
  }

  has(id: string): boolean {
    return this.#words[this.#find(this.#words, this.#capacity, hashOf(id)) + 5] !== 0;
  }

  #placeAt(at: number): LinePlace {
    return { file: this.#word(at + 4), line: this.#word(at + 5) };
  }

  /** The slot of a hash, or the free one where it would go. Lines count from 1, so a line of 0 is a free slot. */
  #find(words: Uint32Array, capacity: number, [a, b, c, d]: Hash): number {
    for (let slot = a % capacity; ; slot = (slot + 1) % capacity) {
      const at = slot * WORDS;
      if (words[at + 5] === 0) return at;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return at;
    }
  }

  #word(at: number): number {
    return this.#words[at] ?? 0;
  }

  #grow(): void {
    const capacity = this.#capacity * 2;
    const words = new Uint32Array(capacity * WORDS);
    for (let at = 0; at < this.#words.length; at += WORDS) {
      if (this.#words[at + 5] === 0) continue;
      // Word by word: a view of each entry would cost more than all the rest.
      const hash: Hash = [this.#word(at), this.#word(at + 1), this.#word(at + 2), this.#word(at + 3)];
      put(words, this.#find(words, capacity, hash), hash, this.#word(at + 4), this.#word(at + 5));
    }
    this.#words = words;
    this.#capacity = capacity;
  }
}

type Hash = readonly [number, number, number, number];

function put(words: Uint32Array, at: number, hash: Hash, file: number, line: number): void {
  words[at] = hash[0];
  words[at + 1] = hash[1];
  words[at + 2] = hash[2];
  words[at + 3] = hash[3];
  words[at + 4] = file;
  words[at + 5] = line;
}

/** Four lanes of multiply and mix over UTF-16 units; not for adversaries, who could only mislead themselves. */
function hashOf(text: string): Hash {
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
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}
