import { blocklist } from '../../src/kinds/blocklist.ts';
import { describeKind } from '../support/describe-kind.ts';

describeKind({
  kind: blocklist,
  id: 'house rules 1.0',
  minimal: { words: ['spoiler'] },
  minimalCalls: { CreateBlockList: 1 },
  full: [
    {
      type: 'word',
      words: ['spoiler', 'scalper'],
      is_leet_check_enabled: true,
      is_plural_check_enabled: false,
      is_substring_matching_enabled: true,
      is_confusable_folding_enabled: false,
      extra: {},
      protect: false,
    },
    { type: 'domain', words: ['example.com'], team: 'red' },
  ],
  fullCalls: [{ CreateBlockList: 1 }, { CreateBlockList: 1 }],
  update: 'UpdateBlockList',
  changes: [
    { at: '/words', to: ['scalper', 'spoiler'] },
    { at: '/words', to: [] },
    { at: '/is_leet_check_enabled', to: false },
    { at: '/is_plural_check_enabled', to: true },
    { at: '/is_substring_matching_enabled', to: false },
    { at: '/is_confusable_folding_enabled', to: true },
    { of: 1, at: '/words', to: ['example.com', 'example.net'] },
  ],
  immutable: [
    { at: '/type', to: 'email' },
    { of: 1, at: '/type', to: 'email' },
  ],
  unchanged: { '/extra': 'see extra.test.ts', '/team': 'part of the identity: in another team it is another list' },
  operations: ['CreateBlockList', 'UpdateBlockList', 'DeleteBlockList'],
  removalCalls: { delete: { DeleteBlockList: 1 } },
  look: async (world) =>
    (await world.call('GET', `/blocklists/${encodeURIComponent('house rules 1.0')}`)).status === 200 ? 'there' : 'gone',
});
