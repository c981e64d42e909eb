import { isObject } from '../../src/core/json.ts';
import { role } from '../../src/kinds/role.ts';
import { describeKind } from '../support/describe-kind.ts';

describeKind({
  kind: role,
  id: 'host',
  minimal: {},
  minimalCalls: { CreateRole: 1 },
  full: [{ protect: false }],
  fullCalls: [{ CreateRole: 1 }],
  update: 'never',
  changes: [],
  operations: ['CreateRole', 'DeleteRole'],
  removalCalls: { delete: { DeleteRole: 1 } },
  async look(world) {
    const { body } = await world.call('GET', '/roles');
    const roles = Array.isArray(body['roles']) ? body['roles'] : [];
    return roles.some((each) => isObject(each) && each['name'] === 'host') ? 'there' : 'gone';
  },
});
