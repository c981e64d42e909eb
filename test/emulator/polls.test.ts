import { describe, expect, test } from 'vitest';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';

async function aPoll(poll: object = {}) {
  const app = await anAppWith(['alice', 'bob', 'carol']);
  await app.call('PUT', '/chat/channeltypes/messaging', { polls: true });
  const members = ['alice', 'bob', 'carol'].map((user_id) => ({ user_id }));
  await app.call('POST', `${ROOM}/query`, { data: { created_by_id: 'alice', members } });
  const options = [
    { id: 'red', text: 'Red' },
    { id: 'blue', text: 'Blue', custom: { hex: '#00f' } },
  ];
  const made = await app.call('POST', '/polls', { id: 'p', name: 'Color?', options, user_id: 'alice', ...poll });
  expect(made.status).toBe(201);
  await app.call('POST', `${ROOM}/message`, { message: { id: 'm', text: 'Vote', user_id: 'alice', poll_id: 'p' } });
  const vote = (user_id: string, vote: object) => app.call('POST', '/chat/messages/m/polls/p/vote', { vote, user_id });
  const get = async (query = '') => (await app.call('GET', `/polls/p${query}`)).body.poll;
  return { ...app, made: made.body.poll, vote, get, as: (id: string) => client(app.emulator, { user_id: id }) };
}

describe('a poll', () => {
  test('is made with what was not said', async () => {
    const { made } = await aPoll({ custom: { a: 1 } });
    expect(made).toMatchObject({
      id: 'p',
      name: 'Color?',
      description: '',
      voting_visibility: 'public',
      enforce_unique_vote: false,
      allow_answers: false,
      allow_user_suggested_options: false,
      is_closed: false,
      vote_count: 0,
      answers_count: 0,
      created_by_id: 'alice',
      custom: { a: 1 },
      options: [
        { id: 'red', text: 'Red', custom: {} },
        { id: 'blue', text: 'Blue', custom: { hex: '#00f' } },
      ],
    });
  });

  test('shows in its message', async () => {
    const { call } = await aPoll();
    expect((await call('GET', '/chat/messages/m')).body.message).toMatchObject({
      poll_id: 'p',
      poll: { name: 'Color?' },
    });
  });

  const refused: readonly [name: string, body: object, status: number][] = [
    ['no name', { user_id: 'alice' }, 400],
    ['nobody', { name: 'x' }, 400],
    ['a stranger', { name: 'x', user_id: 'ghost' }, 404],
    ['an id that is taken', { id: 'p', name: 'x', user_id: 'alice' }, 400],
    ['options that are the same', { name: 'x', user_id: 'alice', options: [{ text: 'a' }, { text: 'a' }] }, 400],
    ['an option without text', { name: 'x', user_id: 'alice', options: [{ id: 'a' }] }, 400],
    ['eleven votes', { name: 'x', user_id: 'alice', max_votes_allowed: 11 }, 400],
    ['one vote and two', { name: 'x', user_id: 'alice', enforce_unique_vote: true, max_votes_allowed: 2 }, 400],
    ['another visibility', { name: 'x', user_id: 'alice', voting_visibility: 'secret' }, 400],
  ];
  test.each(refused)('%s is refused', async (_name, body, status) => {
    const { call } = await aPoll();
    expect((await call('POST', '/polls', body)).status).toBe(status);
  });

  test('is replaced, votes for options that are gone going too', async () => {
    const { call, vote, get } = await aPoll();
    await vote('bob', { option_id: 'red' });
    await vote('carol', { option_id: 'blue' });
    const body = { id: 'p', name: 'New?', options: [{ id: 'blue', text: 'Navy' }], user_id: 'alice' };
    const reply = await call('PUT', '/polls', body);
    expect(reply.status).toBe(201);
    expect(await get()).toMatchObject({
      name: 'New?',
      options: [{ text: 'Navy' }],
      vote_counts_by_option: { blue: 1 },
    });
    expect((await call('PUT', '/polls', { ...body, id: 'none' })).status).toBe(404);
    expect((await call('PUT', '/polls', { id: 'p', user_id: 'alice' })).status).toBe(400);
  });

  test('is changed in part', async () => {
    const { call, get } = await aPoll({ description: 'x', custom: { a: 1, b: 2 } });
    const patch = (set: object, unset: string[] = []) => call('PATCH', '/polls/p', { set, unset, user_id: 'alice' });
    expect((await patch({ name: 'New?', c: 3 }, ['description', 'b'])).status).toBe(200);
    expect(await get()).toMatchObject({ name: 'New?', description: '', custom: { a: 1, c: 3 } });
    for (const [set, unset] of [
      [{}, []],
      [{ id: 'q' }, []],
      [{ options: [] }, []],
      [{ is_closed: 'no' }, []],
      [{ 'a..b': 1 }, []],
    ] as const)
      expect((await patch(set, [...unset])).body.code).toBe(4);
  });

  test('goes with its votes', async () => {
    const { call, vote } = await aPoll();
    await vote('bob', { option_id: 'red' });
    expect((await call('DELETE', '/polls/p')).status).toBe(400);
    expect((await call('DELETE', '/polls/p?user_id=alice')).status).toBe(200);
    expect((await call('GET', '/polls/p')).status).toBe(404);
    expect((await call('GET', '/chat/messages/m')).body.message).not.toHaveProperty('poll');
  });
});

