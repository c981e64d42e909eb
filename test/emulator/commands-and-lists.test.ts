import { describe, expect, test } from 'vitest';
import { anApp } from './support.ts';

type Named = { name: string };

describe('commands', () => {
  test('are made, read, changed and deleted', async () => {
    const { call } = await anApp();
    const made = await call('POST', '/chat/commands', { name: 'ticket', description: 'Open one' });
    expect(made.status).toBe(201);
    expect(made.body.command).toMatchObject({ name: 'ticket', description: 'Open one', args: '', set: '' });
    await call('PUT', '/chat/commands/ticket', { description: 'Open', args: '[subject]', name: 'other' });
    await call('PUT', '/chat/commands/ticket', { description: 'Open it' });
    expect((await call('GET', '/chat/commands/ticket')).body).toMatchObject({
      name: 'ticket',
      description: 'Open it',
      args: '[subject]',
    });
    const names = (await call('GET', '/chat/commands')).body.commands.map((one: Named) => one.name);
    expect(names).toEqual(['giphy', 'flag', 'ban', 'unban', 'mute', 'unmute', 'ticket']);
    const gone = await call('DELETE', '/chat/commands/ticket');
    expect([gone.status, gone.body.name]).toEqual([200, 'ticket']);
    expect((await call('GET', '/chat/commands/ticket')).body.code).toBe(16);
  });

  const refused: readonly [name: string, method: string, path: string, body: unknown, status: number][] = [
    ['a name with a space', 'POST', '/chat/commands', { name: 'a b', description: 'x' }, 400],
    ['the name of a set', 'POST', '/chat/commands', { name: 'fun_set', description: 'x' }, 400],
    ['a name that is taken', 'POST', '/chat/commands', { name: 'giphy', description: 'x' }, 400],
    ['no description', 'POST', '/chat/commands', { name: 'a' }, 400],
    ['a long description', 'POST', '/chat/commands', { name: 'a', description: 'x'.repeat(256) }, 400],
    ['updating without a description', 'PUT', '/chat/commands/giphy', { args: 'x' }, 400],
    ['updating none', 'PUT', '/chat/commands/none', { description: 'x' }, 404],
    ['reading none', 'GET', '/chat/commands/none', undefined, 404],
    ['deleting none', 'DELETE', '/chat/commands/none', undefined, 404],
  ];
  test.each(refused)('%s is refused', async (_name, method, path, body, status) => {
    const { call } = await anApp();
    const reply = await call(method, path, body);
    expect([reply.status, reply.body.code]).toEqual([status, status === 404 ? 16 : 4]);
  });

  test('one that a channel type uses cannot go', async () => {
    const { call } = await anApp();
    await call('POST', '/chat/commands', { name: 'ticket', description: 'Open one' });
    await call('PUT', '/chat/channeltypes/team', { commands: ['ticket'] });
    expect((await call('DELETE', '/chat/commands/ticket')).status).toBe(400);
  });
});

describe('block lists', () => {
  test('are made, changed and deleted; words keep their order', async () => {
    const { call } = await anApp();
    const made = await call('POST', '/blocklists', { name: 'rules', words: ['b', 'a'], is_leet_check_enabled: true });
    expect(made.status).toBe(201);
    expect(made.body.blocklist).toMatchObject({
      name: 'rules',
      type: 'word',
      words: ['b', 'a'],
      is_leet_check_enabled: true,
    });
    await call('PUT', '/blocklists/rules', { words: ['c'] });
    expect((await call('GET', '/blocklists/rules')).body.blocklist).toMatchObject({
      words: ['c'],
      is_leet_check_enabled: true,
      is_plural_check_enabled: false,
    });
    await call('PUT', '/chat/channeltypes/team', { blocklists: [{ blocklist: 'rules', behavior: 'block' }] });
    expect((await call('DELETE', '/blocklists/rules')).status).toBe(200);
    expect((await call('GET', '/blocklists/rules')).status).toBe(404);
  });

  test('of one name live in several teams', async () => {
    const { call } = await anApp();
    await call('POST', '/blocklists', { name: 'rules', words: ['a'] });
    expect((await call('POST', '/blocklists', { name: 'rules', words: ['b'], team: 'red' })).status).toBe(201);
    expect((await call('GET', '/blocklists/rules?team=red')).body.blocklist).toMatchObject({
      words: ['b'],
      team: 'red',
    });
    expect((await call('GET', '/blocklists?team=red')).body.blocklists).toHaveLength(1);
  });

  test('are listed in pages', async () => {
    const { call } = await anApp();
    for (const name of ['a', 'b', 'c']) await call('POST', '/blocklists', { name, words: ['x'] });
    const names: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const { body } = await call('GET', `/blocklists?limit=2&cursor=${cursor}`);
      names.push(...body.blocklists.map((one: Named) => one.name));
      cursor = body.next_cursor;
    }
    expect(names).toEqual(['a', 'b', 'c', 'profanity_en_2020_v1']);
  });

  test('an import adds words in the background', async () => {
    const { call, clock } = await anApp();
    const { id } = (await call('POST', '/blocklists', { name: 'rules', words: ['a'] })).body.blocklist;
    const { task_id } = (await call('POST', `/blocklists/${id}/import`, { items: ['a', 'b'] })).body;
    expect((await call('GET', '/blocklists/rules')).body.blocklist.words).toEqual(['a']);
    clock.pass(1000);
    expect((await call('GET', `/tasks/${task_id}`)).body.status).toBe('completed');
    expect((await call('GET', '/blocklists/rules')).body.blocklist.words).toEqual(['a', 'b']);
  });

  const refused: readonly [name: string, method: string, path: string, body: unknown, status: number][] = [
    ['a name that is taken', 'POST', '/blocklists', { name: 'profanity_en_2020_v1', words: ['a'] }, 400],
    ['no words', 'POST', '/blocklists', { name: 'a' }, 400],
    ['a long word', 'POST', '/blocklists', { name: 'a', words: ['x'.repeat(41)] }, 400],
    ['too many words', 'POST', '/blocklists', { name: 'a', words: Array(10_001).fill('x') }, 400],
    ['an unknown type', 'POST', '/blocklists', { name: 'a', words: ['x'], type: 'phone' }, 400],
    ['changing the built-in one', 'PUT', '/blocklists/profanity_en_2020_v1', { words: ['a'] }, 400],
    ['deleting the built-in one', 'DELETE', '/blocklists/profanity_en_2020_v1', undefined, 400],
    ['changing none', 'PUT', '/blocklists/none', { words: ['a'] }, 404],
    ['deleting none', 'DELETE', '/blocklists/none', undefined, 404],
    ['a page that is too long', 'GET', '/blocklists?limit=201', undefined, 400],
  ];
  test.each(refused)('%s is refused', async (_name, method, path, body, status) => {
    const { call } = await anApp();
    expect((await call(method, path, body)).status).toBe(status);
  });

  test('there can be 15', async () => {
    const { call } = await anApp();
    const statuses = [];
    for (let n = 0; n < 16; n++)
      statuses.push((await call('POST', '/blocklists', { name: `l${n}`, words: ['a'] })).status);
    expect(statuses).toEqual([...Array(15).fill(201), 400]);
  });
});
