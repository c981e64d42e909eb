/**
 * Announcements: a system message when a channel's data or members change. Their ids hold the run's own nonce, so that a
 * repeat of an unclear call is refused by the API instead of announcing twice.
 */
import { RUN, write } from '../../core/call.ts';
import { isObject, type JsonObject } from '../../core/json.ts';
import type { Step } from '../../core/kind.ts';
import type { Change } from '../../core/plan.ts';
import { step } from '../../core/steps.ts';
import { channelPath } from './messages.ts';

/** Names listed in full before an announcement counts the rest. */
const NAMED = 20;

/** The message that goes along with the call that adds members; undefined when none is wanted. */
export function memberNotice(change: Change, added: readonly string[]): JsonObject | undefined {
  return added.length === 0 ? undefined : notice(change, 'on_members_added', 'members', added);
}

/** The call that tells of changed data, sent after the change itself. */
export function updateNotice(change: Change): readonly Step[] {
  const message = notice(change, 'on_update', 'update', []);
  return message === undefined ? [] : [noticeStep(change.id, message)];
}

export function noticeStep(cid: string, message: JsonObject): Step {
  const body = { message, skip_push: true };
  return step(write('SendMessage', 'POST', `${channelPath(cid)}/message`, body, 'exists-is-done'), {
    bestEffort: true,
  });
}

function notice(change: Change, event: string, suffix: string, added: readonly string[]): JsonObject | undefined {
  const announce = change.next?.['announce'];
  if (!isObject(announce)) return undefined;
  const { as, [event]: text } = announce;
  if (typeof as !== 'string' || typeof text !== 'string') return undefined;
  const listed = added.slice(0, NAMED).join(', ');
  const members = added.length > NAMED ? `${listed} and ${added.length - NAMED} more` : listed;
  return {
    id: `chat:${RUN}:${change.id}:${suffix}`,
    text: text.replaceAll('{{members}}', members),
    user_id: as,
    type: 'system',
  };
}
