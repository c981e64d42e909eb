/** `extra`: fields that the API has and no schema knows yet. They travel as they stand, on creation and on update. */
import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Kind } from '../../src/core/kind.ts';
import type { Change } from '../../src/core/plan.ts';
import { diffChunk } from '../../src/engine/diff.ts';
import { kinds } from '../../src/kinds/index.ts';
import { sha256 } from '../../src/reconcile/hash.ts';

const BODIES: Readonly<Record<string, JsonObject>> = {
  app: {},
  permission: { name: 'A', action: 'PinMessage', condition: { a: 1 } },
  command: { description: 'A' },
  blocklist: { words: ['a'] },
  channel_type: {},
};
const EXTRA = { brand_new: { deep: [1] }, plain: 'x' };

/** What a list or the app itself would reply with. */
const REPLIES: Readonly<Record<string, (live: JsonObject) => JsonObject>> = {
  app: (live) => ({ app: live }),
  permission: (live) => ({ permissions: [{ id: 'a', custom: true, ...live }] }),
  command: (live) => ({ commands: [{ name: 'a', ...live }] }),
  blocklist: (live) => ({ blocklists: [{ name: 'a', ...live }] }),
  channel_type: (live) => ({ channel_types: { a: { name: 'a', ...live } } }),
};

const having = kinds.filter((kind) => kind.fields['/extra'] !== undefined);

describe.each(having.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  const id = kind.singleton ? '' : 'a';
  const body = { ...BODIES[name], extra: EXTRA };

  async function diff(live: JsonObject | undefined) {
    const reply = live === undefined ? undefined : REPLIES[name]?.(live);
    const resources = new Map();
    if (reply !== undefined) {
      const reader = { send: async (_call: Call) => reply };
      for await (const each of kind.read(reader, [{ id, body }], { verifyMessages: true }))
        resources.set(each.id, each);
    }
    return diffChunk({ kind, wanted: [{ id, body }], live: resources }, { hash: sha256, send: new Set() });
  }
  const sent = (change: Change | undefined) => (change === undefined ? {} : bodyOf(kind, change));

  test.skipIf(kind.singleton)('goes along when the resource is made', async () => {
    const { changes } = await diff(undefined);
    expect(sent(changes[0])).toMatchObject(EXTRA);
    expect(sent(changes[0])).not.toHaveProperty('extra');
  });

  test('is compared where the reply shows it, and only what differs is a change', async () => {
    const same = await diff({ ...BODIES[name], ...EXTRA });
    expect(same.changes).toEqual([]);
    const { changes } = await diff({ ...BODIES[name], ...EXTRA, plain: 'y' });
    expect(changes[0]?.fields).toEqual([{ path: '/extra/plain', before: 'y', after: 'x' }]);
    expect(sent(changes[0])).toMatchObject({ plain: 'x' });
    expect(sent(changes[0])).not.toHaveProperty('extra');
  });

  test('is blind where the reply does not', async () => {
    const { changes, blind } = await diff({ ...BODIES[name] });
    expect(changes).toEqual([]);
    const address = kind.singleton ? name : `${name}.a`;
    expect(blind).toEqual(expect.arrayContaining([`${address}.extra.brand_new`, `${address}.extra.plain`]));
  });
});

function bodyOf(kind: Kind, change: Change): JsonObject {
  return Object.assign({}, ...kind.write(change).map((step) => step.call.body ?? {})) as JsonObject;
}
