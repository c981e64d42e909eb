// Who takes part, and how each is started.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
export const chat = path('../dist/cli/main.js');
/** The floor of start-up. */
export const EMPTY = 'node -e 0';

const tool = (file) => (workload, folder) => {
  const command = workload === 'noop' ? ['plan'] : ['apply', '--auto-approve'];
  return [chat, ...command, '--config', join(folder, file)];
};
const script = (name) => () => [path(`contestants/${name}.mjs`)];

export const CONTESTANTS = {
  roster: { title: 'chat, users as a roster', start: tool('roster.yaml') },
  yaml: { title: 'chat, users as YAML', start: tool('inline.yaml') },
  guide: { title: "the guide's script", start: script('guide'), isSameEachTime: true },
  tuned: { title: 'the script, tuned', start: script('tuned') },
  alchemy: { title: 'alchemy', start: script('alchemy'), note: 'compares with its own state, never with the live app' },
  floor: { title: 'floor: the same requests', start: script('floor'), isFor: ['noop'] },
};
