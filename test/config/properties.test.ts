// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are part of what is tried.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { bodies, load } from './support.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9_-]{0,6}$/);
const scalar = fc.oneof(
  word,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('', 'a: b', '# x', '007', '[', "it's", 'é\n'),
);
const user = fc.record(
  {
    name: fc.oneof(word, fc.constantFrom('', 'x'.repeat(40))),
    role: fc.constantFrom('admin', 'host', 'nobody'),
    level: fc.integer({ min: -2, max: 5 }),
    teams: fc.array(word, { maxLength: 4 }),
    custom: fc.dictionary(word, fc.oneof(scalar, fc.dictionary(word, scalar, { maxKeys: 3 })), { maxKeys: 3 }),
  },
  { requiredKeys: [] },
);
const channel = fc.record(
  {
    created_by_id: word,
    name: word,
    members: fc.oneof(
      fc.uniqueArray(word, { maxLength: 3 }),
      fc.dictionary(word, fc.constantFrom('host', 'guest'), { maxKeys: 3 }),
    ),
  },
  { requiredKeys: [] },
);
const configuration = fc.record({
  version: fc.constant(1),
  roles: fc.dictionary(word, fc.record({ protect: fc.boolean() }, { requiredKeys: [] }), { maxKeys: 3 }),
  app: fc.record(
    {
      reminders_interval: fc.integer({ min: 0, max: 100 }),
      apn_config: fc.record({ auth_key: word }),
      grants: fc.dictionary(word, fc.array(word)),
    },
    { requiredKeys: [] },
  ),
  users: fc.dictionary(word, user, { maxKeys: 4 }),
  channels: fc.dictionary(
    word.map((each) => `messaging:${each}`),
    channel,
    { maxKeys: 3 },
  ),
});

/** The same value with the keys of its maps in another order. */
function shuffled(value: Json, seed: number): Json {
  if (Array.isArray(value)) return value.map((each: Json) => shuffled(each, seed));
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort(
    (a, b) => ((a.length * 7 + a.charCodeAt(0) * seed) % 11) - ((b.length * 7 + b.charCodeAt(0) * seed) % 11),
  );
  return Object.fromEntries(keys.map((key) => [key, shuffled(value[key] as Json, seed)]));
}

async function result(value: Json) {
  const { desired } = await load({ 'chat.config.yaml': stringify(value) });
  const all: Record<string, Record<string, JsonObject>> = {};
  for (const kind of ['role', 'app', 'user', 'channel']) all[kind] = await bodies(desired, kind);
  const problems = desired.diagnostics.map(({ code, subject, detail }) => `${code} ${subject} ${detail}`).sort();
  return { all, problems, digest: desired.digest, secrets: Object.fromEntries(desired.secrets) };
}

test('the order of keys never matters', async () => {
  await fc.assert(
    fc.asyncProperty(configuration, fc.integer({ min: 1, max: 10 }), async (value, seed) => {
      expect(await result(shuffled(value as Json, seed))).toEqual(await result(value as Json));
    }),
    { numRuns: 100, seed: 20 },
  );
});

test('what is valid comes back as it was written', async () => {
  const plain = fc.dictionary(
    word,
    fc.record({
      custom: fc.dictionary(
        word.filter((key) => !['role', 'name', 'teams'].includes(key)),
        fc.oneof(scalar, fc.array(scalar)),
      ),
    }),
    { maxKeys: 3 },
  );
  await fc.assert(
    fc.asyncProperty(plain, async (users) => {
      const { desired } = await load({ 'chat.config.yaml': stringify({ version: 1, users }) });
      expect(desired.diagnostics).toEqual([]);
      expect(await bodies(desired, 'user')).toEqual(users);
    }),
    { numRuns: 100, seed: 20 },
  );
});

test('any text ends in diagnostics, never in a crash', async () => {
  const snippet = fc.constantFrom(
    'users:',
    ' ',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '&a ',
    '*a',
    '<<: ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '---\n',
    '!',
    '? ',
    '${X}',
    '$${',
    'a',
    'app',
    '\t',
    'null',
    '~',
    '7',
    ',',
    '%',
    '@',
    '`',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(snippet, { maxLength: 40 }), async (parts) => {
      const { desired } = await load({ 'chat.config.yaml': parts.join('') });
      for (const { source } of desired.diagnostics) expect(source?.line).toBeGreaterThan(0);
    }),
    { numRuns: 500, seed: 20 },
  );
});
