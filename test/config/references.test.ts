// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are part of what is tested.
import { expect, test } from 'vitest';
import { load, ROOT } from './support.ts';

const MEMBERS = 'channels: { "messaging:a": { members: [bob, app-7] } }\n';

test.each([
  ['nothing', '', ['bob', 'app-7']],
  ['a declaration', 'users: { bob: {} }\n', ['app-7']],
  ['an external glob', 'external: { users: ["app-*"] }\n', ['bob']],
  ['a glob for everything', 'external: { users: ["*"] }\n', []],
  ['a glob of another collection', 'external: { roles: ["*"] }\n', ['bob', 'app-7']],
  [
    'characters that mean something to expressions',
    'external: { users: ["b.b", "(a|b)*", "app-[0-9]"] }\n',
    ['bob', 'app-7'],
  ],
])('with %s', async (_name, text, undeclared) => {
  const { desired } = await load(`${MEMBERS}${text}`);
  expect(desired.diagnostics.map(({ detail }) => /^user\.(\S+)/.exec(detail ?? '')?.[1])).toEqual(undeclared);
});

test.each([
  ['is missing', 'none.ndjson', 'file-not-found'],
  ['matches nothing', 'none-*.ndjson', 'no-match'],
  ['has no format', 'u.txt', 'roster-format'],
  ['is a directory', 'd.ndjson', 'unreadable-file'],
])('a roster that %s may have declared anything', async (_name, from, code) => {
  const { desired } = await load({
    [ROOT]: `version: 1\nusers: { from: ${from} }\n${MEMBERS}`,
    'u.txt': '',
    'd.ndjson/x': '',
  });
  expect(desired.diagnostics.map((each) => each.code)).toEqual([code]);
});

test('a variable that is not set is not looked up as well', async () => {
  const { found } = await load('users: { a: { role: "${ROLE}" } }\n');
  expect(found).toEqual(['chat.config.yaml:2:21 error missing-variable']);
});

test('a secret in a plain field is not shown by a reference', async () => {
  const { desired } = await load('users: { a: { role: "${MY_TOKEN}" } }\n', { environ: { MY_TOKEN: 'tok-123456' } });
  expect(desired.diagnostics.map((each) => each.code)).toEqual(['secret-in-plain-field', 'undeclared-reference']);
  expect(JSON.stringify(desired.diagnostics)).not.toContain('tok-123456');
});

test('an invalid resource has its references checked all the same', async () => {
  const { found } = await load('users: { a: { role: nobody, level: -1, nam: x } }\n');
  expect(found).toEqual([
    'chat.config.yaml:2:21 warning undeclared-reference',
    'chat.config.yaml:2:36 error out-of-range',
    'chat.config.yaml:2:40 error unknown-key',
  ]);
});

test('a policy that the kind does not know is refused', async () => {
  const { desired, found } = await load('policy: { on_removal: { roles: disable, users: keep, app: keep } }\n');
  expect(found).toEqual(['chat.config.yaml:2:32 error bad-on-removal', 'chat.config.yaml:2:59 error bad-on-removal']);
  expect(desired.policy.onRemoval).toEqual({ users: 'keep' });
});
