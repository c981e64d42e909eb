import { describe, expect, test } from 'vitest';
import type { ApplyReport } from '../../src/core/plan.ts';
import { outcomeOf, renderReport } from '../../src/render/report.ts';
import { aReport, aRichPlan } from './plans.ts';

const options = { color: false, width: 100, relative: (file: string) => file };
const ALL = [
  'role.host',
  'app',
  'blocklist["house rules"]',
  'channel_type.livestream',
  'user.alice',
  'channel.livestream:launch',
  'user.carol',
];

function shown(report: ApplyReport): string {
  return renderReport(outcomeOf(aRichPlan(), report), options);
}

describe('a report', () => {
  const done = ALL.map((address) => [address, { status: 'done' }] as const);

  test('of an apply that went well is two lines', () => {
    expect(shown(aReport(done))).toBe(
      'Applied: 2 created, 3 updated, 1 replaced, 1 deleted · 6 calls · 3.2 s · converged\n\nCalls: 6 planned · 6 made\n',
    );
  });

  test('what is not known is told as such, neither done nor failed', async () => {
    const unknown = { status: 'failed', code: '0/-1', message: 'no answer', unclear: true } as const;
    const outcome = outcomeOf(aRichPlan(), aReport([['app', unknown]]));
    expect(outcome).toMatchObject({ converged: false, totals: { failed: 0, unknown: 1 } });
    const text = renderReport(outcome, options);
    expect(text).toMatch(/^Unclear: 0 created, 0 updated, 0 deleted, 1 unknown · /);
    expect(text).toContain('unknown whether done (1)\n  app: no answer [0/-1]\n');
    expect(text).not.toContain('failed');
    expect(text).toContain('Run the same command again');
  });

  test('tells what failed, what was not started, and what to do', async () => {
    const report = aReport(
      [
        ['role.host', { status: 'done', note: 'already' }],
        ['app', { status: 'failed', code: '4/400', message: 'UpdateApp failed\u001b[31m', requestId: 'req-1' }],
        ['user.alice', { status: 'not-started', because: 'app failed' }],
      ],
      { calls: { planned: 6, writes: 2, retries: 3, polls: 4, followUps: 1, verification: 5 } },
    );
    await expect(shown(report)).toMatchFileSnapshot('__snapshots__/report-partly.txt');
  });

  test('says when nothing was done', () => {
    const report = aReport([['app', { status: 'failed', code: '5', message: 'no' }]]);
    expect(shown(report)).toMatch(
      /^Failed: 0 created, 0 updated, 0 deleted · 1 failed|^Failed: 0 created, 0 updated, 0 deleted, 1 failed/,
    );
  });

  test('names what did not converge', () => {
    const text = shown(aReport(done, { notConverged: ['app'] }));
    expect(text).toMatch(/^Applied: .* · 1 not converged\n/);
    expect(text).toContain('not converged (1)\n  app\n');
  });

  test('of an interrupted apply claims nothing', () => {
    const report = aReport(
      [
        ['role.host', { status: 'done' }],
        ['app', { status: 'not-started', because: 'interrupted' }],
      ],
      {
        interrupted: true,
      },
    );
    expect(shown(report)).toMatch(/^Interrupted: 1 created, 0 updated, 0 deleted, 1 not started · 6 calls · 3\.2 s\n/);
    expect(shown(report)).not.toContain('converged');
  });
});
