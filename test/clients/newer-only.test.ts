/** What the newer client alone has. */
import { expect, test } from 'vitest';
import { bothClients } from './support.ts';

const { newer, older } = await bothClients();
await newer.upsertUsers([{ id: 'alice' }, { id: 'bob' }]);
const room = newer.chat.channel('messaging', 'room');
await room.getOrCreate({
  data: {
    created_by_id: 'alice',
    members: [{ user_id: 'alice' }, { user_id: 'bob' }],
    config_overrides: { shared_locations: true },
    filter_tags: ['work'],
  },
});

test('files and images are uploaded as forms', async () => {
  const user = JSON.stringify({ id: 'bob' });
  for (const [send, drop, name] of [
    [room.uploadChannelFile, room.deleteChannelFile, 'a.pdf'],
    [room.uploadChannelImage, room.deleteChannelImage, 'a.png'],
  ] as const) {
    const type = name.endsWith('png') ? 'image/png' : 'application/pdf';
    const { file } = await send.call(room, { file: new File(['content'], name, { type }), user } as never);
    expect(file).toContain(name);
    await drop.call(room, { url: file ?? '' } as never);
  }
});

test('actions of a command', async () => {
  const { message } = await room.sendMessage({ message: { text: '/giphy cats', user_id: 'bob' } });
  expect(message).toMatchObject({ type: 'ephemeral', command: 'giphy' });
  const sent = await newer.chat.runMessageAction({
    id: message.id,
    form_data: { image_action: 'send' },
    user_id: 'bob',
  });
  expect(sent.message).toMatchObject({ type: 'regular' });
});

test('a change that is not kept', async () => {
  await room.sendMessage({ message: { id: 'm', text: 'Before', user_id: 'bob' } });
  const shown = await newer.chat.ephemeralMessageUpdate({ id: 'm', set: { text: 'After' }, user_id: 'bob' });
  expect(shown.message?.text).toBe('After');
  expect((await newer.chat.getMessage({ id: 'm' })).message.text).toBe('Before');
});

test('groups of channels', async () => {
  const { groups } = await newer.chat.groupedQueryChannels({ user_id: 'alice', groups: { work: {} } });
  expect(groups['work']?.channels.map(({ channel }) => channel?.id)).toEqual(['room']);
});

test('locations that move', async () => {
  await newer.createDevice({ id: 'd', push_provider: 'apn', user_id: 'bob' });
  const shared_location = {
    latitude: 1,
    longitude: -1,
    created_by_device_id: 'd',
    end_at: new Date('2038-01-01T00:00:00Z'),
  };
  await room.sendMessage({ message: { id: 'here', user_id: 'bob', shared_location } });
  await newer.updateLiveLocation({ message_id: 'here', latitude: 2, longitude: -2, user_id: 'bob' });
  const { active_live_locations: live } = await newer.getUserLiveLocations({ user_id: 'bob' });
  expect(live).toMatchObject([{ message_id: 'here', latitude: 2, longitude: -2 }]);
});

test('a storage is replaced', async () => {
  await newer.createExternalStorage({ name: 's', bucket: 'b', storage_type: 'gcs', gcs_credentials: '{}' });
  const reply = await newer.updateExternalStorage({
    name: 's',
    bucket: 'c',
    storage_type: 'gcs',
    gcs_credentials: '{}',
  });
  expect(reply).toMatchObject({ name: 's', bucket: 'c', type: 'gcs', path: '' });
});

test('a channel is deleted for good; the older client sees it no more', async () => {
  const { channel } = await room.delete({ hard_delete: true });
  expect(channel?.deleted_at).toBeInstanceOf(Date);
  const found = await older.queryChannelsRequest({ cid: 'messaging:room' }, [], { watch: false, state: true });
  expect(found).toEqual([]);
});
