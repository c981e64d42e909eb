/** What an editor offers, tells and finds wrong in a configuration, by the schema that its first line names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { LanguageServer, type Position } from './server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const server = await LanguageServer.start(ROOT);
afterAll(() => server.stop());

let opened = 0;
const uriOf = () => pathToFileURL(join(ROOT, `open-${opened++}.yaml`)).href;
const HEAD = '# yaml-language-server: $schema=./schemas/chat.schema.json\n';

/** The text without its cursor `|`, and where that stood. */
function cursorIn(marked: string): { readonly text: string; readonly position: Position } {
  const text = `${HEAD}${marked}`;
  const at = text.indexOf('¦');
  const lines = text.slice(0, at).split('\n');
  return { text: text.replace('¦', ''), position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}

async function offered(marked: string): Promise<readonly string[]> {
  const uri = uriOf();
  const { text, position } = cursorIn(marked);
  await server.open(uri, text);
  return (await server.completion(uri, position)).map((each) => each.label);
}

async function told(marked: string): Promise<string> {
  const uri = uriOf();
  const { text, position } = cursorIn(marked);
  await server.open(uri, text);
  return (await server.hover(uri, position)).replaceAll('\\', '');
}

describe('the repository’s own configuration', () => {
  const text = readFileSync(join(ROOT, 'chat.config.yaml'), 'utf8');
  const uri = pathToFileURL(join(ROOT, 'chat.config.yaml')).href;

  test('has nothing wrong in it', async () => {
    expect(await server.open(uri, text)).toEqual([]);
  });

  const keys = [
    ...new Map(
      text.split('\n').flatMap((line, number) => {
        const key = /^( *)([a-z_]+):/.exec(line);
        return key === null ? [] : [[key[2] ?? '', { line: number, character: (key[1] ?? '').length + 1 }] as const];
      }),
    ),
  ].slice(0, 24);

  test.each(keys)('tells what `%s` is', async (_key, position) => {
    expect((await server.hover(uri, position)).length).toBeGreaterThan(10);
  });
});

describe('completion', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'settings and collections',
      'version: 1\n¦',
      ['target', 'app', 'roles', 'channel_types', 'users', 'channels', 'policy', 'environments', 'removed'],
    ],
    ['the target', 'version: 1\ntarget:\n  ¦', ['api_key', 'api_secret', 'app_id', 'base_url']],
    ['the policy', 'version: 1\npolicy:\n  ¦', ['allow_delete', 'on_removal', 'max_share', 'drift']],
    [
      'what a removal does',
      'version: 1\npolicy:\n  on_removal:\n    users: ¦',
      ['deactivate', 'keep', 'delete', 'hard_delete'],
    ],
    ['the app', 'version: 1\napp:\n  ¦', ['enforce_unique_usernames', 'grants', 'event_hooks', 'file_upload_config']],
    ['values of an enum', 'version: 1\napp:\n  enforce_unique_usernames: ¦', ['no', 'app', 'team']],
    ['true and false', 'version: 1\napp:\n  disable_auth_checks: ¦', ['true', 'false']],
    ['uploads', 'version: 1\napp:\n  file_upload_config:\n    ¦', ['size_limit', 'blocked_file_extensions']],
    ['hooks', 'version: 1\napp:\n  event_hooks:\n    mine:\n      ¦', ['hook_type', 'webhook_url', 'event_types']],
    [
      'kinds of hooks',
      'version: 1\napp:\n  event_hooks:\n    mine:\n      hook_type: ¦',
      ['webhook', 'sqs', 'sns', 'pending_message'],
    ],
    [
      'a channel type',
      'version: 1\nchannel_types:\n  livestream:\n    ¦',
      ['max_message_length', 'grants', 'commands', 'blocklists', 'typing_events'],
    ],
    ['how a type moderates', 'version: 1\nchannel_types:\n  livestream:\n    automod: ¦', ['disabled', 'simple', 'AI']],
    [
      'block lists of a type',
      'version: 1\nchannel_types:\n  livestream:\n    blocklists:\n      - ¦',
      ['blocklist', 'behavior'],
    ],
    [
      'what a block list does',
      'version: 1\nchannel_types:\n  livestream:\n    blocklists:\n      - blocklist: x\n        behavior: ¦',
      ['flag', 'block'],
    ],
    ['a command', 'version: 1\ncommands:\n  ticket:\n    ¦', ['description', 'args', 'set']],
    ['a block list', 'version: 1\nblocklists:\n  rude:\n    ¦', ['words', 'type']],
    ['kinds of block lists', 'version: 1\nblocklists:\n  rude:\n    type: ¦', ['word', 'regex', 'domain', 'email']],
    ['a user', 'version: 1\nusers:\n  ann:\n    ¦', ['name', 'role', 'teams', 'custom', 'state', 'protect']],
    ['the state of a user', 'version: 1\nusers:\n  ann:\n    state: ¦', ['active', 'deactivated']],
    [
      'a channel',
      'version: 1\nchannels:\n  messaging:m:\n    ¦',
      ['created_by_id', 'name', 'members', 'messages', 'announce', 'frozen'],
    ],
    [
      'members of a channel',
      'version: 1\nchannels:\n  messaging:m:\n    members:\n      mode: ¦',
      ['at_least', 'exact', 'ignore'],
    ],
    [
      'a member',
      'version: 1\nchannels:\n  messaging:m:\n    members:\n      ann:\n        ¦',
      ['channel_role', 'custom'],
    ],
    [
      'a message',
      'version: 1\nchannels:\n  messaging:m:\n    messages:\n      welcome:\n        ¦',
      ['user_id', 'text', 'pinned'],
    ],
    ['a permission', 'version: 1\npermissions:\n  pin-mine:\n    ¦', ['name', 'action', 'description']],
    ['an environment', 'version: 1\nenvironments:\n  staging:\n    ¦', ['target', 'app', 'users', 'without']],
    [
      'inside of an environment',
      'version: 1\nenvironments:\n  staging:\n    app:\n      enforce_unique_usernames: ¦',
      ['no', 'app', 'team'],
    ],
    ['a removal', 'version: 1\nremoved:\n  - ¦', ['address', 'on_removal']],
  ])('of %s', async (_name, text, expected) => {
    expect(await offered(text)).toEqual(expect.arrayContaining([...expected]));
  });

  test('offers no key twice, and none that only the tool itself writes', async () => {
    const labels = await offered('version: 1\nchannels:\n  messaging:m:\n    ¦');
    expect(labels).toHaveLength(new Set(labels).size);
    expect(labels).not.toContain('members_mode');
  });
});

