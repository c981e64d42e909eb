/** One table of rows. Rows are never changed in place, so a row once read stays what it was. */
import type { Json } from '../../core/json.ts';

export interface Rows<Row> {
  get(key: string): Row | undefined;
  has(key: string): boolean;
  values(): Iterable<Row>;
}

export interface TableOptions<Row> {
  /** How long, in milliseconds, former states must stay readable. */
  readonly remember: () => number;
  readonly now: () => number;
  readonly changed: (table: string, key: string, row: Row | undefined) => void;
}

type Listener<Row> = (key: string, before: Row | undefined, after: Row | undefined) => void;

export class Table<Row> implements Rows<Row> {
  readonly name: string;
  readonly #rows = new Map<string, Row>();
  readonly #options: TableOptions<Row>;
  readonly #listeners: Listener<Row>[] = [];
  #past: { readonly at: number; readonly key: string; readonly before: Row | undefined }[] = [];

  constructor(name: string, options: TableOptions<Row>) {
    this.name = name;
    this.#options = options;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }
  has(key: string): boolean {
    return this.#rows.has(key);
  }
  values(): Iterable<Row> {
    return this.#rows.values();
  }
  entries(): Iterable<[string, Row]> {
    return this.#rows.entries();
  }
  get size(): number {
    return this.#rows.size;
  }

  put(key: string, row: Row): Row {
    this.#replace(key, row);
    this.#options.changed(this.name, key, row);
    return row;
  }

  remove(key: string): void {
    this.#replace(key, undefined);
    this.#options.changed(this.name, key, undefined);
  }

  /** Puts back what a data file held: not a change, so nothing is told to the journal. */
  load(key: string, row: Row | undefined): void {
    this.#replace(key, row);
    this.forgetPast();
  }

  /** Makes the present state the oldest one: what an app begins with was never missing. */
  forgetPast(): void {
    if (this.#past.length > 0) this.#past = [];
  }

  listen(listener: Listener<Row>): void {
    this.#listeners.push(listener);
  }

  /** The rows as they were at an instant that is not longer ago than the table remembers. */
  asOf(at: number): Rows<Row> {
    if (!this.#past.some((change) => change.at > at)) return this;
    const rows = new Map(this.#rows);
    for (const change of this.#past.toReversed()) {
      if (change.at <= at) break;
      if (change.before === undefined) rows.delete(change.key);
      else rows.set(change.key, change.before);
    }
    return rows;
  }

  toJSON(): Record<string, Json> {
    return JSON.parse(JSON.stringify(Object.fromEntries(this.#rows))) as Record<string, Json>;
  }

  #replace(key: string, row: Row | undefined): void {
    const before = this.#rows.get(key);
    if (row === undefined) this.#rows.delete(key);
    else this.#rows.set(key, row);
    for (const listener of this.#listeners) listener(key, before, row);
    const remember = this.#options.remember();
    if (remember <= 0) return;
    const now = this.#options.now();
    if ((this.#past[0]?.at ?? now) < now - 2 * remember) {
      this.#past = this.#past.filter((change) => change.at >= now - remember);
    }
    this.#past.push({ at: now, key, before });
  }
}
