/** What holds of all kinds' tables: what is never replaced, what removals do by default, what travels along. */
import { describe, expect, test } from 'vitest';
import type { FieldSpec, Kind } from '../../../src/core/kind.ts';
import { kinds } from '../../../src/kinds/index.ts';

const byName = Object.fromEntries(kinds.map((kind) => [kind.name, kind]));
const having = (kind: Kind, test: (spec: FieldSpec) => boolean) =>
  Object.entries(kind.fields)
    .filter(([, spec]) => test(spec))
    .map(([at]) => at);

describe('tables', () => {
  test('a difference never deletes and makes anew what cannot come back', () => {
    const replaced = kinds.flatMap((kind) =>
      having(kind, (spec) => spec.immutable === 'replace').map((at) => kind.name + at),
    );
    expect(replaced).toEqual(['blocklist/type']);
  });

  test('removals are as gentle as the API allows', () => {
    expect(Object.fromEntries(kinds.map((kind) => [kind.name, kind.removal[0]]))).toEqual({
      app: undefined,
      blocklist: 'delete',
      channel: 'disable',
      channel_type: 'delete',
      command: 'delete',
      permission: 'delete',
      role: 'delete',
      user: 'deactivate',
    });
  });

  test('a whole field may be reset to null only where the API has such a reset', () => {
    const resets = Object.fromEntries(
      kinds.map((kind) => [
        kind.name,
        Object.entries(kind.fields).flatMap(([at, spec]) => (spec.reset === undefined ? [] : [`${at} ${spec.reset}`])),
      ]),
    );
    expect(Object.entries(resets).filter(([, list]) => list.length > 0)).toEqual(
      expect.arrayContaining([
        ['app', ['/revoke_tokens_issued_before read', '/webhook_events blind', '/grants blind']],
        ['channel_type', ['/partition_ttl read', '/grants blind']],
        ['channel', ['/messages/*/pin_expires read']],
      ]),
    );
  });

  test('what travels along although it is not declared', () => {
    expect(having(byName['command'] as Kind, (spec) => spec.carried === true)).toEqual([
      '/description',
      '/args',
      '/set',
    ]);
    expect(having(byName['permission'] as Kind, (spec) => spec.carried === true)).toEqual([
      '/name',
      '/action',
      '/condition',
      '/description',
      '/owner',
      '/same_team',
    ]);
    expect(having(byName['app'] as Kind, (spec) => spec.carried === true)).toHaveLength(10);
    for (const name of ['role', 'user', 'channel', 'channel_type', 'blocklist'])
      expect(having(byName[name] as Kind, (spec) => spec.carried === true)).toEqual([]);
  });

  test('secrets are blind', () => {
    const secrets = kinds.flatMap((kind) =>
      having(kind, (spec) => spec.blind === 'secret').map((at) => kind.name + at),
    );
    for (const at of [
      'app/apn_config/auth_key',
      'app/apn_config/p12_cert',
      'app/firebase_config/credentials_json',
      'app/firebase_config/server_key',
      'app/huawei_config/secret',
      'app/xiaomi_config/secret',
      'app/sqs_key',
      'app/sqs_secret',
      'app/sns_key',
      'app/sns_secret',
      'app/datadog_info/api_key',
      'app/event_hooks/*/sqs_secret',
      'app/event_hooks/*/sns_secret',
    ])
      expect(secrets).toContain(at);
  });

  test('limits of joined calls', () => {
    for (const kind of kinds)
      for (const joiner of Object.values(kind.joiners ?? {})) {
        expect(joiner.limit).toBe(100);
        expect(joiner.bytes).toBeLessThanOrEqual(1_000_000);
      }
  });

  test('open maps give their keys back', () => {
    const user = byName['user'] as Kind;
    const channel = byName['channel'] as Kind;
    for (const spec of [
      user.fields['/custom'],
      user.fields['/teams_role'],
      channel.fields['/custom'],
      channel.fields['/members'],
      channel.fields['/members/*/custom'],
      channel.fields['/messages/*/custom'],
      byName['app']?.fields['/event_hooks'],
    ])
      expect(spec?.giveBack?.('id', 'key')).toBe('unset');
    expect(channel.fields['/messages']?.giveBack).toBeUndefined();
    const grants = byName['channel_type']?.fields['/grants'];
    expect(grants?.giveBack?.('live', 'vip')).toEqual([]);
    for (const role of ['user', 'admin', 'global_moderator']) expect(grants?.giveBack?.('live', role)).toBeUndefined();
  });
});
