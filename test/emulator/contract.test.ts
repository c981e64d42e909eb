/** A walk over every route whose replies are checked against the vendor's description of the API. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ASSUMPTIONS, createEmulator } from '../../src/emulator/index.ts';
import { ROUTES } from '../../src/emulator/resources/index.ts';
import { type Contract, loadContract } from '../support/contract.ts';
import { aClock, client, type Reply } from './support.ts';
import { UNDESCRIBED, WALK } from './walk.ts';
import { filledIn, follow } from './walk-administration.ts';

const dir = process.env['CHAT_CONTRACT_DIR'];

describe.skipIf(dir === undefined)('against the description of the API (set CHAT_CONTRACT_DIR to its folder)', () => {
  let contract: Contract;
  beforeAll(() => {
    contract = loadContract(dir ?? '');
  });

  const faults: readonly [name: string, op: string, method: string, path: string, body: unknown, problem: string][] = [
    [
      'a key that is not described',
      'CreateRole',
      'POST',
      '/api/v2/roles',
      { name: 'a', nmae: 'b' },
      'additional properties',
    ],
    [
      'a missing key',
      'CreateCommand',
      'POST',
      '/api/v2/chat/commands',
      { name: 'a' },
      "must have required property 'description'",
    ],
    [
      'a value of another type',
      'UpdateApp',
      'PATCH',
      '/api/v2/app',
      { multi_tenant_enabled: 'yes' },
      'must be boolean',
    ],
    ['null for a switch', 'UpdateApp', 'PATCH', '/api/v2/app', { multi_tenant_enabled: null }, 'must be boolean'],
    [
      'a numeric time in a hook',
      'UpdateApp',
      'PATCH',
      '/api/v2/app',
      { event_hooks: [{ created_at: 1 }] },
      'must be string',
    ],
    ['another method', 'UpdateApp', 'PUT', '/api/v2/app', {}, 'UpdateApp is PATCH, not PUT'],
    ['another path', 'UpdateApp', 'PATCH', '/api/v2/apps', {}, 'UpdateApp is /api/v2/app'],
    ['an unknown parameter', 'GetApp', 'GET', '/api/v2/app?x=1', undefined, 'GetApp has no parameter x'],
    [
      'a missing parameter',
      'GetManyMessages',
      'GET',
      '/api/v2/chat/channels/a/b/messages',
      undefined,
      'lacks the parameter ids',
    ],
    ['a parameter of another type', 'ListBlockLists', 'GET', '/api/v2/blocklists?limit=many', undefined, 'limit: '],
    [
      'a payload that lacks its filter',
      'QueryUsers',
      'GET',
      '/api/v2/users?payload={}',
      undefined,
      'filter_conditions',
    ],
    ['a body where there is none', 'GetApp', 'GET', '/api/v2/app', {}, 'GetApp has no body'],
  ];
  test.each(faults)('a call is found wrong: %s', (_name, op, method, path, body, problem) => {
    const url = new URL(path, 'http://emulator');
    expect(contract.checkRequest(op, method, url.pathname, url.searchParams, body).join('; ')).toContain(problem);
  });

  test('a reply is found wrong', () => {
    expect(contract.checkReply('GetApp', 200, { app: {} }).join('; ')).toContain(
      "must have required property 'duration'",
    );
    expect(contract.checkReply('GetApp', 201, {})).toEqual(['GetApp does not answer with 201']);
    expect(contract.checkReply('GetApp', 500, { code: 'x' }).length).toBeGreaterThan(0);
  });

  test.each(['a', 'b'] as const)(
    'every call and every reply is as described, all assumptions being %s',
    async (answer) => {
      const clock = aClock();
      const assume = Object.fromEntries(Object.keys(ASSUMPTIONS).map((name) => [name, answer]));
      const emulator = await createEmulator({ rateLimits: 'off', seed: 7, now: clock.now, assume });
      const { call } = client(emulator);
      const named: Record<string, string> = {};
      const seen = new Set<string>();
      for (const [method, path, template] of WALK) {
        const body = filledIn(template, named);
        clock.pass(1000);
        const asked = path.replace(/\{(\w+)\}/, (_, name: string) => named[name] ?? '');
        const reply = await call(method, asked, body);
        const op = emulator.log.at(-1)?.op ?? '';
        await follow(emulator, reply.body, named);
        const url = new URL(`http://emulator/api/v2${asked}`);
        if (typeof reply.body.task_id === 'string') named['task'] = reply.body.task_id;
        if (typeof reply.body.blocklist?.id === 'string') named['list'] = reply.body.blocklist.id;
        if (typeof reply.body.vote?.id === 'string') named['vote'] = reply.body.vote.id;
        if (typeof reply.body.file === 'string') named['file'] = encodeURIComponent(reply.body.file);
        if (Object.hasOwn(UNDESCRIBED, op)) {
          const problems = checkParts(contract, op, reply);
          expect({ op, path, problems }).toEqual({ op, path, problems: [] });
          if (reply.status < 300) seen.add(op);
          continue;
        }
        expect({ op, path, problems: contract.checkReply(op, reply.status, reply.body) }).toEqual({
          op,
          path,
          problems: [],
        });
        if (reply.status < 300) {
          seen.add(op);
          const problems = contract.checkRequest(op, method, url.pathname, url.searchParams, described(body));
          expect({ op, path, problems }).toEqual({ op, path, problems: [] });
        }
      }
      if (answer === 'a')
        expect(
          ROUTES.filter((route) => route.generation !== 1)
            .map((route) => route.op)
            .filter((op) => !seen.has(op) && !(Object.hasOwn(UNDESCRIBED, op) && UNDESCRIBED[op] === undefined)),
        ).toEqual([]);
    },
  );
});

/** Puts each thing in an answer that is not described where a described answer holds such a thing. */
function checkParts(contract: Contract, op: string, reply: Reply): string[] {
  const known = UNDESCRIBED[op];
  if (known === undefined || reply.status >= 300)
    return reply.status >= 300 ? contract.checkReply(op, reply.status, reply.body) : [];
  const [host, part] = known;
  const things = [reply.body[part]].flat();
  if (things.length === 0 || things.includes(undefined)) return [`${op} answers without ${part}`];
  return things.flatMap((thing) => {
    const duration = '1ms';
    switch (host) {
      case 'GetOrCreateChannel':
        return contract.checkReply(host, 201, { ...NO_STATE, duration, threads: [thing] });
      case 'GetMessage':
        return contract.checkReply(host, 200, { duration, message: thing.message });
      case 'MarkRead':
        return contract.checkReply(host, 201, { duration, event: { ...NO_EVENT, thread: thing } });
      case 'UpdateUsers':
        return contract
          .checkReply(host, 201, {
            duration,
            membership_deletion_task_id: '',
            users: { a: { channel_mutes: [thing] } },
          })
          .filter((problem) => problem.includes('channel_mutes'));
      case 'CastPollVote':
        return contract.checkReply(host, 201, { duration, [part === 'votes' ? 'vote' : 'poll']: thing });
      case 'GetDraft':
        return contract.checkReply(host, 200, { duration, draft: thing });
      default:
        return contract.checkReply(host, 200, { duration, reminder: thing });
    }
  });
}

const NO_STATE = { members: [], messages: [], pinned_messages: [] };
const NO_EVENT = { channel_id: 'a', channel_type: 'a', cid: 'a:a', created_at: 1, type: 'message.read' };

/** A form as the description has it: the file is text in it. */
function described(body: unknown): unknown {
  if (!(body instanceof FormData)) return body;
  return Object.fromEntries(
    [...body].map(([name, value]) => [name, typeof value !== 'string' ? value.name : JSON.parse(value)]),
  );
}

test.skipIf(dir !== undefined)('the description of the API is not checked: CHAT_CONTRACT_DIR is not set', () => {
  expect(dir).toBeUndefined();
});
