/** Fills the store of a fresh app with what every app has. */

import { BUILT_IN_TYPES } from './defaults/channel-types.ts';
import { BUILT_IN_COMMANDS } from './defaults/commands.ts';
import { defaultAppGrants, defaultTypeGrants } from './defaults/grants.ts';
import { builtInPermissions } from './defaults/permissions.ts';
import { BUILT_IN_ROLES } from './defaults/roles.ts';
import type { ChannelTypeRow } from './store/rows/settings.ts';
import type { World } from './world.ts';

export const BUILT_IN_BLOCKLIST = 'profanity_en_2020_v1';

export function seedStore(world: World): void {
  const { store } = world;
  const at = world.stamp();
  const stamps = { created_at: at, updated_at: at };
  store.app.put('app', {
    settings: {},
    hooks: [],
    grants: defaultAppGrants(),
    secrets: {},
    revoke_tokens_issued_before: null,
  });
  for (const name of BUILT_IN_ROLES) store.roles.put(name, { name, custom: false, ...stamps });
  for (const row of builtInPermissions(world.assume('default_grants') === 'b')) store.permissions.put(row.id, row);
  for (const row of BUILT_IN_COMMANDS) store.commands.put(row.name, row);
  store.blocklists.put(`${BUILT_IN_BLOCKLIST} `, {
    id: world.random.uuid(),
    name: BUILT_IN_BLOCKLIST,
    team: '',
    type: 'word',
    words: ['arse', 'bitch', 'bollocks', 'bugger', 'damn', 'fuck', 'shit'],
    flags: {},
    custom: false,
    ...stamps,
  });
  for (const name of Object.keys(BUILT_IN_TYPES)) store.channelTypes.put(name, builtInType(world, name, at));
}

/** A built-in type as a fresh app has it. */
export function builtInType(world: World, name: string, at: number): ChannelTypeRow {
  return {
    name,
    settings: BUILT_IN_TYPES[name]?.settings ?? {},
    commands: BUILT_IN_TYPES[name]?.commands ?? [],
    grants: defaultTypeGrants(name, world.assume),
    permissions: [],
    created_at: at,
    updated_at: at,
  };
}
