// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are what is tested.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bodies, folderWith, load, loadFile, ROOT } from './support.ts';

const environ = { NAME: 'Ann', EMPTY: '', NUMBER: '60', FLAG: 'true', EVIL: 'a: b\n- c # d', NESTED: '${NAME}' };

describe('texts', () => {
  test.each([
    ['${NAME}', 'Ann'],
    ['hi ${NAME}!', 'hi Ann!'],
    ['${NAME}${NAME}', 'AnnAnn'],
    ['${NO:-Bob}', 'Bob'],
    ['${NAME:-Bob}', 'Ann'],
    ['${EMPTY:-Bob}', 'Bob'],
    ['${NO:-}', ''],
    ['${EMPTY}', ''],
    ['$${NAME}', '${NAME}'],
    ['$$${NAME}', '$${NAME}'],
    ['$NAME', '$NAME'],
    ['5 $', '5 $'],
    ['${EVIL}', 'a: b\n- c # d'],
    ['${NESTED}', '${NAME}'],
    ['${NUMBER}', '60'],
    ['${FLAG}', 'true'],
    ['${NO:-a: b}', 'a: b'],
  ])('%s gives %s', async (written, expected) => {
    const { desired, found } = await load(
      `users: { a: { name: ${JSON.stringify(written)}, custom: { x: ${JSON.stringify(written)} } } }\n`,
      { environ },
    );
    expect(found).toEqual([]);
    expect((await bodies(desired, 'user'))['a']).toEqual({ name: expected, custom: { x: expected } });
  });

  test.each(['${', '${NAME', '${}', '${1X}', '${A B}', '${NAME:Bob}', '${file:}', '${NAME-Bob}'])(
    '%s is refused',
    async (written) => {
      const { found } = await load(`users: { a: { name: ${JSON.stringify(written)} } }\n`, { environ });
      expect(found).toEqual(['chat.config.yaml:2:21 error bad-variable']);
    },
  );
});

describe('other types', () => {
  test.each([
    ['reminders_interval', '${NUMBER}', 60],
    ['reminders_interval', '${NO:-61}', 61],
    ['disable_auth_checks', '${FLAG}', true],
    ['webhook_events', '${NO:-null}', null],
  ])('%s: %s is %s', async (key, written, expected) => {
    const { desired, found } = await load(`app: { ${key}: "${written}" }\n`, { environ });
    expect(found).toEqual([]);
    expect((await bodies(desired, 'app'))['']).toEqual({ [key]: expected });
  });

  test.each([
    ['reminders_interval', '${NAME}', 'wrong-type'],
    ['reminders_interval', '${EMPTY}', 'wrong-type'],
    ['reminders_interval', '6${NO:-0}', 'wrong-type'],
    ['reminders_interval', '${NO}', 'missing-variable'],
    ['reminders_interval', '${NO:-1}', 'out-of-range'],
  ])('%s: %s is %s', async (key, written, code) => {
    const { found } = await load(`app: { ${key}: "${written}" }\n`, { environ });
    expect(found).toEqual([`chat.config.yaml:2:${10 + key.length} error ${code}`]);
  });

  test('ids keep their text', async () => {
    const { desired } = await load(
      'channels: { "messaging:a": { created_by_id: "${ID}" } }\nexternal: { users: [007] }\n',
      { environ: { ID: '007' } },
    );
    expect((await bodies(desired, 'channel'))['messaging:a']).toEqual({ created_by_id: '007' });
    expect(desired.diagnostics).toEqual([]);
  });
});

test('names in lists become keys, and are refused like keys', async () => {
  const { found } = await load(
    'roles: ["${NAME}"]\nchannels: { "messaging:a": { members: [bob, "${NAME}"] } }\nusers: { "${NAME}": {}, bob: {} }\n',
    { environ },
  );
  expect(found.filter((each) => !each.includes('undeclared'))).toEqual([
    'chat.config.yaml:2:9 error variable-in-key',
    'chat.config.yaml:3:45 error variable-in-key',
    'chat.config.yaml:4:10 error variable-in-key',
  ]);
});

describe('files', () => {
  test('are relative to the file that names them, and lose one line break', async () => {
    const { desired, found } = await load({
      [ROOT]: 'version: 1\ninclude: [parts/b.yaml]\nusers: { a: { custom: { bio: "${file:bio.txt}" } } }\n',
      'bio.txt': 'root\n\n',
      'parts/b.yaml': 'users: { b: { custom: { bio: "<${file:bio.txt}>", plain: "$${file:bio.txt}" } } }\n',
      'parts/bio.txt': 'part ${NAME}\r\n',
    });
    expect(found).toEqual([]);
    expect(await bodies(desired, 'user')).toEqual({
      a: { custom: { bio: 'root\n' } },
      b: { custom: { bio: '<part ${NAME}>', plain: '${file:bio.txt}' } },
    });
  });

  test('must be text', async () => {
    const folder = folderWith({
      [ROOT]: 'version: 1\nusers: { a: { custom: { x: "${file:d}", y: "${file:b}" } } }\n',
      b: Buffer.from([0xff]),
    });
    mkdirSync(join(folder, 'd'));
    const desired = await loadFile(join(folder, ROOT));
    expect(desired.diagnostics.map((each) => each.detail)).toEqual([
      'The file `d` cannot be read as UTF-8 text of at most 1 MiB.',
      'The file `b` cannot be read as UTF-8 text of at most 1 MiB.',
    ]);
  });
});

describe('what a variable is missing for', () => {
  test('the target and secrets can do without', async () => {
    const { desired, found } = await load(
      'target: { api_key: "${KEY}", api_secret: "${SECRET}" }\napp: { apn_config: { auth_key: "x${APN}" } }\n',
    );
    expect(found).toEqual([
      'chat.config.yaml:2:20 warning missing-variable',
      'chat.config.yaml:2:42 warning missing-variable',
      'chat.config.yaml:3:32 warning missing-variable',
    ]);
    expect(desired.target).toMatchObject({ apiKey: undefined, apiSecret: undefined });
    expect([...desired.secrets]).toEqual([]);
    expect((await bodies(desired, 'app'))['']).toEqual({
      apn_config: { auth_key: { $secret: '/app/apn_config/auth_key' } },
    });
  });

  test('other fields cannot', async () => {
    const { found } = await load('users: { a: { name: "${WHO} ${AM} ${I:-x}" } }\n');
    expect(found).toEqual([
      'chat.config.yaml:2:21 error missing-variable',
      'chat.config.yaml:2:21 error missing-variable',
    ]);
  });

  test('names of the language are not set by themselves', async () => {
    const { found } = await load('users: { a: { name: "${constructor}" } }\n');
    expect(found).toEqual(['chat.config.yaml:2:21 error missing-variable']);
  });
});

test('the environment of the process is not read', async () => {
  process.env['CHAT_TEST_VARIABLE'] = 'x';
  const { found } = await load('users: { a: { name: "${CHAT_TEST_VARIABLE}" } }\n');
  expect(found).toEqual(['chat.config.yaml:2:21 error missing-variable']);
});
