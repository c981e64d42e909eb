import { describe, expect, test } from 'vitest';
import { pathOf } from '../../src/emulator/http/app.ts';
import { ROUTES } from '../../src/emulator/resources/index.ts';
import { bothGenerations, olderClient } from './generations.ts';

const MICROSECONDS = /^2026-10-01T12:00:00\.\d{6}Z$/;

async function aRoom(options = {}) {
  const app = await bothGenerations(options);
  await app.older('POST', '/users', { users: { ann: { id: 'ann' }, bob: { id: 'bob' } } });
  await app.older('POST', '/channels/messaging/room/query', { data: { created_by: { id: 'ann' }, members: ['bob'] } });
  return app;
}

describe('routes', () => {
  test('every route of a generation is reached by its own path, and by no other generation’s', async () => {
    const { emulator } = await bothGenerations();
    const call = olderClient(emulator);
    for (const generation of [1, 2] as const) {
      const own = ROUTES.filter((route) => route.generation === undefined || route.generation === generation);
      for (const route of own) {
        await call(route.method, pathOf(route, generation).replace(/:\w+/g, 'x'));
        const { method, op } = emulator.log.at(-1) ?? {};
        expect([method, op], pathOf(route, generation)).toEqual([route.method, route.op]);
      }
    }
    const paths = ROUTES.flatMap((route) => (route.generation === 2 ? [] : [`${route.method} ${route.path}`]));
    expect(new Set(paths).size).toBe(paths.length);
  });

  test.each([
    ['GET', '/chat/channeltypes'],
    ['GET', '/api/app'],
    ['PUT', '/app'],
    ['GET', '/'],
    ['POST', '/moderation/unban'],
  ])('%s %s is not there', async (method, path) => {
    const { older } = await bothGenerations();
    const { status, body } = await older(method, path, method === 'GET' ? undefined : {});
    expect([status, body.code, body.message]).toEqual([404, 16, 'Request failed with error: "Not Found"']);
  });

  test('what only the older one has is not there in the newer', async () => {
    const { call, older } = await aRoom();
    for (const [method, path] of [
      ['POST', '/users/ann/event'],
      ['DELETE', '/users/ann'],
    ] as const)
      expect((await call(method, path, method === 'POST' ? {} : undefined)).status, path).toBe(404);
    expect((await older('POST', '/users/ann/event', { event: { type: 'ping', x: 1 } })).status).toBe(201);
    expect((await older('DELETE', '/users/bob')).body.user.id).toBe('bob');
    expect((await older('POST', '/users', { users: { bob: { id: 'bob' } } })).body.code).toBe(16);
  });

  test('success codes and refusals are those of the newer one', async () => {
    const { older } = await aRoom();
    expect((await older('PUT', '/channeltypes/team', { quotes: false })).status).toBe(201);
    expect((await older('PATCH', '/app', {})).status).toBe(200);
    const refused = await older('GET', '/channeltypes/none');
    expect(refused.body).toMatchObject({
      StatusCode: 404,
      code: 16,
      message: 'GetChannelType failed with error: "none is not a defined channel type"',
      details: [],
    });
  });
});

