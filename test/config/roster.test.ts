// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are what is tested.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Wanted } from '../../src/core/kind.ts';
import { bodies, folderWith, load, loadFile, ROOT } from './support.ts';

const FROM = 'version: 1\nroles: [host]\nusers: { from: [data/*] }\n';

async function withRoster(name: string, text: string | Uint8Array) {
  const loaded = await load({ [ROOT]: FROM, [`data/${name}`]: text });
  return { ...loaded, users: await bodies(loaded.desired, 'user') };
}

describe('NDJSON', () => {
  test('a line is an object with an id', async () => {
    const { users, found } = await withRoster(
      'u.ndjson',
      '\uFEFF{"id":"a","name":"Änne","teams":["red"]}\r\n\n  \n{"id":"b","custom":{"x":[1,null]}}',
    );
    expect(found).toEqual([]);
    expect(users).toEqual({ a: { name: 'Änne', teams: ['red'] }, b: { custom: { x: [1, null] } } });
  });

  test('each bad line is told once, and the others count', async () => {
    const lines = [
      '{"id":"a"}',
      'nonsense',
      '[1]',
      '{"name":"no id"}',
      '{"id":7}',
      '{"id":"has space"}',
      '{"id":"b","name":7,"nam":1}',
      '{"id":"c","custom":{"a.b":1}}',
      '{"id":"d","custom":{"x":{"$secret":"/target/api_secret"}}}',
      '{"id":"e","custom":{"\\u0024secret":"/target/api_secret"}}',
      '{"id":"__proto__x","custom":{"__proto__":{"role":"admin"}}}',
      '{"id":"a"}',
      '{"id":"g","custom":{"n":12345678901234567890}}',
      '{"id":"g","custom":{"n":1e400}}',
      '{"id":"f"}',
    ];
    const { users, found, desired } = await withRoster('u.ndjson', lines.join('\n'));
    expect(found).toEqual([
      'data/u.ndjson:2:1 error roster-line',
      'data/u.ndjson:3:1 error roster-line',
      'data/u.ndjson:4:1 error missing-key',
      'data/u.ndjson:5:1 error missing-key',
      'data/u.ndjson:6:2 error bad-id',
      'data/u.ndjson:7:11 error wrong-type',
      'data/u.ndjson:7:20 error unknown-key',
      'data/u.ndjson:8:21 error custom-key-unpatchable',
      'data/u.ndjson:9:1 error roster-line',
      'data/u.ndjson:10:1 error roster-line',
      'data/u.ndjson:11:1 error roster-line',
      'data/u.ndjson:12:2 error duplicate-resource',
      'data/u.ndjson:13:1 error roster-line',
      'data/u.ndjson:14:1 error roster-line',
    ]);
    expect(users).toEqual({ a: {}, f: {} });
    expect(desired.diagnostics[11]?.detail).toBe('It is already defined at line 1. Keep one of them.');
    expect(desired.diagnostics[11]?.subject).toBe('user.a');
  });

  test('bytes that are no text, and lines without an end', async () => {
    const long = Buffer.alloc(9 * 1024 * 1024, 'x');
    const text = Buffer.concat([
      Buffer.from('{"id":"a"}\n{"id":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n'),
      long,
      Buffer.from('\n{"id":"b"}\n'),
    ]);
    const { users, found } = await withRoster('u.ndjson', text);
    expect(found).toEqual(['data/u.ndjson:2:1 error roster-line', 'data/u.ndjson:3:1 error roster-line']);
    expect(Object.keys(users)).toEqual(['a', 'b']);
  });
});

