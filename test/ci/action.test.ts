/** The action with the built program, from a pull request to the night's look for drift. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../cli/built.ts';
import { type Runner, SECRET, type Step, startRunner } from './runner.ts';

const FIRST = 'roles: [host]\nusers: { ann: { name: Ann }, bob: { name: Bob } }\n';
const SECOND = 'roles: [host, vip]\nusers: { ann: { name: "@ann | <b>" } }\n';
const PULL_REQUEST = { pull_request: { number: 7, base: { ref: 'main' } } };
const PLAN = { CHAT_COMMAND: 'plan' };
const APPLY = { CHAT_COMMAND: 'apply' };
const MARK = 'refs/chat/applied/default';

let runner: Runner;
const every: Step[] = [];
const run = async (...args: Parameters<Runner['run']>) => {
  const step = await runner.run(...args);
  every.push(step);
  return step;
};
const comments = () => runner.github.comments.map(({ body }) => body);

beforeAll(async () => {
  ensureBuilt();
  runner = await startRunner(FIRST);
});
afterAll(async () => {
  for (const { stdout, stderr, summary } of every) expect(stdout + stderr + summary).not.toContain(SECRET);
  expect(comments().join()).not.toContain(SECRET);
  await runner.close();
});

// One story: each test goes on where the one before ended.
describe('from the first push on', () => {
  test('apply makes the mark and pushes it', async () => {
    const step = await run(APPLY, { ref: 'refs/heads/main' });
    expect([step.code, step.code === 0 ? '' : step.stderr]).toEqual([0, '']);
    expect(step.outputs).toEqual({
      'exit-code': '0',
      changes: 'true',
      create: '3',
      update: '0',
      delete: '0',
      'held-back': '0',
    });
    expect(step.summary).toMatch(/^### chat apply\n\n> Applied: 3 created, 0 updated, 0 deleted · /);
    expect(runner.origin(MARK)).toBe(runner.git('rev-parse', 'HEAD'));
    expect(comments()).toEqual([]);
  });

  test('a pull request gets one comment, which is kept up to date', async () => {
    runner.git('checkout', '-q', '-b', 'feature');
    runner.commit(SECOND);
    const first = await run(PLAN, PULL_REQUEST);
    expect(first.code).toBe(0);
    expect(first.outputs).toMatchObject({
      'exit-code': '2',
      changes: 'true',
      create: '1',
      update: '1',
      delete: '0',
      'held-back': '1',
    });
    const saved = JSON.parse(readFileSync(first.outputs['plan-file'] ?? '', 'utf8'));
    expect(saved).toMatchObject({ type: 'plan', configuration: { base: { ref: 'origin/main' } } });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toMatch(/^<!-- chat plan: chat\.config\.yaml -->\n/);
    expect(comments()[0]).toContain('1 to create, 1 to update');
    expect(first.summary.trim()).toBe(comments()[0]?.split('\n').slice(1).join('\n').trim());
    expect(runner.requests.every((op) => /^(Get|List|Query)/.test(op))).toBe(true);

    runner.commit(FIRST);
    const second = await run(PLAN, PULL_REQUEST);
    expect(second.outputs).toMatchObject({ 'exit-code': '0', changes: 'false', create: '0' });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('No changes');
    runner.commit(SECOND);
  });

  test('what the policy stops fails the step, and the comment says why', async () => {
    const step = await run({ ...PLAN, CHAT_FAIL_ON: 'CB,AU', CHAT_ALLOW_DELETE: 'true' }, PULL_REQUEST);
    expect([step.code, step.outputs['exit-code'], step.outputs['delete']]).toEqual([3, '3', '1']);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('AU03');
    expect(comments()[0]).toContain('[impact-blocked]');
  });

  test('a plan that fails is told in the comment', async () => {
    runner.commit('roles: [host\n');
    const step = await run(PLAN, PULL_REQUEST);
    expect([step.code, step.outputs['changes']]).toEqual([7, 'false']);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('failed with exit code 7');
    expect(comments()[0]).toContain('chat.config.yaml:');
    runner.git('reset', '-q', '--hard', 'HEAD~1');
  });

  test('a fork has no right to comment: the summary has it, and the step goes well', async () => {
    const before = comments();
    const step = await run({ ...PLAN, CHAT_TOKEN: 'of-a-fork' }, PULL_REQUEST);
    expect(step.code).toBe(0);
    expect(step.stdout).toContain('::warning::The comment could not be kept up to date: GET answered 401');
    expect(step.summary).toContain('1 to create');
    expect(comments()).toEqual(before);
    const silent = await run({ ...PLAN, CHAT_COMMENT: 'false' }, PULL_REQUEST);
    expect(silent.stdout).not.toContain('::warning');
    expect(comments()).toEqual(before);
  });

  test('without the app’s key it fails, and says what is missing', async () => {
    const step = await run({ ...PLAN, STREAM_API_KEY: '', STREAM_API_SECRET: '' }, PULL_REQUEST);
    expect(step.code).toBe(7);
    expect(step.summary).toContain('STREAM_API_KEY');
  });

  test('the saved plan is applied on merge, from a fresh clone, and moves the mark', async () => {
    runner.git('checkout', '-q', 'main');
    runner.git('merge', '-q', 'feature');
    runner.git('push', '-q', 'origin', 'main');
    // Another runner: it has the refs of the branches alone.
    runner.git('update-ref', '-d', MARK);
    const plan = await run({ ...PLAN, CHAT_ALLOW_DELETE: 'true' }, { ref: 'refs/heads/main' });
    expect([plan.code, plan.outputs['delete'], plan.outputs['held-back']]).toEqual([0, '1', '0']);
    const file = plan.outputs['plan-file'] ?? '';
    const step = await run({ ...APPLY, CHAT_PLAN_FILE: file });
    expect([step.code, step.code === 0 ? '' : step.stderr]).toEqual([0, '']);
    expect(runner.origin(MARK)).toBe(runner.git('rev-parse', 'HEAD'));
    const again = await run({ ...APPLY, CHAT_PLAN_FILE: file });
    expect([again.code, again.outputs['changes']]).toEqual([0, 'false']);
  });

  test('removals that are not allowed keep the mark where it is', async () => {
    const before = runner.origin(MARK);
    runner.commit('roles: [host]\nusers: { ann: { name: "@ann | <b>" } }\n');
    const held = await run(APPLY);
    expect([held.code, held.outputs['held-back'], runner.origin(MARK)]).toEqual([0, '1', before]);
    expect(held.summary).toContain('Changes were held back');
    const done = await run({ ...APPLY, CHAT_ALLOW_DELETE: 'true' });
    expect([done.code, done.outputs['delete']]).toEqual([0, '1']);
    expect(runner.origin(MARK)).toBe(runner.git('rev-parse', 'HEAD'));
  });

  test('drift is looked for at night, and a webhook is told', async () => {
    const posted: string[] = [];
    const hook = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => posted.push(text));
      request.on('end', () => response.end());
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/private-path`;
    const quiet = await run({ CHAT_COMMAND: 'drift', CHAT_NOTIFY: url }, { schedule: '0 5 * * *' });
    expect([quiet.code, quiet.outputs['changes'], posted]).toEqual([0, 'false', []]);
    // Somebody renames a user past the configuration.
    const config = readFileSync(join(runner.checkout, 'chat.config.yaml'), 'utf8');
    writeFileSync(join(runner.checkout, 'other.yaml'), config.replace('@ann | <b>', 'Anna'));
    await run({ ...APPLY, CHAT_CONFIG: 'other.yaml', CHAT_BASE: 'none' });
    const found = await run({ CHAT_COMMAND: 'drift', CHAT_NOTIFY: url }, { schedule: '0 5 * * *' });
    hook.close();
    expect([found.code, found.outputs['exit-code'], found.outputs['changes']]).toEqual([0, '2', 'true']);
    expect(found.summary).toContain('1 resource moved');
    expect(JSON.parse(posted.join(''))).toMatchObject({ type: 'drift', changes: [{ address: 'user.ann' }] });
    expect(found.stdout + found.stderr + found.summary).not.toContain('private-path');
  });

  test('what an apply leaves undone stands in the summary', async () => {
    runner.commit(
      'users: { ann: { name: Ann } }\nremoved: [role.host, { address: user.bob, on_removal: hard_delete }]\n',
    );
    expect((await run({ ...APPLY, CHAT_ALLOW_DELETE: 'true' })).code).toBe(0);
    runner.commit('users: { ann: { name: Anna }, bob: { name: Bob } }\n');
    const step = await run(APPLY);
    expect([step.code, step.outputs['exit-code']]).toEqual([5, '5']);
    expect(step.summary).toMatch(/^user\.bob: failed: .* \[burned-id\]$/m);
    expect(step.summary).toContain('Not everything was applied.');
    expect(runner.origin(MARK)).toBe(runner.git('rev-parse', 'HEAD~1'));
  });

  test('validate marks the lines with problems', async () => {
    const good = await run({ CHAT_COMMAND: 'validate' });
    expect([good.code, good.summary]).toEqual([0, expect.stringContaining('is valid')]);
    runner.commit('users: { ann: { nmae: Ann } }\n');
    const bad = await run({ CHAT_COMMAND: 'validate' }, PULL_REQUEST);
    expect(bad.code).toBe(7);
    expect(bad.stdout).toMatch(/^::error file=chat\.config\.yaml,line=3,col=\d+/m);
    expect(bad.summary).toContain('The configuration is not valid. 1 annotation.');
  });

  test('text of users is no command of the runner', async () => {
    // Long enough to be wrapped, so that lines begin with it.
    const key = 'w ::stop-commands::abcdefghijklmno '.repeat(12);
    runner.commit(`users:\n  a:\n    "${key}##[group]": 1\n`);
    const step = await run(PLAN, PULL_REQUEST);
    expect(step.code).toBe(7);
    expect(step.stdout + step.stderr).toContain('stop-commands');
    expect(step.stdout + step.stderr).not.toMatch(/^\s*::|##\[/m);
  });

  test('a command that there is not', async () => {
    const step = await run({ CHAT_COMMAND: 'destroy' });
    expect([step.code, step.stdout]).toEqual([1, expect.stringContaining('::error::Unknown command "destroy"')]);
  });
});
