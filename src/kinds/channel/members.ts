/** The calls about members: additions, roles and removals share POSTs; custom data of an existing member has its own PATCH. */
import { write } from '../../core/call.ts';
import { isObject, type Json, type JsonObject, tokensOf } from '../../core/json.ts';
import type { Step } from '../../core/kind.ts';
import type { Change } from '../../core/plan.ts';
import { compact, step, withoutNulls } from '../../core/steps.ts';
import { channelPath } from './messages.ts';

/** The API takes so many members a call. */
export const MEMBERS = 100;

export interface MemberOperations {
  readonly add: readonly JsonObject[];
  readonly invite: readonly JsonObject[];
  readonly assign: readonly JsonObject[];
  readonly remove: readonly string[];
}

export function memberOperations(change: Change): MemberOperations {
  const add: JsonObject[] = [];
  const invite: JsonObject[] = [];
  const assign: JsonObject[] = [];
  const remove: string[] = [];
  for (const { path: at, after } of change.fields) {
    const [name, id, part] = tokensOf(at);
    if (name !== 'members' || id === undefined) continue;
    if (part === undefined && after === undefined) remove.push(id);
    else if (part === undefined) (isInvite(after) ? invite : add).push(memberRequest(id, after));
    else if (part === 'channel_role') assign.push({ user_id: id, channel_role: after ?? 'channel_member' });
  }
  return { add, invite, assign, remove };
}

/** Ids that the given changes add, invited ones last. */
export function newMembers(fields: Change['fields']): readonly string[] {
  const added = fields.flatMap(({ path: at, after }) => {
    const [name, id, part] = tokensOf(at);
    return name === 'members' && id !== undefined && part === undefined && after !== undefined ? [{ id, after }] : [];
  });
  return [...added.filter((each) => !isInvite(each.after)), ...added.filter((each) => isInvite(each.after))].map(
    (each) => each.id,
  );
}

export function memberPosts(
  cid: string,
  operations: MemberOperations,
  riders: JsonObject,
  notice?: JsonObject,
): readonly Step[] {
  const pages = Math.ceil(Math.max(...Object.values(operations).map((list) => list.length)) / MEMBERS);
  const count = Math.max(pages, Object.keys(riders).length > 0 ? 1 : 0);
  const adding = Math.ceil(Math.max(operations.add.length, operations.invite.length) / MEMBERS);
  return Array.from({ length: count }, (_, page) => {
    const slice = <T extends Json>(list: readonly T[]) => {
      const part = list.slice(page * MEMBERS, (page + 1) * MEMBERS);
      return part.length === 0 ? undefined : part;
    };
    const message = page === adding - 1 ? notice : undefined;
    const body = compact({
      ...(page === 0 ? riders : {}),
      add_members: slice(operations.add),
      invites: slice(operations.invite),
      remove_members: slice(operations.remove),
      assign_roles: slice(operations.assign),
      message,
    });
    // With a message the call must not run twice: a repeat is refused by the message's id. Who is invited is told so each time.
    const repeat = message !== undefined ? 'exists-is-done' : body['invites'] === undefined ? 'free' : 'read-first';
    return step(write('UpdateChannel', 'POST', channelPath(cid), body, repeat));
  });
}

export function memberPatches(change: Change): readonly Step[] {
  const byMember = new Map<string, { set: Record<string, Json>; unset: string[] }>();
  for (const { path: at, after } of change.fields) {
    const [name, id = '', part, key] = tokensOf(at);
    if (name !== 'members' || part !== 'custom' || key === undefined) continue;
    const patch = byMember.get(id) ?? { set: {}, unset: [] };
    byMember.set(id, patch);
    if (after === undefined) patch.unset.push(key);
    else patch.set[key] = after;
  }
  return [...byMember].map(([id, { set, unset }]) => {
    const body = compact({
      set: Object.keys(set).length === 0 ? undefined : set,
      unset: unset.length === 0 ? undefined : unset,
    });
    return step(
      write(
        'UpdateMemberPartial',
        'PATCH',
        `${channelPath(change.id)}/member?user_id=${encodeURIComponent(id)}`,
        body,
        'free',
      ),
    );
  });
}

export function memberRequest(id: string, value: Json | undefined): JsonObject {
  // Most have nothing but their name.
  if (!isObject(value) || Object.keys(value).length === 0) return { user_id: id };
  const { invite: _invite, custom, ...rest } = value;
  return { user_id: id, ...rest, ...(isObject(custom) ? { custom: withoutNulls(custom) } : {}) };
}

export function isInvite(value: Json | undefined): boolean {
  return isObject(value) && value['invite'] === true;
}
