/** Each rule in both directions: what a change of a field, or of a resource, is said to do. */
import { describe, expect, it, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import type { Change, FieldChange } from '../../src/core/plan.ts';
import { IMPACTS } from '../../src/impact/codes.ts';
import { findingsOf } from '../../src/impact/impacts.ts';
import { aChange } from '../render/plans.ts';

const ID: Readonly<Record<string, string>> = { app: '', channel: 'messaging:a' };
const none = undefined;

function changed(kind: string, fields: readonly FieldChange[], more: Partial<Change> = {}): Change {
  return { ...aChange(kind, ID[kind] ?? 'x', more.action ?? 'update', fields), ...more };
}

function field(path: string, before: Json | undefined, after: Json | undefined): FieldChange {
  return { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function codesOf(change: Change): readonly string[] {
  return findingsOf([change]).map(({ impact }) => impact.code);
}

const seen = new Set<string>();

/** Kind, field, one side, the other side, codes one way, codes the other way. */
type Row = readonly [string, string, Json | undefined, Json | undefined, string, string];

const switches = (kind: string, base: string, names: string, code: string): readonly Row[] =>
  names.split(' ').map((name) => [kind, `${base}/${name}`, true, false, code, ''] as const);

const FEATURES =
  'connect_events count_messages custom_events delivery_events mutes polls push_notifications quotes reactions read_events reminders replies search shared_locations typing_events uploads url_enrichment user_message_reminders';

const ROWS: readonly Row[] = [
  ...switches('channel_type', '', FEATURES, 'CB03'),
  ...switches(
    'app',
    '',
    'auto_translation_enabled member_custom_on_messages_enabled user_response_time_enabled',
    'CB03',
  ),
  ...switches('app', '', 'moderation_enabled image_moderation_enabled feeds_moderation_enabled', 'SE09'),
  ['app', '/disable_auth_checks', false, true, 'SE01', 'AU02'],
  ['app', '/disable_permissions_checks', false, true, 'SE02', 'CB20'],
  ['app', '/guest_user_creation_disabled', false, true, 'CB10', 'SE08'],
  ['app', '/multi_tenant_enabled', false, true, 'CB21 OW01', 'SE10'],
  ['app', '/permission_version', 'v1', 'v2', 'OW02', 'OW02'],
  ['app', '/permission_version', none, 'v2', '', ''],
  ['app', '/migrate_permissions_to_v2', none, true, 'OW02', ''],
  ['app', '/enforce_unique_usernames', 'no', 'app', 'CB09', 'SE07'],
  ['app', '/enforce_unique_usernames', 'no', 'team', 'CB09', 'SE07'],
  ['app', '/enforce_unique_usernames', 'team', 'app', 'CB09', 'SE07'],
  ['app', '/revoke_tokens_issued_before', none, '2026-01-01T00:00:00.000Z', 'AU01', 'SE11'],
  ['app', '/revoke_tokens_issued_before', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', 'AU01', 'SE11'],
  ['app', '/user_search_disallowed_roles', [], ['user'], 'CB01', ''],
  ['app', '/user_search_disallowed_roles', [], ['guest'], 'CB01', 'SE03'],
  ['app', '/grants/guest', ['a', 'b'], ['a'], 'CB01', 'SE03'],
  ['app', '/grants/anonymous', [], ['a'], 'SE03', 'CB01'],
  ['app', '/grants/user', ['a', 'b'], ['a'], 'CB01', ''],
  ['app', '/grants/user', ['a', 'b'], ['b', 'a'], '', ''],
  ['app', '/grants', none, null, 'CB02', 'CB02'],
  ['app', '/allowed_flag_reasons', ['a', 'b'], ['a'], 'CB22', ''],
  ['app', '/allowed_flag_reasons', [], ['a'], 'CB22', ''],
  ['app', '/file_upload_config/size_limit', 0, 100, 'CB07', ''],
  ['app', '/file_upload_config/size_limit', 200, 100, 'CB07', ''],
  ['app', '/file_upload_config/allowed_file_extensions', [], ['.a'], 'CB07', 'SE06'],
  ['app', '/image_upload_config/allowed_mime_types', ['a', 'b'], ['a'], 'CB07', 'SE06'],
  ['app', '/file_upload_config/blocked_mime_types', ['a'], ['a', 'b'], 'CB07', 'SE06'],
  ['app', '/apn_config/disabled', false, true, 'CB17', ''],
  ['app', '/apn_config/bundle_id', 'a', 'b', 'CB17', 'CB17'],
  ['app', '/apn_config/bundle_id', '', 'b', '', 'CB17'],
  ['app', '/apn_config/development', false, true, 'CB17', 'CB17'],
  ['app', '/push_config/offline_only', false, true, 'CB17', ''],
  ['app', '/push_config/version', 'v1', 'v2', 'CB17', 'CB17'],
  ['app', '/push_config/version', 'v2', 'v3', 'CB17', 'CB17'],
  ['app', '/push_config/version', none, 'v3', '', ''],
  ['app', '/image_moderation_labels', ['a'], [], 'SE09', ''],
  ['app', '/image_moderation_block_labels', none, [], 'SE09', ''],
  ['app', '/image_moderation_block_labels', none, ['a'], '', 'SE09'],
  ['app', '/moderation_s3_image_access_role_arn', 'arn', '', 'SE09', ''],
  ['app', '/moderation_dashboard_preferences/disable_flagging_reviewed_entity', false, true, 'SE09', ''],
  ['app', '/moderation_dashboard_preferences/include_attachment_payload', true, false, 'SE09', ''],
  ['app', '/moderation_dashboard_preferences/flag_user_on_flagged_content', true, false, 'SE09', ''],
  ['app', '/moderation_dashboard_preferences/block_foreign_cdn_attachments', false, true, 'CB08', 'SE09'],
  ['app', '/moderation_dashboard_preferences/disable_audit_logs', false, true, 'SE12', ''],
  ['app', '/feed_audit_logs_enabled', true, false, 'SE12', ''],
  ['app', '/channel_hide_members_only', none, true, 'CB03', ''],
  ['app', '/cdn_expiration_seconds', 20_000, 15_000, 'CB05', ''],
  ['app', '/reminders_max_per_user', 20, 10, 'CB05', ''],
  ['app', '/reminders_max_per_user', none, 10, '', ''],
  ['app', '/event_hooks/audit', { hook_type: 'webhook' }, none, 'EV01', ''],
  ['app', '/event_hooks/audit/enabled', true, false, 'EV01', ''],
  ['app', '/event_hooks/audit/webhook_url', 'https://a', 'https://b', 'EV02', 'EV02'],
  ['app', '/event_hooks/audit/event_types', [], ['a'], 'EV03', ''],
  ['app', '/event_hooks/audit/event_types', ['a', 'b'], ['a'], 'EV03', ''],
  ['app', '/event_hooks/audit/product', 'all', 'chat', 'EV03', ''],
  ['app', '/event_hooks/audit/product', 'chat', 'video', 'EV03', 'EV03'],
  ['app', '/event_hooks/audit/should_send_custom_events', true, false, 'EV03', ''],
  ['app', '/event_hooks/audit/hook_type', 'webhook', 'sqs', 'EV04', 'EV04'],
  ['app', '/event_hooks/audit/callback/mode', 'CALLBACK_MODE_REST', 'CALLBACK_MODE_NONE', 'EV01', ''],
  ['app', '/event_hooks/audit/callback/mode', 'CALLBACK_MODE_REST', 'CALLBACK_MODE_TWIRP', 'EV04', 'EV04'],
  ['app', '/event_hooks/audit/timeout_ms', 500, 100, 'EV05', ''],
  ['app', '/before_message_send_hook_url', 'https://a', '', 'EV01', ''],
  ['app', '/webhook_url', 'https://a', 'https://b', 'EV02', 'EV02'],
  ['app', '/webhook_events', ['a', 'b'], ['a'], 'EV03', ''],
  ['app', '/webhook_events', none, null, 'EV03', 'EV03'],
  ['app', '/datadog_info/enabled', true, false, 'EV01', ''],
  ['app', '/enable_hook_payload_compression', none, true, 'EV04', ''],
  ['app', '/async_moderation_config', { timeout_ms: 1 }, { timeout_ms: 2 }, 'EV02', 'EV02'],
  ['app', '/async_moderation_config', none, { timeout_ms: 2 }, '', 'EV02'],
  ['channel_type', '/max_message_length', 500, 300, 'CB04', ''],
  ['channel_type', '/commands', ['a', 'b'], ['a'], 'CB06', ''],
  ['channel_type', '/push_level', 'all', 'direct_mentions', 'CB17', ''],
  ['channel_type', '/push_level', 'mentions', 'all_mentions', '', ''],
  ['channel_type', '/chat_preferences/thread_replies', 'all', 'none', 'CB17', ''],
  ['channel_type', '/automod', 'AI', 'disabled', 'SE09', ''],
  ['channel_type', '/automod_behavior', 'block', 'flag', 'SE09', ''],
  ['channel_type', '/automod_thresholds/spam/block', 0.5, 0.9, 'SE09', ''],
  ['channel_type', '/blocklist', 'house', '', 'SE09', ''],
  ['channel_type', '/blocklist', 'house', 'other', 'SE09', 'SE09'],
  ['channel_type', '/blocklist_behavior', 'shadow_block', 'flag', 'SE09', ''],
  ['channel_type', '/blocklists', [], [{ blocklist: 'a', behavior: 'block' }], 'CB08', 'SE09'],
  [
    'channel_type',
    '/blocklists',
    [{ blocklist: 'a', behavior: 'block' }],
    [{ blocklist: 'a', behavior: 'flag' }],
    'SE09',
    'CB08',
  ],
  [
    'channel_type',
    '/blocklists',
    [{ blocklist: 'a', behavior: 'block' }],
    [
      { blocklist: 'a', behavior: 'block' },
      { blocklist: 'b', behavior: 'block' },
    ],
    '',
    'SE09',
  ],
  ['channel_type', '/partition_size', 0, 100, 'CB18', ''],
  ['channel_type', '/partition_size', 200, 100, 'CB18', ''],
  ['channel_type', '/partition_ttl', none, '24h0m0s', 'DL05', ''],
  ['channel_type', '/partition_ttl', '24h0m0s', '90m0s', 'DL05', ''],
  ['channel_type', '/partition_ttl', '24h0m0s', 'soon', '', ''],
  ['channel_type', '/message_retention', 'infinite', '30', 'DL04', ''],
  ['channel_type', '/message_retention', '30', '1', 'DL04', ''],
  ['channel_type', '/message_retention', none, '30', '', ''],
  ['channel_type', '/mark_messages_pending', false, true, 'CB23', 'SE09'],
  ['channel_type', '/allowed_flag_reasons', ['a', 'b'], ['a'], 'CB22', ''],
  ['channel_type', '/grants/vip', ['a', 'b'], ['a'], 'CB01', ''],
  ['channel_type', '/grants/guest', ['a'], [], 'CB01', 'SE03'],
  ['channel_type', '/grants', none, null, 'CB02', 'CB02'],
  ['channel_type', '/permissions', [{ name: 'a' }], [], 'CB02', 'CB02'],
  ['channel', '/disabled', false, true, 'CB11', ''],
  ['channel', '/frozen', false, true, 'CB11', ''],
  ['channel', '/cooldown', 0, 10, 'CB12', ''],
  ['channel', '/filter_tags', ['a', 'b'], ['a'], 'CB16', ''],
  ['channel', '/auto_translation_enabled', true, false, 'CB03', ''],
  ['channel', '/team', '', 'red', 'CB21', 'SE10'],
  ['channel', '/team', 'red', 'blue', 'CB21', 'CB21'],
  ['channel', '/members/alice', { channel_role: 'channel_member' }, none, 'CB13', ''],
  ['channel', '/members/alice/channel_role', 'channel_moderator', 'channel_member', 'CB14', ''],
  ['channel', '/members/alice/channel_role', 'host', 'channel_member', '', ''],
  ['channel', '/members/alice/custom/seat', 4, none, 'CB15', ''],
  ['channel', '/messages/welcome/custom/kind', 'a', none, 'CB15', ''],
  ['channel', '/messages/welcome/text', 'a', 'b', '', ''],
  ['channel', '/custom/color', 'red', none, 'CB15', ''],
  ['channel', '/custom/color', 'red', 'blue', '', ''],
  ['user', '/role', 'user', 'admin', 'SE05', 'CB14'],
  ['user', '/role', 'vip', 'moderator', 'SE05', 'CB14'],
  ['user', '/role', 'vip', 'user', 'CB14', ''],
  ['user', '/role', 'vip', 'host', 'CB14', 'CB14'],
  ['user', '/role', 'user', 'guest', 'CB14', ''],
  ['user', '/role', 'admin', 'global_admin', 'SE05', 'CB14'],
  ['user', '/role', 'admin', 'moderator', 'CB14', 'SE05'],
  ['user', '/teams_role/red', none, 'admin', 'SE05', 'CB14'],
  ['user', '/teams', ['red', 'blue'], ['red'], 'CB14', ''],
  ['user', '/state', 'active', 'deactivated', 'AU03', 'SE13'],
  ['user', '/custom/color', 'red', none, 'CB15', ''],
  ['user', '/privacy_settings/read_receipts/enabled', false, true, 'SE14', ''],
  ['user', '/name', 'a', 'b', '', ''],
  ['permission', '/owner', false, true, 'CB01', 'SE04'],
  ['permission', '/same_team', false, true, 'CB01', 'SE04'],
  ['permission', '/action', 'PinMessage', 'ReadChannel', 'CB02', 'CB02'],
  ['permission', '/description', 'a', 'b', '', ''],
  ['command', '/description', 'a', 'b', '', ''],
  ['blocklist', '/words', ['a', 'b'], ['a'], 'SE09', ''],
  ['blocklist', '/is_leet_check_enabled', true, false, 'SE09', ''],
];

describe('a change of a field', () => {
  it.each(ROWS)('%s%s: %j → %j', (kind, path, one, other, there, back) => {
    const way = (before: Json | undefined, after: Json | undefined) =>
      codesOf(changed(kind, [field(path, before, after)]));
    const found = [way(one, other), way(other, one)];
    for (const code of found.flat()) seen.add(code);
    expect(found.map((codes) => codes.join(' '))).toEqual([there, back]);
  });

  it.each(ROWS.filter(([, , , , there]) => there !== ''))('%s%s is told in sentences', (kind, path, before, after) => {
    for (const { impact } of findingsOf([changed(kind, [field(path, before, after)])])) {
      expect(impact.detail).toMatch(/^[^a-z]?.*\.$/s);
      expect(impact.detail).not.toMatch(/undefined|\[object|NaN|null/);
      expect(impact.summary).toBe(IMPACTS[impact.code as keyof typeof IMPACTS]);
    }
  });
});

describe('removals and replacements', () => {
  const ends: readonly (readonly [string, Partial<Change>, string])[] = [
    ['user', { action: 'remove', removal: 'hard_delete' }, 'DL01'],
    ['user', { action: 'remove', removal: 'delete' }, 'DL02'],
    ['user', { action: 'remove', removal: 'deactivate', fields: [field('/state', 'active', 'deactivated')] }, 'AU03'],
    ['channel', { action: 'remove', removal: 'hard_delete' }, 'DL03'],
    ['channel', { action: 'remove', removal: 'delete' }, 'DL03'],
    ['channel', { action: 'remove', removal: 'disable', fields: [field('/disabled', false, true)] }, 'CB11'],
    ['channel_type', { action: 'remove', removal: 'delete' }, 'CB19'],
    ['role', { action: 'remove', removal: 'delete' }, 'CB19'],
    ['permission', { action: 'remove', removal: 'delete' }, 'CB19'],
    ['command', { action: 'remove', removal: 'delete' }, 'CB06'],
    ['blocklist', { action: 'remove', removal: 'delete' }, 'SE09'],
    ['blocklist', { action: 'replace', fields: [field('/type', 'word', 'regex')] }, 'DL06'],
  ];

  it.each(ends)('%s %j', (kind, more, code) => {
    seen.add(code);
    expect(codesOf(changed(kind, [], more))).toEqual([code]);
  });
});

describe('new resources', () => {
  const fresh: readonly (readonly [string, FieldChange, string])[] = [
    ['channel_type', field('/grants/guest', none, ['read-channel']), 'SE03'],
    ['channel_type', field('/grants/vip', none, []), ''],
    ['channel_type', field('/reactions', none, false), ''],
    ['user', field('/role', none, 'admin'), 'SE05'],
    ['user', field('/role', none, 'user'), ''],
    ['user', field('/state', none, 'deactivated'), ''],
    ['channel', field('/frozen', none, true), ''],
    ['channel', field('/config_overrides', none, { replies: false }), ''],
  ];

  it.each(fresh)('%s %j', (kind, one, code) => {
    expect(codesOf(changed(kind, [one], { action: 'create' })).join(' ')).toBe(code);
  });
});

describe('what else it depends on', () => {
  test('a list of what is allowed weakens the longer it is', () => {
    const words = (type: string) => changed('blocklist', [field('/words', ['a'], ['a', 'b'])], { next: { type } });
    expect(codesOf(words('domain_allowlist'))).toEqual(['SE09']);
    expect(codesOf(words('domain'))).toEqual([]);
  });

  test('a block list blocks by the setting beside it', () => {
    const beside = (body: JsonObject, one: FieldChange) => codesOf(changed('channel_type', [one], { live: body }));
    expect(beside({ blocklist_behavior: 'block' }, field('/blocklist', '', 'house'))).toEqual(['CB08']);
    expect(beside({ blocklist_behavior: 'flag' }, field('/blocklist', '', 'house'))).toEqual([]);
    expect(beside({ blocklist: 'house' }, field('/blocklist_behavior', 'flag', 'block'))).toEqual(['CB08']);
    expect(beside({ blocklist: '' }, field('/blocklist_behavior', 'flag', 'block'))).toEqual([]);
    expect(beside({ automod_behavior: 'block' }, field('/automod', 'disabled', 'AI'))).toEqual(['CB08']);
    expect(beside({ automod_behavior: 'flag' }, field('/automod', 'disabled', 'AI'))).toEqual([]);
    expect(beside({ automod: 'AI' }, field('/automod_behavior', 'flag', 'block'))).toEqual(['CB08']);
    expect(beside({ automod: 'disabled' }, field('/automod_behavior', 'flag', 'block'))).toEqual([]);
  });

  test('what is wanted beside it goes before what is live', () => {
    const change = changed('channel_type', [field('/blocklist', '', 'house')], {
      live: { blocklist_behavior: 'flag' },
      next: { blocklist_behavior: 'block' },
    });
    expect(codesOf(change)).toEqual(['CB08']);
  });

  test('a permission definition of which nothing was known claims nothing', () => {
    expect(codesOf(changed('permission', [field('/condition', none, { a: 1 })]))).toEqual([]);
  });

  test('members who leave together are told together, with their number', () => {
    const gone = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => field(`/members/${id}`, {}, none));
    const [finding, ...more] = findingsOf([changed('channel', gone)]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      impact: {
        code: 'CB13',
        path: '/members',
        detail: expect.stringMatching(/^a, b, c, d, e and 2 more are no longer/),
      },
      affects: { what: 'member', count: 7 },
    });
  });
});

describe('overrides of a channel', () => {
  const overridden = (before: JsonObject | undefined, after: JsonObject) =>
    findingsOf([changed('channel', [field('/config_overrides', before, after)], { facts: { member_count: 4 } })]).map(
      ({ impact, affects }) => [impact.code, impact.path, affects],
    );
  const members = { what: 'member', count: 4 };

  test('are looked at one by one', () => {
    expect(
      overridden(
        { replies: true, uploads: true, max_message_length: 500 },
        { replies: false, uploads: true, max_message_length: 100 },
      ),
    ).toEqual(
      [
        ['CB04', '/config_overrides/max_message_length', members],
        ['CB03', '/config_overrides/replies', members],
      ].toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
    );
  });

  test('that were not seen, or go, claim nothing', () => {
    expect(overridden(undefined, { replies: false })).toEqual([]);
    expect(overridden({ replies: true, commands: ['giphy'], blocklist: 'house' }, {})).toEqual([]);
  });

  test('of preferences and grants are looked at key by key', () => {
    expect(
      overridden(
        { chat_preferences: { thread_replies: 'all' }, grants: { user: [] } },
        { chat_preferences: { thread_replies: 'none' }, grants: { user: ['!send-reply', 'pin-message'] } },
      ),
    ).toEqual([
      ['CB17', '/config_overrides/chat_preferences/thread_replies', members],
      ['CB01', '/config_overrides/grants/user', members],
    ]);
  });

  test('of grants give and take by their modifiers', () => {
    expect(overridden({ grants: { guest: ['!a'] } }, { grants: { guest: [] } })).toEqual([
      ['SE03', '/config_overrides/grants/guest', members],
    ]);
    expect(overridden({ grants: { user: ['a'] } }, { grants: { user: [] } })).toEqual([
      ['CB01', '/config_overrides/grants/user', members],
    ]);
    expect(overridden({ grants: { user: ['a'] } }, {})).toEqual([['CB02', '/config_overrides/grants', members]]);
  });
});

describe('who is affected', () => {
  const affected = (kind: string, one: FieldChange, more: Partial<Change> = {}) => {
    const affects = findingsOf([changed(kind, [one], more)])[0]?.affects;
    if (affects === undefined || !('call' in affects)) return affects;
    const payload = /payload=(.*)$/.exec(affects.call.path)?.[1];
    const query = payload === undefined ? affects.call.body : (JSON.parse(decodeURIComponent(payload)) as JsonObject);
    return { what: affects.what, page: affects.page, filter: query?.['filter_conditions'] };
  };

  test.each([
    ['app', field('/grants/vip', ['a'], []), { what: 'user', page: 100, filter: { role: 'vip' } }],
    ['app', field('/grants/anonymous', ['a'], []), undefined],
    ['channel_type', field('/grants/user', ['a'], []), { what: 'user', page: 100, filter: { role: 'user' } }],
    ['channel_type', field('/grants/channel_member', ['a'], []), { what: 'channel', page: 30, filter: { type: 'x' } }],
    ['channel_type', field('/replies', true, false), { what: 'channel', page: 30, filter: { type: 'x' } }],
    [
      'app',
      field('/user_search_disallowed_roles', [], ['a', 'b']),
      { what: 'user', page: 100, filter: { role: { $in: ['a', 'b'] } } },
    ],
    ['app', field('/disable_auth_checks', false, true), { what: 'user', page: 100, filter: {} }],
    [
      'app',
      field('/guest_user_creation_disabled', false, true),
      { what: 'user', page: 100, filter: { role: 'guest' } },
    ],
    ['channel', field('/frozen', false, true), undefined],
  ] as const)('%s %j', (kind, one, expected) => {
    expect(affected(kind, one)).toEqual(expected);
  });

  test('the channels of a user who is erased', () => {
    const [finding] = findingsOf([changed('user', [], { action: 'remove', removal: 'hard_delete' })]);
    expect(finding?.affects).toMatchObject({
      what: 'channel',
      call: { op: 'QueryChannels', effect: 'read', body: { filter_conditions: { members: { $in: ['x'] } } } },
    });
  });

  test('nobody yet in a type that is new', () => {
    const change = changed('channel_type', [field('/grants/guest', none, ['a'])], { action: 'create' });
    expect(findingsOf([change])[0]?.affects).toBeUndefined();
  });
});

describe('the order', () => {
  test('is by class, then by address and field', () => {
    const changes = [
      changed('user', [field('/state', 'active', 'deactivated')]),
      changed('app', [
        field('/webhook_url', 'a', ''),
        field('/disable_auth_checks', false, true),
        field('/multi_tenant_enabled', false, true),
      ]),
      changed('channel_type', [field('/uploads', true, false), field('/message_retention', 'infinite', '1')]),
      changed('channel', [field('/frozen', false, true)]),
    ];
    expect(findingsOf(changes).map(({ impact }) => `${impact.code} ${impact.address}`)).toEqual([
      'CB21 app',
      'CB11 channel.messaging:a',
      'CB03 channel_type.x',
      'DL04 channel_type.x',
      'SE01 app',
      'AU03 user.x',
      'EV01 app',
      'OW01 app',
    ]);
  });
});

test('every code came up', () => {
  expect(Object.keys(IMPACTS).filter((code) => !seen.has(code))).toEqual([]);
});
