import { describe, expect, test } from 'vitest';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';
const M = '/chat/messages/m';

async function aMessage() {
  const app = await anAppWith(['alice', 'bob']);
  const data = { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] };
  await app.call('POST', `${ROOM}/query`, { data });
  await app.call('POST', `${ROOM}/message`, { message: { id: 'm', text: 'x', user_id: 'alice' } });
  const react = async (type: string, user_id = 'bob', more: object = {}, body: object = {}) => {
    app.clock.pass(1000);
    return app.call('POST', `${M}/reaction`, { reaction: { type, user_id, ...more }, ...body });
  };
  return { ...app, react, as: (id: string) => client(app.emulator, { user_id: id }) };
}

describe('a reaction', () => {
  test('is answered with the message that counts it', async () => {
    const { react } = await aMessage();
    const reply = await react('like', 'bob', { score: 3, custom: { a: 1 } });
    expect(reply.status).toBe(201);
    expect(reply.body.reaction).toMatchObject({
      type: 'like',
      score: 3,
      user_id: 'bob',
      custom: { a: 1 },
      message_id: 'm',
    });
    await react('like', 'alice');
    const { message } = (await react('love', 'bob')).body;
    expect(message).toMatchObject({
      reaction_counts: { like: 2, love: 1 },
      reaction_scores: { like: 4, love: 1 },
      reaction_groups: { like: { count: 2, sum_scores: 4 }, love: { count: 1 } },
    });
    expect(message.latest_reactions.map((one: { type: string }) => one.type)).toEqual(['love', 'like', 'like']);
    expect(message.own_reactions.map((one: { type: string }) => one.type)).toEqual(['love', 'like']);
    const { first_reaction_at, last_reaction_at, latest_reactions_by } = message.reaction_groups.like;
    expect(last_reaction_at).toBeGreaterThan(first_reaction_at);
    expect(latest_reactions_by.map((one: { user_id: string }) => one.user_id)).toEqual(['alice', 'bob']);
  });

  test('of the same type replaces the former one, its score too', async () => {
    const { react } = await aMessage();
    await react('like', 'bob', { score: 5 });
    const { message } = (await react('like', 'bob')).body;
    expect([message.reaction_counts, message.reaction_scores]).toEqual([{ like: 1 }, { like: 1 }]);
  });

  test('can be the only one of its user', async () => {
    const { react } = await aMessage();
    await react('like');
    await react('wow', 'alice');
    const { message } = (await react('love', 'bob', {}, { enforce_unique: true })).body;
    expect(message.reaction_counts).toEqual({ love: 1, wow: 1 });
  });

  test('makes a user who is not known', async () => {
    const { react, query } = await aMessage();
    expect((await react('like', 'newcomer')).status).toBe(201);
    const found = await query('/users', { filter_conditions: { id: 'newcomer' } });
    expect(found.body.users).toHaveLength(1);
  });

  const refused: readonly [name: string, path: string, body: unknown, status: number, code: number][] = [
    ['no type', M, { reaction: { user_id: 'bob' } }, 400, 4],
    ['a long type', M, { reaction: { type: 'x'.repeat(31), user_id: 'bob' } }, 400, 4],
    ['nobody', M, { reaction: { type: 'like' } }, 400, 4],
    ['two users', M, { reaction: { type: 'like', user_id: 'bob', user: { id: 'bob' } } }, 400, 4],
    ['nothing', M, {}, 400, 4],
    ['a message that is not there', '/chat/messages/none', { reaction: { type: 'like', user_id: 'bob' } }, 404, 16],
    ['too much data', M, { reaction: { type: 'a', user_id: 'bob', custom: { a: 'x'.repeat(6000) } } }, 413, 22],
  ];
  test.each(refused)('%s is refused', async (_name, path, body, status, code) => {
    const { call } = await aMessage();
    const reply = await call('POST', `${path}/reaction`, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('can be switched off', async () => {
    const { react, call } = await aMessage();
    await call('PUT', '/chat/channeltypes/messaging', { reactions: false });
    const reply = await react('like');
    expect([reply.status, reply.body.code]).toEqual([400, 19]);
  });

  test('goes, once, by its user or by those who may', async () => {
    const { react, call, as } = await aMessage();
    await react('like');
    const gone = await call('DELETE', `${M}/reaction/like?user_id=bob`);
    expect([gone.status, gone.body.reaction.type, gone.body.message.reaction_counts]).toEqual([200, 'like', {}]);
    expect((await call('DELETE', `${M}/reaction/like?user_id=bob`)).body.code).toBe(16);
    expect((await call('DELETE', `${M}/reaction/like`)).body.code).toBe(4);
    await react('like');
    expect((await as('alice').call('DELETE', `${M}/reaction/like`)).status).toBe(404);
    expect((await as('bob').call('DELETE', `${M}/reaction/like`)).status).toBe(200);
  });
});

describe('the reactions to a message', () => {
  async function several() {
    const app = await aMessage();
    for (const [type, id] of [
      ['like', 'alice'],
      ['love', 'alice'],
      ['like', 'bob'],
    ] as const)
      await app.react(type, id);
    return app;
  }
  const names = (reactions: readonly { type: string; user_id: string }[]) =>
    reactions.map((one) => `${one.user_id} ${one.type}`);

  test('are listed newest first, in pages', async () => {
    const { call } = await several();
    const list = async (query = '') => names((await call('GET', `${M}/reactions${query}`)).body.reactions);
    expect(await list()).toEqual(['bob like', 'alice love', 'alice like']);
    expect(await list('?limit=1&offset=1')).toEqual(['alice love']);
    expect((await call('GET', `${M}/reactions?limit=301`)).body.code).toBe(4);
    expect((await call('GET', '/chat/messages/none/reactions')).status).toBe(404);
  });

  test('are queried by type and user', async () => {
    const { call } = await several();
    const ask = async (body: object) => (await call('POST', `${M}/reactions`, body)).body;
    expect(names((await ask({ filter: { type: 'like' } })).reactions)).toEqual(['bob like', 'alice like']);
    expect(names((await ask({ filter: { user_id: { $in: ['alice'] } } })).reactions)).toHaveLength(2);
    const first = await ask({ limit: 2, sort: [{ field: 'created_at', direction: 1 }] });
    expect(names(first.reactions)).toEqual(['alice like', 'alice love']);
    const rest = await ask({ limit: 2, sort: [{ field: 'created_at', direction: 1 }], next: first.next });
    expect([names(rest.reactions), rest.next]).toEqual([['bob like'], undefined]);
    for (const body of [{ filter: { score: 1 } }, { sort: [{ field: 'type' }] }, { limit: 101 }])
      expect((await ask(body)).code).toBe(4);
    expect((await ask({ user_id: 'ghost' })).code).toBe(16);
  });

  test('go with the message', async () => {
    const { call } = await several();
    await call('DELETE', `${M}?hard=true`);
    expect((await call('GET', `${M}/reactions`)).status).toBe(404);
  });
});
