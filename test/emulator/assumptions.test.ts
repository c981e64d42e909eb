/** Each open question has two answers, and both can be had. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ASSUMPTIONS, createEmulator } from '../../src/emulator/index.ts';
import { anApp, anAppWith, client } from './support.ts';

const under = (answer: 'a' | 'b', name: keyof typeof ASSUMPTIONS) => ({ assume: { [name]: answer } });

test('every question has two answers that differ, and the emulator asks it', () => {
  const dir = new URL('../../src/emulator/', import.meta.url);
  const source = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'assumptions.ts')
    .map((file) => readFileSync(new URL(file, dir), 'utf8'))
    .join('\n');
  for (const [name, { question, answers, chosen }] of Object.entries(ASSUMPTIONS)) {
    expect(question, name).toMatch(/\?$/);
    expect(answers.a, name).not.toBe(answers.b);
    expect(['a', 'b']).toContain(chosen);
    expect(source.includes(`'${name}'`), `${name} is asked`).toBe(true);
  }
});

test('a question that there is not is refused', async () => {
  await expect(createEmulator({ assume: { nothing: 'a' } })).rejects.toThrow('no assumption is named "nothing"');
});

describe.each(['a', 'b'] as const)('answer %s', (answer) => {
  const isFirst = answer === 'a';

  test('unknown tasks', async () => {
    const { call } = await anApp(under(answer, 'unknown_task'));
    const { status, body } = await call('GET', '/tasks/none');
    expect([status, body.code]).toEqual(isFirst ? [404, 16] : [400, 4]);
  });

  test('tokens of users who are gone', async () => {
    const app = await anAppWith(['ann', 'bob'], under(answer, 'token_of_gone_user'));
    const own = client(app.emulator, { user_id: 'ann' });
    await app.call('POST', '/users/ann/deactivate', {});
    expect((await own.query('/users', { filter_conditions: { id: 'bob' } })).status).toBe(isFirst ? 200 : 404);
    expect((await own.call('POST', '/users/block', { blocked_user_id: 'bob' })).body.code).toBe(16);
  });

  test('members who were soft-deleted', async () => {
    const app = await anAppWith(['ann', 'bob'], under(answer, 'members_of_soft_deleted'));
    const data = { created_by_id: 'ann', members: [{ user_id: 'ann' }, { user_id: 'bob' }] };
    await app.call('POST', '/chat/channels/messaging/room/query', { data });
    await app.call('POST', '/users/delete', { user_ids: ['bob'] });
    app.clock.pass(200);
    const { channel } = (await app.call('GET', '/chat/channels/messaging/room')).body;
    expect(channel.member_count).toBe(isFirst ? 2 : 1);
  });

  test('unknown channels to delete', async () => {
    const app = await anAppWith(['ann'], under(answer, 'unknown_cids_to_delete'));
    await app.call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'ann' } });
    const cids = ['messaging:room', 'messaging:none'];
    const { status, body } = await app.call('POST', '/chat/channels/delete', { cids });
    expect(status).toBe(isFirst ? 404 : 201);
    expect((await app.call('GET', '/chat/channels/messaging/room')).status).toBe(isFirst ? 200 : 404);
    if (isFirst) return;
    app.clock.pass(200);
    const { result } = (await app.call('GET', `/tasks/${body.task_id}`)).body;
    expect([result['messaging:room'].status, result['messaging:none'].status]).toEqual(['ok', 'error']);
  });

  test('translation', async () => {
    const app = await anAppWith(['ann'], under(answer, 'translation_of_plan'));
    await app.call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'ann' } });
    const message = { id: 'm', text: 'Hi', user_id: 'ann' };
    await app.call('POST', '/chat/channels/messaging/room/message', { message });
    expect((await app.call('POST', '/chat/messages/m/translate', { language: 'fr' })).status).toBe(isFirst ? 201 : 400);
  });

  test('big bodies', async () => {
    const { call } = await anApp(under(answer, 'request_body_cap'));
    const { status, body } = await call('PATCH', '/app', { unknown: 'x'.repeat(1_000_000) });
    expect([status, body.code]).toEqual(isFirst ? [200, undefined] : [413, 22]);
    expect((await call('PATCH', '/app', { unknown: 'x'.repeat(900_000) })).status).toBe(200);
  });

  test('names of roles', async () => {
    const { call } = await anApp(under(answer, 'role_name_characters'));
    expect((await call('POST', '/roles', { name: 'head of sales' })).status).toBe(isFirst ? 201 : 400);
    expect((await call('POST', '/roles', { name: 'head_of-sales' })).status).toBe(201);
  });

  test('long lists of values', async () => {
    const app = await anAppWith(['ann'], under(answer, 'in_list_limit'));
    const ids = (count: number) => ['ann', ...Array.from({ length: count - 1 }, (_, index) => `u${index}`)];
    const find = (count: number) => app.query('/users', { filter_conditions: { id: { $in: ids(count) } } });
    expect((await find(100)).body.users).toHaveLength(1);
    expect((await find(101)).status).toBe(isFirst ? 200 : 400);
    const channels = { filter_conditions: { $or: [{ cid: { $in: ids(101) } }] } };
    expect((await app.call('POST', '/chat/channels', channels)).status).toBe(isFirst ? 201 : 400);
  });

  test('null for a setting', async () => {
    const { call } = await anApp(under(answer, 'null_app_scalars'));
    await call('PATCH', '/app', { multi_tenant_enabled: true });
    expect((await call('PATCH', '/app', { multi_tenant_enabled: null })).status).toBe(200);
    expect((await call('GET', '/app')).body.app.multi_tenant_enabled).toBe(isFirst);
  });

  test('lists without words', async () => {
    const { call } = await anApp(under(answer, 'empty_word_list'));
    await call('POST', '/blocklists', { name: 'rules', words: ['spoiler'] });
    expect((await call('PUT', '/blocklists/rules', { words: [] })).status).toBe(isFirst ? 201 : 400);
    expect((await call('GET', '/blocklists/rules')).body.blocklist.words).toEqual(isFirst ? [] : ['spoiler']);
  });
});
