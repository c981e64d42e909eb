/** Pulls into files as people keep them, against an app that others have changed. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { aWorld, type PullRun, type World } from '../support/world.ts';

const ROOT = 'chat.config.yaml';

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly env?: string;
  readonly environ?: Readonly<Record<string, string>>;
  readonly options?: PullRun;
  /** What others did. */
  readonly live: (world: World) => Promise<unknown>;
  /** The files that change; the others have to stay. */
  readonly after: Readonly<Record<string, string>>;
  readonly notes?: readonly string[];
  /** Addresses that a plan still changes. */
  readonly left?: readonly string[];
}

const type = (world: World, name: string, body: JsonObject) => world.call('PUT', `/chat/channeltypes/${name}`, body);
const users = (world: World, ...list: JsonObject[]) =>
  world.call('POST', '/users', { users: Object.fromEntries(list.map((each) => [String(each['id']), each])) });

const CASES: Readonly<Record<string, Case>> = {
  'a value where it stands, and nothing else of its line': {
    files: {
      [ROOT]:
        `version: 1\n# types\nchannel_types:\n    livestream:   # busy\n        max_message_length:   "500"   # why\n`.replace(
          '"500"',
          '500',
        ),
    },
    live: (world) => type(world, 'livestream', { max_message_length: 600 }),
    after: {
      [ROOT]: `version: 1\n# types\nchannel_types:\n    livestream:   # busy\n        max_message_length:   600   # why\n`,
    },
  },
  'a new field beside the declared ones, in the layout of the file': {
    files: {
      [ROOT]: 'version: 1\nchannel_types:\n    team:\n        polls: true # asked for\n\nroles: [a, b] # two\n',
    },
    live: async (world) => {
      await world.call('POST', '/roles', { name: 'a' });
      await world.call('POST', '/roles', { name: 'b' });
      await world.call('POST', '/roles', { name: 'c' });
      await type(world, 'team', { polls: true, max_message_length: 100, grants: { c: ['read-channel'] } });
    },
    after: {
      [ROOT]:
        'version: 1\nchannel_types:\n    team:\n        polls: true # asked for\n        max_message_length: 100\n        grants:\n          c: [read-channel]\n\nroles: [a, b, c] # two\n',
    },
  },
  'in an include, and a new resource where its collection is': {
    files: {
      [ROOT]: 'version: 1\ninclude: [parts/*.yaml]\nroles: [host]\n',
      'parts/commands.yaml': 'commands:\n  # helps\n  ticket: { description: "Ask", args: "[x]" }\n',
    },
    live: async (world) => {
      await world.call('POST', '/roles', { name: 'host' });
      await world.call('POST', '/chat/commands', { name: 'ticket', description: 'Help', args: '[x]' });
      await world.call('POST', '/chat/commands', { name: 'faq', description: 'Answers' });
    },
    after: {
      'parts/commands.yaml':
        'commands:\n  # helps\n  ticket: { description: "Help", args: "[x]" }\n  faq:\n    description: Answers\n',
    },
  },
  'in the environment that defines it': {
    files: {
      [ROOT]:
        'version: 1\nchannel_types:\n  team: { polls: true, mutes: true }\nenvironments:\n  staging:\n    channel_types:\n      team: { polls: false }\n',
    },
    env: 'staging',
    live: (world) => type(world, 'team', { polls: true, mutes: false }),
    after: {
      [ROOT]:
        'version: 1\nchannel_types:\n  team: { polls: true, mutes: false }\nenvironments:\n  staging:\n    channel_types:\n      team: { polls: true }\n',
    },
  },
  'not over a variable, an anchor or an alias': {
    files: {
      [ROOT]:
        'version: 1\nchannel_types:\n  team: &shared { polls: true }\n  gaming: *shared\n  livestream: { max_message_length: "${LENGTH:-500}" }\n  commerce: { max_message_length: "${SAME:-50}" }\n',
    },
    live: async (world) => {
      await type(world, 'gaming', { polls: true });
      await type(world, 'commerce', { max_message_length: 50 });
    },
    after: {},
    notes: ['pull-kept channel_type.livestream.max_message_length', 'pull-kept channel_type.team.polls'],
    left: ['channel_type.livestream', 'channel_type.team'],
  },
  'members as they are written': {
    files: {
      [ROOT]: `version: 1
users: { ann: {}, ben: {}, cy: {} }
channels:
  messaging:list:
    created_by_id: ann
    members: # who
      - ann # first
      - ben
  messaging:map:
    created_by_id: ann
    members: { ann: channel_moderator, ben: channel_member }
  messaging:long:
    created_by_id: ann
    members:
      mode: exact
      list: [ann, ben]
  messaging:staff:
    created_by_id: ann
    name: Old # the name
    members: [ben]
    moderators: [ann]
`,
    },
    live: async (world) => {
      await users(world, { id: 'ann' }, { id: 'ben' }, { id: 'cy' });
      const make = (id: string, members: JsonObject[]) =>
        world.call('POST', `/chat/channels/messaging/${id}/query`, {
          data: { created_by_id: 'ann', members, ...(id === 'staff' ? { custom: { name: 'New' } } : {}) },
        });
      await make('list', [{ user_id: 'ann' }]);
      await make('map', [{ user_id: 'ann' }, { user_id: 'ben', channel_role: 'channel_moderator' }]);
      await make('long', [{ user_id: 'ann' }, { user_id: 'cy' }]);
      await make('staff', [{ user_id: 'ann' }, { user_id: 'ben' }]);
    },
    after: {
      [ROOT]: `version: 1
users: { ann: {}, ben: {}, cy: {} }
channels:
  messaging:list:
    created_by_id: ann
    members: # who
      - ann # first
  messaging:map:
    created_by_id: ann
    members: { ann: channel_member, ben: channel_moderator }
  messaging:long:
    created_by_id: ann
    members:
      mode: exact
      list: [ann, cy]
  messaging:staff:
    created_by_id: ann
    name: New # the name
    members:
      ben: {}
      ann: channel_member
`,
    },
  },
  'what is declared and gone stays; removed and external names are left alone': {
    files: {
      [ROOT]: 'version: 1\nroles: [gone]\nremoved: [command.old]\nexternal: { blocklists: ["app-*"] }\n',
    },
    live: async (world) => {
      await world.call('POST', '/chat/commands', { name: 'old', description: 'Old' });
      await world.call('POST', '/blocklists', { name: 'app-words', words: ['a'] });
    },
    after: {},
    notes: ['pull-gone role.gone'],
    left: ['role.gone', 'command.old'],
  },
  'one file a collection': {
    files: { [ROOT]: 'version: 1\n' },
    options: { split: true },
    live: async (world) => {
      await world.call('POST', '/roles', { name: 'host' });
      await world.call('POST', '/chat/commands', { name: 'faq', description: 'Answers' });
    },
    after: {
      [ROOT]: 'version: 1\n\ninclude: [config/roles.yaml, config/commands.yaml]\n',
      'config/roles.yaml': 'roles: [host]\n',
      'config/commands.yaml': 'commands:\n  faq:\n    description: Answers\n',
    },
  },
  'rows of a roster, in place and at its end': {
    files: {
      [ROOT]: 'version: 1\nusers: { from: [data/people.ndjson, data/more.csv] }\n',
      'data/people.ndjson': '{"id":"ann","name":"Ann"}\n{"id":"ben", "name":"Ben"}',
      'data/more.csv': 'id,name\ncy,Cy\n',
    },
    options: { only: ['user'] },
    live: (world) =>
      users(
        world,
        { id: 'ann', name: 'Anna' },
        { id: 'ben', name: 'Ben' },
        { id: 'cy', name: 'Other' },
        { id: 'di', name: 'Di' },
      ),
    after: {
      'data/people.ndjson': '{"id":"ann","name":"Anna"}\n{"id":"ben", "name":"Ben"}\n{"id":"di","name":"Di"}\n',
    },
    notes: ['pull-kept user.cy'],
    left: ['user.cy'],
  },
  'users by pattern and by id': {
    files: { [ROOT]: 'version: 1\n' },
    options: { only: ['user.app-*', 'user.zed'] },
    live: (world) => users(world, { id: 'app-1' }, { id: 'app-2', role: 'admin' }, { id: 'other' }, { id: 'zed' }),
    after: { [ROOT]: 'version: 1\n\nusers:\n  app-1: {}\n  app-2:\n    role: admin\n  zed: {}\n' },
  },
  'custom keys that could not be written back are left out with a comment': {
    files: { [ROOT]: 'version: 1\n' },
    options: { only: ['user.ann'] },
    live: (world) => users(world, { id: 'ann', custom: { 'a.b': 1, fine: '${X}', esc: '\u001b[31m' } }),
    after: {
      [ROOT]:
        'version: 1\n\nusers:\n  # Left out, because they could not be written back: custom["a.b"].\n  ann:\n    custom:\n      fine: $${X}\n      esc: "\\e[31m"\n',
    },
    notes: ['pull-left-out user.ann.custom["a.b"]'],
  },
};

