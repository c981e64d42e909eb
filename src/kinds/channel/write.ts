/**
 * The calls of a channel's change, by a closed list of moves: create is one call with up to a hundred members; data changes
 * are one PATCH; member operations share POSTs; custom data of an existing member has a PATCH of its own. `data` is never
 * posted to an existing channel, because the API then drops everything that is not in it.
 */
import { type Call, write } from '../../core/call.ts';
import { asArray, isArray, isObject, type Json, type JsonObject, tokensOf } from '../../core/json.ts';
import type { Joiner, Step } from '../../core/kind.ts';
import type { Change, FieldChange } from '../../core/plan.ts';
import { compact, payload, step, withoutNulls } from '../../core/steps.ts';
import { memberNotice, noticeStep, updateNotice } from './announce.ts';
import { withCollapse } from './batch.ts';
import {
  isInvite,
  MEMBERS,
  memberOperations,
  memberPatches,
  memberPosts,
  memberRequest,
  newMembers,
} from './members.ts';
import { channelPath, messageSteps } from './messages.ts';

/** Parts of a channel that have their own calls or are no data at all. */
const NOT_DATA = ['members', 'members_mode', 'messages', 'announce', 'cooldown'];

export function channelSteps(change: Change): readonly Step[] {
  if (change.action === 'remove') return withCollapse([removal(change)]);
  return withCollapse(change.action === 'create' ? creation(change) : update(change));
}

function creation(change: Change): readonly Step[] {
  const next = change.next ?? {};
  const messages = messageSteps(change, change.id);
  const { frozen, custom, ...data } = payload(next, NOT_DATA);
  const invites: JsonObject[] = [];
  const members: JsonObject[] = [];
  for (const [id, value] of Object.entries(isObject(next['members']) ? next['members'] : {}))
    if (value !== null) (isInvite(value) ? invites : members).push(memberRequest(id, value));
  const freezeLater = frozen === true && messages.length > 0;
  const body = {
    data: compact({
      ...data,
      custom: isObject(custom) ? withoutNulls(custom) : undefined,
      frozen: freezeLater ? undefined : frozen,
      members: members.length === 0 ? undefined : members.slice(0, MEMBERS),
      invites: invites.length === 0 ? undefined : invites.slice(0, MEMBERS),
    }),
    state: true,
    members: { limit: MEMBERS },
    messages: { limit: 0 },
  };
  const cooldown = typeof next['cooldown'] === 'number' && next['cooldown'] > 0 ? next['cooldown'] : undefined;
  return [
    step(
      write(
        'GetOrCreateChannel',
        'POST',
        `${channelPath(change.id)}/query`,
        body,
        // Who is invited is told so each time.
        invites.length === 0 ? 'free' : 'read-first',
      ),
    ),
    ...memberPosts(
      change.id,
      { add: members.slice(MEMBERS), invite: invites.slice(MEMBERS), remove: [], assign: [] },
      compact({ cooldown }),
    ),
    ...messages,
    ...(freezeLater ? [patchStep(change.id, { frozen: true }, [])] : []),
  ];
}

function update(change: Change): readonly Step[] {
  const operations = memberOperations(change);
  const messages = messageSteps(change, change.id);
  const posts = Math.max(...Object.values(operations).map((list) => list.length)) > 0;
  const riders = ridersOf(change);
  // Drift that is put right is no news for the channel's members.
  const news = change.fields.filter((field) => field.origin !== 'drift');
  const notice = memberNotice(change, newMembers(news));
  const frost = frostOf(change, messages.length > 0 || notice !== undefined);
  const data = change.fields.filter(
    (field) => isData(field) && !(frost.last && field.path === '/frozen') && !(posts && isRider(field)),
  );
  // A frozen channel may refuse messages: an announcement that cannot ride must not take the members down with it.
  const rides = !frost.stays || frost.thaws;
  return [
    ...(frost.thaws ? [patchStep(change.id, { frozen: false }, [])] : []),
    ...dataPatches(change, data),
    ...memberPosts(change.id, operations, posts ? riders : {}, rides ? notice : undefined),
    ...memberPatches(change),
    ...messages,
    ...(frost.last || frost.thaws ? [patchStep(change.id, { frozen: true }, [])] : []),
    ...(rides || notice === undefined ? [] : [noticeStep(change.id, notice)]),
    ...(news.some(isData) ? updateNotice(change) : []),
  ];
}

