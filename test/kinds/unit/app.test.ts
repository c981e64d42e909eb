import { v5 as uuid5 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { asObject, type JsonObject } from '../../../src/core/json.ts';
import type { Resource } from '../../../src/core/kind.ts';
import { app } from '../../../src/kinds/app/index.ts';
import { diffOf, fakeReader, priorOf, readAll } from './support.ts';

const APP = {
  id: 7,
  name: 'Acme',
  event_hooks: [],
  push_notifications: {},
  grants: { user: ['search-user'], guest: [] },
};

/** Reads the app as the API shows it and compares what is declared. */
async function planned(
  body: JsonObject,
  raw: JsonObject = {},
  more: { send?: readonly string[]; prior?: Parameters<typeof priorOf>[0] } = {},
) {
  const [live] = (await readAll(app, fakeReader({ GetApp: { app: { ...APP, ...raw } } }), [{ id: '', body }])) as [
    Resource,
  ];
  const found = diffOf(app, '', body, {
    live: live.body,
    resource: live,
    ...(more.send === undefined ? {} : { send: more.send }),
    ...(more.prior === undefined ? {} : { prior: priorOf(more.prior) }),
  });
  const steps = found.changes.flatMap((change) => app.write(change));
  return { ...found, steps, body: steps[0]?.call.body, calls: steps.length };
}

describe('one PATCH with what differs', () => {
  test('only the changed keys', async () => {
    const { steps } = await planned(
      { disable_auth_checks: true, moderation_enabled: true, image_moderation_labels: ['b', 'a'] },
      { disable_auth_checks: false, moderation_enabled: true, image_moderation_labels: ['c'] },
    );
    expect(steps).toEqual([
      {
        call: {
          op: 'UpdateApp',
          effect: 'write',
          method: 'PATCH',
          path: '/api/v2/app',
          body: { disable_auth_checks: true, image_moderation_labels: ['b', 'a'] },
          repeat: 'free',
        },
        settle: 'reply',
      },
    ]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['"no" and ""', { enforce_unique_usernames: 'no' }, { enforce_unique_usernames: '' }],
    ['"no" and nothing', { enforce_unique_usernames: 'no' }, {}],
    ['an unset hook', { before_message_send_hook_url: '' }, {}],
    [
      'a set in another order',
      { user_search_disallowed_roles: ['a', 'b'] },
      { user_search_disallowed_roles: ['b', 'a'] },
    ],
    ['a set that may be null', { user_search_disallowed_roles: [] }, { user_search_disallowed_roles: null }],
    ['grants in another order', { grants: { user: ['search-user'] } }, {}],
    ['an empty role', { grants: { guest: [], other: [] } }, {}],
    ['no revocation', { revoke_tokens_issued_before: null }, { revoke_tokens_issued_before: null }],
    [
      'a revocation in nanoseconds',
      { revoke_tokens_issued_before: '2026-01-01T00:00:00Z' },
      { revoke_tokens_issued_before: Date.parse('2026-01-01') * 1e6 },
    ],
  ])('no difference: %s', async (_name, body, raw) => expect((await planned(body, raw)).changes).toEqual([]));

  test('grants: the named roles only, whole lists', async () => {
    const { body } = await planned({ grants: { user: ['search-user', 'mute-user'], guest: [], vip: ['p'] } });
    expect(body).toEqual({ grants: { user: ['mute-user', 'search-user'], vip: ['p'] } });
    expect((await planned({ grants: { user: [] } })).body).toEqual({ grants: { user: [] } });
    expect((await planned({ grants: {} })).changes).toEqual([]);
  });

  test('resets are null; those to defaults that nobody can know are sent on request', async () => {
    expect(
      (await planned({ revoke_tokens_issued_before: null }, { revoke_tokens_issued_before: 1.7e18 })).body,
    ).toEqual({ revoke_tokens_issued_before: null });
    const declared = { grants: null, webhook_events: null };
    const quiet = await planned(declared, { webhook_events: ['a'] });
    expect(quiet).toMatchObject({ changes: [], blind: ['app.grants', 'app.webhook_events'] });
    expect((await planned(declared, {}, { send: ['app.grants'] })).body).toEqual({ grants: null });
    expect((await planned(declared, {}, { send: ['app.webhook_events'] })).body).toEqual({ webhook_events: null });
  });

  test('fields that no reply shows are blind; one that is shown is compared', async () => {
    expect(await planned({ reminders_max_members: 5 })).toMatchObject({
      changes: [],
      blind: ['app.reminders_max_members'],
    });
    expect((await planned({ reminders_max_members: 5 }, { reminders_max_members: 3 })).body).toEqual({
      reminders_max_members: 5,
    });
    expect((await planned({ reminders_max_members: 5 }, {}, { send: ['app.reminders_max_members'] })).body).toEqual({
      reminders_max_members: 5,
    });
  });

  test('extra fields are passed through', async () => {
    expect((await planned({ extra: { brand_new: 1 } }, { brand_new: 2 })).body).toEqual({ brand_new: 1 });
    expect((await planned({ extra: { brand_new: null } }, { brand_new: 2 })).body).toEqual({ brand_new: null });
    expect(await planned({ extra: { brand_new: 1 } })).toMatchObject({ changes: [], blind: ['app.extra.brand_new'] });
  });
});

describe('upload settings travel whole', () => {
  const live = {
    size_limit: 100,
    allowed_file_extensions: [],
    blocked_file_extensions: ['.exe'],
    allowed_mime_types: ['a/b'],
    blocked_mime_types: [],
    unknown: 1,
  };

  test('all five keys, the undeclared ones as they were read, and read again when old', async () => {
    const { steps } = await planned({ file_upload_config: { size_limit: 200 } }, { file_upload_config: live });
    expect(steps[0]?.call.body).toEqual({
      file_upload_config: {
        size_limit: 200,
        allowed_file_extensions: [],
        blocked_file_extensions: ['.exe'],
        allowed_mime_types: ['a/b'],
        blocked_mime_types: [],
      },
    });
    expect(steps[0]?.readAgainAfter).toBe(5000);
  });

  test('even if the reply has none', async () => {
    expect((await planned({ image_upload_config: { blocked_mime_types: ['x/y'] } })).body).toEqual({
      image_upload_config: {
        size_limit: 0,
        allowed_file_extensions: [],
        blocked_file_extensions: [],
        allowed_mime_types: [],
        blocked_mime_types: ['x/y'],
      },
    });
  });

  test('the order of a list counts', async () => {
    expect(
      (
        await planned(
          { file_upload_config: { blocked_file_extensions: ['.b', '.a'] } },
          { file_upload_config: { blocked_file_extensions: ['.a', '.b'] } },
        )
      ).calls,
    ).toBe(1);
  });

  test.each<[string, JsonObject, boolean]>([
    ['blocked beside live allowed', { blocked_mime_types: ['x/y'] }, true],
    ['allowed beside live blocked', { allowed_file_extensions: ['.png'] }, true],
    ['with the other list given up', { blocked_mime_types: ['x/y'], allowed_mime_types: [] }, false],
    ['an empty list beside the other', { blocked_mime_types: [], size_limit: 1 }, false],
  ])('%s', async (_name, file_upload_config, refused) => {
    const found = await planned({ file_upload_config }, { file_upload_config: live });
    expect(found.notes.map((note) => [note.severity, note.code])).toEqual(
      refused ? [['error', 'upload-list-conflict']] : [],
    );
    expect(found.changes.length).toBe(refused ? 0 : 1);
    if (refused) expect(found.notes[0]?.detail).toMatch(/Declare `\w+: \[\]`/);
  });

  test('a conflict in settings that do not change is nobody’s business', async () => {
    const both = { ...live, allowed_file_extensions: ['.png'] };
    const found = await planned(
      { file_upload_config: { blocked_file_extensions: ['.exe'] }, disable_auth_checks: true },
      { file_upload_config: both },
    );
    expect(found.notes).toEqual([]);
    expect(found.body).toEqual({ disable_auth_checks: true });
  });
});

describe('push sections', () => {
  const apn = {
    enabled: true,
    development: false,
    auth_type: 'token',
    bundle_id: 'com.acme',
    host: 'https://api.push.apple.com',
    team_id: 'T',
    key_id: 'K',
    notification_template: '',
  };
  const key = { $secret: '/app/apn_config/auth_key' };

  test('read back under another name, without their secrets', async () => {
    const body = {
      apn_config: {
        auth_type: 'token',
        bundle_id: 'com.acme',
        team_id: 'T',
        key_id: 'K',
        notification_template: '',
        auth_key: key,
        disabled: false,
      },
      push_config: { version: 'v2' },
    };
    const found = await planned(body, { push_notifications: { apn, version: 'v2', offline_only: false } });
    expect(found).toMatchObject({ changes: [], blind: ['app.apn_config.auth_key'] });
  });

  test('a section that is off is set up from nothing: its secrets go along', async () => {
    for (const section of [{ enabled: false }, undefined]) {
      const found = await planned(
        { apn_config: { bundle_id: 'com.acme', auth_key: key } },
        { push_notifications: section === undefined ? {} : { apn: section } },
      );
      expect(found.body).toEqual({ apn_config: { bundle_id: 'com.acme', auth_key: key } });
      expect(found.changes[0]?.fields.find((field) => field.path === '/apn_config/auth_key')).toMatchObject({
        hidden: true,
        after: key,
      });
    }
  });

  test('one that is declared off stays off', async () => {
    expect(
      (
        await planned(
          { apn_config: { disabled: true, auth_key: key } },
          { push_notifications: { apn: { enabled: false } } },
        )
      ).changes,
    ).toEqual([]);
    expect((await planned({ apn_config: { disabled: true } }, { push_notifications: { apn } })).body).toEqual({
      apn_config: { disabled: true },
    });
  });

  test('a change sends the declared section', async () => {
    expect(
      (await planned({ apn_config: { bundle_id: 'com.new', auth_key: key } }, { push_notifications: { apn } })).body,
    ).toEqual({ apn_config: { bundle_id: 'com.new', auth_key: key } });
  });

  test.each([
    ['huawei_config', 'huawei', 'id'],
    ['xiaomi_config', 'xiaomi', 'package_name'],
  ])(
    '%s in use whose %s reply leaves out what it must have: not shown rather than unset',
    async (name, section, field) => {
      const body = { [name]: { [field]: 'x' } };
      expect(await planned(body, { push_notifications: { [section]: { enabled: true } } })).toMatchObject({
        changes: [],
        blind: [`app.${name}.${field}`],
      });
      expect((await planned(body, { push_notifications: { [section]: { enabled: true, [field]: 'y' } } })).calls).toBe(
        1,
      );
      expect((await planned({}, { push_notifications: { [section]: { enabled: true } } })).blind).toEqual([]);
    },
  );

  test('the push version goes with what is set beside it', async () => {
    const { body, steps } = await planned(
      { push_config: { offline_only: true } },
      { push_notifications: { version: 'v3', offline_only: false } },
    );
    expect(body).toEqual({ push_config: { version: 'v3', offline_only: true } });
    expect(steps[0]?.readAgainAfter).toBe(5000);
  });
});

describe('objects that go out whole', () => {
  const api_key = { $secret: '/app/datadog_info/api_key' };

  test('datadog: with its key, whatever changed', async () => {
    const live = { datadog_info: { site: 'eu', enabled: true } };
    expect((await planned({ datadog_info: { site: 'us', api_key } }, live)).body).toEqual({
      datadog_info: { site: 'us', enabled: true, api_key },
    });
    expect(await planned({ datadog_info: { site: 'eu', api_key } }, live)).toMatchObject({
      changes: [],
      blind: ['app.datadog_info.api_key'],
    });
  });

  test('datadog set up from nothing: its key goes along', async () => {
    expect((await planned({ datadog_info: { site: '', api_key } })).body).toEqual({
      datadog_info: { site: '', api_key },
    });
  });

  test('dashboard preferences: nested, undeclared ones kept', async () => {
    const live = {
      moderation_dashboard_preferences: {
        overview_dashboard: { default_date_range_days: 7, visible_charts: ['a'] },
        custom_views_enabled: true,
      },
    };
    expect(
      (
        await planned(
          { moderation_dashboard_preferences: { overview_dashboard: { default_date_range_days: 30 } } },
          live,
        )
      ).body,
    ).toEqual({
      moderation_dashboard_preferences: {
        overview_dashboard: { default_date_range_days: 30, visible_charts: ['a'] },
        custom_views_enabled: true,
      },
    });
  });

  test('activity metrics: managed key by key, sent whole; a null key goes', async () => {
    expect(
      (await planned({ activity_metrics_config: { a: 2, b: null } }, { activity_metrics_config: { a: 1, b: 1, c: 3 } }))
        .body,
    ).toEqual({ activity_metrics_config: { a: 2, c: 3 } });
    expect((await planned({ activity_metrics_config: { a: 2 } })).body).toEqual({ activity_metrics_config: { a: 2 } });
  });

  test('the key and secret of a queue go along with its address', async () => {
    const declared = {
      sqs_url: 'https://sqs/new',
      sqs_key: { $secret: '/app/sqs_key' },
      sqs_secret: { $secret: '/app/sqs_secret' },
    };
    expect((await planned(declared, { sqs_url: 'https://sqs/old' })).body).toEqual(declared);
    expect((await planned(declared, { sqs_url: 'https://sqs/new' })).changes).toEqual([]);
    expect((await planned({ sns_topic_arn: '' }, { sns_topic_arn: 'arn' })).body).toEqual({ sns_topic_arn: '' });
  });
});

describe('event hooks', () => {
  const NS = '6f1d3c1e-0f0a-5d0b-9c53-2b7f4a0c1d5e';
  const web = (id: string, url: string, more: JsonObject = {}): JsonObject => ({
    id,
    hook_type: 'webhook',
    product: 'all',
    enabled: true,
    event_types: [],
    webhook_url: url,
    created_at: 1_700_000_000_123_456_000,
    updated_at: 1_700_000_000_000_000_000,
    ...more,
  });
  const hook = (url: string, more: JsonObject = {}): JsonObject => ({
    hook_type: 'webhook',
    webhook_url: url,
    ...more,
  });
  const sent = (found: Awaited<ReturnType<typeof planned>>) => found.body?.['event_hooks'] as readonly JsonObject[];

  test('a new one: under an id made of its name, beside all the others as they were read', async () => {
    const other = web('theirs', 'https://other', { gcp_pubsub_topic: 'kept' });
    const found = await planned({ event_hooks: { mine: hook('https://mine') } }, { event_hooks: [other] });
    expect(sent(found)).toEqual([
      { ...other, created_at: '2023-11-14T22:13:20.123456Z', updated_at: '2023-11-14T22:13:20.000000Z' },
      { hook_type: 'webhook', webhook_url: 'https://mine', id: uuid5('mine', NS) },
    ]);
    expect(found.steps[0]?.readAgainAfter).toBe(0);
  });

  test('times that are text already stay', async () => {
    const found = await planned(
      { event_hooks: { mine: hook('https://mine') } },
      { event_hooks: [{ id: 'a', created_at: '2023-11-14T22:13:20Z' }] },
    );
    expect(sent(found)[0]).toEqual({ id: 'a', created_at: '2023-11-14T22:13:20Z' });
  });

  test.each<[string, JsonObject, readonly JsonObject[], string]>([
    ['by its declared id', { id: 'b', ...hook('https://x') }, [web('a', 'https://x'), web('b', 'https://old')], 'b'],
    [
      'by the id of its name',
      hook('https://new'),
      [web(uuid5('mine', NS), 'https://old'), web('a', 'https://new')],
      uuid5('mine', NS),
    ],
    [
      'as the only one with its target',
      hook('https://x', { enabled: false }),
      [web('a', 'https://x'), web('b', 'https://y')],
      'a',
    ],
    [
      'not by a target that two have',
      hook('https://x'),
      [web('a', 'https://x'), web('b', 'https://x')],
      uuid5('mine', NS),
    ],
    [
      'not by a target of another product',
      hook('https://x', { product: 'chat' }),
      [web('a', 'https://x')],
      uuid5('mine', NS),
    ],
    [
      'not by a target of another type',
      { hook_type: 'pending_message', webhook_url: 'https://x' },
      [web('a', 'https://x')],
      uuid5('mine', NS),
    ],
    ['not by target, if it declares an id of its own', { id: 'z', ...hook('https://x') }, [web('a', 'https://x')], 'z'],
  ])('is found %s', async (_name, declared, rows, id) => {
    const found = await planned({ event_hooks: { mine: { timeout_ms: 9, ...declared } } }, { event_hooks: rows });
    const list = sent(found);
    expect(list.filter((row) => row['timeout_ms'] === 9).map((row) => row['id'])).toEqual([id]);
    for (const row of rows) expect(list.map((each) => each['id'])).toContain(row['id']);
  });

  test('one row is never two hooks', async () => {
    const found = await planned(
      { event_hooks: { a: hook('https://x', { enabled: true }), b: hook('https://x', { enabled: true }) } },
      { event_hooks: [web('r', 'https://x')] },
    );
    expect(found.changes[0]?.fields.map((field) => field.path)).toEqual(['/event_hooks/b']);
    expect(sent(found).map((row) => row['id'])).toEqual(['r', uuid5('b', NS)]);
  });

  test('a changed address changes the row: it does not delete and make anew', async () => {
    const found = await planned(
      { event_hooks: { mine: hook('https://new', { event_types: ['message.new'] }) } },
      { event_hooks: [web(uuid5('mine', NS), 'https://old', { unknown: 1 })] },
    );
    expect(found.changes[0]?.fields.map((field) => field.path).sort()).toEqual([
      '/event_hooks/mine/event_types',
      '/event_hooks/mine/webhook_url',
    ]);
    expect(sent(found)).toEqual([
      {
        ...web(uuid5('mine', NS), 'https://new', { unknown: 1 }),
        event_types: ['message.new'],
        created_at: '2023-11-14T22:13:20.123456Z',
        updated_at: '2023-11-14T22:13:20.000000Z',
      },
    ]);
  });

  test('nested parts keep what is not declared', async () => {
    const row = web('a', 'https://x', { callback: { mode: 'CALLBACK_MODE_REST', server_url: 'https://s' } });
    const found = await planned(
      { event_hooks: { mine: { ...hook('https://x'), id: 'a', callback: { mode: 'CALLBACK_MODE_NONE' } } } },
      { event_hooks: [row] },
    );
    expect(sent(found)[0]).toMatchObject({ callback: { mode: 'CALLBACK_MODE_NONE', server_url: 'https://s' } });
  });

  test('null takes one away, the others stay', async () => {
    const rows = [web(uuid5('mine', NS), 'https://x'), web('b', 'https://y')];
    expect(sent(await planned({ event_hooks: { mine: null } }, { event_hooks: rows })).map((row) => row['id'])).toEqual(
      ['b'],
    );
    expect((await planned({ event_hooks: { mine: null } }, { event_hooks: [rows[1] as JsonObject] })).changes).toEqual(
      [],
    );
    expect((await planned({ event_hooks: {} }, { event_hooks: rows })).changes).toEqual([]);
  });

  test('one that was managed before and is not now is taken away', async () => {
    const rows = [web(uuid5('mine', NS), 'https://x'), web('b', 'https://y')];
    const [live] = (await readAll(app, fakeReader({ GetApp: { app: { ...APP, event_hooks: rows } } }), [
      { id: '', body: { event_hooks: { mine: null } } },
    ])) as [Resource];
    const found = diffOf(app, '', {}, { live: live.body, resource: live, prior: priorOf({ '/event_hooks/mine': {} }) });
    expect(found.changes.flatMap((change) => app.write(change))[0]?.call.body).toEqual({
      event_hooks: [expect.objectContaining({ id: 'b' })],
    });
  });

  test('a secret is never a difference by itself, and goes along when its row is written', async () => {
    const keys = { sqs_auth_type: 'keys', sqs_key: { $secret: '/k' }, sqs_secret: { $secret: '/s' } };
    const declared = { hook_type: 'sqs', sqs_queue_url: 'https://q', ...keys };
    const row = {
      id: 'a',
      hook_type: 'sqs',
      sqs_queue_url: 'https://q',
      sqs_auth_type: 'keys',
      sqs_key: 'AKIA',
      sqs_secret: 'readable',
    };
    const quiet = await planned({ event_hooks: { q: declared } }, { event_hooks: [row] });
    expect(quiet.changes).toEqual([]);
    expect(quiet.blind).toEqual(['app.event_hooks.q.sqs_key', 'app.event_hooks.q.sqs_secret']);
    const loud = await planned({ event_hooks: { q: { ...declared, enabled: false } } }, { event_hooks: [row] });
    expect(sent(loud)[0]).toMatchObject({ enabled: false, ...keys });
    // What a reply shows of a secret must not get into the plan.
    expect(JSON.stringify([quiet.changes, loud.changes.map(({ fields, live }) => [fields, live])])).not.toContain(
      'readable',
    );
  });

  describe('a row that would lose a secret which nobody knows', () => {
    const change = { mine: hook('https://mine') };
    const refusals = async (row: JsonObject, event_hooks: JsonObject = change) => {
      const found = await planned({ event_hooks }, { event_hooks: [row] });
      return {
        codes: found.notes.map((note) => note.code),
        changes: found.changes.length,
        detail: found.notes[0]?.detail,
      };
    };
    const sqs = { id: 'theirs', hook_type: 'sqs', sqs_queue_url: 'https://q', sqs_auth_type: 'keys' };

    test.each<[string, JsonObject, number]>([
      ['not shown', sqs, 1],
      ['masked', { ...sqs, sqs_key: '********', sqs_secret: '********' }, 1],
      ['masked in part', { ...sqs, sqs_key: 'AKIA****', sqs_secret: 'abc***' }, 1],
      ['shown in part', { ...sqs, sqs_key: 'AKIA' }, 1],
      ['empty', { ...sqs, sqs_key: '', sqs_secret: '' }, 1],
      ['shown', { ...sqs, sqs_key: 'AKIA', sqs_secret: 's3cret' }, 0],
      ['of a role', { ...sqs, sqs_auth_type: 'role', sqs_role_arn: 'arn' }, 0],
      [
        'a key without saying that it goes by keys',
        { id: 'theirs', hook_type: 'sqs', sqs_queue_url: 'https://q', sqs_key: 'AKIA' },
        1,
      ],
      ['SNS', { id: 'theirs', hook_type: 'sns', sns_topic_arn: 'arn', sns_auth_type: 'keys' }, 1],
    ])('%s', async (_name, row, count) => {
      const { codes, changes } = await refusals(row);
      expect(codes).toEqual(count === 0 ? [] : ['hook-secret-unknown']);
      expect(changes).toBe(count === 0 ? 1 : 0);
    });

    test('the refusal names the hook', async () => {
      expect((await refusals(sqs)).detail).toContain('the SQS key and secret of the hook "theirs" (https://q)');
      expect((await refusals({ id: 'n', sns_auth_type: 'keys' })).detail).toContain(
        'the SNS key and secret of the hook "n" ()',
      );
    });

    test('declared, it is known', async () => {
      const mine = { ...sqs, sqs_key: { $secret: '/k' }, sqs_secret: { $secret: '/s' } };
      expect((await refusals(sqs, { ...change, q: mine })).codes).toEqual([]);
    });

    test('going, it is not needed', async () => {
      expect((await refusals(sqs, { ...change, q: null })).codes).toEqual(['hook-secret-unknown']);
      expect((await refusals({ ...sqs, id: uuid5('q', NS) }, { ...change, q: null })).codes).toEqual([]);
    });

    test('nothing is refused when no hook changes', async () => {
      const found = await planned({ disable_auth_checks: true }, { event_hooks: [sqs], disable_auth_checks: false });
      expect(found.notes).toEqual([]);
      expect(found.body).toEqual({ disable_auth_checks: true });
    });
  });
});

describe('the rest', () => {
  test('reads with one call, whatever is there', async () => {
    const reader = fakeReader({ GetApp: { app: { event_hooks: 'odd', push_notifications: null } } });
    const [found] = await readAll(app, reader, [{ id: '' }]);
    expect(reader.calls.map((call) => call.op)).toEqual(['GetApp']);
    expect(found).toMatchObject({ id: '', body: { event_hooks: {} }, facts: { event_hooks: [] } });
    expect(asObject(found?.body['apn_config'])).toEqual({ disabled: true });
  });

  test('references and short forms', () => {
    expect(app.references('', { grants: { vip: ['p'] } })).toEqual([
      { kind: 'role', id: 'vip', at: '/grants/vip' },
      { kind: 'permission', id: 'p', at: '/grants/vip/0' },
    ]);
    expect(app.normalise({ a: 1 })).toEqual({ a: 1 });
    expect(app.normalise([])).toBeUndefined();
    expect(app.removal).toEqual([]);
  });
});
