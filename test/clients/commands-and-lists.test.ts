import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();

test('commands', async () => {
  await newer.chat.createCommand({ name: 'ticket', description: 'Open a ticket', args: '[text]' });
  await older.createCommand({ name: 'bug', description: 'Report', set: 'own' });
  await same(newer.chat.listCommands(), older.listCommands());
  await same(newer.chat.getCommand({ name: 'ticket' }), older.getCommand('ticket'));
  await older.updateCommand('ticket', { description: 'Open one' });
  await newer.chat.updateCommand({ name: 'bug', description: 'Report it' });
  expect(await newer.chat.getCommand({ name: 'ticket' })).toMatchObject({ description: 'Open one', args: '[text]' });
  expect(await older.getCommand('bug')).toMatchObject({ description: 'Report it', set: 'own' });
  await bothRefused(newer.chat.getCommand({ name: 'none' }), older.getCommand('none'), 404, 16);
  await older.deleteCommand('ticket');
  await newer.chat.deleteCommand({ name: 'bug' });
  expect((await older.listCommands()).commands.some((command) => command.name === 'bug')).toBe(false);
});

test('block lists', async () => {
  await newer.createBlockList({ name: 'rules', words: ['spoiler', 'Leak'] });
  await older.createBlockList({ name: 'sites', words: ['example.com'], type: 'domain' });
  await same(newer.listBlockLists(), older.listBlockLists());
  await same(newer.getBlockList({ name: 'rules' }), older.getBlockList('rules'));
  await older.updateBlockList('rules', { words: ['b', 'a'] });
  expect((await newer.getBlockList({ name: 'rules' })).blocklist?.words).toEqual(['b', 'a']);
  await newer.updateBlockList({ name: 'sites', words: ['example.org'] });
  await same(newer.getBlockList({ name: 'sites' }), older.getBlockList('sites'));
  await bothRefused(
    newer.deleteBlockList({ name: 'profanity_en_2020_v1' }),
    older.deleteBlockList('profanity_en_2020_v1'),
    400,
    4,
  );
  await older.deleteBlockList('rules');
  await newer.deleteBlockList({ name: 'sites' });
  await bothRefused(newer.getBlockList({ name: 'rules' }), older.getBlockList('rules'), 404, 16);
});

test('items are added to a block list in the background', async () => {
  const { blocklist } = await newer.createBlockList({ name: 'long', words: ['a'] });
  const { task_id } = await newer.importBlockList({ id: blocklist?.id ?? '', items: ['b'] });
  expect(task_id).not.toBe('');
});
