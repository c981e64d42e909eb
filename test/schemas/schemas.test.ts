/** The hand-written schemas: they compile, and they say about each field what an editor has to show. */
import { describe, expect, test } from 'vitest';
import { isArray, type Json, type JsonObject } from '../../src/core/json.ts';
import { fieldsOf, objectOf, strictAjv, written } from './support.ts';

/** Values that a new app has, or that the server takes where nothing was ever set. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'app.schema.json': {
    disable_auth_checks: false,
    disable_permissions_checks: false,
    multi_tenant_enabled: false,
    permission_version: 'v2',
    enforce_unique_usernames: 'no',
    guest_user_creation_disabled: false,
    user_search_disallowed_roles: [],
    custom_action_handler_url: '',
    before_message_send_hook_url: '',
    webhook_url: '',
    cdn_expiration_seconds: 1_209_600,
    image_moderation_enabled: false,
    moderation_enabled: true,
    member_custom_on_messages_enabled: false,
    '(upload_config).size_limit': 0,
    '(upload_config).allowed_file_extensions': [],
    '(upload_config).blocked_file_extensions': [],
    '(upload_config).allowed_mime_types': [],
    '(upload_config).blocked_mime_types': [],
    '(event_hook).product': 'all',
  },
  'blocklist.schema.json': { type: 'word', protect: false },
  'command.schema.json': { args: '', set: '', protect: false },
  'permission.schema.json': { owner: false, same_team: false, protect: false },
  'role.schema.json': { protect: false },
  'channel-type.schema.json': {
    automod: 'disabled',
    automod_behavior: 'flag',
    count_messages: false,
    custom_events: true,
    mark_messages_pending: false,
    max_message_length: 5000,
    message_retention: 'infinite',
    mutes: true,
    polls: false,
    push_level: 'all',
    push_notifications: true,
    quotes: true,
    reactions: true,
    reminders: false,
    replies: true,
    shared_locations: false,
    skip_last_msg_update_for_system_msgs: false,
    uploads: true,
    user_message_reminders: false,
  },
  'user.schema.json': { role: 'user', language: '', teams: [], invisible: false, state: 'active', protect: false },
  'channel.schema.json': {
    frozen: false,
    disabled: false,
    cooldown: 0,
    team: '',
    members_mode: 'at_least',
    '(member).channel_role': 'channel_member',
    '(message).type': 'regular',
    '(message).pinned': false,
    '(message).silent': false,
  },
  'settings.schema.json': {
    '(target).base_url': 'https://chat.stream-io-api.com',
    '(policy).allow_delete': false,
    '(policy).verify_messages': true,
    '(policy).on_burned': 'report',
    '(policy).batch_channels': false,
    '(policy).max_share': 0.8,
    '(policy).on_removal.users': 'deactivate',
    '(policy).on_removal.channels': 'disable',
    '(policy).on_removal.roles': 'delete',
  },
};

/** The only places where the API has a reset, or where a key of a map can be removed. */
const NULLABLE: Readonly<Record<string, readonly string[]>> = {
  'app.schema.json': ['revoke_tokens_issued_before', 'grants', 'webhook_events', '(event_hook)'],
  'channel-type.schema.json': ['partition_ttl', 'grants'],
  'user.schema.json': ['teams_role.*', 'custom.*'],
  'channel.schema.json': ['custom.*', '(member)', '(member).custom.*', '(message).pin_expires', '(message).custom.*'],
};

const SECRETS: Readonly<Record<string, readonly string[]>> = {
  'app.schema.json': [
    'sqs_key',
    'sqs_secret',
    'sns_key',
    'sns_secret',
    'apn_config.auth_key',
    'apn_config.p12_cert',
    'firebase_config.credentials_json',
    'firebase_config.server_key',
    'huawei_config.secret',
    'xiaomi_config.secret',
    'datadog_info.api_key',
    '(event_hook).sqs_key',
    '(event_hook).sqs_secret',
    '(event_hook).sns_key',
    '(event_hook).sns_secret',
    '(event_hook).failover_config.gcs_credentials',
  ],
  'settings.schema.json': ['(target).api_secret'],
};

/** Fields whose examples show short forms of what is inside; editor.test.ts has such forms. */
const SHORT_INSIDE = new Set(['members', 'members(short).list', 'removed', '(environment).removed']);

