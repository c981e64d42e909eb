/**
 * Lists that come a page at a time, and lists that are cut into portions. The items of pages can be taken one by one; for thousands
 * of them, whole pages are far cheaper.
 */

export interface Paged<Item> extends AsyncIterable<Item> {
  pages(): AsyncIterable<readonly Item[]>;
}

export function paged<Item>(pages: () => AsyncIterable<readonly Item[]>): Paged<Item> {
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page;
    },
  };
}

/** Items that come one by one are pages of one. */
export function pagesOf<Item>(items: AsyncIterable<Item> | Paged<Item>): AsyncIterable<readonly Item[]> {
  return 'pages' in items ? items.pages() : singles(items);
}

async function* singles<Item>(items: AsyncIterable<Item>): AsyncGenerator<readonly Item[]> {
  for await (const item of items) yield [item];
}

/** The items in lists of `size`, of which the last may be shorter. A size beyond all, such as infinity, gives one; no items, none. */
export function portionsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const portions: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += size) portions.push(items.slice(from, from + size));
  return portions;
}
