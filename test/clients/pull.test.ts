/** An app that the vendor's clients of both generations have filled is pulled whole: a plan of what was written is empty. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createGovernor, createTransport } from '../../src/api/index.ts';
import { emptyDesired, loadConfiguration, openForPull } from '../../src/config/index.ts';
import { parseSelector } from '../../src/core/address.ts';
import { kinds } from '../../src/kinds/index.ts';
import { sha256 } from '../../src/reconcile/hash.ts';
import { makePlan, pullLive } from '../../src/reconcile.ts';
import { bothClients } from './support.ts';

const { emulator, newer, older } = await bothClients();
const folder = mkdtempSync(join(tmpdir(), 'chat-pull-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what both clients made is pulled, and a plan finds nothing', async () => {
  await newer.createRole({ name: 'host' });
  await older.createRole('vip');
  await older.updateAppSettings({
    enforce_unique_usernames: 'app',
    event_hooks: [{ hook_type: 'webhook', enabled: true, webhook_url: 'https://example.com/a', event_types: [] }],
  } as never);
  await newer.updateApp({ file_upload_config: { size_limit: 1000, blocked_file_extensions: ['.exe'] } as never });
  await older.createCommand({ name: 'ticket', description: 'Ask' });
  await newer.createBlockList({ name: 'house rules', words: ['spoiler'] });
  await older.createChannelType({ name: 'room', max_message_length: 100, commands: ['ticket'] } as never);
  await older.updateChannelType('room', { quotes: false, grants: { host: ['read-channel'], user: [] } });
  await older.upsertUsers([{ id: 'ann', name: 'Ann', plan: 'pro' } as never, { id: 'ben', role: 'vip' }]);
  await newer.upsertUsers([{ id: 'cy', custom: { tags: ['a'], 'a b': 1 } }]);
  await older.channel('room', 'one', { created_by_id: 'ann', members: ['ann', 'ben'], topic: 'x' } as never).create();
  await newer.chat.channel('messaging', 'two').getOrCreate({ data: { created_by_id: 'cy', custom: { name: 'Two' } } });

  const file = join(folder, 'chat.config.yaml');
  const { url: baseUrl, apiKey, apiSecret } = emulator;
  const target = { baseUrl, apiKey, apiSecret, appId: undefined };
  const governor = createGovernor();
  const transport = createTransport({
    ...{ baseUrl, apiKey, apiSecret, secrets: new Map(), mode: 'plan', governor, userAgent: 'test' },
  });
  const context = { transport, kinds, estimate: governor.estimate };
  const writer = await openForPull({
    ...{ file, environ: {}, kinds, split: false, rosters: true, force: false },
    head: { baseUrl },
  });
  const only = kinds.flatMap((kind) => parseSelector(kind.name) ?? []);
  for await (const each of pullLive({ ...context, desired: emptyDesired(file, target, sha256) }, { only }))
    if (each.type === 'new') writer.add(each);
  const draft = writer.finish();
  draft.save();

  expect(draft.notes.map((each) => each.subject)).toEqual(['user.cy.custom["a b"]']);
  expect(readFileSync(file, 'utf8')).toContain(`channel_types:
  room:
    quotes: false
    max_message_length: 100
    commands: [ticket]
    grants:
      user: []
      host: [read-channel]
`);
  const desired = await loadConfiguration({ file, environ: {}, kinds, hash: sha256 });
  const plan = await makePlan(
    { ...context, desired },
    {
      ...{ allowDelete: false, allowMassChange: false, target: [], exclude: [], send: [] },
      lagDeadlineMs: 0,
      now: Date.now,
    },
  );
  expect(plan.changes).toEqual([]);
  expect(plan.counts.unchanged).toBe(11);
  await transport.close();
});
