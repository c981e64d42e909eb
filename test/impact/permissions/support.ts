/** Ids, definitions and scopes for tests of permissions. */
import fc from 'fast-check';
import type { Definition, Definitions } from '../../../src/impact/permissions/rights.ts';
import { type Scope, wholeScope } from '../../../src/impact/permissions/scope.ts';

export const NONE: Definitions = new Map();

export function custom(parts: Partial<Definition> = {}): Definition {
  return { action: 'PinMessage', owner: false, sameTeam: true, isConditional: false, ...parts };
}

export function liveScope(grants: Readonly<Record<string, readonly string[]>>, name = 'messaging'): Scope {
  return wholeScope(name, grants, { from: 'live' });
}

const ACTIONS = ['pin-message', 'create-message', 'delete-channel', 'remove-own-channel-membership'];
export const ROLES = ['user', 'guest', 'host', '__proto__'];

export const anId = fc
  .tuple(fc.constantFrom(...ACTIONS), fc.constantFrom('', '-owner'), fc.constantFrom('', '-any-team'))
  .map((parts) => parts.join(''));
const CUSTOM = ['pin-verified', 'pin-own', 'delete-owner'];
export const someIds = fc.uniqueArray(fc.oneof(anId, fc.constantFrom(...CUSTOM)), { maxLength: 8 });
export const someGrants = fc
  .array(fc.tuple(fc.constantFrom(...ROLES), someIds), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));
const aDefinition = fc.record({
  action: fc.constantFrom('PinMessage', 'DeleteChannel', 'FlyToMoon'),
  owner: fc.boolean(),
  sameTeam: fc.boolean(),
  isConditional: fc.boolean(),
});
export const someDefinitions = fc
  .tuple(...CUSTOM.map((id) => fc.tuple(fc.constant(id), aDefinition)))
  .map((entries): Definitions => new Map(entries));
