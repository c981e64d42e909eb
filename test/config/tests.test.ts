/** The `tests` list, with the real kinds and schemas: its forms, its joining across files, and what is wrong with it. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import settings from '../../schemas/settings.schema.json' with { type: 'json' };
import { loadConfiguration } from '../../src/config/load.ts';
import { DEFAULTS } from '../../src/core/default-grants.ts';
import { isArray, type Json, valueAt } from '../../src/core/json.ts';
import { kinds } from '../../src/kinds/index.ts';
import { folderWith, hash, ROOT } from './support.ts';

async function loaded(files: Readonly<Record<string, string>>, env?: string) {
  const folder = folderWith(files);
  const desired = await loadConfiguration({ file: join(folder, ROOT), env, environ: {}, kinds, hash });
  const found = desired.diagnostics.map(
    ({ severity, code, source }) =>
      `${source?.file.split('/').at(-1)}:${source?.line}:${source?.column} ${severity} ${code}`,
  );
  return { desired, found };
}

const root = (text: string) => ({ [ROOT]: `version: 1\n${text}` });

describe('tests', () => {
  test('short and long forms', async () => {
    const { desired, found } = await loaded(
      root(`roles: [007]
tests:
  - { name: A, role: guest, in: team, can: [read-channel] }
  - { role: 007, in: [team, messaging], own: true, cannot: [pin-message-owner, delete-channel-owner-any-team] }
  - { role: admin, cannot: [search-user], can: [] }
`),
    );
    expect(found).toEqual([]);
    const common = { name: undefined, own: false, in: [], can: [] };
    expect(desired.tests).toEqual([
      { ...common, name: 'A', role: 'guest', in: ['team'], can: ['read-channel'], cannot: [], at: '/tests/0' },
      {
        ...common,
        role: '007',
        in: ['team', 'messaging'],
        own: true,
        cannot: ['pin-message-owner', 'delete-channel-owner-any-team'],
        at: '/tests/1',
      },
      { ...common, role: 'admin', cannot: ['search-user'], at: '/tests/2' },
    ]);
  });

  test('of several files are joined, and pointed at in their own', async () => {
    const { desired, found } = await loaded({
      ...root('include: [b.yaml]\ntests: [{ role: guest, in: team, can: [read-channel] }]\n'),
      'b.yaml':
        'tests:\n  - { role: user, in: team, can: [read-channel] }\n  - { role: usr, in: team, can: [read-channel] }\n',
    });
    expect(desired.tests.map((each) => each.role)).toEqual(['guest', 'user', 'usr']);
    expect(found).toEqual(['b.yaml:3:13 error undeclared-reference']);
    expect(desired.locate('/tests/1')?.file).toContain('b.yaml');
  });

  test('of an environment replace those of the files', async () => {
    const text = `tests: [{ role: guest, in: team, can: [read-channel] }]
environments: { staging: { tests: [{ role: user, in: team, can: [read-channel] }] } }
`;
    const { desired, found } = await loaded(root(text), 'staging');
    expect(found).toEqual([]);
    expect(desired.tests.map((each) => [each.role, each.in])).toEqual([['user', ['team']]]);
  });

  test.each<[string, string, readonly string[]]>([
    ['a role', '{ role: gest, cannot: [search-user] }', ['2:17 error undeclared-reference']],
    ['a type', '{ role: guest, in: tema, cannot: [read-channel] }', ['2:28 error undeclared-reference']],
    ['a permission', '{ role: guest, in: team, cannot: [reed-channel] }', ['2:43 error undeclared-reference']],
    ['nothing asked', '{ role: guest }', ['2:9 error missing-key']],
    ['empty lists', '{ role: guest, can: [], cannot: [] }', ['2:9 error missing-key']],
    ['no role', '{ can: [search-user] }', ['2:9 error missing-key']],
    ['no map', '7', ['2:9 error wrong-type']],
    ['a list that is none', '{ role: guest, can: search-user }', ['2:29 error wrong-type']],
    ['an entry that is no text', '{ role: guest, can: [[x], search-user] }', ['2:30 error wrong-type']],
    ['an unknown key', '{ role: guest, can: [search-user], cant: [] }', ['2:44 error unknown-key']],
    ['no type', '{ role: guest, in: [], can: [search-user] }', ['2:28 error too-few']],
  ])('%s that is wrong is told with its place', async (_name, entry, expected) => {
    const { found } = await loaded(root(`tests: [${entry}]\n`));
    expect(found).toEqual(expected.map((each) => `${ROOT}:${each}`));
  });

  test('what is removed cannot be tested; what is external can', async () => {
    const text = `removed: [role.old]
external: { roles: [ex-*], permissions: [new-*], channel_types: [room] }
tests: [{ role: old, can: [search-user] }, { role: ex-1, in: room, can: [new-thing] }]
`;
    const { found } = await loaded(root(text));
    expect(found).toEqual([`${ROOT}:4:17 error removed-reference`]);
  });

  test('are no part of what a plan is made from', async () => {
    const one = await loaded(root('roles: [a]\n'));
    const two = await loaded(root('roles: [a]\ntests: [{ role: a, can: [search-user] }]\n'));
    const three = await loaded(root('roles: [b]\n'));
    expect(two.desired.digest).toBe(one.desired.digest);
    expect(three.desired.digest).not.toBe(one.desired.digest);
  });
});

describe('policy.assume_defaults', () => {
  test('takes the dates of defaults that there are', async () => {
    const { desired, found } = await loaded(root(`policy: { assume_defaults: ${DEFAULTS.date} }\n`));
    expect(found).toEqual([]);
    expect(desired.policy.assumeDefaults).toBe(DEFAULTS.date);
    const dates = valueAt(settings as unknown as Json, '/definitions/policy/properties/assume_defaults/enum');
    expect(isArray(dates) && dates).toEqual([DEFAULTS.date]);
  });

  test('refuses others', async () => {
    const { found } = await loaded(root('policy: { assume_defaults: 2020-01-01 }\n'));
    expect(found).toEqual([`${ROOT}:2:28 error not-in-enum`]);
  });
});
