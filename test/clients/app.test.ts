import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();

test('settings are read alike', async () => {
  await same(newer.getApp(), older.getAppSettings());
});

test('settings that either writes, both read', async () => {
  await newer.updateApp({
    enforce_unique_usernames: 'team',
    webhook_url: 'https://hooks.example.com/a',
    file_upload_config: {
      size_limit: 1000,
      allowed_file_extensions: ['.pdf'],
      blocked_file_extensions: [],
      allowed_mime_types: [],
      blocked_mime_types: [],
    },
  });
  await same(newer.getApp(), older.getAppSettings());
  await older.updateAppSettings({
    multi_tenant_enabled: true,
    webhook_events: ['message.new'],
    image_upload_config: { blocked_file_extensions: ['.svg'] },
  });
  await same(newer.getApp(), older.getAppSettings());
  const { app } = await newer.getApp();
  expect(app).toMatchObject({
    enforce_unique_usernames: 'team',
    multi_tenant_enabled: true,
    webhook_events: ['message.new'],
  });
});

test('hooks keep their ids', async () => {
  await older.updateAppSettings({
    event_hooks: [{ hook_type: 'webhook', enabled: true, event_types: [], webhook_url: 'https://hooks.example.com/b' }],
  });
  await same(newer.getApp(), older.getAppSettings());
  const before = (await newer.getApp()).app.event_hooks;
  await newer.updateApp({ event_hooks: before.map((hook) => ({ ...hook, enabled: false })) });
  const after = (await newer.getApp()).app.event_hooks;
  expect(after).toMatchObject([{ id: before[0]?.id, enabled: false }]);
  await newer.updateApp({ event_hooks: [] });
  expect((await older.getAppSettings()).app?.event_hooks).toEqual([]);
});

test('wrong settings are refused', async () => {
  await bothRefused(
    newer.updateApp({ enforce_unique_usernames: 'nobody' as 'no' }),
    older.updateAppSettings({ enforce_unique_usernames: 'nobody' as 'no' }),
    400,
    4,
  );
});

test('tokens are revoked and given back', async () => {
  await older.revokeTokens(new Date('2026-01-01T00:00:00Z'));
  await same(newer.getApp(), older.getAppSettings());
  await older.revokeTokens(null);
  expect((await older.getAppSettings()).app?.revoke_tokens_issued_before).toBeNull();
});

test('rate limits are told by platform', async () => {
  const { server_side } = await newer.getRateLimits({ server_side: true, endpoints: 'GetApp' });
  const { server_side: also } = await older.getRateLimits({ serverSide: true, endpoints: ['GetApp'] });
  expect(Object.keys(server_side ?? {})).toEqual(['GetApp']);
  expect(Object.keys(also ?? {})).toEqual(['GetApp']);
});

test('queues are checked', async () => {
  await same(
    newer.checkSQS({ sqs_url: 'https://foo.com/bar', sqs_key: 'k', sqs_secret: 's' }),
    older.testSQSSettings({ sqs_url: 'https://foo.com/bar', sqs_key: 'k', sqs_secret: 's' }),
  );
  await same(
    newer.checkSNS({ sns_topic_arn: 'arn', sns_key: 'k', sns_secret: 's' }),
    older.testSNSSettings({ sns_topic_arn: 'arn', sns_key: 'k', sns_secret: 's' }),
  );
});
