/** `--fail-on` and `policy.fail_on`: what they stop, what is shown all the same, and the exit codes. */
import { describe, expect, test } from 'vitest';
import type { Impact } from '../../src/core/plan.ts';
import { aChange, anOperation, aPlan } from '../render/plans.ts';
import { chat } from './world.ts';

const IMPACT: Impact = {
  code: 'CB04',
  class: 'CB',
  address: 'channel_type.livestream',
  path: '/max_message_length',
  summary: 'Messages have to be shorter',
  detail: 'Messages of more than 300 characters are refused.',
  affected: { what: 'channel', count: 3, more: false },
};
const WAIVED: Impact = { ...IMPACT, waiver: { reason: 'agreed', expires: '2031-01-01' } };

function planWith(...impacts: readonly Impact[]) {
  const field = { path: '/max_message_length', before: 500, after: 300 };
  return aPlan({
    changes: [aChange('channel_type', 'livestream', 'update', [field])],
    operations: [anOperation('t.1', 'channel_type', 1, ['channel_type.livestream'])],
    impacts,
  });
}

describe('plan', () => {
  test('is shown in full and fails, with no command to apply it', async () => {
    const ran = await chat('plan --fail-on CB', { plan: planWith(IMPACT) });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain('· 1 breaking ·');
    expect(ran.stdout).toContain('max_message_length: 500 → 300');
    expect(ran.stdout).not.toContain('To apply:');
    expect(ran.stderr).toContain('[impact-blocked]');
    expect(ran.stderr).toContain('CB04 channel_type.livestream.max_message_length: Messages have to be shorter.');
    expect(ran.stderr.replaceAll(/\s+/g, ' ')).toContain('Affected: 3 channels. To go on:');
  });

  test.each([
    ['plan', [], planWith(IMPACT), 0],
    ['plan --fail-on DL,EV', [], planWith(IMPACT), 0],
    ['plan --fail-on CB04', [], planWith(IMPACT), 3],
    ['plan', ['CB04'], planWith(IMPACT), 3],
    ['plan --fail-on DL', ['CB'], planWith(IMPACT), 3],
    ['plan --fail-on CB', [], planWith(WAIVED), 0],
    ['plan --fail-on CB --detailed-exitcode', [], planWith(WAIVED), 2],
    ['plan --fail-on CB --detailed-exitcode', [], planWith(IMPACT), 3],
  ])('%s, with the policy %j', async (words, failOn, plan, code) => {
    expect((await chat(words, { plan, failOn })).code).toBe(code);
  });

  test('that passes keeps the flag in the command that applies it', async () => {
    const { stdout } = await chat('plan --fail-on CB,DL', { plan: planWith() });
    expect(stdout).toContain('chat apply --fail-on CB,DL');
  });

  test('as JSON is whole, too', async () => {
    const { stdout, code } = await chat('plan --fail-on CB --format json', { plan: planWith(IMPACT) });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { impacts: { CB: 1 } }, impacts: [{ code: 'CB04' }] });
  });
});

describe('apply', () => {
  test('stops before anything is asked or written', async () => {
    let applied = 0;
    const apply = () => {
      applied += 1;
      throw new Error('applied');
    };
    const ran = await chat('apply', { plan: planWith(IMPACT), failOn: ['CB'], apply, terminal: true });
    expect(ran).toMatchObject({ code: 3, asked: [], closed: 1 });
    expect(applied).toBe(0);
    expect(ran.stdout).toContain('impact (1)');
    expect(ran.stderr).toContain('[impact-blocked]');
  });

  test('as JSON tells the plan, and that nothing was reported', async () => {
    const { stdout, code } = await chat('apply --auto-approve --format json --fail-on CB', { plan: planWith(IMPACT) });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'apply', report: null, plan: { impacts: [{ code: 'CB04' }] } });
  });

  test('goes ahead with what is waived', async () => {
    const ran = await chat('apply --auto-approve --fail-on CB', { plan: planWith(WAIVED) });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Waived until 2031-01-01: agreed');
  });
});

test.each(['plan', 'apply --auto-approve'])(
  '%s refuses a code that does not exist before it reads anything',
  async (command) => {
    const ran = await chat(`${command} --fail-on CB,CB99`);
    expect(ran).toMatchObject({ code: 1, stdout: '', planned: [], transports: [] });
    expect(ran.stderr).toContain('CB99');
    expect(ran.stderr).toContain('[usage]');
  },
);
