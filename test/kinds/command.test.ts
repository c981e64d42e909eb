import { command } from '../../src/kinds/command.ts';
import { describeKind } from '../support/describe-kind.ts';

describeKind({
  kind: command,
  id: 'ticket',
  minimal: { description: 'Ask for help' },
  minimalCalls: { CreateCommand: 1 },
  full: [{ description: 'Ask for help', args: '[subject]', set: 'support_set', extra: {}, protect: false }],
  fullCalls: [{ CreateCommand: 1 }],
  update: 'UpdateCommand',
  changes: [
    { at: '/description', to: 'Ask the support desk' },
    { at: '/args', to: '' },
    { at: '/set', to: 'help_set' },
  ],
  unchanged: { '/extra': 'see extra.test.ts' },
  operations: ['CreateCommand', 'UpdateCommand', 'DeleteCommand'],
  removalCalls: { delete: { DeleteCommand: 1 } },
  look: async (world) => ((await world.call('GET', '/chat/commands/ticket')).status === 200 ? 'there' : 'gone'),
});