describe('CSV', () => {
  test('the header names field paths', async () => {
    const { users, found } = await withRoster(
      'u.csv',
      '\uFEFFid,name,teams,invisible,level,custom.plan,custom.note\r\na,"Last, First",red|blue,true,3,7,\r\nb,,,,,,"two\nlines, ""quoted"""\n\nc,x,,false,0,true,\\N\n',
    );
    expect(found).toEqual([]);
    expect(users).toEqual({
      a: { name: 'Last, First', teams: ['red', 'blue'], invisible: true, level: 3, custom: { plan: '7' } },
      b: { custom: { note: 'two\nlines, "quoted"' } },
      c: { name: 'x', invisible: false, level: 0, custom: { plan: 'true', note: null } },
    });
  });

  test('bad rows are told, and the others count', async () => {
    const { users, found } = await withRoster(
      'u.csv',
      'id,name,level,role\na,x,many,\nb,x,1,host,more\nc,"x"y,,\n,nobody,,\nd,\\N,,\ne,x\nf,x,1.5,nobody\n',
    );
    expect(found).toEqual([
      'data/u.csv:2:1 error wrong-type',
      'data/u.csv:3:1 error roster-line',
      'data/u.csv:4:1 error roster-line',
      'data/u.csv:5:1 error missing-key',
      'data/u.csv:6:1 error null-not-allowed',
      'data/u.csv:8:1 error wrong-type',
    ]);
    expect(users).toEqual({ e: { name: 'x' } });
  });

  test('lines are counted through line breaks in cells', async () => {
    const { found } = await withRoster('u.csv', 'id,name\na,"1\n2\n3"\nb b,x\nc,"open\nd,x\n');
    expect(found).toEqual(['data/u.csv:5:1 error bad-id', 'data/u.csv:6:1 error roster-line']);
  });

  test.each([
    ['name,role\n', 'The header names no column `id`.'],
    ['id,nam\na,x\n', 'There is no field `nam`. Did you mean `name`?'],
    ['id,name,name\n', 'The header names `name` twice.'],
    ['id,custom\na,x\n', undefined],
    ['id,foo.bar\n', 'There is no field `foo.bar`. Columns are field paths such as `name` or `custom.plan`.'],
    ['"id\n', 'A quote opens in it that never closes.'],
    ['"id"x\n', 'Its quotes do not close, or stand inside a plain cell.'],
  ])('header %j', async (text, problem) => {
    const { desired, found } = await withRoster('u.csv', text);
    if (problem === undefined) expect(found).toEqual(['data/u.csv:2:1 error wrong-type']);
    else {
      expect(found).toHaveLength(1);
      expect(desired.diagnostics[0]?.detail).toBe(`Line 1 cannot be used. ${problem}`);
    }
  });
});

describe('channels', () => {
  test('are named by their cid, in both formats', async () => {
    const { desired, found } = await load({
      [ROOT]:
        'version: 1\nusers: { bob: {} }\nchannels: { from: c.csv, "messaging:z": {} }\nexternal: { users: [x-*] }\n',
      'c.csv': 'cid,created_by_id,members,name,cooldown\nmessaging:a,bob,bob|x-1,A,5\nmessaging:z,bob,,,\n',
    });
    expect(found).toEqual(['c.csv:3:1 error duplicate-resource']);
    expect((await bodies(desired, 'channel'))['messaging:a']).toEqual({
      created_by_id: 'bob',
      cooldown: 5,
      custom: { name: 'A' },
      members: { bob: {}, 'x-1': {} },
    });
  });
});

describe('files', () => {
  test('missing, unknown, unreadable and repeated ones are told where they are named', async () => {
    const { found } = await load({
      [ROOT]:
        'version: 1\nusers:\n  from:\n    - none.csv\n    - none*.csv\n    - u.txt\n    - u.csv\n    - "*.csv"\n    - ${WHERE}/u.csv\n    - d.csv\n',
      'u.csv': 'id\na\n',
      'u.txt': '',
      'd.csv/x': '',
    });
    expect(found).toEqual([
      'chat.config.yaml:4:7 error file-not-found',
      'chat.config.yaml:5:7 warning no-match',
      'chat.config.yaml:6:7 error roster-format',
      'chat.config.yaml:8:7 error duplicate-entry',
      'chat.config.yaml:9:7 error missing-variable',
      'chat.config.yaml:10:7 error unreadable-file',
    ]);
  });

  test('are relative to the file that names them, and variables are replaced', async () => {
    const { desired, found } = await load(
      {
        [ROOT]: 'version: 1\ninclude: [p/i.yaml]\n',
        'p/i.yaml': 'users: { from: "${KIND}.csv" }\n',
        'p/u.csv': 'id\na\n',
      },
      { environ: { KIND: 'u' } },
    );
    expect(found).toEqual([]);
    expect(await bodies(desired, 'user')).toEqual({ a: {} });
  });

  test('values in rosters are data: nothing is replaced in them', async () => {
    const { users } = await withRoster('u.ndjson', '{"id":"a","name":"${NAME}"}\n');
    expect(users).toEqual({ a: { name: '${NAME}' } });
  });
});

