import { isObject, type JsonObject } from '../../src/core/json.ts';
import { user } from '../../src/kinds/user/index.ts';
import { describeKind } from '../support/describe-kind.ts';
import type { World } from '../support/world.ts';

async function look(world: World) {
  const payload = { filter_conditions: { id: 'Alice@1' }, include_deactivated_users: true };
  const { body } = await world.call('GET', `/users?payload=${encodeURIComponent(JSON.stringify(payload))}`);
  const users = (body['users'] ?? []) as readonly JsonObject[];
  const [found] = users.filter(isObject);
  if (found === undefined) return 'gone';
  return typeof found['deactivated_at'] === 'number' ? 'deactivated' : 'there';
}

describeKind({
  kind: user,
  id: 'Alice@1',
  around: { roles: ['host', 'vip'], users: { bob: { name: 'Bob' } } },
  minimal: {},
  minimalCalls: { UpdateUsers: 1 },
  full: [
    {
      name: 'Alice',
      image: 'https://example.com/alice.png',
      role: 'host',
      language: 'en',
      invisible: true,
      teams: ['red', 'blue'],
      teams_role: { red: 'vip' },
      privacy_settings: {
        typing_indicators: { enabled: false },
        read_receipts: { enabled: true },
        delivery_receipts: { enabled: false },
      },
      custom: { color: 'green', level: 3, nested: { deep: [1, { two: null }] }, gone: 'soon' },
      state: 'active',
      protect: false,
    },
    { name: 'Alice', state: 'deactivated' },
  ],
  fullCalls: [{ UpdateUsers: 1 }, { UpdateUsers: 1, DeactivateUsers: 1 }],
  update: 'UpdateUsersPartial',
  changes: [
    { at: '/name', to: 'Alice A.' },
    { at: '/name', to: '' },
    { at: '/image', to: '' },
    { at: '/role', to: 'user' },
    { at: '/role', to: 'vip' },
    { at: '/language', to: 'nl' },
    { at: '/language', to: '' },
    { at: '/invisible', to: false },
    { at: '/teams', to: ['blue', 'green'] },
    { at: '/teams', to: [] },
    { at: '/teams', to: ['red'] },
    { at: '/teams_role/red', to: 'host' },
    { at: '/privacy_settings/typing_indicators/enabled', to: true },
    { at: '/privacy_settings/read_receipts/enabled', to: false },
    { at: '/privacy_settings/delivery_receipts/enabled', to: true },
    { at: '/custom/color', to: 'red' },
    { at: '/custom/level', to: 0 },
    { at: '/custom/nested', to: {} },
    { at: '/custom/fresh', to: ['a', 'b'] },
    { at: '/state', to: 'deactivated', calls: { DeactivateUsers: 1 } },
    { at: '/state', to: 'active', calls: { ReactivateUsers: 1 } },
    { of: 1, at: '/state', to: 'active', calls: { ReactivateUsers: 1 } },
  ],
  nulls: [{ at: '/custom/gone' }, { at: '/teams_role/red' }],
  operations: ['UpdateUsers', 'UpdateUsersPartial', 'DeactivateUsers', 'ReactivateUsers', 'DeleteUsers'],
  removalCalls: { deactivate: { DeactivateUsers: 1 }, delete: { DeleteUsers: 1 }, hard_delete: { DeleteUsers: 1 } },
  look,
});
