import { inputError } from '../../errors.ts';
import { type Call, count } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { UserGroupRow } from '../../store/rows/administration.ts';
import { parseTime, type ValueObject } from '../../values.ts';
import { groupView } from './view.ts';

const LONGEST = 255;

/** In the order in which they were made; the last of a page, by time and id, tells where the next begins. */
export function listGroups(call: Call): ValueObject {
  demandRight(call, 'ReadUserGroups');
  const limit = limitOf(call, 100, 100);
  const after = call.query.get('id_gt') ?? '';
  const since = timeOf(call, 'created_at_gt');
  const rows = groupsOf(call)
    .filter((row) => {
      if (since === undefined) return after === '' || row.id > after;
      return row.created_at > since || (after !== '' && row.created_at === since && row.id > after);
    })
    .sort((a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1));
  return { user_groups: rows.slice(0, limit).map(groupView) };
}

/** By how the name begins, whatever its case. */
export function searchGroups(call: Call): ValueObject {
  demandRight(call, 'ReadUserGroups');
  const query = call.query.get('query') ?? '';
  if (query === '') throw inputError('query is a required field');
  if (query.length > LONGEST) throw inputError(`query must be a maximum of ${LONGEST} characters in length`);
  const limit = limitOf(call, 25, 10);
  const name = call.query.get('name_gt') ?? '';
  const id = call.query.get('id_gt') ?? '';
  const rows = groupsOf(call)
    .filter((row) => row.name.toLowerCase().startsWith(query.toLowerCase()))
    .filter((row) => name === '' || row.name > name || (id !== '' && row.name === name && row.id > id))
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
  return { user_groups: rows.slice(0, limit).map(groupView) };
}

function groupsOf(call: Call): UserGroupRow[] {
  const team = call.query.get('team_id') ?? '';
  return [...call.world.store.userGroups.values()].filter((row) => team === '' || row.team_id === team);
}

function limitOf(call: Call, max: number, otherwise: number): number {
  const limit = count(call, 'limit', { max, otherwise });
  if (limit < 1) throw inputError('limit must be 1 or greater');
  return limit;
}

function timeOf(call: Call, name: string): number | undefined {
  const given = call.query.get(name) ?? '';
  if (given === '') return undefined;
  const at = parseTime(given);
  if (at === undefined) throw inputError(`${name} is not a valid date`);
  return at;
}
