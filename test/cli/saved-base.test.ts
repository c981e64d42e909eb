/** Saved plans that were made with a base: what they remove and give back, what they leave to drift, and the mark that they move. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { problemsOf } from '../support/saved.ts';
import { aRepositoryIn, type Repository } from './repository.ts';

const open: Repository[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.remove();
});

const yaml = (text: string) => ({
  'chat.config.yaml': `version: 1\ntarget: { api_key: k, api_secret: s }\n${text}`,
});

function aRepository(text: string): Repository {
  const space = aRepositoryIn(yaml(text));
  open.push(space);
  return space;
}

const chat = async (space: Repository, words: string, code = 0) => {
  const ran = await space.chat(`${words} --emulator`);
  expect([ran.code, ran.code === code ? '' : ran.stdout + ran.stderr]).toEqual([code, '']);
  return ran;
};
const plan = async (space: Repository, words: string) => {
  const ran = await chat(space, `plan --out p.json ${words}`);
  expect(problemsOf(readFileSync(join(space.path, 'p.json'), 'utf8'))).toEqual([]);
  return ran;
};
const apply = (space: Repository, words = 'p.json', code = 0) => chat(space, `apply ${words} --auto-approve`, code);
const linesOf = ({ stdout }: { readonly stdout: string }) =>
  stdout
    .split('\n')
    .filter((line) => /^ +[-+~] /.test(line))
    .map((line) => line.trim());
const mark = (space: Repository) => space.git('for-each-ref', '--format=%(objectname)', 'refs/chat');

const HOOK = (name: string) =>
  `${name}: { hook_type: webhook, webhook_url: "https://example.com/${name}", enabled: true }`;

describe('what was managed before', () => {
  test('goes and is given back from the file, and again is nothing', async () => {
    const space = aRepository(`
roles: [host, vip]
users: { ann: { name: Ann, custom: { a: 1, b: 2 } }, bob: { name: Bob } }
channels: { "messaging:m": { created_by_id: ann, members: [ann, bob], custom: { x: 1 } } }
app: { event_hooks: { ${HOOK('audit')}, ${HOOK('mirror')} } }
`);
    await apply(space, '--base applied');
    space.commit(
      yaml(`
roles: [host]
users: { ann: { custom: { b: 2 } } }
channels: { "messaging:m": { created_by_id: ann } }
app: { event_hooks: { ${HOOK('audit')} } }
`),
    );
    const lines = linesOf(await plan(space, '--base applied --allow-delete'));
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      '- delete role.vip',
      '~ update app',
      '- event_hooks.mirror',
      '~ update user.ann',
      '- custom.a',
      '- delete user.bob (deactivated, can be reactivated)',
      '~ state',
      '~ update channel.messaging',
      '- custom.x',
      '- members.ann',
      '- members.bob',
    ]);
    const first = await apply(space);
    expect(linesOf(first)).toEqual(lines);
    expect(first.stdout).toContain('Applied: 0 created, 3 updated, 2 deleted');
    expect(first.stderr).toContain('The mark of what was applied has moved');
    expect(mark(space)).toBe(space.git('rev-parse', 'HEAD'));
    const second = await apply(space);
    expect(second.stdout).toContain('Nothing to do');
    expect(second.stderr).toBe('');
    expect((await chat(space, 'plan --base main~1')).stdout).toContain('No changes');
    expect((await chat(space, 'plan --base applied')).stdout).toContain('No changes');
  });

  test('a hook that only has another name by now stays; one that was adopted goes', async () => {
    const space = aRepository(`app: { event_hooks: { ${HOOK('audit')} } }\n`);
    await apply(space, '');
    const renamed = HOOK('audit').replace('audit:', 'log:');
    space.commit(yaml(`app: { event_hooks: { ${renamed} } }\n`));
    expect((await chat(space, 'plan --base main~1')).stdout).toContain('No changes');
    // Its id was made of the first name, so this one was found by what it does.
    space.commit(yaml('app: {}\n'));
    expect(linesOf(await plan(space, '--base main~1'))[1]).toMatch(/^- event_hooks\.log/);
    await apply(space);
    expect((await apply(space)).stdout).toContain('Nothing to do');
    expect((await chat(space, 'plan --base main~1')).stdout).toContain('No changes');
  });
});

describe('drift that is only reported', () => {
  const drifted = async () => {
    const space = aRepository('users: { ann: { name: Ann, language: de }, bob: { name: Bob } }\n');
    await apply(space, '');
    space.write({
      'other.yaml': yaml('users: { ann: { language: fr }, bob: { name: Robert } }\n')['chat.config.yaml'],
    });
    await apply(space, '--config other.yaml');
    space.commit(
      yaml(`
policy: { drift: report }
users: { ann: { name: Annie, language: de, custom: { x: 1 } }, bob: { name: Bob } }
`),
    );
    return space;
  };

  test('is left by the saved plan as well, and shown', async () => {
    const space = await drifted();
    const shown = await plan(space, '--base main~1');
    expect((await space.chat('show p.json')).stdout).toBe(shown.stdout);
    expect(shown.stdout).toContain('held back (1)');
    const ran = await apply(space);
    expect(linesOf(ran)).toEqual([
      '~ update user.ann',
      '~ name: Ann → Annie [config]',
      '+ custom.x: 1 [config]',
      '~ update user.bob: moved live; `policy.drift` is `report`',
      '~ name: Robert → Bob [drift]',
    ]);
    const live = yaml('users: { ann: { name: Annie, language: fr, custom: { x: 1 } }, bob: { name: Robert } }\n');
    space.write({ 'live.yaml': live['chat.config.yaml'] });
    expect((await chat(space, 'plan --config live.yaml')).stdout).toContain('No changes');
    expect((await apply(space)).stdout).toContain('Nothing to do');
  });

  test('keeps the mark where it is', async () => {
    const space = await drifted();
    space.git('update-ref', 'refs/chat/applied-emulator/default', 'main~1');
    await plan(space, '--base applied');
    expect((await apply(space)).stderr).toContain('Changes were held back');
    expect(mark(space)).toBe(space.git('rev-parse', 'main~1'));
  });
});

describe('the mark of what was applied', () => {
  test('is made by the first saved plan, although there was none to compare with', async () => {
    const space = aRepository('users: { ann: { name: Ann } }\n');
    await plan(space, '--base applied');
    expect((await apply(space)).stderr).toContain('The mark of what was applied has moved');
    expect(mark(space)).toBe(space.git('rev-parse', 'HEAD'));
    expect((await apply(space)).stderr).toBe('');
  });

  test('stays for a saved plan of a part', async () => {
    const space = aRepository('users: { ann: { name: Ann }, bob: { name: Bob } }\n');
    await plan(space, '--base applied --target user.ann');
    expect((await apply(space)).stderr).toContain('Only a part was applied');
    await plan(space, '--base applied --exclude user.ann');
    expect((await apply(space)).stderr).toContain('Only a part was applied');
    expect(mark(space)).toBe('');
  });

  test('is not moved by a plan that compared with a commit', async () => {
    const space = aRepository('users: { ann: { name: Ann } }\n');
    await plan(space, '--base main');
    await apply(space);
    expect(mark(space)).toBe('');
    expect((await apply(space, 'p.json --base applied', 1)).stderr).toContain('--base would make it another plan');
    expect((await apply(space, 'p.json --base main')).stdout).toContain('Nothing to do');
  });
});

describe('the policy', () => {
  const config = (more: string) => yaml(`policy: { fail_on: [CB]${more} }\nusers: { ann: { name: Ann } }\n`);
  const waiver = ', waivers: [{ code: CB15, address: user.ann.custom, reason: agreed, expires: "2999-12-31" }]';

  test('stops a saved plan, unless a waiver accepts it', async () => {
    const space = aRepository('users: { ann: { name: Ann, custom: { a: 1 } } }\n');
    await apply(space, '');
    space.commit(config(''));
    await chat(space, 'plan --out p.json --base main~1', 3);
    expect((await apply(space, 'p.json', 3)).stderr).toContain('CB15');
    space.commit(config(waiver));
    await plan(space, '--base main~2');
    expect((await apply(space)).stdout).toContain('agreed');
    expect((await apply(space)).stdout).toContain('Nothing to do');
  });
});
