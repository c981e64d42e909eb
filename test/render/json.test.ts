import { describe, expect, test } from 'vitest';
import { renderApplyJson, renderPlanJson } from '../../src/render/json.ts';
import { outcomeOf } from '../../src/render/report.ts';
import { viewPlan } from '../../src/render/view.ts';
import { aChange, anOperation, aPlan, aReport, aRichPlan } from './plans.ts';

describe('a plan as JSON', () => {
  test('has one of everything', async () => {
    const text = renderPlanJson(viewPlan(aRichPlan(), { command: 'chat apply' }));
    await expect(text).toMatchFileSnapshot('__snapshots__/plan.json.txt');
  });

  test('is the same for equal plans', () => {
    expect(renderPlanJson(viewPlan(aRichPlan()))).toBe(renderPlanJson(viewPlan(aRichPlan())));
  });

  test('has no value of a hidden field, only its reference', () => {
    const plan = aPlan({
      changes: [
        aChange('app', '', 'update', [
          { path: '/a', before: 'hunter2', after: { $secret: '/app/a' }, hidden: true },
          { path: '/b', after: 'hunter3', hidden: true },
        ]),
      ],
      operations: [anOperation('app.1', 'app', 0, ['app'], { a: 'hunter4' })],
    });
    const text = renderPlanJson(viewPlan(plan));
    expect(text).not.toContain('hunter');
    expect(JSON.parse(text).changes[0].fields).toEqual([
      { path: '/a', address: 'app.a', after: { $secret: '/app/a' }, sensitive: true },
      { path: '/b', address: 'app.b', sensitive: true },
    ]);
  });

  test('keeps user text exact, and harmless on a terminal', () => {
    const evil = '\u001b[2J\u009b\u202e\u2028"\\ 世界';
    const plan = aPlan({ changes: [aChange('user', evil, 'create', [{ path: '/name', after: evil }])] });
    const text = renderPlanJson(viewPlan(plan));
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u2028-\u202e]/u);
    expect(JSON.parse(text).changes[0].fields[0].after).toBe(evil);
  });
});

test('an apply as JSON holds the plan and the report', () => {
  const plan = aRichPlan();
  const report = aReport([
    ['role.host', { status: 'done' }],
    ['app', { status: 'failed', code: '4', message: 'no', requestId: 'r-1' }],
    ['user.alice', { status: 'not-started', because: 'needs app' }],
  ]);
  const parsed = JSON.parse(renderApplyJson(viewPlan(plan), outcomeOf(plan, report)));
  expect(parsed).toMatchObject({
    format_version: 1,
    type: 'apply',
    plan: { would_write: true },
    report: {
      converged: false,
      summary: { created: 1, updated: 0, failed: 1, not_started: 1 },
      results: [
        { address: 'role.host', status: 'done' },
        { address: 'app', status: 'failed', code: '4', message: 'no', request_id: 'r-1' },
        { address: 'user.alice', status: 'not_started', because: 'needs app' },
      ],
      calls: { planned: 6, writes: 6, follow_ups: 0 },
    },
  });
  expect(JSON.parse(renderApplyJson(viewPlan(plan), undefined)).report).toBeNull();
});
