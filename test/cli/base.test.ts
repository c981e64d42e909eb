/** Plans and applies with what git remembers: what was managed, what drifted, and the mark of what was applied. */
import { afterEach, describe, expect, test } from 'vitest';
import { aRepositoryIn, type Repository } from './repository.ts';
import { aWorkspace, type Workspace } from './workspace.ts';

const open: Workspace[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.remove();
});

const HEAD = 'version: 1\ntarget: { api_key: k, api_secret: s }\n';

function aRepository(files: Readonly<Record<string, string>>): Repository {
  const space = aRepositoryIn(files);
  open.push(space);
  return space;
}

const yaml = (text: string) => ({ 'chat.config.yaml': `${HEAD}${text}` });
const plan = async (space: Workspace, words: string) => space.chat(`plan --emulator --format json ${words}`);
const changesIn = (stdout: string) =>
  (
    JSON.parse(stdout) as {
      changes: { address: string; action: string; held_back?: string; fields: { path: string; origin?: string }[] }[];
    }
  ).changes;
const brief = (stdout: string) =>
  changesIn(stdout).map(
    ({ address, action, held_back, fields }) =>
      `${action} ${address}${held_back === undefined ? '' : ` (${held_back})`}${fields.map((each) => ` ${each.path}[${each.origin}]`).join('')}`,
  );
const apply = async (space: Workspace, words = '') => {
  const ran = await space.chat(`apply --emulator --auto-approve ${words}`);
  expect([ran.code, ran.stderr]).toEqual([0, expect.any(String)]);
  return ran;
};

describe('what the base had and the configuration has not', () => {
  test('is removed, by each kind’s way, when deletions are allowed', async () => {
    const space = aRepository(
      yaml(
        'roles: [host, vip]\nusers: { ann: { name: Ann }, bob: { name: Bob } }\nblocklists: { rude: { words: [x] } }\n',
      ),
    );
    await apply(space);
    const base = space.git('rev-parse', 'HEAD');
    space.commit(yaml('roles: [host]\nusers: { ann: { name: Ann } }\n'));
    expect(brief((await plan(space, `--base ${base}`)).stdout)).toEqual([
      'delete role.vip (allow-delete)',
      'delete blocklist.rude (allow-delete)',
      'delete user.bob (allow-delete) /state[config]',
    ]);
    await apply(space, `--base ${base} --allow-delete`);
    const after = await plan(space, `--base ${base}`);
    expect(JSON.parse(after.stdout)).toMatchObject({ would_write: false, summary: { unchanged: 2 } });
  });

  test('gives keys of open maps back, and releases other fields with a note', async () => {
    const space = aRepository(
      yaml(
        'users: { ann: { name: Ann, language: de, custom: { a: 1, b: 2 } } }\nchannels: { "messaging:m": { created_by_id: ann, members: [ann] } }\n',
      ),
    );
    await apply(space);
    space.commit(yaml('users: { ann: { custom: { b: 2 } } }\nchannels: { "messaging:m": { created_by_id: ann } }\n'));
    const shown = await plan(space, '--base main~1');
    expect(brief(shown.stdout)).toEqual([
      'update user.ann /custom/a[config]',
      'update channel.messaging:m /members/ann[config]',
    ]);
    expect(JSON.parse(shown.stdout).diagnostics.map((each: { subject: string }) => each.subject)).toEqual([
      'user.ann.name',
      'user.ann.language',
    ]);
    await apply(space, '--base main~1');
    expect(brief((await plan(space, '--base main~1')).stdout)).toEqual([]);
  });

  test('never touches what others added on the base’s branch since', async () => {
    const space = aRepository(yaml('roles: [host]\n'));
    space.git('checkout', '-q', '-b', 'feature');
    space.commit(yaml('roles: [host, mine]\n'));
    space.git('checkout', '-q', 'main');
    space.commit(yaml('roles: [host, theirs]\n'));
    await apply(space);
    space.git('checkout', '-q', 'feature');
    expect(brief((await plan(space, '--base main --allow-delete')).stdout)).toEqual(['create role.mine']);
  });

  test('stays when it was protected, even when the protection goes in the same change', async () => {
    const space = aRepository(yaml('users: { ann: { name: Ann, protect: true }, bob: { name: Bob } }\n'));
    await apply(space);
    space.commit(yaml('users: { bob: { name: Bob } }\n'));
    const refused = await space.chat('apply --emulator --auto-approve --allow-delete --base main~1');
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('protected')]);
    space.commit(yaml('users: { bob: { name: Bob } }\nremoved: [user.ann]\n'));
    const listed = await space.chat('apply --emulator --auto-approve --allow-delete --base main~2');
    expect([listed.code, listed.stderr]).toEqual([3, expect.stringContaining('protected')]);
    expect((await space.chat('apply --emulator --auto-approve --allow-delete --base main~1')).code).toBe(0);
  });

  test('counts rosters, includes and the environment of the base', async () => {
    const space = aRepository({
      'chat.config.yaml': `${HEAD}include: [parts/*.yaml]\nusers: { from: [people.ndjson] }\nenvironments:\n  eu: { roles: [eu_only] }\n`,
      'parts/a.yaml': 'commands: { ticket: { description: Open a ticket } }\n',
      'people.ndjson': '{"id":"ann","name":"Ann"}\n{"id":"bob","name":"Bob"}\n',
    });
    await apply(space, '--env eu');
    space.commit({ 'parts/a.yaml': 'roles: []\n', 'people.ndjson': '{"id":"bob","name":"Bob"}\n' });
    space.write({
      'chat.config.yaml': `${HEAD}include: [parts/*.yaml]\nusers: { from: [people.ndjson] }\nenvironments:\n  eu: {}\n`,
    });
    space.commit({});
    expect(brief((await plan(space, '--env eu --base main~2')).stdout)).toEqual([
      'delete role.eu_only (allow-delete)',
      'delete command.ticket (allow-delete)',
      'delete user.ann (allow-delete) /state[config]',
    ]);
  });
});

