/** Former versions of messages. */
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, objectOf } from '../../http/route.ts';
import { onlyFields, pinnedTo } from '../../query/filter.ts';
import { listRows, listShape } from '../../query/list.ts';
import type { MessageRow, MessageVersionRow } from '../../store/rows/messages.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { demandPlan } from './rights.ts';
import { attachmentViews } from './shape.ts';

/** Called before a message changes. */
export function keepVersion(world: World, row: MessageRow): void {
  if (world.assume('message_features_of_plan') === 'b') return;
  const number = world.store.versionsByMessage.of(row.id).size;
  world.store.messageVersions.put(`${row.id} ${number}`, {
    message_id: row.id,
    text: row.text,
    attachments: row.attachments,
    custom: row.custom,
    is_deleted: row.deleted_at !== undefined,
    updated_at: row.updated_at,
    updated_by_id: row.updated_by_id ?? row.user_id,
  });
}

const FIELDS = onlyFields<MessageVersionRow>({
  message_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.message_id },
  user_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.updated_by_id },
  message_updated_at: {
    type: 'date',
    operators: ['$eq', '$gt', '$gte', '$lt', '$lte'],
    read: (row) => row.updated_at,
  },
});

/** Newest version first unless the sort says otherwise. */
export function queryHistory(call: Call): ValueObject {
  const { world } = call;
  demandPlan(world, 'message history');
  const body = bodyOf(call, listShape(1), ['filter']);
  const filter = objectOf(body, 'filter') ?? {};
  const ids = pinnedTo(filter, 'message_id');
  if (ids === undefined) throw inputError('filter must contain message_id');
  const rows = ids.flatMap((id) => [...world.store.versionsByMessage.of(id).values()]);
  const order = { field: 'message_updated_at', direction: -1 } as const;
  const page = listRows(rows, body, { fields: FIELDS, order, tie: (row) => row.message_id, limit: 100 });
  return { message_history: page.rows.map(versionView), next: page.next, prev: page.prev };
}

function versionView(row: MessageVersionRow): ValueObject {
  return {
    message_id: row.message_id,
    text: row.text,
    attachments: attachmentViews(row.attachments),
    custom: new Custom(row.custom),
    is_deleted: row.is_deleted,
    message_updated_at: time(row.updated_at),
    message_updated_by_id: row.updated_by_id,
  };
}
