/** The worked example of docs/adding-a-kind.md is a kind: it reads, compares and writes as the page says. */
import { describe, expect, it } from 'vitest';
import * as call from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import * as json from '../../src/core/json.ts';
import type { Kind, Resource } from '../../src/core/kind.ts';
import * as steps from '../../src/core/steps.ts';
import { diffChunk } from '../../src/engine/diff.ts';
import { sha256 } from '../../src/reconcile/hash.ts';
import { blockOf, blocksOf, runCode } from './pages.ts';

const PAGE = 'docs/adding-a-kind.md';
const MODULES = { '../core/call.ts': call, '../core/json.ts': json, '../core/steps.ts': steps };

/** The page's code holds no types, so that it can be run as it stands, but for its `export`. */
async function kindOfPage(): Promise<Kind> {
  const code = blockOf(PAGE, 'ts').replace('export const sticker =', 'return');
  return (await runCode(code, MODULES)).result as Kind;
}

async function changesOf(kind: Kind, body: JsonObject | undefined, live: readonly JsonObject[]) {
  const wanted = [{ id: 'wave', ...(body === undefined ? {} : { body }) }];
  const found = new Map<string, Resource>();
  const reader = { send: async () => ({ stickers: live }) };
  for await (const each of kind.read(reader, wanted, { verifyMessages: true })) found.set(each.id, each);
  const { changes } = diffChunk({ kind, wanted, live: found }, { hash: sha256, send: new Set() });
  return changes.flatMap((change) => kind.write(change).map((step) => step.call));
}

describe('the example of docs/adding-a-kind.md', async () => {
  const kind = await kindOfPage();
  const wave = { url: 'https://example.com/wave.png', tags: ['a', 'b'] };

  it('creates, patches what differs, removes, and leaves alone what is the same', async () => {
    expect(await changesOf(kind, wave, [])).toMatchObject([{ op: 'CreateSticker', body: { name: 'wave', ...wave } }]);
    expect(await changesOf(kind, wave, [{ name: 'wave', ...wave, tags: ['b', 'a'] }])).toEqual([]);
    expect(await changesOf(kind, { url: 'x' }, [{ name: 'wave', ...wave }])).toMatchObject([{ body: { url: 'x' } }]);
    expect(await changesOf(kind, undefined, [{ name: 'wave', ...wave }])).toMatchObject([{ op: 'DeleteSticker' }]);
  });

  it('has a schema with the same fields', () => {
    const schema = JSON.parse(blockOf(PAGE, 'json')) as { readonly properties: JsonObject };
    expect(Object.keys(schema.properties).map((name) => `/${name}`)).toEqual(Object.keys(kind.fields));
  });

  it('has a test that names calls which the kind sends', () => {
    const test = blocksOf(PAGE).filter(({ language }) => language === 'ts')[1]?.text ?? '';
    const named = new Set([...test.matchAll(/\b\w+Sticker\b/g)].map((match) => match[0]));
    expect([...named].sort()).toEqual(['CreateSticker', 'DeleteSticker', 'UpdateSticker']);
  });
});
