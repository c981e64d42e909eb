/**
 * Channels with their members and declared messages. Creating is get-or-create: a channel that was there already ignores what
 * was sent, so the reply is compared with what was wanted and the rest follows as an update.
 */
import type { Diagnostic } from '../../core/diagnostic.ts';
import { escapeToken, isObject, type Json, type JsonObject, pointer } from '../../core/json.ts';
import type { FieldSpec, Reference, Resource, Wanted } from '../../core/kind.ts';
import { defineKind } from '../../core/steps.ts';
import { canonicalTime } from '../../core/time.ts';
import { canonicalAttachments } from './attachments.ts';
import { batchJoiner } from './batch.ts';
import { normaliseChannel, settleChannel } from './normalise.ts';
import { deletedNotes } from './notes.ts';
import { pull } from './pull.ts';
import { channelFromState, readChannels } from './read.ts';
import { channelSteps, deleteJoiner } from './write.ts';

const SENT_ONCE = [
  'user_id',
  'type',
  'silent',
  'html',
  'mml',
  'show_in_channel',
  'quoted_message_id',
  'parent_id',
  'poll_id',
  'mentioned_here',
  'mentioned_channel',
];
const SENT_ONCE_LISTS = ['mentioned_users', 'mentioned_roles', 'mentioned_group_ids', 'restricted_visibility'];

const fields: Record<string, FieldSpec> = {
  '/created_by_id': { accepts: 'create', immutable: 'note' },
  '/custom': { shape: 'open', giveBack: () => 'unset' },
  '/frozen': { absent: false },
  '/disabled': { absent: false },
  '/cooldown': { absent: 0 },
  '/team': { absent: '' },
  '/filter_tags': { shape: 'set', absent: [] },
  '/auto_translation_enabled': { absent: false },
  '/auto_translation_language': { absent: '' },
  '/config_overrides': {},
  '/members': { shape: 'entries', giveBack: () => 'unset' },
  '/members/*/channel_role': { absent: 'channel_member' },
  '/members/*/custom': { shape: 'open', giveBack: () => 'unset' },
  '/members/*/invite': { meta: true },
  '/members_mode': { meta: true },
  '/announce': { meta: true },
  '/messages': { shape: 'entries' },
  '/messages/*/text': { absent: '' },
  '/messages/*/pinned': { absent: false },
  '/messages/*/pin_expires': { reset: 'read', canonical: canonicalTime },
  '/messages/*/attachments': { absent: [], canonical: canonicalAttachments },
  '/messages/*/custom': { shape: 'open', giveBack: () => 'unset' },
  '/messages/*/id': { meta: true },
  '/protect': { meta: true },
};
for (const name of SENT_ONCE) fields[`/messages/*/${name}`] = { accepts: 'create', immutable: 'note' };
fields['/messages/*/shared_location'] = {
  accepts: 'create',
  immutable: 'note',
  canonical: (place) =>
    isObject(place) && place['end_at'] !== undefined ? { ...place, end_at: canonicalTime(place['end_at']) } : place,
};
for (const name of SENT_ONCE_LISTS)
  fields[`/messages/*/${name}`] = { shape: 'set', absent: [], accepts: 'create', immutable: 'note' };

export const channel = defineKind({
  name: 'channel',
  collection: 'channels',
  after: ['role', 'channel_type'],
  afterMentioned: ['user'],
  readsAfter: ['channel_type'],
  chunk: 120,
  removal: ['disable', 'keep', 'delete', 'hard_delete'],
  createMayFind: true,
  fields,
  joiners: { delete: deleteJoiner, batch: batchJoiner },
  normalise: normaliseChannel,
  settle: settleChannel,
  references,
  read: readChannels,
  pull,
  write: channelSteps,
  exact: (pattern, body) => pattern === '/members' && body['members_mode'] === 'exact',
  echo(call, reply, wanted) {
    const [only] = wanted;
    if (only === undefined || !isObject(reply['channel'])) return [];
    if (!['GetOrCreateChannel', 'UpdateChannel', 'UpdateChannelPartial'].includes(call.op)) return [];
    const resource = channelFromState(reply, only, undefined);
    return [
      { ...resource, blind: [...(resource.blind ?? []), ...(showsMembers(call.op, resource) ? [] : ['/members'])] },
    ];
  },
  review(change, wanted) {
    if (change.action !== 'create' || wanted.body?.['created_by_id'] !== undefined) return { change, notes: [] };
    return {
      notes: [
        {
          severity: 'error',
          code: 'creator-missing',
          summary: 'A new channel needs a creator',
          subject: change.address,
          detail: 'The channel does not exist yet and the API creates none without a creator. Add `created_by_id`.',
        },
      ],
    };
  },
  remark: (wanted, live) => [...disabledNote(wanted, live), ...deletedNotes(wanted, live)],
});

/** A reply shows all members only if it holds as many as it counts. */
function showsMembers(op: string, resource: Resource): boolean {
  const members = resource.body['members'];
  return (
    op !== 'UpdateChannelPartial' &&
    isObject(members) &&
    Object.keys(members).length === resource.facts?.['member_count']
  );
}

function disabledNote(wanted: Wanted, live: Resource | undefined): readonly Diagnostic[] {
  if (live?.body['disabled'] !== true || wanted.body === undefined || 'disabled' in wanted.body) return [];
  return [
    {
      severity: 'note',
      code: 'channel-disabled',
      summary: 'This channel is disabled',
      subject: `channel.${wanted.id}`,
      detail:
        'Its members cannot use it. Declare `disabled: false` to enable it, or `disabled: true` to be rid of this note.',
    },
  ];
}

function references(id: string, body: JsonObject): readonly Reference[] {
  const all: Reference[] = [{ kind: 'channel_type', id: id.split(':', 1)[0] ?? '', at: '' }];
  const mention = (kind: string, value: Json | undefined, at: string) => {
    if (typeof value === 'string' && value !== '') all.push({ kind, id: value, at });
  };
  mention('user', body['created_by_id'], '/created_by_id');
  if (isObject(body['announce'])) mention('user', body['announce']['as'], '/announce/as');
  const members = isObject(body['members']) ? body['members'] : {};
  for (const member of Object.keys(members)) {
    const value = members[member];
    if (value === null) continue;
    const at = `/members/${escapeToken(member)}`;
    mention('user', member, at);
    if (isObject(value) && value['channel_role'] !== undefined)
      mention('role', value['channel_role'], `${at}/channel_role`);
  }
  for (const [key, message] of Object.entries(isObject(body['messages']) ? body['messages'] : {})) {
    if (isObject(message)) mention('user', message['user_id'], `/messages${pointer(key)}/user_id`);
  }
  return all;
}
