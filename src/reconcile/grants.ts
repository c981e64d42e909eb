/** Who may do what as the app tells it: raw replies to scopes of grants and definitions of permissions. */
import { type Reader, read } from '../core/call.ts';
import { asArray, asObject, asString, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { Definition } from '../impact/permissions/rights.ts';
import { APP_SCOPE, type Scope, wholeScope } from '../impact/permissions/scope.ts';

const LIVE = { from: 'live' } as const;

export async function liveApp(reader: Reader): Promise<JsonObject> {
  const { app } = await reader.send(read('GetApp', 'GET', '/api/v2/app'));
  return asObject(app, 'app');
}

export async function liveAppScope(reader: Reader): Promise<Scope> {
  return wholeScope(APP_SCOPE, (await liveApp(reader))['grants'], LIVE);
}

/** Every channel type of the app, by name. */
export async function liveTypeScopes(reader: Reader): Promise<ReadonlyMap<string, Scope>> {
  const { channel_types } = await reader.send(read('ListChannelTypes', 'GET', '/api/v2/chat/channeltypes'));
  const types = Object.entries(asObject(channel_types, 'channel types'));
  return new Map(types.map(([name, type]) => [name, wholeScope(name, asObject(type, 'channel type')['grants'], LIVE)]));
}

/** All permissions of the app by id; of built-in ones the definition is undefined, because their ids say it. */
export async function livePermissions(reader: Reader): Promise<ReadonlyMap<string, JsonObject | undefined>> {
  const { permissions } = await reader.send(read('ListPermissions', 'GET', '/api/v2/permissions'));
  return new Map(
    asArray(permissions, 'permissions').map((each) => {
      const live = asObject(each, 'permission');
      return [asString(live['id'], 'permission id'), live['custom'] === true ? live : undefined];
    }),
  );
}

export async function liveRoles(reader: Reader): Promise<ReadonlySet<string>> {
  const { roles } = await reader.send(read('ListRoles', 'GET', '/api/v2/roles'));
  return new Set(asArray(roles, 'roles').map((each) => asString(asObject(each, 'role')['name'], 'role name')));
}

/** What a custom permission's fields say; missing ones are off, as the API has it. */
export function definitionOf(body: JsonObject): Definition {
  const { action, owner, same_team, condition } = body;
  return {
    action: typeof action === 'string' ? action : '',
    owner: owner === true,
    sameTeam: same_team === true,
    isConditional: isNarrowing(condition),
  };
}

function isNarrowing(condition: Json | undefined): boolean {
  return isObject(condition) && Object.keys(condition).length > 0;
}
