/** Commands about the configuration alone: explain, fmt, diff, completion. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { aWorkspace, type Workspace } from './workspace.ts';

const open: Workspace[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.remove();
});

function workspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const space = aWorkspace(files);
  open.push(space);
  return space;
}

describe('chat explain', () => {
  test('lists what there is', async () => {
    const { stdout } = await workspace().chat('explain');
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(['channel_type', 'user', 'policy', 'environments']));
  });

  test.each<[string, readonly string[]]>([
    ['channel_type', ['channel_type  Channel type', 'fields', 'max_message_length  ']],
    ['channel_types', ['channel_types  Channel type']],
    [
      'channel_type.max_message_length',
      ['a whole number', 'at least 0, at most 20000', 'default   5000', '\nexample\n  500'],
    ],
    ['channel_type.grants', ['a map or `null`', 'null      Resets the grants']],
    ['channel.members', ['or short  Ids.', 'channel_role']],
    ['channel.members.channel_role', ['channel.members.channel_role  ']],
    ['channel.messages.text', ['channel.messages.text  Text']],
    ['app.event_hooks.hook_type', ['a text, required', 'webhook, sqs, sns, pending_message']],
    ['policy.on_removal.users', ['values', 'deactivate, keep, delete, hard_delete']],
    ['removed', ['removed  ']],
  ])('%s', async (name, parts) => {
    const { code, stdout } = await workspace().chat(`explain ${name}`);
    expect(code).toBe(0);
    for (const part of parts) expect(stdout).toContain(part);
  });

  test.each([
    ['chanel', 'There is no `chanel`. Did you mean `channel`?'],
    ['user.nmae', 'There is no `nmae`. Did you mean `name`?'],
    ['user.zzzzzz', 'There are name, image, role, '],
    ['role.protect.more', 'There is no `more`. It has no fields.'],
  ])('%s is not known', async (name, text) => {
    const { code, stderr } = await workspace().chat(`explain ${name}`);
    expect([code, stderr.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining(text)]);
  });

  test('keeps to the width', async () => {
    const { stdout } = await workspace().chat('explain channel_type --width 60');
    expect(stdout.split('\n').filter((line) => line.length > 60 && !line.includes('{'))).toEqual([]);
  });
});

describe('chat fmt', () => {
  const untidy = 'version:   1\ninclude: [more.yaml]\nroles: [a,b]\n';
  const tidy = 'version: 1\ninclude: [more.yaml]\nroles: [a, b]\n';

  test('lays out the configuration and what it includes', async () => {
    const space = workspace({
      'chat.config.yaml': untidy,
      'more.yaml': 'users: {ann: {}}\n',
      'other.yaml': 'a:   1\n',
    });
    const checked = await space.chat('fmt --check');
    expect([checked.code, checked.stdout]).toEqual([1, 'chat.config.yaml\nmore.yaml\n']);
    expect(readFileSync(join(space.path, 'chat.config.yaml'), 'utf8')).toBe(untidy);
    const done = await space.chat('fmt');
    expect([done.code, done.stderr]).toEqual([0, '2 files laid out, 0 files unchanged.\n']);
    expect(readFileSync(join(space.path, 'chat.config.yaml'), 'utf8')).toBe(tidy);
    expect(readFileSync(join(space.path, 'more.yaml'), 'utf8')).toBe('users: { ann: {} }\n');
    expect(readFileSync(join(space.path, 'other.yaml'), 'utf8')).toBe('a:   1\n');
    expect((await space.chat('fmt --check')).code).toBe(0);
    expect((await space.chat('fmt other.yaml')).stdout).toBe('other.yaml\n');
  });

  test('changes all files or none', async () => {
    const space = workspace({ 'a.yaml': 'a:   1\n', 'b.yaml': 'a: [\n' });
    const ran = await space.chat('fmt a.yaml b.yaml');
    expect([ran.code, ran.stderr]).toEqual([7, expect.stringContaining('not-formattable')]);
    expect(readFileSync(join(space.path, 'a.yaml'), 'utf8')).toBe('a:   1\n');
    expect((await space.chat('fmt nowhere.yaml')).code).toBe(7);
  });
});

describe('chat diff', () => {
  const files = {
    'chat.config.yaml': `version: 1
users: { ann: { name: Ann, custom: { a: 1 } }, bob: { name: Bob, teams: [x, y] } }
channels: { "messaging:m": { created_by_id: ann, members: [ann] } }
app: { sqs_secret: one-secret }
environments:
  eu: { users: { ann: { name: Anne }, zoe: {} }, channels: { "messaging:m": { members: [bob] } } }
  us: { users: { bob: { teams: [y, x, z] } }, app: { sqs_secret: two-secret } }
  broken: { users: { ann: { nmae: x } } }
`,
  };

  test('tells what the second says otherwise', async () => {
    const { code, stdout } = await workspace(files).chat('diff --env eu --env us --detailed-exitcode');
    expect(code).toBe(2);
    expect(stdout).toBe(`us: 0 more, 1 fewer, 3 otherwise than eu · 1 alike

user (3)
  ~ update user.ann
      ~ name: Anne → Ann
  ~ update user.bob
      ~ teams: +z
  - delete user.zoe

channel (1)
  ~ update channel.messaging:m
      - members.bob

1 unchanged
from eu to us
`);
    expect(stdout).not.toContain('-secret');
  });

  test('has a form for machines, and compares with the file itself', async () => {
    const { stdout } = await workspace(files).chat('diff --env= --env eu --format json');
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'diff',
      from: '',
      to: 'eu',
      summary: { more: 1, otherwise: 2, fewer: 0, alike: 2 },
    });
  });

  test('finds nothing between an environment and itself', async () => {
    const ran = await workspace(files).chat('diff --env eu --env eu --detailed-exitcode');
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('No differences. 5 resources alike.')]);
  });

  test.each([
    ['diff --env eu', 1, 'two-environments'],
    ['diff --env eu --env us --env eu', 1, 'two-environments'],
    ['diff --env eu --env asia', 7, 'unknown-environment'],
    ['diff --env eu --env broken', 7, 'Did you mean `name`?'],
    ['diff', 1, '--env'],
  ])('%s is refused', async (words, code, text) => {
    const ran = await workspace(files).chat(words);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(text)]);
  });
});

describe('chat completion', () => {
  async function completed(line: string): Promise<readonly string[]> {
    const { stdout } = await workspace().chat('completion bash');
    const words = line.split(' ').map((word) => `'${word}'`);
    const script = `compopt() { :; }\n${stdout}\nCOMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _chat; echo "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split(' ');
  }

  test.each<[string, readonly string[]]>([
    ['chat ', ['plan', 'apply', 'validate', 'emulator']],
    ['chat em', ['emulator']],
    ['chat plan --format ', ['terminal', 'markdown', 'json', 'html']],
    ['chat plan --allow', ['--allow-delete', '--allow-mass-change']],
    ['chat token re', ['revoke']],
    ['chat token revoke --a', ['--all', '--auto-approve']],
  ])('of bash completes %j', async (line, expected) => {
    expect(await completed(line)).toEqual(expect.arrayContaining([...expected]));
  });

  test.each(['zsh', 'fish'])('of %s names every command and every long option', async (shell) => {
    const { stdout } = await workspace().chat(`completion ${shell}`);
    for (const name of ['plan', 'apply', 'token', 'emulator', 'allow-delete', 'rate-limits'])
      expect(stdout).toContain(name);
    // Quotes are balanced line by line: nothing of a description ends a word early.
    expect(stdout.split('\n').filter((line) => (line.replaceAll("'\\''", '').split("'").length - 1) % 2 === 1)).toEqual(
      [],
    );
  });

  test('of another shell is refused', async () => {
    const ran = await workspace().chat('completion tcsh');
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('bash, zsh or fish')]);
  });
});