/**
 * When a channel is frozen around what it is sent. Whether a frozen channel takes messages from the server is not known: it
 * is frozen after them, and one that is declared frozen is thawed for new messages.
 */
function frostOf(
  change: Change,
  talks: boolean,
): { readonly stays: boolean; readonly thaws: boolean; readonly last: boolean } {
  const turn = change.fields.find((field) => field.path === '/frozen');
  const stays = turn === undefined && change.live?.['frozen'] === true;
  const sends = change.fields.some(
    (field) => tokensOf(field.path)[0] === 'messages' && tokensOf(field.path).length === 2,
  );
  return { stays, thaws: stays && sends && change.next?.['frozen'] === true, last: talks && turn?.after === true };
}

function isData(field: FieldChange): boolean {
  const [name = ''] = tokensOf(field.path);
  return name === 'cooldown' || !NOT_DATA.includes(name);
}

/** Fields that a POST with member operations can take along. */
function isRider(field: FieldChange): boolean {
  return field.path === '/cooldown' || field.path === '/filter_tags';
}

function ridersOf(change: Change): JsonObject {
  const riders: Record<string, Json> = {};
  for (const field of change.fields.filter(isRider)) {
    if (field.path === '/cooldown') riders['cooldown'] = field.after ?? 0;
    else {
      const before = isArray(field.before) ? field.before : [];
      const after = isArray(field.after) ? field.after : [];
      const added = after.filter((tag) => !before.includes(tag));
      const gone = before.filter((tag) => !after.includes(tag));
      if (added.length > 0) riders['add_filter_tags'] = added;
      if (gone.length > 0) riders['remove_filter_tags'] = gone;
    }
  }
  return riders;
}

function dataPatches(change: Change, data: readonly FieldChange[]): readonly Step[] {
  if (data.length === 0) return [];
  const set: Record<string, Json> = {};
  const unset: string[] = [];
  for (const { path: at, after } of data) {
    const [name = '', key] = tokensOf(at);
    if (name === 'custom' && key !== undefined) {
      if (after === undefined) unset.push(key);
      else set[key] = after;
    } else set[name] = after ?? null;
  }
  const overrides = data.find((field) => field.path === '/config_overrides');
  const clears = overrides !== undefined && losesKeys(overrides.before, overrides.after);
  // Whether a new set of overrides merges with the old one or replaces it is not known: clearing first is right in both cases.
  return [...(clears ? [patchStep(change.id, { config_overrides: {} }, [])] : []), patchStep(change.id, set, unset)];
}

function losesKeys(before: Json | undefined, after: Json | undefined): boolean {
  if (!isObject(before) || !isObject(after) || Object.keys(after).length === 0) return false;
  return Object.keys(before).some((key) => !(key in after));
}

function patchStep(cid: string, set: JsonObject, unset: readonly string[]): Step {
  const body = compact({
    set: Object.keys(set).length === 0 ? undefined : set,
    unset: unset.length === 0 ? undefined : unset,
  });
  return step(write('UpdateChannelPartial', 'PATCH', channelPath(cid), body, 'free'));
}

function removal(change: Change): Step {
  if (change.removal === 'disable' || change.removal === undefined) return patchStep(change.id, { disabled: true }, []);
  const hard = change.removal === 'hard_delete';
  const call = write(
    'DeleteChannels',
    'POST',
    '/api/v2/chat/channels/delete',
    { cids: [change.id], hard_delete: hard },
    'read-first',
  );
  return step(call, { join: { by: 'delete', key: String(hard) }, settle: 'task' });
}

export const deleteJoiner: Joiner = {
  atLeast: 1,
  limit: 100,
  bytes: 1_000_000,
  join: (calls) => ({
    ...(calls[0] as Call),
    body: { ...calls[0]?.body, cids: calls.flatMap((call) => asArray(call.body?.['cids'])) },
  }),
  failures(reply) {
    const result = isObject(reply['result']) ? reply['result'] : {};
    const failed = Object.entries(result).filter(
      ([, value]) => isObject(value) && value['status'] !== 'ok' && value['status'] !== undefined,
    );
    return new Map(
      failed.map(([cid, value]) => [cid, isObject(value) ? String(value['error'] ?? value['status']) : 'failed']),
    );
  },
};
