import { describe, expect, it } from 'vitest';
import { paged, pagesOf, portionsOf } from '../../src/core/pages.ts';

async function* from<Item>(...items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('lists in pages', () => {
  const PAGES = [['a', 'b'], [], ['c']];
  const list = () => paged(() => from(...PAGES));

  it('can be taken item by item', async () => {
    expect(await all(list())).toEqual(['a', 'b', 'c']);
  });

  it('can be taken page by page', async () => {
    expect(await all(pagesOf(list()))).toEqual(PAGES);
  });

  it('start anew each time', async () => {
    const once = list();
    expect([await all(once), await all(once)]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('of items that come one by one, each is a page', async () => {
    expect(await all(pagesOf(from('a', 'b')))).toEqual([['a'], ['b']]);
  });
});

describe('portions of a list', () => {
  it.each([
    { items: [1, 2, 3, 4, 5], size: 2, portions: [[1, 2], [3, 4], [5]] },
    { items: [1, 2], size: 2, portions: [[1, 2]] },
    { items: [1, 2], size: Number.POSITIVE_INFINITY, portions: [[1, 2]] },
    { items: [], size: 2, portions: [] },
  ])('$items by $size', ({ items, size, portions }) => {
    expect(portionsOf(items, size)).toEqual(portions);
  });
});
