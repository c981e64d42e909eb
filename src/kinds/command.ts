/** Custom slash commands. PUT demands the description, so the undeclared fields travel along as they were read. */
import { path, read, write } from '../core/call.ts';
import { asArray, asObject, asString, isObject } from '../core/json.ts';
import { compact, defineKind, payload, pick, readExtra, step } from '../core/steps.ts';

const BUILT_IN = new Set(['giphy', 'imgur', 'ban', 'unban', 'mute', 'unmute', 'flag', 'unflag']);
const FIELDS = ['description', 'args', 'set'];

export const command = defineKind({
  name: 'command',
  collection: 'commands',
  after: ['app'],
  chunk: Number.POSITIVE_INFINITY,
  removal: ['delete', 'keep'],
  fields: {
    '/description': { absent: '', carried: true },
    '/args': { absent: '', carried: true },
    '/set': { absent: '', carried: true },
    '/extra': { shape: 'open' },
    '/protect': { meta: true },
  },
  reserved: (id) => BUILT_IN.has(id),
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references: () => [],
  async *read(reader, wanted) {
    const bodies = new Map(wanted.map((each) => [each.id, each.body]));
    const { commands } = await reader.send(read('ListCommands', 'GET', '/api/v2/chat/commands'));
    for (const each of asArray(commands, 'commands')) {
      const live = asObject(each, 'command');
      const id = asString(live['name'], 'command name');
      const { extra, blind } = readExtra(live, bodies.get(id));
      yield { id, body: compact({ ...pick(live, FIELDS), extra }), blind };
    }
  },
  write(change) {
    const at = `/api/v2/chat/commands${path(change.id)}`;
    if (change.action === 'remove') return [step(write('DeleteCommand', 'DELETE', at, undefined, 'exists-is-done'))];
    const declared = payload(change.next ?? {});
    if (change.action === 'create')
      return [
        step(
          write('CreateCommand', 'POST', '/api/v2/chat/commands', { name: change.id, ...declared }, 'exists-is-done'),
        ),
      ];
    const whole = { ...pick(change.live ?? {}, FIELDS), ...declared };
    return [step(write('UpdateCommand', 'PUT', at, whole, 'free'), { readAgainAfter: 5000 })];
  },
  echo(_call, reply) {
    const live = reply['command'];
    return isObject(live) ? [{ id: asString(live['name']), body: pick(live, FIELDS), blind: ['/extra'] }] : [];
  },
});
