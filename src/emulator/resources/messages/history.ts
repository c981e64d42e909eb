/** Former versions of messages. */
import { int, map, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, objectOf } from '../../http/route.ts';
import { compileFilter, type Field, type Fields, pinnedTo } from '../../query/filter.ts';
import { pageByCursor } from '../../query/paging.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { MessageRow, MessageVersionRow } from '../../store/rows.ts';
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

const FIELDS: Readonly<Record<string, Field<MessageVersionRow>>> = {
  message_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.message_id },
  user_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.updated_by_id },
  message_updated_at: {
    type: 'date',
    operators: ['$eq', '$gt', '$gte', '$lt', '$lte'],
    read: (row) => row.updated_at,
  },
};
const NAMED: Fields<MessageVersionRow> = {
  find: (name) => (Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined),
};

/** Newest version first unless the sort says otherwise. */
export function queryHistory(call: Call): ValueObject {
  const { world } = call;
  demandPlan(world, 'message history');
  const body = bodyOf(
    call,
    { filter: map(), limit: int({ min: 0, max: 100 }), next: text(), prev: text(), sort: sortOf(1) },
    ['filter'],
  );
  const filter = objectOf(body, 'filter') ?? {};
  const ids = pinnedTo(filter, 'message_id');
  if (ids === undefined) throw inputError('filter must contain message_id');
  const test = compileFilter(filter, NAMED);
  const rows = ids.flatMap((id) => [...world.store.versionsByMessage.of(id).values()]).filter(test);
  const keys = sortKeys(body['sort'], [{ field: 'message_updated_at', direction: -1 }]);
  const page = pageByCursor(
    sortRows(rows, keys, NAMED, (row) => row.message_id),
    body,
    100,
  );
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
