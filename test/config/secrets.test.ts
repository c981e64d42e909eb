// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are what is tested.
import { describe, expect, test } from 'vitest';
import { bodies, load, ROOT } from './support.ts';

const CLEAR = ['api-secret-value', 'apn-key-value', 'hook-secret-value', 'file-secret-value'];
const environ = { API: CLEAR[0], APN: CLEAR[1], HOOK: CLEAR[2] };

describe('values of secrets', () => {
  const literal = `
target: { api_key: key, api_secret: ${CLEAR[0]} }
app:
  apn_config: { auth_key: ${CLEAR[1]} }
  event_hooks: { "audit/1": { url: "https://x", hook_secret: ${CLEAR[2]} } }
`;
  const referred = literal
    .replace(CLEAR[0] ?? '', '"${API}"')
    .replace(CLEAR[1] ?? '', '"${APN}"')
    .replace(CLEAR[2] ?? '', '"${HOOK}"');

  test.each([
    ['literal', literal],
    ['from variables', referred],
  ])('%s are kept apart from the bodies', async (_name, text) => {
    const { desired, found } = await load(text, { environ });
    expect(found).toEqual([]);
    expect((await bodies(desired, 'app'))['']).toEqual({
      apn_config: { auth_key: { $secret: '/app/apn_config/auth_key' } },
      event_hooks: {
        'audit/1': { url: 'https://x', hook_secret: { $secret: '/app/event_hooks/audit~11/hook_secret' } },
      },
    });
    expect(Object.fromEntries(desired.secrets)).toEqual({
      '/target/api_secret': CLEAR[0],
      '/app/apn_config/auth_key': CLEAR[1],
      '/app/event_hooks/audit~11/hook_secret': CLEAR[2],
    });
    expect(desired.target.apiSecret).toBe(CLEAR[0]);
  });

  test('text around a reference, files and null', async () => {
    const { desired } = await load(
      {
        [ROOT]:
          'version: 1\napp: { apn_config: { auth_key: "${file:key.p8}" }, event_hooks: { a: { url: "https://x", hook_secret: "<${HOOK}>" } } }\n',
        'key.p8': `-----BEGIN-----\n${CLEAR[3]}\n`,
      },
      { environ },
    );
    expect(desired.diagnostics).toEqual([]);
    expect([...desired.secrets.values()]).toEqual([`-----BEGIN-----\n${CLEAR[3]}`, `<${CLEAR[2]}>`]);
  });

  test('do not change the digest, other values do', async () => {
    const digest = async (text: string, vars: Record<string, string | undefined> = environ) =>
      (await load(text, { environ: vars })).desired.digest;
    const first = await digest(referred);
    expect(await digest(literal)).toBe(first);
    expect(await digest(referred, { ...environ, APN: 'rotated' })).toBe(first);
    expect(await digest(referred.replace('https://x', 'https://y'))).not.toBe(first);
    expect(await digest(referred.replace('https://x', '${URL}'), { ...environ, URL: 'https://x' })).toBe(first);
  });
});

/** Every way to make a diagnostic near a secret. */
const NEAR: Readonly<Record<string, string>> = {
  'wrong type': `target: { api_secret: [${CLEAR[0]}] }`,
  'a map': `target: { api_secret: { ${CLEAR[0]}: 1 } }`,
  'in a key of its own': `target: { api_secret: ${CLEAR[0]}, ${'x'}: 1 }`,
  'on one line': `app: { apn_config: { auth_key: ${CLEAR[1]}, auth_type: no } }`,
  'before its key': `app: { apn_config: { auth_type: no, auth_key: "${CLEAR[1]}" } }`,
  'a block text': `app:\n  apn_config:\n    auth_key: |\n      ${CLEAR[1]}\n    auth_type: no`,
  'the same value elsewhere': `app: { apn_config: { auth_key: ${CLEAR[1]} } }\nusers: { a: { level: ${CLEAR[1]} } }`,
  'an alias': `users: { a: { custom: &s ${CLEAR[1]} } }\napp: { apn_config: { auth_key: *s } }`,
  'a default': 'app: { apn_config: { auth_key: "${NO:-apn-key-value}", auth_type: no } }',
  'a bad reference': `app: { apn_config: { auth_key: "\${${CLEAR[1]}" } }`,
  'another bad reference': `app: { apn_config: { auth_key: "\${${CLEAR[1]}}" } }`,
  'a duplicate key': `app: { apn_config: { auth_key: ${CLEAR[1]}, auth_key: ${CLEAR[2]} } }`,
  'open quote': `app:\n  apn_config: { auth_key: "${CLEAR[1]} }`,
  'open brace': `app:\n  apn_config: { auth_key: ${CLEAR[1]}\nx: y`,
  'stray text': `app:\n  apn_config:\n    auth_key: "a" ${CLEAR[1]}\n`,
  'a tab': `app:\n\tapn_config: { auth_key: ${CLEAR[1]} }\n`,
  'a tag': `app: { apn_config: { auth_key: !x ${CLEAR[1]} } }`,
  'deeper than its neighbours': `target:\n  api_key: x\n   api_secret: ${CLEAR[0]}\n`,
  'in an environment': `environments: { a: { target: { api_secret: ${CLEAR[0]}, nope: 1 }, nope: 1 } }`,
  'from a variable': 'app: { apn_config: { auth_key: "${APN}" } }\nusers: { a: { level: "${APN}" } }',
  'from a file': 'users: { a: { level: "${file:key}", name: "${file:key} is longer than thirty characters" } }',
};

test.each(Object.entries(NEAR))('no diagnostic shows a secret: %s', async (_name, text) => {
  for (const env of [undefined, 'a']) {
    const { desired } = await load(
      { [ROOT]: `version: 1\n${text}\n`, key: CLEAR[3] ?? '' },
      { environ, ...(env === undefined ? {} : { env }) },
    );
    expect(desired.diagnostics.length).toBeGreaterThan(0);
    const all = JSON.stringify(desired.diagnostics);
    for (const secret of CLEAR) expect(all).not.toContain(secret);
  }
});

describe('a secret-looking variable in a plain field', () => {
  test.each(['DB_SECRET', 'MY_TOKEN', 'PASSWORD', 'SIGNING_KEY'])('%s is warned about', async (name) => {
    const { found } = await load(`users: { a: { name: "\${${name}}" } }\n`, { environ: { [name]: 'x' } });
    expect(found).toEqual(['chat.config.yaml:2:21 warning secret-in-plain-field']);
  });

  test.each(['KEYBOARD', 'NAME', 'MONKEY'])('%s is not', async (name) => {
    const { found } = await load(`users: { a: { name: "\${${name}}" } }\n`, { environ: { [name]: 'x' } });
    expect(found).toEqual([]);
  });

  test('the target may have them', async () => {
    const { found } = await load('target: { api_key: "${STREAM_API_KEY}" }\n', { environ: { STREAM_API_KEY: 'x' } });
    expect(found).toEqual([]);
  });
});
