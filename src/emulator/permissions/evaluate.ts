/** Whether a client may do something. What counts is what the roles of the user are granted: the role in the app (or in
 * the team of the channel) and, for a member, the role in the channel. A permission may be for what one owns only, and
 * for one's own teams only. */
import { isObject, type JsonObject } from '../../core/json.ts';
import { modifyGrants } from '../resources/grants.ts';
import type { ChannelRow } from '../store/rows/channels.ts';
import type { Grants, PermissionRow } from '../store/rows/settings.ts';
import { memberKey } from '../store/store.ts';
import { lagged, type World } from '../world.ts';
import { holds } from './conditions.ts';

export interface Target {
  /** Where it is done. Without a channel the grants of the app decide. */
  readonly channel?: ChannelRow | undefined;
  /** Whose it is: the author of a message or a reaction; of a channel itself its creator, who is taken if this is absent. */
  readonly ownerId?: string | undefined;
  /** The channel is being made and the user is among its members. */
  readonly isJoining?: boolean | undefined;
  /** What a condition can look at. */
  readonly resource?: JsonObject | undefined;
}

export type Verdict = { readonly isAllowed: true } | { readonly isAllowed: false; readonly reason: string };

const ALLOWED: Verdict = { isAllowed: true };

/** The user is absent when the caller is anonymous. */
export function judge(world: World, userId: string | undefined, action: string, target: Target = {}): Verdict {
  const settings = lagged(world, world.store.app).get('app')?.settings ?? {};
  if (settings['disable_permissions_checks'] === true) return ALLOWED;
  const { channel } = target;
  const isMultiTenant = settings['multi_tenant_enabled'] === true;
  const roles = rolesOf(world, userId, target, isMultiTenant);
  const grants = channel === undefined ? appGrants(world) : channelGrants(world, channel);
  const isInTeam = !isMultiTenant || channel === undefined || sharesTeam(world, userId, channel.team);
  let isOtherTeams = false;
  for (const permission of permissionsOf(world, grants, roles)) {
    if (permission.action !== action || !applies(world, permission, userId, target)) continue;
    if (!permission.same_team || isInTeam) return ALLOWED;
    isOtherTeams = true;
  }
  return { isAllowed: false, reason: refusal(world, userId, action, roles, target, isOtherTeams) };
}

function* permissionsOf(world: World, grants: Grants, roles: readonly string[]): Iterable<PermissionRow> {
  const permissions = lagged(world, world.store.permissions);
  for (const role of roles) {
    if (!Object.hasOwn(grants, role)) continue;
    for (const id of grants[role] ?? []) {
      const permission = permissions.get(id);
      if (permission !== undefined) yield permission;
    }
  }
}

function applies(world: World, permission: PermissionRow, userId: string | undefined, target: Target): boolean {
  const ownerId = target.ownerId ?? target.channel?.created_by_id;
  if (permission.owner && (userId === undefined || ownerId !== userId)) return false;
  if (permission.condition === undefined) return true;
  const { channel } = target;
  const resource = target.resource ?? (channel === undefined ? {} : asResource(channel));
  return holds(permission.condition, { subject: asSubject(world, userId), resource });
}

export function rolesOf(
  world: World,
  userId: string | undefined,
  { channel, isJoining }: Target,
  isMultiTenant: boolean,
): readonly string[] {
  if (userId === undefined) return ['anonymous'];
  const user = world.store.users.get(userId);
  const inTeam = isMultiTenant && channel !== undefined ? user?.teams_role?.[channel.team] : undefined;
  const role = typeof inTeam === 'string' && inTeam !== '' ? inTeam : (user?.role ?? 'user');
  const member = channel === undefined ? undefined : world.store.members.get(memberKey(channel.cid, userId));
  if (member !== undefined && member.status !== 'rejected') return [role, member.channel_role];
  return isJoining === true ? [role, 'channel_member'] : [role];
}

/** Someone without a team reaches what belongs to no team, anyone else what belongs to one of theirs. */
function sharesTeam(world: World, userId: string | undefined, team: string): boolean {
  const teams = userId === undefined ? [] : (world.store.users.get(userId)?.teams ?? []);
  return team === '' ? teams.length === 0 : teams.includes(team);
}

function appGrants(world: World): Grants {
  return lagged(world, world.store.app).get('app')?.grants ?? {};
}

/** The grants of the type, as the channel modifies them. */
export function channelGrants(world: World, channel: ChannelRow): Grants {
  const type = lagged(world, world.store.channelTypes).get(channel.type) ?? world.store.channelTypes.get(channel.type);
  const grants = type?.grants ?? {};
  const modifiers = channel.config_overrides['grants'];
  return isObject(modifiers) ? modifyGrants(grants, modifiers) : grants;
}

function asSubject(world: World, userId: string | undefined): JsonObject {
  const user = userId === undefined ? undefined : world.store.users.get(userId);
  if (user === undefined) return {};
  const { id, role, name, teams, language } = user;
  return { ...user.custom, id, role, teams, language, ...(name === undefined ? {} : { name }) };
}

function asResource(channel: ChannelRow): JsonObject {
  const { cid, type, id, team, frozen, created_by_id } = channel;
  return { ...channel.custom, cid, type, id, team, frozen, created_by_id };
}

function refusal(
  world: World,
  userId: string | undefined,
  action: string,
  roles: readonly string[],
  { channel }: Target,
  isOtherTeams: boolean,
): string {
  const names = roles.map((role) => `'${role}'`);
  const who = `User '${userId ?? 'anon'}' with ${names.length === 1 ? `role ${names[0]}` : `roles [${names.join(', ')}]`}`;
  const scope = `scope '${channel?.type ?? '.app'}'`;
  if (!isOtherTeams) return `${who} is not allowed to perform action ${action} in ${scope}`;
  const teams = (userId === undefined ? [] : (world.store.users.get(userId)?.teams ?? [])).map((team) => `'${team}'`);
  const team = channel?.team ?? '';
  const belongs = team === '' ? 'requested resource does not belong to any team' : `it belongs to team '${team}'`;
  return `${who} from teams [${teams.join(', ')}] cannot access resource in ${scope} because ${belongs}`;
}
