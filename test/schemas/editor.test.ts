/** The schema for editors: takes what people write, with short forms and variables, and refuses what is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '../../src/core/json.ts';
import { isArray, isObject } from '../../src/core/json.ts';
import { kinds } from '../../src/kinds/index.ts';
import { fieldsOf, objectOf, ROOT, readSchema, strictAjv, written } from './support.ts';

const editor = readSchema('chat.schema.json');
const ajv = strictAjv();
const check = ajv.compile(editor);

/** What is wrong with a configuration; `§{NAME}` stands for a variable, which in a string here would look like a mistake. */
function problems(text: string): string[] {
  const value: unknown = parse(text.replaceAll('§{', '${'));
  check(value);
  return (check.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);
}

const examples = [
  'chat.config.yaml',
  ...readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => join('examples', name)),
];

test.each(examples)('takes %s', (name) => {
  const text = readFileSync(join(ROOT, name), 'utf8');
  expect(text.split('\n')[0]).toMatch(/^# yaml-language-server: \$schema=(\.\/|(\.\.\/)+)schemas\/chat\.schema\.json$/);
  expect(problems(text)).toEqual([]);
});

describe('takes', () => {
  test.each([
    ['roles as a list of names', 'roles: [host, 7]'],
    ['roles as a map', 'roles: { host: { protect: true } }'],
    ['members as a list', 'channels: { "a:b": { members: [mia, 12] } }'],
    ['members as roles', 'channels: { "a:b": { members: { mia: channel_moderator } } }'],
    [
      'members in long and short form',
      'channels: { "a:b": { members: { mia: host, noor: { invite: true }, bo: null } } }',
    ],
    ['members with a mode and a list', 'channels: { "a:b": { members: { mode: exact, list: [mia] } } }'],
    [
      'members with a mode and a map',
      'channels: { "a:b": { members: { mode: at_least, list: { mia: host, list: host } } } }',
    ],
    ['nobody at all', 'channels: { "a:b": { members: { mode: exact, list: [] } } }'],
    ['moderators', 'channels: { "a:b": { moderators: [mia] } }'],
    ['one roster', 'users: { from: a.ndjson }'],
    ['rosters beside users', 'users: { from: [a.ndjson, b.csv], bot: {} }'],
    ['rosters of channels', 'channels: { from: a.ndjson, "a:b": {} }'],
    ['removals as addresses and as objects', 'removed: [user.a, { address: channel.a:b, on_removal: delete }]'],
    ['variables for numbers', 'channels: { "a:b": { cooldown: "§{COOLDOWN:-3}" } }'],
    ['variables for booleans', 'app: { disable_auth_checks: "§{OPEN}" }'],
    ['variables for choices', 'app: { permission_version: "§{V}", push_config: { version: "§{P}" } }'],
    ['variables for texts with a pattern', 'users: { mia: {} }\nchannels: { "a:b": { created_by_id: "§{BOT}" } }'],
    ['variables in lists', 'app: { user_search_disallowed_roles: ["§{ROLE}"] }'],
    ['ids that look like numbers', 'users: { "007": { role: 7 } }'],
    ['null where there is a reset', 'app: { grants: null, webhook_events: null, event_hooks: { audit: null } }'],
    [
      'parts of resources in environments',
      'environments: { e: { permissions: { p: { description: x } }, channels: { "a:b": { announce: { on_update: x } } } } }',
    ],
    [
      'everything that an environment can say',
      'environments: { e: { target: { app_id: 1 }, policy: { max_share: 1 }, roles: [x], app: { grants: { user: [] } }, without: [users.mia] } }',
    ],
    ['custom data of any shape', 'users: { mia: { custom: { a: 1, b: [x], c: { d: null }, e: null } } }'],
    ['files that are included and have no version', 'commands: { ticket: { description: x } }'],
  ])('%s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe('refuses', () => {
  test.each([
    ['an unknown key of the file', 'rols: [host]'],
    ['an unknown setting', 'policy: { alow_delete: true }'],
    ['an unknown field of each kind', 'users: { mia: { nam: x } }'],
    ['an unknown field of a member', 'channels: { "a:b": { members: { mia: { rol: host } } } }'],
    ['an unknown field of a hook', 'app: { event_hooks: { a: { hook_type: webhook, url: x } } }'],
    ['an unknown field in an environment', 'environments: { e: { users: { mia: { nam: x } } } }'],
    ['an unknown key of an environment', 'environments: { e: { version: 1 } }'],
    ['the internal place of the mode', 'channels: { "a:b": { members_mode: exact } }'],
    ['a wrong mode', 'channels: { "a:b": { members: { mode: exct, list: [mia] } } }'],
    ['a mode beside ids', 'channels: { "a:b": { members: { mode: exact, mia: host } } }'],
    ['a text for a number', 'channels: { "a:b": { cooldown: soon } }'],
    ['a number out of range', 'channels: { "a:b": { cooldown: 121 } }'],
    ['a choice that does not exist', 'users: { mia: { state: gone } }'],
    ['an id with a space', 'users: { "a b": {} }'],
    ['a channel without its type', 'channels: { lobby: {} }'],
    ['a variable in an id', 'users: { "§{BOT}": {} }'],
    ['null without a reset', 'users: { mia: { name: null } }'],
    ['null for a role in grants', 'app: { grants: { user: null } }'],
    ['a key with nothing behind it', 'roles: { host: }'],
    ['a list for a map', 'app: { grants: [user] }'],
    ['a custom key with a dot', 'users: { mia: { custom: { a.b: 1 } } }'],
    ['a custom key with the name of a field', 'users: { mia: { custom: { role: admin } } }'],
    ['extra on users', 'users: { mia: { extra: { a: 1 } } }'],
    ['too many filter tags', 'channels: { "a:b": { filter_tags: [a, b, c, d, e, f, g, h, i, j, k] } }'],
    ['another version', 'version: 2'],
  ])('%s', (_, text) => {
    expect(problems(text)).not.toEqual([]);
  });
});

test.each(kinds.map((kind) => [kind.name, kind] as const))('takes the examples of %s in its schema', (name, kind) => {
  const schema = written.get(`${name.replaceAll('_', '-')}.schema.json`) ?? {};
  const definitions = objectOf(schema['definitions']);
  const [id] = listOf(objectOf(definitions['id'])['examples']);
  const whole = kind.singleton ? listOf(schema['examples']) : listOf(objectOf(definitions['collection'])['examples']);
  const single = kind.singleton ? [] : listOf(schema['examples']).map((example) => ({ [String(id)]: example }));
  expect(whole.length).toBeGreaterThan(0);
  for (const example of [...whole, ...single]) {
    check({ [kind.collection]: example });
    expect(check.errors, JSON.stringify(example)).toBeNull();
  }
});

test('has a property for each kind, and nothing but settings beside', () => {
  const settings = Object.keys(objectOf(written.get('settings.schema.json')?.['properties']));
  const collections = kinds.map(({ collection }) => collection);
  expect(Object.keys(objectOf(editor['properties'])).toSorted()).toEqual([...settings, ...collections].toSorted());
});

test('is draft-07 with references inside the file, and no keyword of ours', () => {
  const text = JSON.stringify(editor);
  for (const keyword of ['x-id', 'x-short', 'x-null', 'x-internal', '$defs'])
    expect(text).not.toContain(`"${keyword}"`);
  for (const [, ref] of text.matchAll(/"\$ref":"([^"]*)"/g)) {
    expect(ref).toMatch(/^#\/definitions\//);
    expect(objectOf(editor['definitions'])).toHaveProperty([String(ref).slice('#/definitions/'.length)]);
  }
});

test('shows the title and the description of every field', () => {
  const shown = descriptionsIn(editor);
  for (const schema of written.values()) {
    for (const { schema: field, path } of fieldsOf(schema)) {
      if (field['x-internal'] === true || path.startsWith('(id)')) continue;
      const description = String(field['description']);
      expect(
        shown.some((each) => each.startsWith(description)),
        `${path}: ${description}`,
      ).toBe(true);
    }
  }
});

function listOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

function descriptionsIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(descriptionsIn);
  if (!isObject(value)) return [];
  const own = typeof value['description'] === 'string' ? [value['description']] : [];
  return [...own, ...Object.values(value).flatMap(descriptionsIn)];
}
