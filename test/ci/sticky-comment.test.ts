import { afterEach, beforeEach, describe, expect, test } from 'vitest';
// @ts-expect-error a script of the action, which has no types
import { keepComment } from '../../scripts/sticky-comment.mjs';
import { BOT, type GitHub, startGitHub } from './github.ts';

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.close());

const MARKER = '<!-- chat plan: chat.config.yaml -->';
const keep = (body: string, more: Readonly<Record<string, unknown>> = {}): Promise<string | undefined> =>
  keepComment({ api: github.url, repository: 'acme/chat', token: 't0ken', number: 7, marker: MARKER, body, ...more });
const bodies = () => github.comments.map((each) => each.body);

describe('the comment of a pull request', () => {
  test('is made once and edited from then on', async () => {
    expect(await keep('one')).toBeUndefined();
    expect(await keep('two')).toBeUndefined();
    expect(bodies()).toEqual([`${MARKER}\ntwo`]);
    expect(github.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  test('is left alone when it says the same', async () => {
    await keep('one');
    github.calls.length = 0;
    await keep('one');
    expect(github.calls).toEqual(['GET /repos/acme/chat/issues/7/comments']);
  });

  test('is found behind hundreds of others', async () => {
    for (let id = 1; id <= 250; id += 1) github.comments.push({ id, user: BOT, body: `other ${id}` });
    github.comments.push({ id: 300, user: BOT, body: `${MARKER}\nold` });
    await keep('new');
    expect(bodies().filter((body) => body.startsWith(MARKER))).toEqual([`${MARKER}\nnew`]);
  });

  test('is never one that a person wrote', async () => {
    github.comments.push({ id: 1, user: { login: 'eve', type: 'User' }, body: `${MARKER}\nmine` });
    await keep('plan');
    expect(bodies()).toEqual([`${MARKER}\nmine`, `${MARKER}\nplan`]);
  });

  test('is another for another configuration', async () => {
    await keep('one');
    await keep('two', { marker: '<!-- chat plan: chat.config.yaml eu -->' });
    expect(bodies()).toHaveLength(2);
  });

  test('stays one when two runs make it at the same moment', async () => {
    github.onMade = () => {
      github.onMade = undefined;
      github.comments.unshift({ id: 1, user: BOT, body: `${MARKER}\nfrom the other run` });
    };
    await keep('mine');
    expect(bodies()).toEqual([`${MARKER}\nmine`]);
    const [first, second] = await Promise.all([keep('a'), keep('b')]);
    expect([first, second]).toEqual([undefined, undefined]);
    expect(bodies()).toHaveLength(1);
  });

  test('is not made twice when an answer gets lost', async () => {
    github.loseNextAnswer = true;
    expect(await keep('one')).toContain('POST answered 502');
    expect(await keep('two')).toBeUndefined();
    expect(bodies()).toEqual([`${MARKER}\ntwo`]);
  });

  test.each([
    ['without the right to', { token: 'none' }, 'GET answered 401'],
    ['where there is none', { number: 8 }, 'GET answered 404'],
    ['where nobody answers', { api: 'http://127.0.0.1:9' }, 'fetch failed'],
  ])('tells why it was not made: %s', async (_name, more, reason) => {
    expect(await keep('one', more)).toContain(reason);
    expect(github.comments).toEqual([]);
  });

  test('survives passing failures', async () => {
    github.failures.push(503, 429);
    expect(await keep('one')).toBeUndefined();
    expect(bodies()).toEqual([`${MARKER}\none`]);
  });
});
