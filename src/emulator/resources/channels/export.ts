/** Exports: a task that ends with the address of a file which nobody can fetch. */
import { bool, instant, list, record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, objectsOf, textOf } from '../../http/route.ts';
import { startTask, type Worker } from '../../tasks.ts';
import { readTime, type ValueObject } from '../../values.ts';

const MOST_CHANNELS = 100;

export function exportChannels(call: Call): ValueObject {
  const { world, at } = call;
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
  for (const item of objectsOf(body, 'channels')) {
    const cid = textOf(item, 'cid') || `${textOf(item, 'type') ?? ''}:${textOf(item, 'id') ?? ''}`;
    const row = world.store.channels.get(cid);
    const isGone = row?.deleted_at !== undefined && body['include_soft_deleted_channels'] !== true;
    if (row === undefined || isGone) throw notFound(`Can't find channel with id ${cid}`);
    const since = readTime(item['messages_since']);
    const until = readTime(item['messages_until']);
    if (since !== undefined && until !== undefined && since > until)
      throw inputError('messages_since must be before messages_until');
  }
  return { task_id: startTask(world, at, 'exportChannels', { format: textOf(body, 'format') || 'json' }) };
}

export const exportChannelsWork: Worker = (world, input) => ({
  url: `https://exports.example/${world.appId}/${world.random.uuid()}.${textOf(input, 'format') ?? 'json'}`,
});
