import { permission } from '../../src/kinds/permission/index.ts';
import { describeKind } from '../support/describe-kind.ts';

const minimal = { name: 'Edit details', action: 'UpdateChannel', condition: { $and: [] } };

describeKind({
  kind: permission,
  id: 'edit details v1.0',
  minimal,
  minimalCalls: { CreatePermission: 1 },
  full: [
    {
      name: 'Edit details',
      action: 'UpdateChannel',
      condition: { '$subject.verified': true },
      description: 'Lets hosts edit what is theirs.',
      owner: true,
      same_team: false,
      extra: {},
      protect: false,
    },
  ],
  fullCalls: [{ CreatePermission: 1 }],
  update: 'UpdatePermission',
  changes: [
    { at: '/name', to: 'Edit the details' },
    { at: '/action', to: 'PinMessage' },
    { at: '/condition', to: { '$subject.verified': { $eq: false } } },
    { at: '/description', to: '' },
    { at: '/owner', to: false },
    { at: '/same_team', to: true },
  ],
  unchanged: { '/extra': 'see extra.test.ts' },
  operations: ['CreatePermission', 'UpdatePermission', 'DeletePermission'],
  removalCalls: { delete: { DeletePermission: 1 } },
  look: async (world) =>
    (await world.call('GET', `/permissions/${encodeURIComponent('edit details v1.0')}`)).status === 200
      ? 'there'
      : 'gone',
});
