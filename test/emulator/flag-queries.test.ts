/** What was flagged: the query of both generations, the reports of the older one, the queue of the newer one. */
import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { bothGenerations, olderClient } from './generations.ts';
import { client } from './support.ts';

async function aRoom(options: EmulatorOptions = {}) {
  const app = await bothGenerations(options);
  const users = Object.fromEntries(['mod', 'ann', 'bad'].map((id) => [id, { id }]));
  await app.call('POST', '/users', { users });
  const data = { created_by_id: 'mod', members: [{ user_id: 'ann' }, { user_id: 'bad' }] };
  await app.call('POST', '/chat/channels/messaging/room/query', { data });
  for (const id of ['m', 'n']) {
    const message = { id, text: 'Rude', user_id: 'bad' };
    await app.call('POST', '/chat/channels/messaging/room/message', { message });
  }
  return app;
}

type App = Awaited<ReturnType<typeof aRoom>>;
const FLAGS = '/chat/moderation/flags/message';
const MESSAGE = 'stream:chat:v1:message';
const flagOlder = (app: App, target_message_id: string, user_id = 'ann') =>
  app.older('POST', '/moderation/flag', { target_message_id, user_id, reason: 'rude' });
const flagNewer = (app: App, entity_id: string, user_id = 'ann') =>
  app.call('POST', '/moderation/flag', { entity_type: MESSAGE, entity_id, user_id, reason: 'rude' });
const flags = async (app: App, filter_conditions: object = {}, more: object = {}) =>
  (await app.query(FLAGS, { filter_conditions, ...more })).body.flags;

describe('flags of messages', () => {
  test('are found by channel, author, team and review, newest first', async () => {
    const app = await aRoom();
    await flagOlder(app, 'm');
    app.clock.pass(10);
    await flagOlder(app, 'n', 'mod');
    expect((await flags(app)).map((flag: { message: { id: string } }) => flag.message.id)).toEqual(['n', 'm']);
    expect(await flags(app, { channel_cid: 'messaging:room' }, { limit: 1, offset: 1 })).toMatchObject([
      { message: { id: 'm' }, user: { id: 'ann' }, reason: 'rude', created_by_automod: false },
    ]);
    expect(await flags(app, { user_id: { $in: ['bad'] } })).toHaveLength(2);
    expect(await flags(app, { user_id: 'ann' })).toEqual([]);
    expect(await flags(app, { team: 'red' })).toEqual([]);
    expect(await flags(app, { is_reviewed: true })).toEqual([]);
    expect((await app.query(FLAGS, { filter_conditions: { color: 'red' } })).body.code).toBe(4);
  });

  test('of deleted messages show on request; those of dropped messages are gone', async () => {
    const app = await aRoom();
    await flagOlder(app, 'm');
    await app.call('DELETE', '/chat/messages/m');
    expect(await flags(app)).toEqual([]);
    expect(await flags(app, {}, { show_deleted_messages: true })).toHaveLength(1);
    await app.call('DELETE', '/chat/messages/m?hard=true');
    expect(await flags(app, {}, { show_deleted_messages: true })).toEqual([]);
  });

  test('show to clients who may read them', async () => {
    const app = await aRoom();
    await flagOlder(app, 'm');
    const as = async (user_id: string) => (await client(app.emulator, { user_id }).query(FLAGS, {})).body.flags;
    expect(await as('ann')).toEqual([]);
    await app.call('POST', '/users', { users: { mod: { id: 'mod', role: 'moderator' } } });
    expect(await as('mod')).toHaveLength(1);
  });

  test.each(['a', 'b'] as const)('of the newer generation, the answer being %s', async (answer) => {
    const app = await aRoom({ assume: { flags_of_other_generation: answer } });
    await flagNewer(app, 'm');
    await flagOlder(app, 'n');
    expect(await flags(app)).toHaveLength(answer === 'a' ? 1 : 2);
    const { items } = (await app.call('POST', '/moderation/review_queue', {})).body;
    expect(items).toHaveLength(answer === 'a' ? 1 : 2);
  });
});