describe('replies', () => {
  test('times are text, to the microsecond', async () => {
    const { call, older, clock } = await aRoom();
    const { body } = await older('GET', '/channels/messaging/room');
    expect(body.channel.created_at).toMatch(MICROSECONDS);
    const newer = (await call('GET', '/chat/channels/messaging/room')).body.channel.created_at;
    expect(Date.parse(body.channel.created_at)).toBe(Math.floor(newer / 1e6));
    clock.pass(60_000);
    await older('PATCH', '/app', { revoke_tokens_issued_before: '2026-01-02T03:04:05.1Z' });
    expect((await older('GET', '/app')).body.app.revoke_tokens_issued_before).toBe('2026-01-02T03:04:05.1Z');
    await older('PATCH', '/app', { revoke_tokens_issued_before: '2026-01-02T03:04:05+01:00' });
    expect((await older('GET', '/app')).body.app.revoke_tokens_issued_before).toBe('2026-01-02T02:04:05Z');
  });

  test('customer data stands beside its owner’s own members, at every level', async () => {
    const { call, older } = await aRoom();
    await call('POST', '/users', { users: { ann: { id: 'ann', name: 'Ann', custom: { plan: 'gold', id: 'other' } } } });
    await call('POST', '/chat/channels/messaging/room', { data: { custom: { name: 'Room', deep: { a: [1] } } } });
    await call('POST', '/chat/channels/messaging/room', { add_members: [{ user_id: 'ann', custom: { seat: 1 } }] });
    const attachments = [{ type: 'image', custom: { width: 3 } }];
    const message = { id: 'm', text: 'Hi', user_id: 'ann', custom: { mood: 'good' }, attachments };
    await call('POST', '/chat/channels/messaging/room/message', { message });
    await call('POST', '/chat/messages/m/reaction', {
      reaction: { type: 'like', user_id: 'ann', custom: { how: 'a' } },
    });
    const { body } = await older('POST', '/channels/messaging/room/query', { state: true });
    expect(body.channel).toMatchObject({ name: 'Room', deep: { a: [1] } });
    const ann = body.members.find((member: { user_id: string }) => member.user_id === 'ann');
    // A name that the owner has itself is the owner's.
    expect(ann).toMatchObject({ seat: 1, user: { id: 'ann', plan: 'gold' } });
    expect(body.messages[0]).toMatchObject({ mood: 'good', attachments: [{ type: 'image', width: 3 }] });
    expect(body.messages[0].latest_reactions[0]).toMatchObject({ how: 'a', user: { plan: 'gold' } });
    expect(JSON.stringify(body)).not.toContain('"custom"');
  });

  test('hooks can be sent back as they were read', async () => {
    const { older } = await bothGenerations();
    await older('PATCH', '/app', { event_hooks: [{ hook_type: 'sqs', sqs_queue_url: 'https://q', enabled: true }] });
    const { event_hooks: hooks } = (await older('GET', '/app')).body.app;
    expect(hooks[0].created_at).toMatch(MICROSECONDS);
    expect((await older('PATCH', '/app', { event_hooks: hooks })).status).toBe(200);
    expect((await older('GET', '/app')).body.app.event_hooks[0]).toMatchObject({
      id: hooks[0].id,
      created_at: hooks[0].created_at,
    });
  });
});

