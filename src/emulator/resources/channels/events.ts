/** Events that somebody sends. Nobody listens here, so all that is left of one is the answer. */
import { map, record, text } from '../../check.ts';
import { inputError, notFound, unsupportedEvent } from '../../errors.ts';
import { bodyOf, type Call, objectOf, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import { userViewById } from '../users/view.ts';
import { USER_INPUT } from '../users/write.ts';
import { hasFeature } from './config.ts';
import { existingActor, livingChannel } from './input.ts';

const TYPING = ['typing.start', 'typing.stop'];
const OPEN = [...TYPING, 'ai_indicator.update', 'ai_indicator.clear', 'ai_indicator.stop'];
/** Families of events that the API alone sends. */
const RESERVED =
  /^(channel|connection|draft|health|me|member|message|moderation|notification|poll|reaction|reminder|thread|user)\./;

const EVENT = record({ type: text(), custom: map(), parent_id: text(), user: USER_INPUT, user_id: text() }, ['type']);

export function sendEvent(call: Call): ValueObject {
  const { world, at } = call;
  const channel = livingChannel(call);
  const event = objectOf(bodyOf(call, { event: EVENT }, ['event']), 'event') ?? {};
  const userId = existingActor(call, event, 'event');
  const type = textOf(event, 'type') ?? '';
  refuseUnsupported(call, channel, type);
  return {
    event: {
      type,
      cid: channel.cid,
      channel_id: channel.id,
      channel_type: channel.type,
      team: channel.team === '' ? undefined : channel.team,
      parent_id: textOf(event, 'parent_id'),
      user: userViewById(world, userId),
      custom: new Custom(objectOf(event, 'custom') ?? {}),
      created_at: time(at),
    },
  };
}

function refuseUnsupported(call: Call, channel: ChannelRow, type: string): void {
  const { world } = call;
  const isOn = (feature: string) => hasFeature(world, channel, feature);
  if (OPEN.includes(type)) {
    demandRight(call, 'ReadChannel', { channel });
    if (TYPING.includes(type) && !isOn('typing_events'))
      throw unsupportedEvent(`typing events are not enabled in channel ${channel.cid}`);
    return;
  }
  if (RESERVED.test(type)) throw unsupportedEvent(`event "${type}" is not supported`);
  demandRight(call, 'SendCustomEvent', { channel });
  if (!isOn('custom_events')) throw unsupportedEvent(`custom events are not enabled in channel ${channel.cid}`);
}

export function sendUserEvent(call: Call): ValueObject {
  const id = call.param('user_id');
  const event = objectOf(
    bodyOf(call, { event: record({ type: text(), custom: map() }, ['type']) }, ['event']),
    'event',
  );
  const type = event === undefined ? '' : (textOf(event, 'type') ?? '');
  if (type.includes('.')) throw inputError('event.type cannot contain dots');
  if (!call.world.store.users.has(id)) throw notFound(`the user ${id} does not exist`);
  return {};
}
