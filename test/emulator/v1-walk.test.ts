/** The same calls through both generations of the API: the same things happen, and the replies say the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASSUMPTIONS } from '../../src/emulator/index.ts';
import { ROUTES } from '../../src/emulator/resources/index.ts';
import { loadContract } from '../support/contract.ts';
import { bothGenerations, olderBody, olderPath, olderReply } from './generations.ts';
import { UNDESCRIBED, WALK } from './walk.ts';
import { filledIn, follow } from './walk-administration.ts';

const dir = process.env['CHAT_CONTRACT_DIR'];
const contract = dir === undefined ? undefined : loadContract(dir, 1);

/** Steps that only the newer generation has a route for. */
function isNewerOnly(method: string, path: string): boolean {
  const route = ROUTES.filter((one) => one.generation !== 1).find((one) => {
    const pattern = `${one.area === 'chat' ? '/chat' : ''}${one.path}`.replace(/:\w+/g, '[^/]+');
    return one.method === method && new RegExp(`^${pattern}$`).test(path.split('?')[0] ?? '');
  });
  return route?.generation === 2;
}

/** An empty body is as good as none. */
function sent(body: unknown): unknown {
  const older = olderBody(body);
  return typeof older === 'object' && older !== null && Object.keys(older).length === 0 ? undefined : older;
}

test.each(['a', 'b'] as const)('reply by reply, all assumptions being %s', { timeout: 60_000 }, async (answer) => {
  // One question is about the older generation alone, and its bodies here hold no such member.
  const assume = Object.fromEntries(Object.keys(ASSUMPTIONS).map((name) => [name, answer]));
  const newer = await bothGenerations({ seed: 7, assume });
  const older = await bothGenerations({ seed: 7, assume });
  const named: Record<string, string> = {};
  const seen = new Set<string>();
  for (const [method, template, unfilled] of WALK.filter(([method, path]) => !isNewerOnly(method, path))) {
    newer.clock.pass(1000);
    older.clock.pass(1000);
    const path = template.replace(/\{(\w+)\}/, (_, name: string) => named[name] ?? '');
    const body = filledIn(unfilled, named);
    const one = await newer.call(method, path, body);
    const other = await older.older(method, olderPath(path), olderBody(body));
    const op = older.emulator.log.at(-1)?.op ?? '';
    await follow(newer.emulator, one.body, named);
    await follow(older.emulator, other.body, named);
    expect(op, path).toBe(newer.emulator.log.at(-1)?.op);
    expect({ op, path, status: other.status }).toEqual({ op, path, status: one.status });
    const { duration: _, ...expected } = olderReply(one.body) as Record<string, unknown>;
    const { duration, ...told } = other.body;
    expect(duration, path).toMatch(/ms$/);
    expect({ op, path, told }).toEqual({ op, path, told: expected });
    if (contract?.operations.includes(op) === true && !Object.hasOwn(UNDESCRIBED, op)) {
      expect({ op, path, problems: contract.checkReply(op, other.status, other.body) }).toMatchObject({ problems: [] });
      const url = new URL(`http://emulator${olderPath(path)}`);
      if (other.status < 300 && !(body instanceof FormData)) {
        const problems = contract.checkRequest(op, method, url.pathname, url.searchParams, sent(body));
        expect({ op, path, problems }).toMatchObject({ problems: [] });
      }
    }
    if (other.status < 300) seen.add(op);
    if (typeof one.body.task_id === 'string') named['task'] = one.body.task_id;
    if (typeof one.body.blocklist?.id === 'string') named['list'] = one.body.blocklist.id;
    if (typeof one.body.vote?.id === 'string') named['vote'] = one.body.vote.id;
    if (typeof one.body.file === 'string') named['file'] = encodeURIComponent(one.body.file);
  }
  expect(JSON.parse(JSON.stringify(older.emulator.snapshot()))).toEqual(
    JSON.parse(JSON.stringify(newer.emulator.snapshot())),
  );
  expect(seen.size).toBeGreaterThan(90);
});

const WORDS = ['ann', 'bob', 'messaging', 'room', 'custom', 'members', 'user_id', 'data', 'message', '__proto__', 'x'];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, 0, 1.5, 1e21, -1, ...WORDS),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...WORDS), tie('value'), { maxKeys: 4 }),
  ),
}));

/** A copy in which the member that `choice` falls on is another value. */
function disturbed(body: unknown, choice: number, next: unknown): unknown {
  if (typeof body !== 'object' || body === null || body instanceof FormData) return next;
  const keys = Object.keys(body);
  const key = keys[choice % (keys.length + 1)];
  if (key === undefined) return { ...body, [WORDS[choice % WORDS.length] ?? '']: next };
  return { ...body, [key]: disturbed((body as Record<string, unknown>)[key], Math.floor(choice / keys.length), next) };
}

test('whatever is sent, the older one answers as the API does', { timeout: 60_000 }, async () => {
  const { clock, older, emulator } = await bothGenerations();
  const steps = WALK.filter(([method, path]) => !isNewerOnly(method, path));
  for (const [method, path, body] of steps.slice(0, 60)) await older(method, olderPath(path), olderBody(body));
  const disturbance = fc.record({ step: fc.constantFrom(...steps), choice: fc.nat(), next: value });
  await fc.assert(
    fc.asyncProperty(disturbance, async ({ step: [method, path, body], choice, next }) => {
      clock.pass(10);
      const sentBody = method === 'GET' || method === 'DELETE' ? undefined : disturbed(olderBody(body), choice, next);
      const reply = await older(method, olderPath(path), sentBody);
      expect([200, 201, 400, 403, 404, 413, 431], JSON.stringify(reply.body)).toContain(reply.status);
      const op = emulator.log.at(-1)?.op ?? '';
      if (contract?.operations.includes(op) !== true || Object.hasOwn(UNDESCRIBED, op)) return;
      const problems = contract.checkReply(op, reply.status, reply.body);
      expect({ method, path, sentBody, problems }).toMatchObject({ problems: [] });
    }),
    { numRuns: Number(process.env['CHAT_FUZZ_RUNS'] ?? 400), seed: 44 },
  );
});