describe('requests', () => {
  test('what is no member of the object itself is the customer’s', async () => {
    const { call, older } = await aRoom();
    const user = { id: 'ann', role: 'admin', name: 'Ann', team: 'blue', plan: { tier: 1 } };
    const upserted = await older('POST', '/users', { users: { ann: user } });
    expect(upserted.body.users.ann).toMatchObject(user);
    expect((await call('GET', '/users?payload={"filter_conditions":{"id":"ann"}}')).body.users[0]).toMatchObject({
      role: 'admin',
      name: 'Ann',
      custom: { team: 'blue', plan: { tier: 1 } },
    });
    const data = { created_by: { id: 'carl', city: 'Ulm' }, name: 'Two', color: 'red', team: 'red', frozen: true };
    await older('POST', '/channels/messaging/two/query', { data });
    const { channel } = (await call('GET', '/chat/channels/messaging/two')).body;
    expect(channel).toMatchObject({ team: 'red', frozen: true, custom: { name: 'Two', color: 'red' } });
    expect(channel.created_by.custom).toEqual({ city: 'Ulm' });
  });

  test('a full update takes the data that stands beside the settings, and drops the rest', async () => {
    const { call, older } = await aRoom();
    await older('POST', '/channels/messaging/room', { data: { a: 1, frozen: true } });
    await older('POST', '/channels/messaging/room', { data: { b: 2 } });
    expect((await call('GET', '/chat/channels/messaging/room')).body.channel.custom).toEqual({ b: 2 });
  });

  test('messages, reactions, attachments and events likewise', async () => {
    const { call, older } = await aRoom();
    const attachments = [{ type: 'card', price: 3 }];
    const message = { id: 'm', text: 'Hi', user: { id: 'ann' }, mood: 'good', attachments };
    expect((await older('POST', '/channels/messaging/room/message', { message })).body.message).toMatchObject({
      mood: 'good',
      attachments,
    });
    await older('POST', '/messages/m/reaction', { reaction: { type: 'like', user_id: 'bob', how: 'much' } });
    const { body } = await call('GET', '/chat/messages/m');
    expect(body.message).toMatchObject({ custom: { mood: 'good' }, attachments: [{ custom: { price: 3 } }] });
    expect(body.message.latest_reactions[0].custom).toEqual({ how: 'much' });
    await older('POST', '/messages/m', { message: { text: 'Ho', user_id: 'ann', weather: 'fair' } });
    expect((await call('GET', '/chat/messages/m')).body.message.custom).toEqual({ weather: 'fair' });
    const event = { type: 'shake', user_id: 'ann', force: 9 };
    expect((await older('POST', '/channels/messaging/room/event', { event })).body.event).toMatchObject({ force: 9 });
  });

  test('partial updates name customer data as in the newer one', async () => {
    const { call, older } = await aRoom();
    await older('PATCH', '/users', { users: [{ id: 'ann', set: { 'plan.tier': 2, role: 'admin' } }] });
    await older('PATCH', '/channels/messaging/room', { set: { color: 'red' } });
    await older('PATCH', '/channels/messaging/room/member?user_id=bob', { set: { seat: 4 } });
    const { channel, members } = (await call('POST', '/chat/channels/messaging/room/query', { state: true })).body;
    expect([channel.custom, members[0].custom]).toEqual([{ color: 'red' }, { seat: 4 }]);
    expect(channel.created_by).toMatchObject({ role: 'admin', custom: { plan: { tier: 2 } } });
  });

  test('members can be ids, or objects with data of their own', async () => {
    const { call, older } = await aRoom();
    await older('POST', '/users', { users: { eva: { id: 'eva' }, dan: { id: 'dan' }, kim: { id: 'kim' } } });
    const added = await older('POST', '/channels/messaging/room', {
      add_members: ['eva', { user_id: 'dan', seat: 7, status: 'member' }],
      invites: ['kim'],
    });
    expect(added.status).toBe(201);
    const { members } = (await call('POST', '/chat/channels/messaging/room/query', { state: true })).body;
    const found = members.map((one: { user_id: string; invited?: true; custom: object }) => [
      one.user_id,
      one.invited,
      one.custom,
    ]);
    expect(found).toEqual([
      ['bob', undefined, {}],
      ['dan', undefined, { seat: 7 }],
      ['eva', undefined, {}],
      ['kim', true, {}],
    ]);
    expect((await older('POST', '/channels/messaging/query', { data: { members: ['ann'] } })).body.code).toBe(4);
    const distinct = { data: { created_by: { id: 'ann' }, members: ['ann', 'bob'] } };
    expect((await older('POST', '/channels/messaging/query', distinct)).body.channel.id).toMatch(/^!members-/);
    // The newer one takes objects alone.
    expect((await call('POST', '/chat/channels/messaging/room', { add_members: ['ann'] })).status).toBe(400);
  });

  test.each([
    ['/channels/messaging/x/query', { data: { created_by: { id: 'ann' }, cooldown: 5, muted: true } }, 'data.cooldown'],
    ['/channels/messaging/room', { data: { member_count: 5 } }, 'data.member_count'],
    ['/channels/messaging/room/message', { message: { user_id: 'ann', created_at: 'now' } }, 'message.created_at'],
  ])('reserved members are refused: %s', async (path, body, name) => {
    const { older } = await aRoom();
    const reply = await older('POST', path, body);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(`${name} is a reserved field`);
  });

  test('reserved members of users are told one by one', async () => {
    const { older } = await aRoom();
    const { status, body } = await older('POST', '/users', { users: { ann: { id: 'ann', online: true } } });
    expect([status, body.code]).toEqual([400, 4]);
    expect(body.exception_fields).toEqual({ 'users[ann].online': 'users[ann].online is a reserved field' });
  });

  test('what only replies say is neither refused nor taken for the customer’s', async () => {
    const { call, older } = await aRoom();
    const data = { type: 'messaging', id: 'room', color: 'red' };
    expect((await older('POST', '/channels/messaging/room', { data })).status).toBe(201);
    expect((await call('GET', '/chat/channels/messaging/room')).body.channel.custom).toEqual({ color: 'red' });
  });

  test('data of the customer is held to its size', async () => {
    const { older } = await aRoom();
    const reply = await older('POST', '/channels/messaging/room', { data: { story: 'x'.repeat(6000) } });
    expect([reply.status, reply.body.code]).toEqual([413, 22]);
  });

  test('times are text', async () => {
    const { call, older } = await aRoom();
    const numeric = { set: { revoke_tokens_issued_before: 1_790_000_000_000_000_000 } };
    const body = { revoke_tokens_issued_before: numeric.set.revoke_tokens_issued_before };
    expect((await older('PATCH', '/app', body)).status).toBe(400);
    expect((await call('PATCH', '/app', body)).status).toBe(200);
  });

  test.each([
    ['a', { custom: { a: 1 }, b: 2 }],
    ['b', { a: 1, b: 2 }],
  ] as const)('a member called custom, by assumption %s', async (answer, expected) => {
    const { call, older } = await aRoom({ assume: { custom_member_in_v1: answer } });
    await older('POST', '/channels/messaging/room', { data: { custom: { a: 1 }, b: 2 } });
    expect((await call('GET', '/chat/channels/messaging/room')).body.channel.custom).toEqual(expected);
    expect((await older('GET', '/channels/messaging/room')).body.channel).toMatchObject(expected);
  });

  test('a channel is read with its arguments one by one or in a payload', async () => {
    const { older } = await aRoom();
    for (const id of ['one', 'two', 'three']) {
      const message = { id, text: id, user_id: 'ann' };
      await older('POST', '/channels/messaging/room/message', { message });
    }
    const read = async (query: string) => {
      const { body } = await older('GET', `/channels/messaging/room${query}`);
      return [body.members.length, body.messages.map((message: { id: string }) => message.id)];
    };
    const payload = (value: unknown) => `?payload=${encodeURIComponent(JSON.stringify(value))}`;
    expect(await read('')).toEqual([0, []]);
    expect(await read('?state=true&messages_limit=1')).toEqual([1, ['three']]);
    expect(await read(payload({ state: true, messages_limit: 2 }))).toEqual([1, ['two', 'three']]);
    expect(await read(payload({ state: true, messages: { limit: 5, id_lt: 'two' } }))).toEqual([1, ['one']]);
  });

  test('names that objects have by nature are data like any other', async () => {
    const { call, older } = await aRoom();
    const raw = '{"data":{"__proto__":{"x":1},"constructor":"c","toString":1}}';
    await older('POST', '/channels/messaging/room', JSON.parse(raw));
    const { custom } = (await call('GET', '/chat/channels/messaging/room')).body.channel;
    expect(Object.keys(custom).sort()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(JSON.stringify((await older('GET', '/channels/messaging/room')).body.channel)).toContain(
      '"__proto__":{"x":1}',
    );
  });
});

test('client tokens and rate limits are those of the newer one', async () => {
  const { emulator } = await bothGenerations({ rateLimits: 'default' });
  const older = olderClient(emulator);
  expect((await older('GET', '/channeltypes')).headers.get('x-ratelimit-remaining')).toBe('59');
  expect((await older('GET', '/api/v2/chat/channeltypes')).headers.get('x-ratelimit-remaining')).toBe('58');
  const user = olderClient(emulator, { user_id: 'ann' });
  expect((await user('GET', '/channeltypes')).body.code).toBe(17);
});
