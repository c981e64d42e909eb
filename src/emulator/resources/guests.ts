/** Guests: users who come without an account. Each gets an id of its own and a token to go on with. */
import type { JsonObject } from '../../core/json.ts';
import { inputError, notAllowed } from '../errors.ts';
import { bodyOf, type Call, objectOf, type Route, textOf } from '../http/route.ts';
import type { ValueObject } from '../values.ts';
import { lagged, type World } from '../world.ts';
import { userView } from './users/view.ts';
import { refuseReserved, USER_INPUT, upserted } from './users/write.ts';

export const guestRoutes: readonly Route[] = [
  { method: 'POST', path: '/guest', area: 'common', op: 'CreateGuest', clients: true, handle: createGuest },
];

function createGuest(call: Call): ValueObject {
  const { world, at, caller } = call;
  const body = bodyOf(call, { user: USER_INPUT }, ['user']);
  const settings = lagged(world, world.store.app).get('app')?.settings ?? {};
  if (settings['guest_user_creation_disabled'] === true) {
    throw notAllowed('guest user creation is disabled for this application');
  }
  if (settings['multi_tenant_enabled'] === true) {
    throw inputError('guest users are not available to multi-tenant applications');
  }
  const given = objectOf(body, 'user') ?? {};
  const asked = textOf(given, 'id') ?? '';
  refuseReserved({ [asked]: given });
  const keepsId = caller.kind === 'server' && world.assume('guest_ids') === 'b';
  const id = keepsId ? asked : `guest-${world.random.uuid()}-${asked}`;
  const user = upserted(world, { ...given, id, role: 'guest', teams: [] }, at);
  world.store.users.put(id, user);
  return { user: userView(world, user), access_token: tokenFor(world, { user_id: id }) };
}

/** Signed with the secret of the app, as a backend would sign it. */
function tokenFor(world: World, claims: JsonObject): string {
  const part = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${world.secrets.digest(signed)}`;
}
