/** Custom slash commands. PUT demands the description, so the undeclared fields travel along as they were read. */
import { path, type Reader, read, write } from '../core/call.ts';
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
  builtIns: BUILT_IN,
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references: () => [],
  async *read(reader, wanted) {
    const bodies = new Map(wanted.map((each) => [each.id, each.body]));
    const going = new Set(wanted.filter((each) => each.body === undefined).map((each) => each.id));
    const { commands } = await reader.send(read('ListCommands', 'GET', '/api/v2/chat/commands'));
    for (const each of asArray(commands, 'commands')) {
      const live = asObject(each, 'command');
      const id = asString(live['name'], 'command name');
      const { extra, blind } = readExtra(live, bodies.get(id));
      const usedBy = going.has(id) ? await typesWith(reader, id) : undefined;
      yield { id, body: compact({ ...pick(live, FIELDS), extra }), blind, facts: compact({ used_by: usedBy }) };
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
});

/** The channel types that offer a command, by the settings that come with the app's own. */
async function typesWith(reader: Reader, id: string): Promise<readonly string[]> {
  const { app } = await reader.send(read('GetApp', 'GET', '/api/v2/app'));
  const configs = Object.entries(asObject(asObject(app, 'app')['channel_configs'] ?? {}));
  return configs.filter(([, config]) => asArray(asObject(config)['commands'] ?? []).includes(id)).map(([type]) => type);
}
