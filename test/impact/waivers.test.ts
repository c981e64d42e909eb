/** Waivers and the gate: what is accepted until when, and what stops an apply. */
import { describe, expect, it, test } from 'vitest';
import { parseAddress } from '../../src/core/address.ts';
import type { Impact, ImpactClass, Waiver } from '../../src/core/plan.ts';
import { blockedImpacts, unknownCodes } from '../../src/impact/gate.ts';
import { waive } from '../../src/impact/waivers.ts';

const NOON = Date.parse('2026-10-01T12:00:00Z');

function anImpact(code: string, address: string, path = ''): Impact {
  return { code, class: code.slice(0, 2) as ImpactClass, address, path, summary: 'Summary', detail: 'Detail.' };
}

function aWaiver(code: string, address: string, expires = '2026-12-31'): Waiver {
  return { code, address, names: parseAddress(address) ?? [], reason: 'because', expires, at: '/policy/waivers/0' };
}

describe('a waiver', () => {
  const impact = anImpact('CB01', 'channel_type.livestream', '/grants/vip');
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['CB01', 'channel_type.livestream.grants.vip', true],
    ['CB01', 'channel_type.livestream.grants', true],
    ['CB01', 'channel_type.livestream', true],
    ['CB01', 'channel_type', true],
    ['CB01', 'channel_type.live*', true],
    ['CB01', 'channel_type.*.grants.*', true],
    ['CB01', 'channel_type["livestream"].grants["vip"]', true],
    ['CB02', 'channel_type.livestream.grants.vip', false],
    ['CB01', 'channel_type.livestream.grants.vip.more', false],
    ['CB01', 'channel_type.livestream.commands', false],
    ['CB01', 'channel_type.live', false],
    ['CB01', 'app.grants.vip', false],
  ];

  it.each(rows)('%s %s: %j', (code, address, accepts) => {
    const { impacts, unused } = waive([impact], [aWaiver(code, address)], NOON);
    expect(impacts[0]?.waiver).toEqual(accepts ? { reason: 'because', expires: '2026-12-31' } : undefined);
    expect(unused.length).toBe(accepts ? 0 : 1);
  });

  test('reaches names with dots and spaces', () => {
    const hook = anImpact('EV01', 'app', '/event_hooks/audit log');
    const list = anImpact('SE09', 'blocklist["a.b c"]', '/words');
    const { unused } = waive(
      [hook, list],
      [aWaiver('EV01', 'app.event_hooks["audit log"]'), aWaiver('SE09', 'blocklist["a.b c"]')],
      NOON,
    );
    expect(unused).toEqual([]);
  });

  test.each([
    ['2026-09-30', 0, 1],
    ['2026-10-01', 1, 0],
    ['2026-10-02', 1, 0],
  ])('that ends on %s counts up to and including its day', (expires, used, expired) => {
    const out = waive([impact], [aWaiver('CB01', 'channel_type', expires)], NOON);
    expect(out.impacts.filter((each) => each.waiver !== undefined)).toHaveLength(used);
    expect(out.expired).toHaveLength(expired);
    expect(out.unused).toEqual([]);
  });

  test('is kept for what is held back', () => {
    const waiver = aWaiver('DL03', 'channel.messaging:a');
    expect(waive([], [waiver], NOON, [anImpact('DL03', 'channel.messaging:a')]).unused).toEqual([]);
    expect(waive([], [waiver], NOON).unused).toEqual([waiver]);
  });
});

describe('the gate', () => {
  const impacts = [anImpact('CB01', 'channel_type.livestream', '/grants/vip'), anImpact('DL03', 'channel.messaging:a')];

  test.each([
    [[], []],
    [['SE'], []],
    [['CB'], ['CB01']],
    [['CB02'], []],
    [
      ['DL03', 'CB'],
      ['CB01', 'DL03'],
    ],
  ])('%j', (failOn, codes) => {
    const [blocked] = blockedImpacts(impacts, failOn);
    const lines = blocked?.detail?.split('\n').slice(0, -1) ?? [];
    expect(lines.map((line) => line.slice(0, 4))).toEqual(codes);
  });

  test('says what, why, how many, and how to go on', () => {
    const affected = { what: 'user', count: 100, more: true };
    const [blocked] = blockedImpacts(
      impacts.map((each) => ({ ...each, affected })),
      ['CB'],
    );
    expect(blocked).toMatchObject({ severity: 'error', code: 'impact-blocked' });
    expect(blocked?.detail).toBe(
      [
        'CB01 channel_type.livestream.grants.vip: Summary. Detail. Affected: 100+ users.',
        'To go on: take these changes back, or accept them under `policy.waivers`, each with its code, address, reason and expiry, or leave CB01 out of `policy.fail_on` and `--fail-on`. Nothing was changed.',
      ].join('\n'),
    );
  });

  test('lets pass what is waived', () => {
    const waiver = { reason: 'because', expires: '2026-12-31' };
    expect(
      blockedImpacts(
        impacts.map((each) => ({ ...each, waiver })),
        ['CB', 'DL'],
      ),
    ).toEqual([]);
  });

  test('cuts a long list', () => {
    const many = Array.from({ length: 30 }, (_, index) => anImpact('AU03', `user.u${index}`, '/state'));
    const lines = blockedImpacts(many, ['AU'])[0]?.detail?.split('\n') ?? [];
    expect(lines).toHaveLength(22);
    expect(lines[20]).toBe('… and 10 more.');
  });

  test('knows which codes there are', () => {
    expect(unknownCodes(['CB', 'OW', 'CB01', 'CB99', 'XX', 'toString'])).toEqual(['CB99', 'XX', 'toString']);
  });
});