describe('reports of the older generation', () => {
  test('hold all flags of a message, and what a moderator made of it', async () => {
    const app = await aRoom();
    await flagOlder(app, 'm');
    await flagOlder(app, 'm', 'mod');
    const find = async (filter_conditions: object) =>
      (await app.older('POST', '/moderation/reports', { filter_conditions })).body.flag_reports;
    const [report, ...others] = await find({ message_id: 'm' });
    expect(others).toEqual([]);
    expect(report).toMatchObject({ message: { id: 'm' }, user: { id: 'bad' }, flags_count: 2, review_result: '' });
    const review = { review_result: 'reviewed', user_id: 'mod', review_details: { a: 1 } };
    const { flag_report } = (await app.older('PATCH', `/moderation/reports/${report.id}`, review)).body;
    expect(flag_report).toMatchObject({ id: report.id, review_result: 'reviewed', reviewed_by: { id: 'mod' } });
    expect(await find({ user_id: 'ann', is_reviewed: true, reviewed_by: 'mod' })).toHaveLength(1);
    expect(await flags(app, { is_reviewed: true })).toMatchObject([{ reviewed_by: { id: 'mod' } }, {}]);
    await flagOlder(app, 'm');
    expect(await find({ is_reviewed: true })).toEqual([]);
    expect((await app.older('PATCH', '/moderation/reports/none', review)).body.code).toBe(16);
    expect((await olderClient(app.emulator, { user_id: 'ann' })('POST', '/moderation/reports', {})).body.code).toBe(17);
  });

  test('flags of users are in the list of flags; a message can be let through', async () => {
    const app = await aRoom();
    await app.older('POST', '/moderation/flag', { target_user_id: 'bad', user_id: 'ann' });
    const list = async (filter_conditions: object) =>
      (await app.older('POST', '/moderation/flags', { filter_conditions })).body.flags;
    expect(await list({ user_id: 'bad' })).toMatchObject([{ target_user: { id: 'bad' }, user: { id: 'ann' } }]);
    expect(await list({ message_id: 'm' })).toEqual([]);
    const unblock = (id: string) =>
      app.older('POST', '/moderation/unblock_message', { target_message_id: id, user_id: 'mod' });
    expect((await unblock('m')).status).toBe(201);
    expect((await unblock('none')).body.code).toBe(16);
  });
});

