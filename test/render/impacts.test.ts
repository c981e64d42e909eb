/** Impacts in the formats: counted in the verdict, told below it, waived ones last, text of users harmless. */
import { describe, expect, test } from 'vitest';
import type { Impact, ImpactClass } from '../../src/core/plan.ts';
import { renderPlanJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { viewPlan } from '../../src/render/view.ts';
import { aChange, anOperation, aPlan } from './plans.ts';

function anImpact(code: string, address: string, path: string, more: Partial<Impact> = {}): Impact {
  return {
    code,
    class: code.slice(0, 2) as ImpactClass,
    address,
    path,
    summary: 'It changes',
    detail: 'So it is.',
    ...more,
  };
}

const WAIVER = { reason: 'agreed with the apps', expires: '2026-12-31' };

function view(impacts: readonly Impact[], parts: Parameters<typeof aPlan>[0] = {}) {
  const changes = [aChange('role', 'host', 'create')];
  return viewPlan(aPlan({ changes, operations: [anOperation('role.1', 'role', 1, ['role.host'])], impacts, ...parts }));
}

const text = (impacts: readonly Impact[], width = 80) =>
  renderTerminal(view(impacts), { color: false, width, calls: false }).split('\n\n');

describe('the verdict', () => {
  const rows: readonly (readonly [readonly Impact[], string])[] = [
    [[], ''],
    [[anImpact('CB01', 'app', '')], ' · 1 breaking'],
    [
      ['SE01', 'CB01', 'OW01', 'EV01', 'AU01', 'DL01', 'CB02'].map((code) => anImpact(code, 'app', '')),
      ' · 2 breaking, 1 data loss, 1 security, 1 log-out, 1 event loss, 1 one-way',
    ],
    [[anImpact('CB01', 'app', ''), anImpact('CB01', 'app', '', { waiver: WAIVER })], ' · 1 breaking, 1 waived'],
    [[anImpact('CB01', 'app', '', { waiver: WAIVER })], ' · 1 waived'],
  ];
  test.each(rows)('%#', (impacts, words) => {
    expect(view(impacts).verdict).toBe(`Plan: 1 to create, 0 to update, 0 to delete${words} · 0 calls, under 1 s`);
  });

  test('has them before what is held back', () => {
    const counts = { unchanged: 0, unmanaged: 0, heldBack: 2, blind: [] };
    expect(view([anImpact('CB01', 'app', '')], { counts }).verdict).toContain(' · 1 breaking · 2 held back · ');
  });
});

describe('on a terminal', () => {
  test('they stand right below the verdict, waived ones last', () => {
    const [, block] = text([
      anImpact('CB01', 'app', '/grants/vip', { waiver: WAIVER, affected: { what: 'user', count: 100, more: true } }),
      anImpact('DL03', 'channel.messaging:a', '', { affected: { what: 'member', count: 1, more: false } }),
      anImpact('EV01', 'app', '/event_hooks/audit log'),
    ]);
    expect(block).toBe(
      [
        'impact (3)',
        '  DL03 channel.messaging:a: It changes · affects 1 member',
        '       So it is.',
        '  EV01 app.event_hooks["audit log"]: It changes',
        '       So it is.',
        '  CB01 app.grants.vip: It changes · affects 100+ users',
        '       So it is.',
        '       Waived until 2026-12-31: agreed with the apps',
      ].join('\n'),
    );
  });

  test('long ones are wrapped to the width', () => {
    const long = anImpact('CB01', 'channel_type.a-long-name', '/grants/vip', {
      detail: 'word '.repeat(30).trim(),
    });
    const lines = text([long], 50)[1]?.split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.length > 50)).toEqual([]);
  });

  test('many of one code are cut, and counted', () => {
    const many = Array.from({ length: 1205 }, (_, index) => anImpact('AU03', `user.u${index}`, '/state'));
    const lines = text([...many, anImpact('EV01', 'app', '')])[1]?.split('\n') ?? [];
    expect(lines).toHaveLength(1 + 5 * 2 + 2 + 1);
    expect(lines.at(-1)).toBe('  AU03: 1,200 more');
  });

  test('text of users is harmless', () => {
    const bad = '\u001b[2J\u202e';
    const impact = anImpact('CB01', `user["${bad}"]`, `/custom/${bad}`, {
      detail: `A ${bad}.`,
      waiver: { ...WAIVER, reason: bad },
    });
    const plain = renderTerminal(view([impact]), { color: false, width: 200, calls: false });
    for (const each of [plain, renderPlanJson(view([impact]))])
      expect(['\u001b', '\u202e'].filter((char) => each.includes(char))).toEqual([]);
  });
});

test('as JSON they are listed as the plan has them, and counted', () => {
  const affected = { what: 'user', count: 100, more: true };
  const impacts = [anImpact('CB01', 'app', '/grants/vip', { waiver: WAIVER, affected }), anImpact('SE01', 'app', '/x')];
  const json = JSON.parse(renderPlanJson(view(impacts))) as { summary: object; impacts: object[] };
  expect(json.summary).toMatchObject({ impacts: { CB: 0, DL: 0, SE: 1, AU: 0, EV: 0, OW: 0, waived: 1 } });
  expect(json.impacts).toEqual([
    {
      code: 'CB01',
      class: 'CB',
      resource: 'app',
      path: '/grants/vip',
      address: 'app.grants.vip',
      summary: 'It changes',
      detail: 'So it is.',
      affected,
      waiver: WAIVER,
    },
    {
      code: 'SE01',
      class: 'SE',
      resource: 'app',
      path: '/x',
      address: 'app.x',
      summary: 'It changes',
      detail: 'So it is.',
    },
  ]);
});
