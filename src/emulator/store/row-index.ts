/** Rows of a table by a property, kept up to date with every change, so that nobody has to look through the whole table. */
import type { Table } from './table.ts';

const NONE = new Map<string, never>();

export class Index<Row> {
  readonly #groups = new Map<string, Map<string, Row>>();

  constructor(table: Table<Row>, groupOf: (row: Row) => string | undefined) {
    table.listen((key, before, after) => {
      const from = before === undefined ? undefined : groupOf(before);
      const to = after === undefined ? undefined : groupOf(after);
      if (from !== undefined && from !== to) this.#leave(from, key);
      if (to === undefined || after === undefined) return;
      const group = this.#groups.get(to);
      if (group === undefined) this.#groups.set(to, new Map([[key, after]]));
      else group.set(key, after);
    });
  }

  of(group: string): ReadonlyMap<string, Row> {
    return this.#groups.get(group) ?? NONE;
  }

  #leave(name: string, key: string): void {
    const group = this.#groups.get(name);
    group?.delete(key);
    if (group?.size === 0) this.#groups.delete(name);
  }
}

/** An index that can tell the rows of a group in an order of their own too. They are sorted when they are asked for, and
 * not again until the group changes. */
export class OrderedIndex<Row> extends Index<Row> {
  readonly #sorted = new Map<string, readonly Row[]>();
  readonly #compare: (a: Row, b: Row) => number;

  constructor(table: Table<Row>, groupOf: (row: Row) => string | undefined, compare: (a: Row, b: Row) => number) {
    super(table, groupOf);
    this.#compare = compare;
    table.listen((_key, before, after) => {
      for (const row of [before, after]) {
        const group = row === undefined ? undefined : groupOf(row);
        if (group !== undefined) this.#sorted.delete(group);
      }
    });
  }

  inOrder(group: string): readonly Row[] {
    let rows = this.#sorted.get(group);
    if (rows === undefined) {
      rows = [...this.of(group).values()].sort(this.#compare);
      if (rows.length > 0) this.#sorted.set(group, rows);
    }
    return rows;
  }
}