describe('the review queue', () => {
  const queue = async (app: App, filter: object = {}) =>
    (await app.call('POST', '/moderation/review_queue', { filter })).body.items;
  const submit = (app: App, item_id: string, action_type: string, options: object = {}) =>
    app.call('POST', '/moderation/submit_action', { item_id, action_type, user_id: 'mod', [action_type]: options });

  test('has one item for all flags of a thing', async () => {
    const app = await aRoom();
    const { item_id } = (await flagNewer(app, 'm')).body;
    await flagNewer(app, 'm', 'mod');
    const [item, ...others] = await queue(app, { entity_type: MESSAGE, status: 'pending' });
    expect(others).toEqual([]);
    expect(item).toMatchObject({ id: item_id, entity_creator_id: 'bad', flags_count: 2, message: { id: 'm' } });
    expect((await app.call('GET', `/moderation/review_queue/${item_id}`)).body.item).toEqual(item);
    expect((await app.call('GET', '/moderation/review_queue/none')).body.code).toBe(16);
    expect((await app.call('POST', '/moderation/flag_count', { entity_creator_id: 'bad' })).body.count).toBe(2);
    const listed = await app.call('POST', '/moderation/flags', { filter: { user_id: 'mod' } });
    expect(listed.body.flags).toMatchObject([{ entity_id: 'm', review_queue_item_id: item_id, type: 'user_report' }]);
  });

  test('actions are done and noted', async () => {
    const app = await aRoom();
    const { item_id } = (await flagNewer(app, 'm')).body;
    await submit(app, item_id, 'escalate', { reason: 'unsure' });
    expect(await queue(app, { status: 'escalated' })).toMatchObject([{ escalated_by: 'mod', status: 'escalated' }]);
    await submit(app, item_id, 'de_escalate');
    const { item } = (await submit(app, item_id, 'delete_message', { reason: 'rude' })).body;
    expect(item).toMatchObject({ status: 'reviewed', reviewed_by: 'mod', message: { type: 'deleted' } });
    expect(item.actions.map((action: { type: string }) => action.type)).toEqual([
      'escalate',
      'de_escalate',
      'delete_message',
    ]);
    await submit(app, item_id, 'restore');
    expect((await app.call('GET', '/chat/messages/m')).body.message.type).toBe('regular');
    await submit(app, item_id, 'ban', { timeout: 5, channel_ban_only: true });
    const bans = async () => (await app.query('/chat/query_banned_users', { filter_conditions: {} })).body.bans;
    expect(await bans()).toMatchObject([{ user: { id: 'bad' }, channel: { cid: 'messaging:room' } }]);
    await submit(app, item_id, 'unban', { channel_cid: 'messaging:room' });
    expect(await bans()).toEqual([]);
    await submit(app, item_id, 'delete_user_messages', { delete_messages: 'soft' });
    expect((await app.call('GET', '/chat/messages/n')).body.message.type).toBe('deleted');
    await submit(app, item_id, 'bypass', { enabled: true });
    expect((await app.query('/users', { filter_conditions: { bypass_moderation: true } })).body.users).toHaveLength(1);
    expect((await submit(app, item_id, 'mark_reviewed')).body.item.latest_moderator_action).toBe('mark_reviewed');
    expect((await submit(app, item_id, 'custom', { id: 'x' })).status).toBe(201);
    expect((await submit(app, item_id, 'end_call')).body.code).toBe(4);
    expect((await submit(app, 'none', 'custom')).body.code).toBe(16);
    await submit(app, item_id, 'delete_message', { hard_delete: true });
    expect((await app.call('GET', '/chat/messages/m')).body.code).toBe(16);
  });

  test('content is checked by the block lists of a configuration', async () => {
    const app = await aRoom();
    await app.call('POST', '/blocklists', { name: 'rules', words: ['spoiler'] });
    const rules = [{ name: 'rules', action: 'flag' }];
    await app.call('POST', '/moderation/config', { key: 'chat', block_list_config: { enabled: true, rules } });
    const check = async (texts: string[], more: object = {}) => {
      const entity = { entity_type: 'listing', entity_id: 'l', entity_creator_id: 'bad', config_key: 'chat' };
      return (await app.call('POST', '/moderation/check', { ...entity, moderation_payload: { texts }, ...more })).body;
    };
    expect(await check(['hello'])).toMatchObject({ status: 'complete', recommended_action: 'keep' });
    expect(await check(['a spoiler'], { test_mode: true })).toMatchObject({ recommended_action: 'flag' });
    expect(await queue(app)).toEqual([]);
    expect((await check(['a spoiler'])).item).toMatchObject({ entity_id: 'l', flags: [{ type: 'block_list' }] });
    expect(await queue(app, { config_key: 'chat' })).toHaveLength(1);
    const profile = { config_key: 'user_profile:default', entity_type: 'stream:v1:user_profile' };
    expect((await check(['fuck_you_123'], profile)).recommended_action).toBe('remove');
    expect((await check(['hi'], profile)).recommended_action).toBe('keep');
  });

  test('messages are checked by it: of servers only on request, of users who pass by never', async () => {
    const app = await aRoom();
    const rules = [{ name: 'profanity_en_2020_v1', action: 'flag' }];
    await app.call('POST', '/moderation/config', {
      key: 'chat:messaging:room',
      block_list_config: { enabled: true, rules },
    });
    const say = async (more: object = {}) =>
      (
        await app.call('POST', '/chat/channels/messaging/room/message', {
          message: { text: 'damn', user_id: 'bad' },
          ...more,
        })
      ).body.message;
    expect(await say()).not.toHaveProperty('moderation');
    const said = await say({ force_moderation: true });
    expect(said.moderation).toMatchObject({ action: 'flag', original_text: 'damn' });
    expect(await queue(app, { entity_type: MESSAGE })).toMatchObject([{ entity_id: said.id }]);
    await app.call('POST', '/moderation/bypass', { target_user_id: 'bad', enabled: true });
    expect(await say({ force_moderation: true })).not.toHaveProperty('moderation');
    await app.call('POST', '/users', { users: { bad: { id: 'bad' } } });
    expect(await say({ force_moderation: true })).not.toHaveProperty('moderation');
  });

  test('findings of the customer are put there as they are; a user has a report', async () => {
    const app = await aRoom();
    const custom = await app.call('POST', '/moderation/custom_check', {
      entity_type: MESSAGE,
      entity_id: 'm',
      flags: [{ type: 'odd', labels: ['A'], custom: { a: 1 } }],
    });
    expect(custom.body).toMatchObject({ status: 'complete', item: { flags: [{ type: 'odd', labels: ['A'] }] } });
    await app.call('POST', '/users/block', { blocked_user_id: 'bad', user_id: 'ann' });
    await app.call('POST', '/moderation/mute', { target_ids: ['bad'], user_id: 'ann' });
    const report = (query: string) => app.call('GET', `/moderation/user_report?user_id=${query}`);
    expect((await report('ann&include_user_blocks=true&include_user_mutes=true')).body).toMatchObject({
      user: { id: 'ann' },
      user_blocks: [{ blocked_user_id: 'bad' }],
      user_mutes: [{ target: { id: 'bad' } }],
    });
    expect((await report('new')).body.code).toBe(16);
    expect((await report('new&create_user_if_not_exists=true')).body.user.id).toBe('new');
    expect((await report('')).body.code).toBe(4);
  });
});