describe.each([...written])('%s', (name, schema) => {
  const fields = fieldsOf(schema);

  test('compiles strictly and names its file', () => {
    expect(strictAjv().compile(schema)).toBeTypeOf('function');
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema['$id']).toBe(`https://chat-config.dev/schemas/${name}`);
  });

  test('is strict: objects with named fields take no others', () => {
    const open = fields.filter(
      ({ schema: field }) => field['properties'] !== undefined && field['additionalProperties'] !== false,
    );
    const allowed = name === 'user.schema.json' ? ['(collection)'] : [];
    expect(open.map(({ path }) => path)).toEqual(allowed.filter((path) => open.some((field) => field.path === path)));
    expect(schema['additionalProperties']).toBe(false);
  });

  test('describes every field', () => {
    const bad = fields.filter(({ schema: { title, description, examples } }) => {
      const isDescribed =
        typeof title === 'string' && title !== '' && typeof description === 'string' && /[.)]$/.test(description);
      return !isDescribed || !isArray(examples) || examples.length === 0;
    });
    expect(bad.map(({ path }) => path)).toEqual([]);
    for (const part of [schema, ...Object.values(objectOf(schema['definitions']))])
      expect(objectOf(part)).toMatchObject({ title: expect.any(String), description: expect.any(String) });
  });

  test('gives examples that the field takes, in its long or a short form', () => {
    const ajv = strictAjv();
    ajv.addSchema(schema);
    for (const { at, path, schema: field } of fields) {
      const forms = [at, ...shortForms(field).map((index) => `${at}${index}`)];
      const checks = forms.map((form) => ajv.getSchema(`${String(schema['$id'])}#${form}`));
      const examples = isArray(field['examples']) ? field['examples'] : [];
      for (const example of SHORT_INSIDE.has(path) ? [] : examples) {
        const text = typeof example === 'string' && example.startsWith('${');
        expect(text || checks.some((check) => check?.(example)), `${path}: ${JSON.stringify(example)}`).toBe(true);
      }
    }
  });

  test('knows the defaults', () => {
    const known = Object.fromEntries(fields.map(({ path, schema: field }) => [path, field['default']]));
    for (const [path, value] of Object.entries(DEFAULTS[name] ?? {})) expect(known[path], path).toEqual(value);
  });

  test('has defaults that the fields take themselves', () => {
    const ajv = strictAjv();
    ajv.addSchema(schema);
    for (const { at, path, schema: field } of fields) {
      if (field['default'] === undefined) continue;
      expect(ajv.getSchema(`${String(schema['$id'])}#${at}`)?.(field['default']), path).toBe(true);
    }
  });

  test('takes null only where there is a reset', () => {
    const parts = Object.entries(objectOf(schema['definitions'])).map(([key, part]) => ({
      path: `(${key})`,
      schema: objectOf(part),
    }));
    const all = [...fields, ...parts];
    const said = all.filter(({ schema: field }) => field['x-null'] !== undefined).map(({ path }) => path);
    const typed = all.filter(({ schema: { type } }) => isArray(type) && type.includes('null')).map(({ path }) => path);
    const wanted = NULLABLE[name] ?? [];
    expect(said.toSorted()).toEqual(wanted.toSorted());
    expect(typed.toSorted()).toEqual(wanted.filter((path) => !path.endsWith('custom.*')).toSorted());
  });

  test('marks all secrets', () => {
    const marked = fields.filter(({ schema: field }) => field['writeOnly'] === true);
    expect(marked.map(({ path }) => path).toSorted()).toEqual((SECRETS[name] ?? []).toSorted());
    for (const { schema: field } of marked) expect(field['description']).toContain('Secret: never printed');
  });

  test('uses no keyword that editors do not read, and no union in the long form', () => {
    const text = JSON.stringify(schema, (key, value: unknown) => (key === 'examples' ? undefined : value));
    for (const keyword of [
      '$defs',
      'const',
      'unevaluatedProperties',
      'dependentRequired',
      'prefixItems',
      'anyOf',
      'oneOf',
      'allOf',
      'if',
    ]) {
      if (name === 'settings.schema.json' && keyword === 'const') continue;
      expect(text, keyword).not.toContain(`"${keyword}":`);
    }
  });
});

/** Where the short forms of a field stand. */
function shortForms(field: JsonObject): readonly string[] {
  return isArray(field['x-short']) ? field['x-short'].map((_, index) => `/x-short/${index}`) : [];
}