describe('hover', () => {
  test.each<[string, string, string]>([
    ['a setting', 'version: 1\npol¦icy: { allow_delete: true }', 'may do without being asked'],
    ['a kind', 'version: 1\nchannel_ty¦pes: {}', 'Channel types by name'],
    [
      'a field',
      'version: 1\nchannel_types:\n  livestream:\n    max_mess¦age_length: 5',
      'Longest message in characters',
    ],
    ['a nested field', 'version: 1\napp:\n  file_upload_config:\n    size_l¦imit: 5', 'Largest upload in bytes'],
    [
      'a field of a hook',
      'version: 1\napp:\n  event_hooks:\n    mine: { hook_type: webhook, webhook_u¦rl: x }',
      'gets the events',
    ],
    ['a field of a user', 'version: 1\nusers:\n  ann: { te¦ams: [a] }', 'eams'],
    ['a field of a channel', 'version: 1\nchannels:\n  messaging:m: { announ¦ce: { as: x } }', 'message'],
    ['a mode', 'version: 1\nchannels:\n  messaging:m: { members: { mo¦de: exact, list: [a] } }', 'removes'],
    ['the drift policy', 'version: 1\npolicy: { dri¦ft: report }', 'puts it back'],
    [
      'inside of an environment',
      'version: 1\nenvironments:\n  eu:\n    channel_types: { livestream: { max_mess¦age_length: 5 } }',
      'Longest message in characters',
    ],
  ])('on %s', async (_name, text, expected) => {
    expect(await told(text)).toMatch(new RegExp(expected));
  });
});

describe('a wrong file', () => {
  test.each<[string, string, number, string]>([
    ['an unknown key', 'version: 1\nuser: {}\n', 2, 'user'],
    ['an unknown field', 'version: 1\nusers:\n  ann: { nmae: x }\n', 3, 'nmae'],
    [
      'a value of the wrong type',
      'version: 1\nchannel_types:\n  livestream: { max_message_length: long }\n',
      3,
      'Write a whole number, or a variable such as ${NAME}.',
    ],
    ['a value that is not allowed', 'version: 1\napp: { enforce_unique_usernames: all }\n', 2, 'no'],
    ['a number out of range', 'version: 1\nchannel_types:\n  livestream: { max_message_length: 50000 }\n', 3, '20000'],
    [
      'a missing key',
      'version: 1\napp:\n  event_hooks:\n    mine: { webhook_url: "https://example.com" }\n',
      4,
      'hook_type',
    ],
    ['a bad id', 'version: 1\nchannels:\n  launch: {}\n', 3, 'launch'],
    ['broken YAML', 'version: 1\nroles: [host\nusers: {}\n', 3, ''],
  ])('%s', async (_name, text, line, message) => {
    const found = await server.open(uriOf(), `${HEAD}${text}`);
    expect(found.map((each) => each.range.start.line)).toContain(line);
    expect(found.map((each) => each.message).join('\n')).toContain(message);
  });
});
