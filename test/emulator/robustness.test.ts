/** Whatever a caller sends, the emulator answers as the API does, a refusal changes nothing, and nothing is its own fault. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROUTES } from '../../src/emulator/resources/index.ts';
import { loadContract } from '../support/contract.ts';
import { anAppWith } from './support.ts';
import { UNDESCRIBED, WALK } from './walk.ts';

const KEYS = `users id name set unset data custom members user_id created_by_id created_by grants commands message text
  filter_conditions sort limit offset add_members remove_members assign_roles channel_role config_overrides event_hooks
  webhook_url hook_type apn_config file_upload_config size_limit allowed_file_extensions user_ids cids operation filter
  words type description action condition blocklists blocklist behavior role teams teams_role privacy_settings state
  messages cooldown frozen filter_tags attachments pinned pin_expires push_config version items automod_thresholds toxic
  flag partition_size partition_ttl firebase_config credentials_json notification_template $in $gt $exists $and a.b
  constructor __proto__ toString revoke_tokens_issued_before datadog_info api_key permissions invites accept_invite reaction score vote option_id
  answer_text options poll_id parent_id event remind_at thread_id message_id message_timestamp channel_cids form_data
  groups read_by_channel latest_delivered_messages member_ids truncated_at hide_history_before language channels next
  message_filter_conditions query user user_id undeleted_by`.split(/\s+/);
const WORDS = [
  'ann',
  'bob',
  'messaging:room',
  'room',
  'm',
  'messaging',
  'admin',
  'read-channel',
  'giphy',
  'webhook',
  '',
  'x y',
  'a..b',
];

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 1.5, 1e21, ...WORDS),
    fc.string({ maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS, ...WORDS), tie('value'), { maxKeys: 5 }),
  ),
}));

const request = fc.record({
  route: fc.constantFrom(...ROUTES),
  parameters: fc.array(fc.constantFrom('messaging', 'room', 'ann', 'm', 'giphy', 'team', 'none', 'constructor'), {
    minLength: 2,
    maxLength: 2,
  }),
  body: fc.oneof(fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 }), value),
  query: fc.dictionary(
    fc.constantFrom('ids', 'limit', 'payload', 'user_id', 'hard', 'state', 'cursor', 'query'),
    fc.json(),
    { maxKeys: 2 },
  ),
});

/** Replies are held against the description of the API where there is one. */
const dir = process.env['CHAT_CONTRACT_DIR'];
const contract = dir === undefined ? undefined : loadContract(dir);

const RUNS = Number(process.env['CHAT_FUZZ_RUNS'] ?? 400);

async function aFullApp() {
  const app = await anAppWith(['ann', 'bob']);
  await app.call('POST', '/chat/channels/messaging/room/query', {
    data: { created_by_id: 'ann', members: [{ user_id: 'bob' }] },
  });
  await app.call('POST', '/chat/channels/messaging/room/message', { message: { id: 'm', text: 'hi', user_id: 'ann' } });
  return {
    ...app,
    /** Sends a request and checks what must hold for every one. */
    async probe(method: string, path: string, body: unknown) {
      // Tasks that are due must not look like the work of this request.
      await app.call('GET', '/tasks/none');
      const before = JSON.stringify(app.emulator.snapshot());
      const reply = await app.call(method, path, method === 'GET' || method === 'DELETE' ? undefined : body);
      expect([200, 201, 400, 403, 404, 413, 431], JSON.stringify(reply.body)).toContain(reply.status);
      expect(typeof reply.body.duration).toBe('string');
      const op = app.emulator.log.at(-1)?.op ?? '';
      const isDescribed = contract !== undefined && !Object.hasOwn(UNDESCRIBED, op);
      const problems = isDescribed ? contract.checkReply(op, reply.status, reply.body) : [];
      expect({ method, path, body, problems: problems.slice(0, 3) }).toMatchObject({ problems: [] });
      const after = JSON.stringify(app.emulator.snapshot());
      if (reply.status >= 400) {
        expect(reply.body.StatusCode).toBe(reply.status);
        expect(after === before, `${method} ${path} ${JSON.stringify(body)} left a trace`).toBe(true);
      }
    },
  };
}

test('arbitrary requests', { timeout: 60_000 }, async () => {
  const { probe } = await aFullApp();
  await fc.assert(
    fc.asyncProperty(request, async ({ route, parameters, body, query }) => {
      const rest = [...parameters];
      const path = route.path.replace(/:\w+/g, () => encodeURIComponent(rest.shift() ?? 'x'));
      const search = new URLSearchParams(query).toString();
      await probe(
        route.method,
        `${route.area === 'chat' ? '/chat' : ''}${path}${search === '' ? '' : `?${search}`}`,
        body,
      );
    }),
    { numRuns: RUNS, seed: 42 },
  );
});

/** A copy in which the member that `choice` falls on is another value. */
function disturbed(body: unknown, choice: number, next: unknown): unknown {
  if (typeof body !== 'object' || body === null) return next;
  const keys = Object.keys(body);
  const key = keys[choice % (keys.length + 1)];
  if (key === undefined) return next;
  const copy = structuredClone(body) as Record<string, unknown>;
  copy[key] = disturbed(copy[key], Math.floor(choice / (keys.length + 1)), next);
  return copy;
}

const disturbance = fc.record({
  step: fc.constantFrom(...WALK.filter(([, , body]) => body !== undefined)),
  choice: fc.nat(),
  next: value,
});

test('requests that are nearly right', { timeout: 60_000 }, async () => {
  const { probe, clock } = await aFullApp();
  // Up to where the walk begins to take things away.
  const built = WALK.findIndex(([, path]) => path.endsWith('/deactivate'));
  for (const [method, path, body] of WALK.slice(0, built)) await probe(method, path, body);
  await fc.assert(
    fc.asyncProperty(disturbance, async ({ step: [method, path, body], choice, next }) => {
      clock.pass(10);
      await probe(method, path, disturbed(body, choice, next));
    }),
    { numRuns: RUNS, seed: 43 },
  );
});