describe('where a difference comes from', () => {
  async function drifted(): Promise<Repository> {
    const space = aRepository(yaml('users: { ann: { name: Ann, language: de }, bob: { name: Bob } }\n'));
    await apply(space);
    // Somebody renames both, past the configuration.
    space.write({ 'other.yaml': `${HEAD}users: { ann: { name: Anna, language: fr }, bob: { name: Robert } }\n` });
    await apply(space, '--config other.yaml');
    return space;
  }

  test('is told line by line', async () => {
    const space = await drifted();
    space.commit(yaml('users: { ann: { name: Annie, language: de, custom: { x: 1 } }, bob: { name: Bob } }\n'));
    expect(brief((await plan(space, '--base main~1')).stdout)).toEqual([
      'update user.ann /name[conflict] /language[drift] /custom/x[config]',
      'update user.bob /name[drift]',
    ]);
    const { stdout } = await space.chat('plan --emulator --base main~1');
    expect(stdout).toContain('~ name: Anna → Annie [conflict]');
    expect(stdout).toContain(`To apply: chat apply --base ${space.git('rev-parse', 'main~1')} --emulator`);
  });

  test('a resource that is gone live is drift, not new', async () => {
    const space = aRepository(yaml('roles: [host]\n'));
    expect(brief((await plan(space, '--base main')).stdout)).toEqual(['create role.host']);
    const channel = aRepository(yaml('users: { ann: { name: Ann } }\n'));
    expect(brief((await plan(channel, '--base main')).stdout)).toEqual(['create user.ann /name[drift]']);
  });

  test('what is declared for the first time is the configuration’s change', async () => {
    const space = aRepository(yaml('users: { ann: { name: Ann } }\n'));
    await apply(space);
    space.commit(yaml('users: { ann: { name: Ann } }\napp: { enforce_unique_usernames: app }\nroles: [host]\n'));
    expect(brief((await plan(space, '--base main~1')).stdout)).toEqual([
      'create role.host',
      'update app /enforce_unique_usernames[config]',
    ]);
  });

  test('with drift: report only the configuration’s own changes are made', async () => {
    const space = await drifted();
    space.commit(
      yaml(
        'policy: { drift: report }\nusers: { ann: { name: Annie, language: de, custom: { x: 1 } }, bob: { name: Bob } }\n',
      ),
    );
    const shown = await plan(space, '--base main~1');
    expect(brief(shown.stdout)).toEqual([
      'update user.ann /name[conflict] /custom/x[config]',
      'update user.bob (drift) /name[drift]',
    ]);
    await apply(space, '--base main~1');
    space.write({
      'check.yaml': `${HEAD}users: { ann: { name: Annie, language: fr, custom: { x: 1 } }, bob: { name: Robert } }\n`,
    });
    expect(brief((await plan(space, '--config check.yaml')).stdout)).toEqual([]);
    const without = await space.chat('plan --emulator');
    expect(without.stdout).toContain('Drift cannot be told from changes');
  });

  test('variables are compared by their text, files by what they hold', async () => {
    const config = 'users: { ann: { name: "${NAME:-Ann}", custom: { bio: "${file:bio.txt}" } } }\n';
    const space = aRepository({ ...yaml(config), 'bio.txt': 'one' });
    await apply(space);
    // Another value of the variable is no change of the configuration.
    const other = await space.chat('plan --emulator --format json --base main', { env: { NAME: 'Eve' } });
    expect(brief(other.stdout)).toEqual(['update user.ann /name[drift]']);
    space.commit({ 'bio.txt': 'two' });
    expect(brief((await plan(space, '--base main~1')).stdout)).toEqual(['update user.ann /custom/bio[config]']);
  });
});