describe('ids', () => {
  test('that stand twice are told with both places, whatever the file', async () => {
    const { desired, found } = await load({
      [ROOT]: 'version: 1\nusers:\n  from: [a.ndjson, b.csv]\n  inline: {}\nremoved: [user.gone]\n',
      'a.ndjson': '{"id":"x"}\n{"id":"inline"}\n{"id":"gone"}\n',
      'b.csv': 'id\ny\nx\n',
    });
    expect(found).toEqual([
      'a.ndjson:2:2 error duplicate-resource',
      'a.ndjson:3:2 error removed-but-declared',
      'b.csv:3:1 error duplicate-resource',
    ]);
    expect(desired.diagnostics.map((each) => each.detail)).toEqual([
      'It is already defined at chat.config.yaml:4:3. Keep one of them.',
      'user.gone is listed under `removed`. Keep one of the two.',
      'It is already defined at a.ndjson:1:1. Keep one of them.',
    ]);
    expect(Object.keys(await bodies(desired, 'user'))).toEqual(['inline', 'x', 'y']);
    expect(['x', 'y', 'inline', 'z'].map((id) => desired.isDeclared('user', id))).toEqual([true, true, true, false]);
  });

  test('named `from` go into a roster', async () => {
    const { users, found } = await withRoster('u.ndjson', '{"id":"from"}\n');
    expect(found).toEqual([]);
    expect(users).toEqual({ from: {} });
  });
});

describe('references', () => {
  const files = {
    [ROOT]:
      'version: 1\nroles: [host]\nusers: { from: u.ndjson }\nchannels: { from: c.ndjson, "messaging:in": { members: [u1, u9] } }\nremoved: [user.old]\n',
    'u.ndjson': '{"id":"u1","role":"host"}\n{"id":"u2","role":"hots"}\n',
    'c.ndjson': '{"cid":"messaging:a","members":["u1","u2","u3"]}\n{"cid":"nowhere:b","members":["old"]}\n',
  };
  const expected = [
    'c.ndjson:1:23 warning undeclared-reference',
    'c.ndjson:2:1 warning undeclared-reference',
    'c.ndjson:2:23 error removed-reference',
    'chat.config.yaml:4:61 warning undeclared-reference',
    'u.ndjson:2:12 warning undeclared-reference',
  ];

  test.each([[['user', 'channel']], [['channel', 'user']], [['channel', 'channel']], [[]]])(
    'are the same in whatever order the kinds are read: %j',
    async (order) => {
      const folder = folderWith(files);
      const desired = await loadFile(join(folder, ROOT));
      for (const kind of order) for await (const _ of desired.wanted(kind));
      await desired.finish();
      await desired.finish();
      const found = desired.diagnostics.map(
        ({ source, severity, code }) =>
          `${source?.file.slice(folder.length + 1)}:${source?.line}:${source?.column} ${severity} ${code}`,
      );
      expect(found.map((each) => each.replace(/c\.ndjson:(\d):\d+/, 'c.ndjson:$1'))).toEqual(
        expected.map((each) => each.replace(/c\.ndjson:(\d):\d+/, 'c.ndjson:$1')),
      );
    },
  );

  test('are errors when strict', async () => {
    const { desired } = await load(files, { strict: true });
    expect(desired.diagnostics.map((each) => each.severity)).toEqual(['error', 'error', 'error', 'error', 'error']);
  });
});

