/** What clients may write of users: of themselves only, and not all of it. */
import { equalJson, isArray, type Json, type JsonObject } from '../../../core/json.ts';
import { ApiError, notAllowed } from '../../errors.ts';
import { type Call, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import { rootOf } from '../../query/path.ts';
import type { UserRow } from '../../store/rows/users.ts';

/** Clients write to themselves alone. */
export function refuseStranger(call: Call, id: string): void {
  const { caller } = call;
  if (caller.kind === 'server') return;
  if (caller.kind !== 'user' || caller.id !== id) {
    const who = caller.kind === 'user' ? caller.id : 'anon';
    throw notAllowed(`User '${who}' is not allowed to update user '${id}'`);
  }
  demandRight(call, 'UpdateUser', { ownerId: id });
}

const SERVER_ONLY = ['role', 'teams_role', 'revoke_tokens_issued_before'];

/** Clients may repeat what only a server can change, and may not change it. */
export function refuseClientChange(call: Call, id: string, input: JsonObject, isPatch: boolean): void {
  if (call.caller.kind === 'server') return;
  const former = call.world.store.users.get(id);
  for (const [path, value] of Object.entries(input)) {
    const key = rootOf(path);
    if (key === 'teams') refuseOtherTeams(former, value, isPatch);
    if (SERVER_ONLY.includes(key) && !equalJson(value, (former?.[key as keyof UserRow] as Json | undefined) ?? null)) {
      throw notAllowed(`user ${key} can only be updated server-side`);
    }
  }
}

/** An upsert may leave the teams out, by null or an empty list as well. */
function refuseOtherTeams(former: UserRow | undefined, value: Json, isPatch: boolean): void {
  const wanted = isArray(value) ? value : [];
  const present = former?.teams ?? [];
  const isSame = wanted.length === present.length && wanted.every((team) => present.some((one) => one === team));
  if (!isSame && (isPatch || wanted.length > 0)) {
    throw new ApiError(403, 5, 'user teams can only be updated server-side');
  }
}

/** What a client cannot set stays as it is. */
export function asClient(call: Call, input: JsonObject): JsonObject {
  if (call.caller.kind === 'server') return input;
  const former = call.world.store.users.get(textOf(input, 'id') ?? '');
  const role = former?.role ?? 'user';
  return { ...input, role, teams: former?.teams ?? [], teams_role: former?.teams_role ?? null };
}
