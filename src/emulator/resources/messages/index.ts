import { bool, map, record, type Shape, text } from '../../check.ts';
import { bodyOf, type Call, flagOf, objectOf, type Route, textsOf } from '../../http/route.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { demandActor, livingChannel } from '../channels/input.ts';
import { memberOf } from '../channels/members.ts';
import { MESSAGE, reportFinding } from '../moderation/flagged.ts';
import { placeIn, share } from '../users/places.ts';
import { userViewById } from '../users/view.ts';
import { runAction, translate } from './actions.ts';
import { commit, remove, undelete } from './delete.ts';
import { queryHistory } from './history.ts';
import { getMany, getOne, getPinned, getReplies } from './read.ts';
import { newMessage, putMessage, refusedView } from './send.ts';
import { MESSAGE_INPUT } from './shape.ts';
import { update, updateEphemeral, updatePartial } from './update.ts';
import { messageView } from './view.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle'], clients = true): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients,
  handle,
});

/** Paths with a fixed last segment stand before those where it is an id. */
export const messageRoutes: readonly Route[] = [
  route('POST', '/channels/:type/:id/message', 'SendMessage', send),
  route('GET', '/channels/:type/:id/messages', 'GetManyMessages', getMany),
  route('GET', '/channels/:type/:id/pinned_messages', 'GetPinnedMessages', getPinned),
  route('POST', '/messages/history', 'QueryMessageHistory', queryHistory, false),
  route('GET', '/messages/:parent_id/replies', 'GetReplies', getReplies),
  route('GET', '/messages/:id', 'GetMessage', getOne),
  route('POST', '/messages/:id', 'UpdateMessage', update),
  route('PUT', '/messages/:id', 'UpdateMessagePartial', updatePartial),
  route('DELETE', '/messages/:id', 'DeleteMessage', remove),
  route('POST', '/messages/:id/undelete', 'UndeleteMessage', undelete, false),
  route('POST', '/messages/:id/commit', 'CommitMessage', commit, false),
  route('PATCH', '/messages/:id/ephemeral', 'EphemeralMessageUpdate', updateEphemeral),
  route('POST', '/messages/:id/action', 'RunMessageAction', runAction),
  route('POST', '/messages/:id/translate', 'TranslateMessage', translate),
];

const SEND: Shape = {
  message: record(MESSAGE_INPUT),
  skip_push: bool,
  skip_enrich_url: bool,
  pending: bool,
  pending_message_metadata: map(text()),
  keep_channel_hidden: bool,
  force_moderation: bool,
  include_channel_context: bool,
  include_mentioned_members: bool,
};

/** Links in the text are never enriched: that would take the network. */
function send(call: Call): ValueObject {
  const { world } = call;
  const channel = livingChannel(call);
  const body = bodyOf(call, SEND, ['message']);
  const message = objectOf(body, 'message') ?? {};
  const author = demandActor(call, message, 'message');
  const metadata = objectOf(body, 'pending_message_metadata');
  const place = placeIn(call, channel, message);
  const made = newMessage(call, channel, message, author, {
    isPending: flagOf(body, 'pending') === true,
    metadata,
    isModerationForced: flagOf(body, 'force_moderation') === true,
  });
  const viewer = { userId: author };
  if (made.kind === 'refused') return { message: refusedView(messageView(world, made.row, viewer), made.text) };
  const row = putMessage(world, made.row, made.author, flagOf(body, 'keep_channel_hidden') === true);
  if (place !== undefined) share(world, row, place);
  if (row.moderation !== undefined) reportFinding(call, MESSAGE, row.id);
  return {
    // Nobody learns by the answer that the message is shadowed (stream-chat-php testShadowban).
    message: { ...messageView(world, row, viewer), shadowed: false },
    pending_message_metadata: row.pending === true ? row.pending_metadata : undefined,
    channel_context: flagOf(body, 'include_channel_context') === true ? contextOf(world, channel) : undefined,
    mentioned_members:
      flagOf(body, 'include_mentioned_members') === true
        ? Object.fromEntries(
            textsOf(message, 'mentioned_users').map((id) => [id, memberOf(world, channel.cid, id) !== undefined]),
          )
        : undefined,
  };
}

function contextOf(world: World, channel: ChannelRow): ValueObject {
  const { cid, id, type, created_by_id } = channel;
  return { cid, id, type, created_by: userViewById(world, created_by_id) };
}
