/** How many calls a large configuration takes: the first time, for one change, and for none. */
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { aWorld, opsOf } from '../support/world.ts';

const USERS = 1000;
const CHANNELS = 50;
const MEMBERS = 20;

const id = (index: number) => `user-${String(index).padStart(4, '0')}`;

function configuration(change: (users: Record<string, JsonObject>) => void = () => {}): JsonObject {
  const users: Record<string, JsonObject> = Object.fromEntries(
    Array.from({ length: USERS }, (_, index) => [id(index), { name: `User ${index}`, custom: { index } }]),
  );
  change(users);
  return {
    roles: ['host', 'vip', 'crew'],
    channel_types: { rooms: { quotes: true, reminders: true }, stage: { allowed_flag_reasons: ['spam'] } },
    users,
    channels: Object.fromEntries(
      Array.from({ length: CHANNELS }, (_, index) => [
        `rooms:room-${index}`,
        {
          created_by_id: id(0),
          name: `Room ${index}`,
          members: Array.from({ length: MEMBERS }, (_each, member) => id(index * MEMBERS + member)),
        },
      ]),
    ),
  };
}

function total(calls: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

test('a thousand users and fifty channels', async () => {
  const world = await aWorld();
  const first = await world.converge(configuration());
  expect(opsOf(world.exchanges(), 'write')).toEqual({
    CreateChannelType: 2,
    CreateRole: 3,
    GetOrCreateChannel: CHANNELS,
    UpdateChannelType: 2,
    UpdateUsers: USERS / 100,
  });
  expect(total(opsOf(world.exchanges(), 'write'))).toBeLessThanOrEqual(10 + 50 + 3 + 4);
  expect(first.report.calls).toMatchObject({ planned: 67, writes: 67, retries: 0, followUps: 0 });

  world.forget();
  const none = await world.plan(configuration());
  expect(none.changes).toEqual([]);
  expect(opsOf(world.exchanges(), 'write')).toEqual({});
  expect(opsOf(world.exchanges(), 'read')).toEqual({
    GetApp: 1,
    ListChannelTypes: 1,
    ListRoles: 1,
    QueryChannels: Math.ceil(CHANNELS / 30),
    QueryUsers: USERS / 100,
  });

  world.forget();
  const one = await world.converge(configuration((users) => Object.assign(users, { [id(500)]: { name: 'Other' } })));
  expect(one.plan.changes).toHaveLength(1);
  expect(opsOf(world.exchanges(), 'write')).toEqual({ UpdateUsersPartial: 1 });

  world.forget();
  const many = await world.converge(
    configuration((users) => {
      for (let index = 0; index < 150; index++) users[id(index)] = { name: `Changed ${index}`, custom: { index } };
      for (let index = 0; index < 101; index++) users[`new-${index}`] = {};
    }),
  );
  // And the other one back.
  expect(many.plan.changes).toHaveLength(252);
  expect(opsOf(world.exchanges(), 'write')).toEqual({ UpdateUsers: 2, UpdateUsersPartial: 2 });
}, 60_000);

test('members beyond a hundred, and members of their own', async () => {
  const world = await aWorld();
  const everyone = Array.from({ length: 350 }, (_, index) => id(index));
  const source = (members: JsonObject): JsonObject => ({
    users: Object.fromEntries([...everyone, 'bot'].map((each) => [each, {}])),
    channels: { 'messaging:big': { created_by_id: 'bot', cooldown: 5, members: { mode: 'exact', list: members } } },
  });
  const all = Object.fromEntries(everyone.map((each) => [each, {}]));
  await world.converge(source(all));
  // One creation with a hundred, three posts with the rest; the cooldown rides along.
  expect(opsOf(world.exchanges(), 'write')).toMatchObject({ GetOrCreateChannel: 1, UpdateChannel: 3 });
  world.forget();
  expect((await world.plan(source(all))).changes).toEqual([]);
  expect(opsOf(world.exchanges(), 'read')).toEqual({ GetApp: 1, QueryChannels: 1, QueryMembers: 4, QueryUsers: 4 });

  // A hundred and fifty leave, a hundred and ten others change their role, three get data: as few posts as the most of one sort take.
  world.forget();
  const roles = everyone.slice(150, 260).map((each) => [each, { channel_role: 'channel_moderator' }]);
  const data = everyone.slice(300, 303).map((each) => [each, { custom: { seat: each } }]);
  const rest = everyone.slice(260).map((each) => [each, {}]);
  const next = Object.fromEntries([...rest, ...roles, ...data]) as JsonObject;
  await world.converge(source(next), { allowMassChange: true });
  expect(opsOf(world.exchanges(), 'write')).toEqual({ UpdateChannel: 2, UpdateMemberPartial: 3 });
}, 60_000);
