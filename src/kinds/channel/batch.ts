/**
 * One call for the same change of many channels (ChannelBatchUpdate): one operation a call, carried out in the background, and
 * behind a feature flag. Of the data only plain settings go there, for what it makes of custom data and overrides is not
 * documented; members go without data of their own, which it cannot carry.
 */
import { type Call, write } from '../../core/call.ts';
import { asArray, asString, canonicalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Joiner, Step } from '../../core/kind.ts';
import { step } from '../../core/steps.ts';
import { cidOfPath } from './messages.ts';

const SETTINGS = new Set(['frozen', 'disabled', 'team', 'auto_translation_enabled', 'auto_translation_language']);

/** Parts of a POST and the operations that do the same. */
const OPERATIONS = { add_members: 'addMembers', remove_members: 'removeMembers', assign_roles: 'assignRoles' } as const;

type MemberPart = keyof typeof OPERATIONS;

/** The steps with word of what they collapse to; none of a channel that is told about its change, or thawed for messages. */
export function withCollapse(steps: readonly Step[]): readonly Step[] {
  const talks = steps.some(
    ({ bestEffort, call }) => bestEffort || (call.op === 'UpdateChannel' && call.body?.['message']),
  );
  const turns = steps.filter(({ call }) => isObject(call.body?.['set']) && 'frozen' in call.body['set']);
  return talks || turns.length > 1 ? steps : steps.map(collapsible);
}

function collapsible(plain: Step): Step {
  const { call } = plain;
  const body = call.body ?? {};
  const parts =
    call.op === 'UpdateChannelPartial' ? dataParts(body) : call.op === 'UpdateChannel' ? memberParts(body) : [];
  if (parts.length === 0) return plain;
  const collapse = parts.map((part) => {
    const key = canonicalJson(operationOf(part));
    return step({ ...call, body: part }, { join: { by: 'batch', key } });
  });
  return { ...plain, collapse };
}

function dataParts(body: JsonObject): readonly JsonObject[] {
  const { set, ...others } = body;
  const isPlain = isObject(set) && Object.entries(set).every(([name, value]) => SETTINGS.has(name) && value !== null);
  return isPlain && Object.keys(others).length === 0 ? [{ set }] : [];
}

/** A body for each operation; none if it has a part that no operation carries. */
function memberParts(body: JsonObject): readonly JsonObject[] {
  const parts = Object.entries(body);
  const fits = parts.every(
    ([name, list]) => name in OPERATIONS && asArray(list).every((member) => !isObject(member) || isBare(member)),
  );
  return fits ? parts.map(([name, list]) => ({ [name]: list })) : [];
}

function isBare(member: JsonObject): boolean {
  return Object.keys(member).every((name) => name === 'user_id' || name === 'channel_role');
}

/** What a plain call's body is as an operation, members in one order. */
function operationOf(body: JsonObject): JsonObject {
  if (isObject(body['set'])) return { operation: 'updateData', data: body['set'] };
  const [name = '', list] = Object.entries(body)[0] ?? [];
  const members = (isArray(list) ? list : []).map(
    (member): JsonObject => (isObject(member) ? member : { user_id: member }),
  );
  const idOf = (member: JsonObject) => asString(member['user_id'], 'user_id');
  return {
    operation: OPERATIONS[name as MemberPart],
    members: members.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
  };
}

export const batchJoiner: Joiner = {
  atLeast: 20,
  limit: 100,
  bytes: 1_000_000,
  optional: true,
  settle: 'task',
  join(calls) {
    const { body = {} } = calls[0] as Call;
    const filter = { cids: { $in: calls.map((call) => cidOfPath(call.path)) } };
    // All of these can be done twice.
    return write('ChannelBatchUpdate', 'PUT', '/api/v2/chat/channels/batch', { ...operationOf(body), filter }, 'free');
  },
  failures(reply) {
    const result = isObject(reply['result']) ? reply['result'] : {};
    const failed = isArray(result['failed_channels']) ? result['failed_channels'].filter(isObject) : [];
    return new Map(
      failed.flatMap(({ reason, cids }: Record<string, Json | undefined>) =>
        (isArray(cids) ? cids : []).map((cid): [string, string] => [String(cid), String(reason ?? 'failed')]),
      ),
    );
  },
};
