/** What a map of grants mentions: its roles and the permission ids in their lists. */
import { isArray, isObject, type Json, pointer } from './json.ts';
import type { Reference } from './kind.ts';

export function grantReferences(grants: Json | undefined): readonly Reference[] {
  if (!isObject(grants)) return [];
  return Object.entries(grants).flatMap(([role, ids]) => {
    // A role from which everything is taken need not be there: it may be on its way out.
    const isEmptied = isArray(ids) && ids.length === 0;
    return [
      ...(isEmptied ? [] : [{ kind: 'role', id: role, at: `/grants${pointer(role)}` }]),
      ...(isArray(ids) ? ids : []).map((id, index) => ({
        kind: 'permission',
        id: String(id),
        at: `/grants${pointer(role, index)}`,
      })),
    ];
  });
}
