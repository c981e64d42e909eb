/** Exports: a task that ends with the address of a file. A table (`csv`) is not made. */
import { bool, instant, list, record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { keepExport } from '../../exports.ts';
import { bodyOf, type Call, objectsOf, textOf, textsOf } from '../../http/route.ts';
import { startTask, type Worker } from '../../tasks.ts';
import { readTime, type ValueObject } from '../../values.ts';
import { livingMessages } from '../messages/list.ts';
import { messageView } from '../messages/view.ts';
import { channelView, membersOf, memberView } from './view.ts';

const MOST_CHANNELS = 100;

export function exportChannels(call: Call): ValueObject {
  const { world, at, origin } = call;
  const one = record({
    cid: text(),
    id: text(),
    type: text(),
    messages_since: instant,
    messages_until: instant,
  });
  const body = bodyOf(
    call,
    {
      channels: list(one, { min: 1, max: MOST_CHANNELS }),
      clear_deleted_message_text: bool,
      export_users: bool,
      format: text({ oneOf: ['', 'json', 'csv'] }),
      include_fields: list(text()),
      include_soft_deleted_channels: bool,
      include_truncated_messages: bool,
      version: text(),
    },
    ['channels'],
  );
  const cids: string[] = [];
  for (const item of objectsOf(body, 'channels')) {
    const cid = textOf(item, 'cid') || `${textOf(item, 'type') ?? ''}:${textOf(item, 'id') ?? ''}`;
    const row = world.store.channels.get(cid);
    const isGone = row?.deleted_at !== undefined && body['include_soft_deleted_channels'] !== true;
    if (row === undefined || isGone) throw notFound(`Can't find channel with id ${cid}`);
    const since = readTime(item['messages_since']);
    const until = readTime(item['messages_until']);
    if (since !== undefined && until !== undefined && since > until)
      throw inputError('messages_since must be before messages_until');
    cids.push(cid);
  }
  return {
    task_id: startTask(world, at, 'exportChannels', { format: textOf(body, 'format') || 'json', cids, origin }),
  };
}

export const exportChannelsWork: Worker = (world, input) => {
  if (textOf(input, 'format') === 'csv') return { url: `https://exports.example/${world.appId}/channels.csv` };
  const items = textsOf(input, 'cids').flatMap((cid) => {
    const channel = world.store.channels.get(cid);
    if (channel === undefined) return [];
    const messages = livingMessages(world, cid).map((row) => messageView(world, row));
    const members = membersOf(world, cid).map((row) => memberView(world, row));
    return [{ channel: channelView(world, channel), members, messages }];
  });
  return { url: keepExport(world, textOf(input, 'origin') ?? '', 'channels', items) };
};
