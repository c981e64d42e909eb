/** Text of users that tries to be more than text, and secrets, through every command and format of the real program. */
import { afterEach, describe, expect, test } from 'vitest';
import { aPlace, type Place, type Ran } from './real.ts';

const places: Place[] = [];
afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

const NAMES = [
  '<img src=x onerror=alert(1)>',
  '| a | b |',
  '\u001b[2J\u001b]0;pwned\u0007',
  '\u202egnp.exe\u2066',
  'one\n## two\n::error::three\r\n| x |',
  '</script><script>alert(1)</script>',
  ']]><x y="',
];
const users = (suffix: string) =>
  Object.fromEntries(NAMES.map((name, at) => [`u${at}`, { name: name + suffix, custom: { note: name + suffix } }]));
const config = (suffix: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    version: 1,
    users: users(suffix),
    channels: {
      'messaging:m': {
        created_by_id: 'u0',
        name: NAMES[0] + suffix,
        members: ['u0', 'u1'],
        announce: { as: 'u0', on_update: `${NAMES.join(' ')} {{members}}` },
      },
    },
    environments: { other: { users: users(' other') } },
    ...more,
  });

/** Controls, what turns the direction of text, and what hides; line breaks are ours. */
const HARMFUL = /(?!\n)[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u;
const FORMATS = ['terminal', 'markdown', 'html', 'json'];

async function placeWith(text: string): Promise<Place> {
  const place = await aPlace(text);
  places.push(place);
  return place;
}

/** Everything that a place can print about its configuration, by command line. */
async function said(
  place: Place,
  lines: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, Ran>> {
  const outputs = new Map<string, Ran>();
  const wordsOf = (line: string) => line.split(' ').map((word) => (word === "''" ? '' : word));
  for (const line of lines) outputs.set(line, await place.chat(wordsOf(line), { env }));
  return outputs;
}

const PLANS = [
  'plan --out p.json --calls --debug',
  ...FORMATS.flatMap((format) => [
    `plan --format ${format}`,
    `drift --format ${format}`,
    `show p.json --format ${format}`,
  ]),
];
const OFFLINE = [
  ...['terminal', 'json'].map((format) => `diff --env '' --env other --format ${format}`),
  ...['terminal', 'json', 'sarif', 'github'].map((format) => `validate --format ${format}`),
  ...['terminal', 'json', 'junit'].map((format) => `test --format ${format}`),
];

function assertHarmless(line: string, { stdout, stderr }: Ran): void {
  expect(HARMFUL.exec(stdout)?.[0] ?? '', line).toBe('');
  expect(HARMFUL.exec(stderr)?.[0] ?? '', line).toBe('');
  if (line.includes('html')) {
    expect(stdout, line).not.toMatch(/<img|<script>alert|<x /);
    // Drift of what is not there yet names no values.
    if (!line.startsWith('drift')) expect(stdout, line).toContain('&lt;img src=x onerror=alert(1)&gt;');
  }
  if (line.includes('junit')) expect(stdout, line).not.toMatch(/<img|<script|<x |\]\]>/);
  if (line.includes('--format github')) {
    for (const row of stdout.split('\n')) expect(row, line).toMatch(/^(::(?:error|warning|notice) |$)/);
  }
  // In Markdown such text stands in code or in a block, never by itself.
  if (line.includes('markdown')) {
    const outside = stdout
      .replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
      .replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(outside, line).not.toMatch(/<img|<script|^## two|^\| a |::error/m);
  }
}

describe('text of users', () => {
  test('is harmless in every command and format', async () => {
    const place = await placeWith(config(''));
    const first = await said(place, [...PLANS, 'apply p.json --auto-approve']);
    place.write('chat.config.yaml', config(' changed'));
    const second = await said(place, [...PLANS, 'pull --diff', 'apply --auto-approve --format json', 'pull']);
    for (const [line, ran] of [...first, ...second]) {
      expect([line, ran.stderr.includes('    at ')]).toEqual([line, false]);
      if (!line.startsWith('drift')) expect([line, ran.code]).toEqual([line, 0]);
      assertHarmless(line, ran);
    }
    // Harmless, and still all there.
    const json = JSON.parse(second.get('plan --format json')?.stdout ?? '');
    const names = json.changes.flatMap(({ fields }: { fields: { path: string; after: string }[] }) =>
      fields.filter(({ path }) => path === '/name').map(({ after }) => after),
    );
    expect(names).toEqual(NAMES.map((name) => `${name} changed`));
  });

  test('is harmless where it is wrong', async () => {
    const wrong = Object.fromEntries(NAMES.map((name, at) => [name, { nmae: name, role: `r${at}` }]));
    const tests = NAMES.map((name) => ({ role: name, in: 'messaging', can: [name] }));
    const place = await placeWith(config('', { users: { ...users(''), ...wrong }, tests, roles: NAMES }));
    for (const [line, ran] of await said(place, [...OFFLINE, 'plan', `can ${NAMES[0]?.split(' ')[0]} x --offline`])) {
      expect([line, ran.code]).not.toEqual([line, 0]);
      assertHarmless(line, ran);
    }
  });

  test('is harmless in tests, differences and answers', async () => {
    const tests = NAMES.map((name) => ({ name, role: 'user', in: 'messaging', can: ['read-channel'] }));
    const place = await placeWith(config('', { tests }));
    for (const [line, ran] of await said(place, OFFLINE)) assertHarmless(line, ran);
  });
});