test('spans are the bytes of the rows', async () => {
  const text = '\uFEFFid,name\r\na,"é\né"\r\nb,x\r\n';
  const rows = '\uFEFF{"id":"v","name":"ü"}\n\n{"id":"w"}';
  const folder = folderWith({
    [ROOT]: 'version: 1\nusers: { from: [u.csv, v.ndjson] }\n',
    'u.csv': text,
    'v.ndjson': rows,
  });
  const desired = await loadFile(join(folder, ROOT));
  const spans: (Wanted['span'] | undefined)[] = [];
  for await (const { span } of desired.wanted('user')) spans.push(span);
  const bytes = { 'u.csv': Buffer.from(text), 'v.ndjson': Buffer.from(rows) };
  const texts = spans.map((span) => {
    const name = span?.file.endsWith('csv') ? 'u.csv' : 'v.ndjson';
    return bytes[name].subarray(span?.offset ?? 0, (span?.offset ?? 0) + (span?.length ?? 0)).toString();
  });
  expect(texts).toEqual(['a,"é\né"', 'b,x', '{"id":"v","name":"ü"}', '{"id":"w"}']);
});

test('after a thousand problems a file stops counting', async () => {
  const { desired, users } = await withRoster('u.ndjson', `${'x\n'.repeat(1500)}{"id":"last"}\n`);
  expect(desired.diagnostics).toHaveLength(1001);
  expect(desired.diagnostics.at(-1)).toMatchObject({ code: 'roster-too-many-problems', source: { line: 1001 } });
  expect(Object.keys(users)).toEqual(['last']);
});

test('a roster that is left in the middle can be read again', async () => {
  const folder = folderWith({ [ROOT]: FROM, 'data/u.ndjson': '{"id":"a"}\nbad\n{"id":"b"}\n{"id":"b"}\n' });
  const desired = await loadFile(join(folder, ROOT));
  for await (const _ of desired.wanted('user')) break;
  expect(() => desired.digest).toThrow('finish()');
  expect(Object.keys(await bodies(desired, 'user'))).toEqual(['a', 'b']);
  await desired.finish();
  expect(Object.keys(await bodies(desired, 'user'))).toEqual(['a', 'b']);
  expect(desired.diagnostics.map((each) => `${each.source?.line} ${each.code}`)).toEqual([
    '2 roster-line',
    '4 duplicate-resource',
  ]);
  expect(desired.digest).toMatch(/^h1:/);
});

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

describe.each(['ndjson', 'csv'])('50,000 rows of %s', (format) => {
  test('are streamed', async () => {
    const row = (n: number): string =>
      format === 'csv'
        ? `user-${n},Name ${n},red|blue,plan-${n % 7}`
        : `{"id":"user-${n}","name":"Name ${n}","teams":["red","blue"],"custom":{"plan":"plan-${n % 7}"}}`;
    const lines = Array.from({ length: 50_000 }, (_, n) => row(n));
    const folder = folderWith({ [ROOT]: FROM });
    const file = join(folderWith({}), `u.${format}`);
    writeFileSync(file, `${format === 'csv' ? 'id,name,teams,custom.plan\n' : ''}${lines.join('\n')}\n`);
    writeFileSync(join(folder, ROOT), `version: 1\nusers: { from: ${JSON.stringify(file)} }\n`);
    const desired = await loadFile(join(folder, ROOT));
    const collect = garbageCollector();
    collect();
    const before = process.memoryUsage();
    let count = 0;
    let highest = 0;
    for await (const _ of desired.wanted('user')) {
      if (++count % 10_000 !== 0) continue;
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      highest = Math.max(highest, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
    }
    expect(count).toBe(50_000);
    expect(desired.diagnostics).toEqual([]);
    // The rows themselves would be more than 15 MB.
    expect(highest).toBeLessThan(8 * 1024 * 1024);
    expect(desired.isDeclared('user', 'user-49999')).toBe(true);
    expect(desired.isDeclared('user', 'user-50000')).toBe(false);
  });
});