describe('a pull writes', () => {
  test.each(Object.entries(CASES))(
    '%s',
    async (_name, { files, env, environ, options, live, after, notes = [], left = [] }) => {
      const world = await aWorld();
      await live(world);
      const load = { ...(env === undefined ? {} : { env }), ...(environ === undefined ? {} : { environ }) };
      const loaded = await world.load({ files }, load);
      const pulled = await loaded.pull(options);
      expect(pulled.draft.notes.map((each) => `${each.code} ${each.subject}`).sort()).toEqual([...notes].sort());
      expect(pulled.files).toEqual({ ...files, ...after });
      const again = await world.load({ files: pulled.files }, load);
      const plan = await again.plan();
      expect(plan.changes.map((each) => each.address).sort()).toEqual([...left].sort());
      expect((await again.pull(options)).draft.files).toEqual([]);
    },
  );
});

describe('a whole app', () => {
  test('that nobody has touched needs no file but its head', async () => {
    const world = await aWorld();
    const { files, draft } = await (await world.load('')).pull({ isNew: true });
    expect(draft.written).toEqual([]);
    expect(files[ROOT]).not.toMatch(/^(app|roles|channel_types):/m);
  });

  test('with many users and channels goes to rosters, page by page', async () => {
    const world = await aWorld();
    const ids = Array.from({ length: 230 }, (_, index) => `u${index}`);
    for (let start = 0; start < ids.length; start += 100)
      await users(world, ...ids.slice(start, start + 100).map((id) => ({ id, name: `User ${id}` })));
    for (let index = 0; index < 105; index++)
      await world.call('POST', `/chat/channels/messaging/c${index}/query`, { data: { created_by_id: 'u1' } });
    const loaded = await world.load('');
    world.forget();
    const { files, draft } = await loaded.pull({ only: ['user', 'channel'] });
    expect(world.exchanges().filter((each) => each.op === 'QueryUsers')).toHaveLength(3);
    expect(world.exchanges().filter((each) => each.op === 'QueryChannels')).toHaveLength(4);
    expect(world.exchanges().filter((each) => each.effect === 'write')).toEqual([]);
    expect(draft.rosters.map((each) => each.added)).toEqual([230, 105]);
    expect(files['data/users.ndjson']?.trim().split('\n')).toHaveLength(230);
    expect(files['data/channels.ndjson']).toContain('{"cid":"messaging:c7","created_by_id":"u1"}\n');
    expect(Object.keys(files).filter((name) => name.endsWith('.chat-pull'))).toEqual([]);
    expect((await world.plan({ files })).changes).toEqual([]);
  });

  test('as older clients fill it, with a channel of many members', async () => {
    const world = await aWorld({ isOlder: true });
    const ids = Array.from({ length: 120 }, (_, index) => `u${index}`);
    const call = (method: string, path: string, body: JsonObject) => world.call(method, `/../..${path}`, body);
    await call('POST', '/users', {
      users: Object.fromEntries(ids.slice(0, 100).map((id) => [id, { id, plan: 'pro' }])),
    });
    await call('POST', '/users', { users: Object.fromEntries(ids.slice(100).map((id) => [id, { id }])) });
    await call('POST', '/channels/messaging/big/query', {
      data: { created_by_id: 'u0', name: 'Big', members: ids.slice(0, 100) },
    });
    await call('POST', '/channels/messaging/big', { add_members: ids.slice(100) });
    const { files } = await (await world.load('')).pull({ only: ['channel', 'user.u1'], isNew: true });
    expect(files[ROOT]).toContain('users:\n  u1:\n    custom:\n      plan: pro\n');
    expect(files[ROOT]).toContain(
      '  # Left out, because there are more than a file should hold: members.\n  messaging:big:\n    created_by_id: u0\n    name: Big\n',
    );
    expect((await world.plan({ files })).changes).toEqual([]);
  });

  test('refuses to replace a roster that the configuration does not know', async () => {
    const world = await aWorld();
    for (const start of [0, 1])
      await users(world, ...Array.from({ length: 60 }, (_, index) => ({ id: `u${start * 60 + index}` })));
    const files = { [ROOT]: 'version: 1\n', 'data/users.ndjson': 'mine\n' };
    const loaded = await world.load({ files });
    await expect(loaded.pull({ only: ['user'] })).rejects.toThrow(/file-exists/);
    const forced = await (await world.load({ files })).pull({ only: ['user'], force: true });
    expect(forced.files['data/users.ndjson']?.trim().split('\n')).toHaveLength(120);
  });
});
