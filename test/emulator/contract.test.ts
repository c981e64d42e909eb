/** A walk over every route whose replies are checked against the vendor's description of the API. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ASSUMPTIONS, createEmulator } from '../../src/emulator/index.ts';
import { ROUTES } from '../../src/emulator/resources/index.ts';
import { type Contract, loadContract } from '../support/contract.ts';
import { aClock, client } from './support.ts';

const dir = process.env['CHAT_CONTRACT_DIR'];

const FULL_USER = {
  role: 'admin',
  name: 'Alice',
  image: 'https://images.example.com/alice.png',
  language: 'en',
  teams: ['red'],
  teams_role: { red: 'moderator' },
  privacy_settings: { typing_indicators: { enabled: false } },
  custom: { plan: 'gold' },
};

type Step = readonly [method: string, path: string, body?: unknown];

/** `{task}` and `{list}` stand for the ids that came last. */
const WALK: readonly Step[] = [
  ['GET', '/app'],
  ['PATCH', '/app', { push_config: { version: 'v3' }, huawei_config: { id: '1', secret: 's' }, webhook_events: null }],
  ['PATCH', '/app', { sqs_key: 'k', datadog_info: { api_key: 'k', site: 's', enabled: true } }],
  ['PATCH', '/app', { file_upload_config: { size_limit: 1000, blocked_file_extensions: ['.exe'] } }],
  [
    'PATCH',
    '/app',
    { event_hooks: [{ hook_type: 'sqs', sqs_key: 'k', enabled: true }], revoke_tokens_issued_before: null },
  ],
  ['PATCH', '/app', { revoke_tokens_issued_before: '2026-01-01T00:00:00Z', grants: { guest: ['search-user'] } }],
  ['PATCH', '/app', { enforce_unique_usernames: 'nobody' }],
  ['GET', '/app'],
  ['GET', '/rate_limits?server_side=true&endpoints=GetApp,UpdateApp'],
  ['GET', '/rate_limits'],
  ['POST', '/roles', { name: 'vip' }],
  ['POST', '/roles', { name: 'vip' }],
  ['GET', '/roles'],
  ['GET', '/roles/search?query=a&limit=5'],
  ['POST', '/permissions', { id: 'p', name: 'P', action: 'CreateMessage', condition: { '$subject.magic': 'x' } }],
  ['GET', '/permissions'],
  ['GET', '/permissions/p'],
  ['GET', '/permissions/create-channel'],
  ['PUT', '/permissions/p', { name: 'Q', action: 'CreateMessage', condition: {} }],
  ['DELETE', '/permissions/p'],
  ['POST', '/chat/commands', { name: 'ticket', description: 'Open a ticket' }],
  ['GET', '/chat/commands'],
  ['GET', '/chat/commands/ticket'],
  ['PUT', '/chat/commands/ticket', { description: 'Open one' }],
  ['POST', '/blocklists', { name: 'rules', words: ['spoiler'] }],
  ['GET', '/blocklists?limit=1'],
  ['GET', '/blocklists/rules'],
  ['PUT', '/blocklists/rules', { words: ['a', 'b'] }],
  [
    'POST',
    '/chat/channeltypes',
    { name: 'club', automod: 'disabled', automod_behavior: 'flag', max_message_length: 100, commands: ['ticket'] },
  ],
  [
    'PUT',
    '/chat/channeltypes/club',
    {
      grants: { vip: ['create-message'] },
      quotes: false,
      blocklists: [{ blocklist: 'rules', behavior: 'block' }],
      automod_thresholds: { toxic: { flag: 0.5, block: 0.9 } },
      partition_size: 10,
      partition_ttl: '24h',
      user_message_reminders: true,
      permissions: [{ name: 'p', action: 'Allow', priority: 1, owner: false, resources: ['*'], roles: ['user'] }],
    },
  ],
  ['GET', '/chat/channeltypes'],
  ['GET', '/chat/channeltypes/club'],
  ['PUT', '/chat/channeltypes/club', { commands: null, grants: null, partition_ttl: null }],
  ['PUT', '/chat/channeltypes/none', {}],
  ['POST', '/users', { users: { alice: { id: 'alice', ...FULL_USER }, bob: { id: 'bob' }, carol: { id: 'carol' } } }],
  ['PATCH', '/users', { users: [{ id: 'bob', set: { 'a.b': 1 }, unset: ['name'] }] }],
  ['GET', '/users?payload={"filter_conditions":{"teams":{"$contains":"red"}},"sort":[{"field":"id","direction":1}]}'],
  [
    'POST',
    '/chat/channels/club/one/query',
    {
      data: {
        created_by_id: 'alice',
        members: [{ user_id: 'bob', channel_role: 'channel_moderator', custom: { seat: 1 } }],
        invites: [{ user_id: 'carol' }],
        custom: { name: 'One' },
        team: 'red',
        filter_tags: ['t'],
        config_overrides: { grants: { vip: ['!create-message'] }, commands: ['moderation_set'], count_messages: true },
      },
      state: true,
    },
  ],
  [
    'POST',
    '/chat/channels/messaging/query',
    { data: { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] } },
  ],
  [
    'POST',
    '/chat/channels/club/one/message',
    { message: { id: 'm', text: 'Hello <b>', user_id: 'bob', pinned: true } },
  ],
  [
    'POST',
    '/chat/channels/club/one/message',
    {
      message: { text: 'Hi', user_id: 'bob', parent_id: 'm', quoted_message_id: 'm', attachments: [{ type: 'image' }] },
    },
  ],
  ['POST', '/chat/channels/club/one/message', { message: { text: 'x'.repeat(101), user_id: 'bob' } }],
  ['GET', '/chat/channels/club/one?state=true&messages_limit=5'],
  ['GET', '/chat/channels/club/one/messages?ids=m,none'],
  ['GET', '/chat/channels/club/one/pinned_messages'],
  ['GET', '/chat/messages/m'],
  ['POST', '/chat/messages/m', { message: { text: 'Changed', user_id: 'bob', mentioned_users: ['alice'] } }],
  ['PUT', '/chat/messages/m', { set: { pinned: true, color: 'red' }, user_id: 'bob' }],
  ['DELETE', '/chat/messages/m'],
  ['POST', '/chat/messages/m/undelete', { undeleted_by: 'bob' }],
  ['POST', '/chat/channels', { filter_conditions: { type: 'club' }, limit: 30 }],
  [
    'POST',
    '/chat/channels/club/one',
    { add_members: [{ user_id: 'alice' }], cooldown: 5, message: { text: 'Welcome', user_id: 'bob' } },
  ],
  ['POST', '/chat/channels/club/one', { accept_invite: true, user_id: 'carol' }],
  ['PATCH', '/chat/channels/club/one', { set: { color: 'red', frozen: true }, unset: ['name'] }],
  ['PATCH', '/chat/channels/club/one', { set: { type: 'x' } }],
  ['GET', '/chat/members?payload={"type":"club","id":"one","filter_conditions":{}}'],
  ['PATCH', '/chat/channels/club/one/member?user_id=bob', { set: { pinned: true, seat: 2 } }],
  [
    'PUT',
    '/chat/channels/batch',
    { operation: 'addMembers', filter: { cids: { $in: ['club:one'] } }, members: [{ user_id: 'carol' }] },
  ],
  ['GET', '/tasks/{task}'],
  ['POST', '/users/bob/deactivate', {}],
  ['POST', '/users/bob/reactivate', { name: 'Bob' }],
  ['POST', '/users/deactivate', { user_ids: ['bob'] }],
  ['GET', '/tasks/{task}'],
  ['POST', '/users/reactivate', { user_ids: ['bob'] }],
  ['POST', '/users/delete', { user_ids: ['carol'], user: 'soft' }],
  ['POST', '/users/restore', { user_ids: ['carol'] }],
  ['DELETE', '/chat/channels/club/one'],
  ['POST', '/chat/channels/club/two/query', { data: { created_by: { id: 'dave' } } }],
  ['POST', '/chat/channels/delete', { cids: ['club:two'], hard_delete: true }],
  ['GET', '/tasks/{task}'],
  ['DELETE', '/chat/channeltypes/club'],
  ['DELETE', '/chat/channeltypes/messaging'],
  [
    'POST',
    '/chat/channeltypes',
    { name: 'empty', automod: 'AI', automod_behavior: 'block', max_message_length: 30000 },
  ],
  ['DELETE', '/chat/channeltypes/empty'],
  ['POST', '/blocklists/{list}/import', { items: ['c'] }],
  ['DELETE', '/chat/commands/ticket'],
  ['DELETE', '/blocklists/rules'],
  ['DELETE', '/roles/vip'],
];

