import { describe, expect, test } from 'vitest';
import { anApp } from './support.ts';

const CONFIG = '/moderation/config';
const TEXT = { enabled: true, rules: [{ label: 'SPAM', action: 'flag' }] };

describe('a configuration', () => {
  test('is written, and read by its key and its team', async () => {
    const { call } = await anApp();
    const made = await call('POST', CONFIG, { key: 'chat:messaging', ai_text_config: TEXT, async: true });
    expect([made.status, made.body.config]).toEqual([
      201,
      {
        key: 'chat:messaging',
        team: '',
        async: true,
        ai_text_config: TEXT,
        supported_video_call_harm_types: expect.any(Array),
        created_at: expect.any(Number),
        updated_at: expect.any(Number),
      },
    ]);
    expect((await call('GET', `${CONFIG}/chat:messaging`)).body.config).toEqual(made.body.config);
    expect((await call('GET', `${CONFIG}/chat:messaging?team=red`)).body.code).toBe(16);
    await call('POST', CONFIG, { key: 'chat:messaging', team: 'red' });
    expect((await call('GET', `${CONFIG}/chat:messaging?team=red`)).body.config).toMatchObject({
      team: 'red',
      async: false,
    });
  });

  test('shows aliases under their present names, and some sections not at all', async () => {
    const { call } = await anApp();
    const rules = [{ label: 'Nudity', action: 'remove', min_confidence: 90 }];
    const { config } = (
      await call('POST', CONFIG, {
        key: 'k',
        bodyguard_config: TEXT,
        aws_rekognition_config: { rules },
        google_vision_config: { enabled: true },
        rule_builder_config: { rules: [{ rule_type: 'user' }] },
        ai_audio_config: { rules: [{ label: 'X', action: 'flag' }] },
      })
    ).body;
    expect(config).toMatchObject({
      ai_text_config: TEXT,
      ai_image_config: { rules },
      ai_audio_config: { enabled: true, profile: '', rules: [{ label: 'X', action: 'flag' }] },
    });
    for (const name of ['bodyguard_config', 'aws_rekognition_config', 'google_vision_config', 'rule_builder_config'])
      expect(config).not.toHaveProperty(name);
  });

  test.each([
    ['a', undefined],
    ['b', TEXT],
  ] as const)('written again without a section has it or not: %s', async (answer, kept) => {
    const { call, clock } = await anApp({ assume: { moderation_config_on_omission: answer } });
    const first = (await call('POST', CONFIG, { key: 'k', ai_text_config: TEXT })).body.config;
    clock.pass(1000);
    const { config } = (await call('POST', CONFIG, { key: 'k', flood_config: { allowlist: ['x'] } })).body;
    expect(config.ai_text_config).toEqual(kept);
    expect(config).toMatchObject({ flood_config: { allowlist: ['x'] }, created_at: first.created_at });
    expect(config.updated_at).toBeGreaterThan(first.updated_at);
  });

  test('goes', async () => {
    const { call } = await anApp();
    await call('POST', CONFIG, { key: 'k' });
    expect((await call('DELETE', `${CONFIG}/k?team=red`)).body.code).toBe(16);
    expect((await call('DELETE', `${CONFIG}/k`)).status).toBe(200);
    expect((await call('DELETE', `${CONFIG}/k`)).body.code).toBe(16);
  });

  const refused: readonly [name: string, body: object][] = [
    ['no key', {}],
    ['an empty key', { key: '' }],
    ['an empty team', { key: 'k', team: '' }],
    ['too long a team', { key: 'k', team: 'x'.repeat(129) }],
    ['an unknown action', { key: 'k', ai_text_config: { rules: [{ label: 'X', action: 'praise' }] } }],
    ['a rule without a label', { key: 'k', ai_text_config: { rules: [{ action: 'flag' }] } }],
    [
      'a threshold that is none',
      { key: 'k', automod_toxicity_config: { rules: [{ label: 'X', action: 'flag', threshold: 2 }] } },
    ],
    ['a section that is no object', { key: 'k', llm_config: 'on' }],
    ['a switch that is none', { key: 'k', async: 'yes' }],
  ];
  test.each(refused)('%s is refused', async (_name, body) => {
    const { call } = await anApp();
    const reply = await call('POST', CONFIG, body);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
  });
});

test('configurations are queried', async () => {
  const { call, clock } = await anApp();
  for (const [key, team] of [
    ['chat', undefined],
    ['chat:messaging', undefined],
    ['chat', 'red'],
  ] as const) {
    clock.pass(1000);
    await call('POST', CONFIG, { key, team });
  }
  const ask = async (body: object) => (await call('POST', '/moderation/configs', body)).body;
  const keys = (body: { configs: readonly { key: string; team: string }[] }) =>
    body.configs.map(({ key, team }) => `${key} ${team}`);
  expect(keys(await ask({}))).toEqual(['chat red', 'chat:messaging ', 'chat ']);
  expect(keys(await ask({ filter: { team: 'red' } }))).toEqual(['chat red']);
  expect(keys(await ask({ filter: { key: { $autocomplete: 'mess' } } }))).toEqual(['chat:messaging ']);
  const sort = [{ field: 'key', direction: 1 }];
  const page = await ask({ sort, limit: 2 });
  expect(keys(await ask({ sort, limit: 2, next: page.next }))).toEqual(['chat:messaging ']);
  for (const wrong of [{ limit: 101 }, { filter: { async: true } }, { sort: [{ field: 'async' }] }, { next: 'x' }])
    expect((await ask(wrong)).code).toBe(4);
});
