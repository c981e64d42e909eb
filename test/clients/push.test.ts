import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();
await newer.upsertUsers([{ id: 'alice' }]);
await newer.updateApp({ push_config: { version: 'v3' } });

test('providers', async () => {
  await newer.upsertPushProvider({
    push_provider: { type: 'xiaomi', name: 'main', xiaomi_app_secret: 's', xiaomi_package_name: 'p' },
  } as never);
  await older.upsertPushProvider({
    type: 'huawei',
    name: 'other',
    description: 'Other',
    huawei_app_id: '1',
    huawei_app_secret: 's',
  } as never);
  await same(newer.listPushProviders(), older.listPushProviders());
  await bothRefused(
    newer.upsertPushProvider({ push_provider: { type: 'xiaomi', name: 'x' } } as never),
    older.upsertPushProvider({ type: 'xiaomi', name: 'x' } as never),
    400,
    4,
  );
});

test('templates, which the newer client alone has', async () => {
  const template = {
    event_type: 'message.new',
    push_provider_type: 'xiaomi',
    push_provider_name: 'main',
    enable_push: true,
    template: '{"title": "{{ sender.name }}"}',
  } as const;
  await newer.upsertPushTemplate(template as never);
  const found = await newer.getPushTemplates({ push_provider_type: 'xiaomi', push_provider_name: 'main' } as never);
  expect(found.templates).toMatchObject([{ event_type: 'message.new', enable_push: true }]);
});

test('devices', async () => {
  await newer.createDevice({ id: 'one', push_provider: 'xiaomi', push_provider_name: 'main', user_id: 'alice' });
  await older.addDevice('two', 'huawei' as never, 'alice', 'other');
  await same(newer.listDevices({ user_id: 'alice' }), older.getDevices('alice'));
  expect((await older.getDevices('alice')).devices?.map((device) => device.id)).toEqual(['two', 'one']);
  await older.removeDevice('one', 'alice');
  await newer.deleteDevice({ id: 'two', user_id: 'alice' });
  expect((await newer.listDevices({ user_id: 'alice' })).devices).toEqual([]);
});

test('preferences', async () => {
  const preferences = [{ user_id: 'alice', chat_level: 'mentions', disabled_until: new Date('2038-01-01T00:00:00Z') }];
  await same(
    newer.updatePushNotificationPreferences({ preferences } as never),
    older.setPushPreferences(preferences as never),
  );
});

test('a push is checked', async () => {
  const body = { user_id: 'alice', skip_devices: true, apn_template: '{"title": "x"}' };
  await bothRefused(
    newer.checkPush({ ...body, message_id: 'none' }),
    older.testPushSettings('alice', { messageID: 'none', skipDevices: true } as never),
    400,
    4,
  );
});

test('a push is tried out', async () => {
  await older.channel('messaging', 'room', { created_by_id: 'alice' }).create();
  await older.channel('messaging', 'room').sendMessage({ id: 'm', text: 'Hello', user_id: 'alice' });
  await same(
    newer.checkPush({ user_id: 'alice', message_id: 'm', skip_devices: true, apn_template: '{"title": "x"}' }),
    older.testPushSettings('alice', { messageID: 'm', skipDevices: true, apnTemplate: '{"title": "x"}' }),
  );
});

test('providers go', async () => {
  await older.deletePushProvider({ type: 'xiaomi' as never, name: 'main' });
  await newer.deletePushProvider({ type: 'huawei', name: 'other' });
  expect((await older.listPushProviders()).push_providers).toEqual([]);
});