describe('secrets', () => {
  const config = (key: string) =>
    yaml(`app: { sqs_url: "https://sqs.us-east-1.amazonaws.com/1/q", sqs_key: AKIAX, sqs_secret: "${key}" }\n`);

  test('that changed in the configuration are sent, although no reply shows them', async () => {
    const space = aRepository(config('first-secret'));
    await apply(space);
    expect(brief((await plan(space, '--base main')).stdout)).toEqual([]);
    space.commit(config('second-secret'));
    const shown = await plan(space, '--base main~1');
    expect(brief(shown.stdout)).toEqual(['update app /sqs_secret[config]']);
    expect(shown.stdout + shown.stderr).not.toContain('-secret');
    expect(brief((await plan(space, '')).stdout)).toEqual([]);
  });
});

describe('the mark of what was applied', () => {
  const marked = (space: Repository) => space.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/chat');

  test('moves after an apply that leaves nothing open', async () => {
    const space = aRepository(yaml('users: { ann: { name: Ann }, bob: { name: Bob } }\n'));
    const first = await apply(space, '--base applied');
    expect(first.stderr).toContain('Nothing was applied yet');
    expect(marked(space)).toBe(`refs/chat/applied-emulator/default ${space.git('rev-parse', 'HEAD')}`);
    space.commit(yaml('users: { ann: { name: Ann } }\n'));
    const held = await apply(space, '--base applied');
    expect(held.stderr).toContain('Changes were held back');
    expect(marked(space)).toContain(space.git('rev-parse', 'main~1'));
    // Nothing was forgotten: the next run still knows of it.
    const moved = await apply(space, '--base applied --allow-delete');
    expect(moved.stderr).toContain('The mark of what was applied has moved');
    expect(marked(space)).toContain(space.git('rev-parse', 'HEAD'));
    expect((await apply(space, '--base applied')).stdout).toContain('No changes');
  });

  test('stays for a part, and for what is not committed', async () => {
    const space = aRepository(yaml('users: { ann: { name: Ann }, bob: { name: Bob } }\n'));
    expect((await apply(space, '--base applied --target user.ann')).stderr).toContain('Only a part was applied');
    space.write(yaml('users: { ann: { name: Anna }, bob: { name: Bob } }\n'));
    expect((await apply(space, '--base applied')).stderr).toContain('not committed');
    expect(marked(space)).toBe('');
  });
});

describe('what is refused', () => {
  test.each([
    ['plan --emulator --base nowhere', 1, 'There is no commit `nowhere`'],
    ['plan --emulator --base --output=x', 1, 'There is no commit `--output=x`'],
    ['apply --emulator --base nowhere --auto-approve', 1, 'unknown-ref'],
  ])('%s', async (words, code, text) => {
    const space = aRepository(yaml('roles: [host]\n'));
    const ran = await space.chat(words);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(text)]);
  });

  test('a folder without git', async () => {
    const space = aWorkspace(yaml('roles: [host]\n'));
    open.push(space);
    const ran = await space.chat('plan --emulator --base main');
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('not-a-repository')]);
  });

  test('a machine without git', async () => {
    const space = aRepository(yaml('roles: [host]\n'));
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      const ran = await space.chat('plan --emulator --base main');
      expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('git-missing')]);
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('a shallow clone that lacks the commit, with the way out', async () => {
    const space = aRepository(yaml('roles: [host]\n'));
    const old = space.git('rev-parse', 'HEAD');
    space.commit(yaml('roles: [host, vip]\n'));
    space.git('clone', '-q', '--depth', '1', `file://${space.path}`, 'shallow');
    const ran = await space.chat(`plan --emulator --base ${old}`, { in: 'shallow' });
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('fetch-depth: 0')]);
  });

  test('branches without a common commit', async () => {
    const space = aRepository(yaml('roles: [host]\n'));
    space.git('checkout', '-q', '--orphan', 'other');
    space.commit(yaml('roles: [vip]\n'));
    const ran = await space.chat('plan --emulator --base main');
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('no-merge-base')]);
  });

  test('a base that is no YAML, and not one that is only invalid', async () => {
    const space = aRepository(yaml('roles: [host\n'));
    const broken = space.git('rev-parse', 'HEAD');
    const invalid = space.commit(yaml('roles: [host]\nusers: { ann: { nmae: x } }\nnothing: 1\n'));
    space.commit(yaml('roles: [host]\n'));
    const ran = await space.chat(`plan --emulator --base ${broken}`);
    expect([ran.code, ran.stderr]).toEqual([7, expect.stringContaining('base-unreadable')]);
    expect((await space.chat(`plan --emulator --base ${invalid}`)).code).toBe(0);
  });

  test('nothing, where the base had no configuration or no such environment yet', async () => {
    const space = aRepository({ 'README.md': 'x' });
    space.commit({ 'chat.config.yaml': `${HEAD}roles: [host]\nenvironments: { eu: {} }\n` });
    const first = await space.chat('plan --emulator --base main~1');
    expect([first.code, first.stderr]).toEqual([0, expect.stringContaining('empty-base')]);
    space.commit({ 'chat.config.yaml': `${HEAD}roles: [host]\nenvironments: { eu: {}, us: {} }\n` });
    const second = await space.chat('plan --emulator --env us --base main~1');
    expect([second.code, second.stderr]).toEqual([0, expect.stringContaining('environment `us`')]);
  });
});
