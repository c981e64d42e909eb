/** Hand-made plans and reports for the renderers. */
import { addressOf } from '../../src/core/address.ts';
import { write } from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { ApplyReport, Change, FieldChange, Operation, Plan, Result } from '../../src/core/plan.ts';

export function aChange(
  kind: string,
  id: string,
  action: Change['action'],
  fields: readonly FieldChange[] = [],
): Change {
  return {
    address: addressOf(kind, id),
    kind,
    id,
    action,
    fields,
    touched: { before: null, after: 'h1:2222' },
    references: [],
  };
}

export function anOperation(
  id: string,
  kind: string,
  stage: number,
  covers: readonly string[],
  body?: JsonObject,
): Operation {
  const call = write('UpdateUsers', 'POST', '/api/v2/users', body, 'free');
  return { id, kind, stage, call, covers, needs: [], settle: 'reply', rank: 0 };
}

export function aPlan(parts: Partial<Plan> = {}): Plan {
  return {
    formatVersion: 1,
    target: { appId: 1729640, appName: 'Acme', baseUrl: 'https://chat.stream-io-api.com' },
    configuration: { digest: 'h1:0000', env: 'staging' },
    changes: [],
    operations: [],
    operationsDigest: 'h1:1111',
    stages: [],
    counts: { unchanged: 1204, unmanaged: 0, heldBack: 0, blind: [] },
    estimate: { calls: 0, seconds: 0, stages: [], budget: [] },
    impacts: [],
    matrix: [],
    diagnostics: [],
    readAt: 0,
    ...parts,
  };
}

export function aReport(
  results: readonly (readonly [string, Result])[],
  parts: Partial<ApplyReport> = {},
): ApplyReport {
  return {
    results: new Map(results),
    notConverged: [],
    interrupted: false,
    calls: { planned: 6, writes: 6, retries: 0, polls: 0, followUps: 0, verification: 0 },
    diagnostics: [],
    seconds: 3.21,
    ...parts,
  };
}

/** One of everything that a plan can show. */
export function aRichPlan(): Plan {
  const changes: Change[] = [
    aChange('role', 'host', 'create'),
    aChange('app', '', 'update', [
      { path: '/enforce_unique_usernames', before: 'no', after: 'app' },
      { path: '/apn_config/auth_key', after: { $secret: '/app/apn_config/auth_key' }, hidden: true },
      {
        path: '/file_upload_config',
        before: { size_limit: 0, blocked_file_extensions: [] },
        after: { size_limit: 10485760, blocked_file_extensions: [] },
      },
      { path: '/webhook_url', before: '', after: 'https://example.com/hook', origin: 'drift' },
    ]),
    aChange('blocklist', 'house rules', 'replace', [{ path: '/type', before: 'word', after: 'regex' }]),
    aChange('channel_type', 'livestream', 'update', [
      { path: '/max_message_length', before: 5000, after: 500 },
      { path: '/commands', before: ['imgur', 'giphy'], after: ['giphy', 'ticket'], set: true },
      { path: '/grants/host', after: ['create-message', 'ban-channel-member'], set: true },
    ]),
    aChange('user', 'alice', 'create', [
      { path: '/name', after: 'Alice' },
      { path: '/role', after: 'user' },
      { path: '/teams', after: ['red'], set: true },
    ]),
    aChange('channel', 'livestream:launch', 'update', [
      { path: '/custom/color', before: 'green', after: null },
      {
        path: '/custom/rules',
        before: 'Be kind.\nNo spoilers.\nHave fun.',
        after: 'Be kind.\nNo spoilers, please.\nHave fun.',
      },
      { path: '/members/alice', after: { channel_role: 'channel_moderator' } },
      { path: '/members/bob', before: { channel_role: 'channel_member' } },
    ]),
    { ...aChange('user', 'carol', 'remove'), removal: 'deactivate' },
    { ...aChange('channel', 'messaging:old', 'remove'), removal: 'disable', heldBack: 'allow-delete' },
  ];
  const announce: Operation = {
    ...anOperation('channels.2', 'channel', 4, ['channel.livestream:launch']),
    call: write(
      'SendMessage',
      'POST',
      '/api/v2/chat/channels/livestream/launch/message',
      { message: { type: 'system', user_id: 'bot', text: 'The channel was updated' } },
      'exists-is-done',
    ),
    bestEffort: true,
  };
  return aPlan({
    changes,
    operations: [
      {
        ...anOperation('roles.1', 'role', 0, ['role.host']),
        call: write('CreateRole', 'POST', '/api/v2/roles', { name: 'host' }, 'exists-is-done'),
      },
      { ...anOperation('app.1', 'app', 1, ['app']), call: write('UpdateApp', 'PATCH', '/api/v2/app', {}, 'free') },
      anOperation('users.1', 'user', 3, ['user.alice', 'user.b', 'user.c', 'user.d', 'user.e', 'user.f']),
      announce,
    ],
    stages: [
      { number: 0, title: 'roles' },
      { number: 1, title: 'app' },
      { number: 3, title: 'users' },
      { number: 4, title: 'channels' },
    ],
    counts: {
      unchanged: 1204,
      unmanaged: 7,
      heldBack: 1,
      blind: ['app.apn_config.auth_key', 'app.firebase_config.server_key'],
    },
    estimate: { calls: 7, seconds: 14.4, stages: [], budget: [], bottleneck: { op: 'UpdateUsers', perMinute: 300 } },
    diagnostics: [
      {
        severity: 'note',
        code: 'created-by-ignored',
        summary: 'The creator of a channel cannot change',
        detail: 'The live channel was created by somebody else. The API has no way to change that, so it stays.',
        subject: 'channel.livestream:launch',
        source: { file: '/repo/chat.config.yaml', line: 40, column: 20, excerpt: '    created_by_id: bot' },
      },
    ],
  });
}