describe('options', () => {
  test('come, change and go', async () => {
    const { call, vote, get } = await aPoll();
    const made = await call('POST', '/polls/p/options', { id: 'green', text: 'Green', user_id: 'alice' });
    expect([made.status, made.body.poll_option]).toEqual([201, { id: 'green', text: 'Green', custom: {} }]);
    expect((await call('POST', '/polls/p/options', { text: 'Green', user_id: 'alice' })).status).toBe(400);
    await call('PUT', '/polls/p/options', { id: 'green', text: 'Lime', custom: { a: 1 }, user_id: 'alice' });
    expect((await call('GET', '/polls/p/options/green')).body.poll_option).toEqual({
      id: 'green',
      text: 'Lime',
      custom: { a: 1 },
    });
    await vote('bob', { option_id: 'green' });
    expect((await call('DELETE', '/polls/p/options/green?user_id=alice')).status).toBe(200);
    expect((await get()).vote_count).toBe(0);
    expect((await call('GET', '/polls/p/options/green')).status).toBe(404);
    expect((await call('PUT', '/polls/p/options', { id: 'green', text: 'x', user_id: 'alice' })).status).toBe(404);
  });

  test('others may suggest them if the poll lets them', async () => {
    const { as, call } = await aPoll();
    const suggest = (text: string) => as('bob').call('POST', '/polls/p/options', { text });
    expect((await suggest('Green')).status).toBe(403);
    await call('PATCH', '/polls/p', { set: { allow_user_suggested_options: true }, user_id: 'alice' });
    expect((await suggest('Green')).status).toBe(201);
  });
});

