import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();
const BASE = { automod: 'disabled', automod_behavior: 'flag', max_message_length: 500 } as const;

test('built-in types are read alike', async () => {
  await same(newer.chat.listChannelTypes(), older.listChannelTypes());
  for (const name of ['messaging', 'livestream', 'team', 'gaming', 'commerce'])
    await same(newer.chat.getChannelType({ name }), older.getChannelType(name));
});

test('types are made by both', async () => {
  await newer.chat.createChannelType({ name: 'club', ...BASE, commands: ['giphy'], replies: false });
  await older.createChannelType({ name: 'room', max_message_length: 100, commands: ['ban', 'unban'] });
  await same(newer.chat.getChannelType({ name: 'club' }), older.getChannelType('club'));
  await same(newer.chat.getChannelType({ name: 'room' }), older.getChannelType('room'));
  expect(await newer.chat.getChannelType({ name: 'room' })).toMatchObject({
    commands: [{ name: 'ban' }, { name: 'unban' }],
    max_message_length: 100,
  });
  await bothRefused(
    newer.chat.createChannelType({ name: 'club', ...BASE }),
    older.createChannelType({ name: 'club' }),
    400,
    4,
  );
});

test('what an update does not name stays', async () => {
  await older.updateChannelType('club', { quotes: false, grants: { guest: ['read-channel'] } });
  await newer.chat.updateChannelType({ name: 'club', ...BASE, reminders: true });
  await same(newer.chat.getChannelType({ name: 'club' }), older.getChannelType('club'));
  expect(await older.getChannelType('club')).toMatchObject({
    quotes: false,
    reminders: true,
    replies: false,
    grants: { guest: ['read-channel'] },
  });
});

test('types go when no channel needs them', async () => {
  await newer.upsertUsers([{ id: 'alice' }]);
  await older.channel('room', 'one', { created_by_id: 'alice' }).create();
  await bothRefused(newer.chat.deleteChannelType({ name: 'room' }), older.deleteChannelType('room'), 400, 4);
  await newer.chat.createChannelType({ name: 'spare', ...BASE });
  await newer.chat.deleteChannelType({ name: 'spare' });
  await older.deleteChannelType('club');
  await bothRefused(newer.chat.getChannelType({ name: 'club' }), older.getChannelType('club'), 404, 16);
});
