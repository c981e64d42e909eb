/** Where events go: event hooks, and the older settings that each name one address. */
import { equalJson, isObject } from '../../core/json.ts';
import {
  isAllowingLess,
  isCleared,
  isLowered,
  isMoved,
  isSwitchedOff,
  isSwitchedOn,
  itemsOf,
  listed,
  lostItems,
} from '../directions.ts';
import type { Rule } from '../rule.ts';

const HOOK = '/event_hooks/*';
/** Settings that are one address each. */
const ADDRESSES = [
  '/before_message_send_hook_url',
  '/custom_action_handler_url',
  '/moderation_webhook_url',
  '/sns_topic_arn',
  '/sqs_url',
  '/webhook_url',
];
const TARGETS = [
  'webhook_url',
  'sqs_queue_url',
  'sqs_region',
  'sns_topic_arn',
  'sns_region',
  'callback/server_url',
  'failover_config/type',
  'failover_config/gcs_bucket',
  'failover_config/gcs_path',
].map((name) => `${HOOK}/${name}`);
const NO_CALLBACK = 'CALLBACK_MODE_NONE';

function rule(code: Rule['code'], at: Rule['at'], detail: Rule['detail']): Rule {
  return { code, kind: 'app', at, detail };
}

export const hookRules: readonly Rule[] = [
  rule('EV01', [HOOK], ({ before, after, names }) =>
    before !== undefined && after === undefined
      ? `Nothing is sent to the hook ${names[1]} any more; it is deleted.`
      : undefined,
  ),
  rule('EV01', [`${HOOK}/enabled`], (transition) =>
    isSwitchedOff(transition)
      ? `Nothing is sent to the hook ${transition.names[1]} while it is switched off; it does not get it later.`
      : undefined,
  ),
  rule('EV01', ADDRESSES, (transition) =>
    isCleared(transition) ? 'The server behind this address is no longer called.' : undefined,
  ),
  rule('EV01', [`${HOOK}/callback/mode`], ({ before, after }) =>
    before !== undefined && before !== NO_CALLBACK && after === NO_CALLBACK
      ? 'The server is no longer called to commit messages.'
      : undefined,
  ),
  rule('EV01', ['/datadog_info/enabled'], (transition) =>
    isSwitchedOff(transition) ? 'No figures are sent to Datadog any more.' : undefined,
  ),
  rule('EV02', [...ADDRESSES, ...TARGETS, '/datadog_info/site'], (transition) =>
    isMoved(transition)
      ? 'What listens at the former place gets nothing any more; see that the new one is ready.'
      : undefined,
  ),
  rule('EV02', ['/async_moderation_config'], ({ before, after }) =>
    isObject(before) && !equalJson(before, after)
      ? 'Pending messages are decided elsewhere, or otherwise, than before.'
      : undefined,
  ),
  rule('EV03', [`${HOOK}/event_types`], (transition) => {
    if (!isAllowingLess(transition)) return undefined;
    return itemsOf(transition.before).length === 0
      ? `Only these events are sent: ${listed(itemsOf(transition.after))}. All were before.`
      : `These events are no longer sent: ${listed(lostItems(transition))}.`;
  }),
  rule('EV03', ['/webhook_events'], (transition) => {
    if (!Array.isArray(transition.after))
      return "The events that are sent become the server's present defaults, which nobody can read beforehand.";
    // Before any were chosen, replies show the default list.
    const gone = lostItems(transition);
    return gone.length === 0 ? undefined : `These events are no longer sent: ${listed(gone)}.`;
  }),
  rule('EV03', [`${HOOK}/product`], ({ before, after }) =>
    before === undefined || before === after || after === 'all'
      ? undefined
      : `Only events of ${String(after)} are sent; it was ${String(before)}.`,
  ),
  rule('EV03', [`${HOOK}/should_send_custom_events`], (transition) =>
    isSwitchedOff(transition) ? 'Events that your clients define are no longer sent.' : undefined,
  ),
  rule('EV04', ['/enable_hook_payload_compression'], (transition) =>
    isSwitchedOn(transition)
      ? 'Hooks receive compressed bodies; a server that does not unpack them cannot read them.'
      : undefined,
  ),
  rule('EV04', [`${HOOK}/hook_type`], ({ before, after }) =>
    before === undefined || before === after
      ? undefined
      : `Events are delivered by ${String(after)}; it was ${String(before)}.`,
  ),
  rule('EV04', [`${HOOK}/callback/mode`], (transition) =>
    isMoved(transition) && transition.after !== NO_CALLBACK && transition.before !== NO_CALLBACK
      ? 'The server is called in another way than before.'
      : undefined,
  ),
  rule('EV05', ['/before_message_send_hook_attempt_timeout_ms', `${HOOK}/timeout_ms`], (transition) =>
    isLowered(transition)
      ? `An answer has to come within ${String(transition.after)} ms; it was ${String(transition.before)}.`
      : undefined,
  ),
];