describe('votes', () => {
  test('count, and show who cast them', async () => {
    const { vote, get } = await aPoll();
    const reply = await vote('bob', { option_id: 'red' });
    expect(reply.body.vote).toMatchObject({ option_id: 'red', poll_id: 'p', user_id: 'bob' });
    expect(reply.body.poll.own_votes).toHaveLength(1);
    await vote('bob', { option_id: 'red' });
    await vote('bob', { option_id: 'blue' });
    expect(await get('?user_id=bob')).toMatchObject({
      vote_count: 2,
      vote_counts_by_option: { red: 1, blue: 1 },
      latest_votes_by_option: { red: [{ user: { id: 'bob' } }] },
    });
  });

  test('can be one only', async () => {
    const { vote, get } = await aPoll({ enforce_unique_vote: true });
    await vote('bob', { option_id: 'red' });
    await vote('bob', { option_id: 'blue' });
    expect((await get()).vote_counts_by_option).toEqual({ blue: 1 });
  });

  test('can be few only, and anonymous', async () => {
    const { vote, get } = await aPoll({ max_votes_allowed: 1, voting_visibility: 'anonymous' });
    expect((await vote('bob', { option_id: 'red' })).body.vote.user_id).toBe('bob');
    const second = await vote('bob', { option_id: 'blue' });
    expect([second.status, second.body.message]).toEqual([400, expect.stringContaining('more than 1 votes')]);
    expect((await get()).latest_votes_by_option).toEqual({ red: [] });
  });

  test('answers are in words, one of each user, where they are wanted', async () => {
    const { vote, get, call } = await aPoll({ allow_answers: true });
    await vote('bob', { answer_text: 'Pink' });
    await vote('bob', { answer_text: 'Gold' });
    expect(await get()).toMatchObject({
      answers_count: 1,
      vote_count: 0,
      latest_answers: [{ answer_text: 'Gold', is_answer: true }],
    });
    await call('PATCH', '/polls/p', { set: { allow_answers: false }, user_id: 'alice' });
    expect((await vote('carol', { answer_text: 'x' })).body.code).toBe(4);
  });

  test('are taken back by their user', async () => {
    const { vote, get, call } = await aPoll();
    const { id } = (await vote('bob', { option_id: 'red' })).body.vote;
    const path = `/chat/messages/m/polls/p/vote/${id}`;
    expect((await call('DELETE', `${path}?user_id=carol`)).status).toBe(404);
    expect((await call('DELETE', path)).status).toBe(400);
    const gone = await call('DELETE', `${path}?user_id=bob`);
    expect([gone.status, gone.body.vote.id, gone.body.poll.vote_count]).toEqual([200, id, 0]);
    expect((await get()).vote_count).toBe(0);
  });

  const refused: readonly [name: string, vote: object, status: number][] = [
    ['no option and no answer', {}, 400],
    ['both', { option_id: 'red', answer_text: 'x' }, 400],
    ['an option that is not there', { option_id: 'none' }, 404],
  ];
  test.each(refused)('%s is refused', async (_name, vote, status) => {
    const app = await aPoll();
    expect((await app.vote('bob', vote)).status).toBe(status);
  });

  test('end when the poll is closed', async () => {
    const { vote, call, as } = await aPoll();
    expect((await as('bob').call('PATCH', '/polls/p', { set: { is_closed: true } })).status).toBe(403);
    expect((await as('alice').call('PATCH', '/polls/p', { set: { is_closed: true } })).status).toBe(200);
    const reply = await vote('bob', { option_id: 'red' });
    expect([reply.status, reply.body.message]).toEqual([400, expect.stringContaining('closed')]);
    await call('POST', `${ROOM}/message`, { message: { id: 'other', text: 'x', user_id: 'alice' } });
    expect(
      (await call('POST', '/chat/messages/other/polls/p/vote', { vote: { option_id: 'red' }, user_id: 'bob' })).status,
    ).toBe(404);
  });

  test('are queried', async () => {
    const { vote, call, clock } = await aPoll({ allow_answers: true });
    for (const [id, one] of [
      ['bob', { option_id: 'red' }],
      ['carol', { option_id: 'blue' }],
      ['bob', { answer_text: 'x' }],
    ] as const) {
      clock.pass(1000);
      await vote(id, one);
    }
    const ask = async (body: object) => (await call('POST', '/polls/p/votes?user_id=alice', body)).body;
    expect((await ask({})).votes).toHaveLength(3);
    expect((await ask({ filter: { option_id: 'red' } })).votes).toMatchObject([{ user_id: 'bob' }]);
    expect((await ask({ filter: { is_answer: true } })).votes).toMatchObject([{ answer_text: 'x' }]);
    const page = await ask({ limit: 2 });
    expect((await ask({ limit: 2, next: page.next })).votes).toHaveLength(1);
    expect((await ask({ filter: { text: 'x' } })).code).toBe(4);
  });
});

test('polls are queried, by clients their own', async () => {
  const { call, as } = await aPoll();
  await call('POST', '/polls', { id: 'q', name: 'Other', user_id: 'bob' });
  const ids = (polls: readonly { id: string }[]) => polls.map((one) => one.id).sort();
  expect(ids((await call('POST', '/polls/query', { user_id: 'alice' })).body.polls)).toEqual(['p', 'q']);
  expect(ids((await call('POST', '/polls/query?user_id=alice', { filter: { name: 'Other' } })).body.polls)).toEqual([
    'q',
  ]);
  expect(ids((await as('alice').call('POST', '/polls/query', {})).body.polls)).toEqual(['p']);
  expect((await call('POST', '/polls/query', {})).body.code).toBe(4);
});