describe.skipIf(dir === undefined)('against the description of the API (set CHAT_CONTRACT_DIR to its folder)', () => {
  let contract: Contract;
  beforeAll(() => {
    contract = loadContract(dir ?? '');
  });

  test.each(['a', 'b'] as const)(
    'every call and every reply is as described, all assumptions being %s',
    async (answer) => {
      const clock = aClock();
      const assume = Object.fromEntries(Object.keys(ASSUMPTIONS).map((name) => [name, answer]));
      const emulator = await createEmulator({ rateLimits: 'off', seed: 7, now: clock.now, assume });
      const { call } = client(emulator);
      const named: Record<string, string> = {};
      const seen = new Set<string>();
      for (const [method, path, body] of WALK) {
        clock.pass(1000);
        const asked = path.replace(/\{(task|list)\}/, (_, name: string) => named[name] ?? '');
        const reply = await call(method, asked, body);
        const op = emulator.log.at(-1)?.op ?? '';
        const url = new URL(`http://emulator/api/v2${asked}`);
        if (typeof reply.body.task_id === 'string') named['task'] = reply.body.task_id;
        if (typeof reply.body.blocklist?.id === 'string') named['list'] = reply.body.blocklist.id;
        expect({ op, path, problems: contract.checkReply(op, reply.status, reply.body) }).toEqual({
          op,
          path,
          problems: [],
        });
        if (reply.status < 300) {
          seen.add(op);
          const problems = contract.checkRequest(op, method, url.pathname, url.searchParams, body);
          expect({ op, path, problems }).toEqual({ op, path, problems: [] });
        }
      }
      if (answer === 'a') expect(ROUTES.map((route) => route.op).filter((op) => !seen.has(op))).toEqual([]);
    },
  );
});

test.skipIf(dir !== undefined)('the description of the API is not checked: CHAT_CONTRACT_DIR is not set', () => {
  expect(dir).toBeUndefined();
});
