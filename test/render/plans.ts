/** Hand-made plans and reports for the renderers. */
import { addressOf } from '../../src/core/address.ts';
import { write } from '../../src/core/call.ts';
import { type JsonObject, pointer } from '../../src/core/json.ts';
import type { ApplyReport, Change, FieldChange, Impact, Operation, Plan, Result } from '../../src/core/plan.ts';

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
    madeAt: 0,
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
    estimate: {
      calls: 7,
      seconds: 14.4,
      bottleneck: { op: 'UpdateUsers', perMinute: 240 },
      stages: [
        { stage: 0, calls: 1, seconds: 0.1 },
        { stage: 1, calls: 1, seconds: 0.1 },
        { stage: 3, calls: 4, seconds: 12.2, bottleneck: { op: 'UpdateUsers', perMinute: 240 } },
        { stage: 4, calls: 1, seconds: 2 },
      ],
      budget: [
        { op: 'CreateRole', calls: 1, perMinute: 48 },
        { op: 'UpdateApp', calls: 1, perMinute: 48 },
        { op: 'UpdateUsers', calls: 4, perMinute: 240 },
        { op: 'SendMessage', calls: 1, perMinute: 8000 },
      ],
    },
    impacts: [
      {
        code: 'CB03',
        class: 'CB',
        address: 'channel_type.livestream',
        path: '/max_message_length',
        summary: 'Messages may not be as long any more',
        detail: 'Clients that send more than 500 characters are refused.',
        affected: { what: 'channel', count: 100, more: true },
      },
      {
        code: 'DL02',
        class: 'DL',
        address: 'blocklist["house rules"]',
        path: '',
        summary: 'The block list is deleted for a moment',
        detail: 'It is deleted and created anew, and filters nothing in between.',
      },
      {
        code: 'CB05',
        class: 'CB',
        address: 'channel_type.livestream',
        path: '/commands',
        summary: 'A command goes',
        detail: 'Clients that offer `/imgur` are refused.',
        waiver: { reason: 'No client offers it since 4.2.', expires: '2027-01-31' },
      },
    ],
    matrix: [
      { scope: 'livestream', role: 'host', permission: 'ban-channel-member', before: 'none', after: 'any' },
      { scope: 'livestream', role: 'host', permission: 'create-message', before: 'none', after: 'any' },
      { scope: 'livestream', role: 'host', permission: 'delete-message', before: 'any', after: 'own' },
      { scope: 'livestream', role: 'user', permission: 'create-message', before: 'any', after: 'any' },
      { scope: 'livestream', role: 'user', permission: 'delete-message', before: 'own', after: 'own' },
      { scope: 'livestream', role: 'user', permission: 'pin-message', before: 'own', after: 'own' },
      { scope: '.app', role: 'guest', permission: 'search-user', before: 'unknown', after: 'none' },
      { scope: '.app', role: 'user', permission: 'search-user', before: 'any', after: 'any' },
    ],
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

/** The same text wherever a plan holds text of users. */
export function aPlanFullOf(text: string): Plan {
  const address = addressOf('user', text);
  const impact: Impact = {
    code: 'CB01',
    class: 'CB',
    address,
    path: pointer('custom') + pointer(text),
    summary: 'A permission is taken away',
    detail: `Users with the role ${text} cannot \`${text}\` any more.`,
    affected: { what: `users of ${text}`, count: 3, more: true },
  };
  const hostile = {
    severity: 'warning' as const,
    code: 'some-code',
    summary: text,
    detail: text,
    subject: text,
    source: { file: text, line: 1, column: 3, excerpt: text },
  };
  return aPlan({
    target: { appId: 1, appName: text, baseUrl: `https://example.com/${text}` },
    configuration: { digest: 'h1:0000', env: text, base: { ref: text, commit: text } },
    changes: [
      aChange('user', text, 'create', [{ path: pointer('custom') + pointer(text), after: text }]),
      aChange('user', 'b', 'update', [
        { path: '/custom/list', before: [text], after: [`${text}!`, { [text]: text }], set: true, origin: 'config' },
        { path: '/custom/text', before: `one\n${text}`, after: `two\n${text}` },
        { path: '/name', before: text, after: text.repeat(3), origin: 'conflict' },
      ]),
      { ...aChange('channel', text, 'remove'), removal: 'disable', heldBack: 'allow-delete' },
    ],
    operations: [
      {
        ...anOperation('users.1', 'user', 0, [address], { message: { text, user_id: text } }),
        bestEffort: true,
      },
    ],
    stages: [{ number: 0, title: 'users' }],
    counts: { unchanged: 1, unmanaged: 2, heldBack: 1, blind: [text] },
    estimate: {
      calls: 1,
      seconds: 1,
      stages: [{ stage: 0, calls: 1, seconds: 1 }],
      budget: [{ op: 'UpdateUsers', calls: 1, perMinute: 240 }],
    },
    impacts: [impact, { ...impact, code: 'SE02', class: 'SE', waiver: { reason: text, expires: '2027-01-01' } }],
    matrix: [
      { scope: text, role: text, permission: text, before: 'any', after: 'own' },
      { scope: '.app', role: 'user', permission: text, before: 'none', after: 'none' },
    ],
    diagnostics: [hostile, { ...hostile, subject: pointer(text) }],
  });
}

/** New users, every tenth one an update, the last one a deletion. */
export function aHugePlan(size: number): Plan {
  const changes = Array.from({ length: size }, (_, index) => {
    const id = `user-${index}`;
    if (index === size - 1) return { ...aChange('user', id, 'remove'), removal: 'deactivate' as const };
    return index % 10 === 0
      ? aChange('user', id, 'update', [{ path: '/name', before: `Old ${index}`, after: `New ${index}` }])
      : aChange('user', id, 'create', [
          { path: '/name', after: `Name ${index}` },
          { path: '/role', after: 'user' },
        ]);
  });
  const batches = Math.ceil(size / 100);
  return aPlan({
    changes,
    operations: Array.from({ length: batches }, (_, index) =>
      anOperation(
        `users.${index}`,
        'user',
        3,
        changes.slice(index * 100, index * 100 + 100).map((change) => change.address),
      ),
    ),
    stages: [{ number: 3, title: 'users' }],
    estimate: {
      calls: batches,
      seconds: 25,
      bottleneck: { op: 'UpdateUsers', perMinute: 240 },
      stages: [{ stage: 3, calls: batches, seconds: 25, bottleneck: { op: 'UpdateUsers', perMinute: 240 } }],
      budget: [{ op: 'UpdateUsers', calls: batches, perMinute: 240 }],
    },
  });
}
