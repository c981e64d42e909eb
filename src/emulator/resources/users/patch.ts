/** Partial updates of users. */
import { isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { instant, record } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { flagOf, isGiven, objectOf, textOf, textsOf } from '../../http/route.ts';
import { patchCustom, refuseBadPath, rootOf, setPath, unsetPath } from '../../query/path.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { readTime } from '../../values.ts';
import type { World } from '../../world.ts';
import { FIELDS, RESERVED, refuseBadUser } from './write.ts';

const OWN = [...Object.keys(FIELDS), 'revoke_tokens_issued_before'];

export function patched(
  world: World,
  row: UserRow,
  patch: { set: JsonObject; unset: readonly string[] },
  at: number,
): UserRow {
  for (const path of [...Object.keys(patch.set), ...patch.unset]) {
    refuseBadPath(path);
    const root = rootOf(path);
    if (root === 'id' || (RESERVED.includes(root) && !OWN.includes(root))) {
      const name = `users[${row.id}].${root}`;
      throw inputError(`${name} is a reserved field`, { [name]: `${name} is a reserved field` });
    }
  }
  // Own fields are patched as one object, so that dots reach into privacy settings and roles of teams as well.
  let own = Object.fromEntries(OWN.flatMap((key) => ownValue(row, key))) as JsonObject;
  for (const [path, value] of Object.entries(patch.set)) {
    if (!OWN.includes(rootOf(path))) continue;
    const former = own[path];
    own = setPath(
      own,
      path,
      path === 'privacy_settings' && isObject(value) && isObject(former) ? { ...former, ...value } : value,
    );
  }
  for (const path of patch.unset) if (OWN.includes(rootOf(path))) own = unsetPath(own, path);
  const problems: string[] = [];
  record({ ...FIELDS, revoke_tokens_issued_before: instant })(own, `users[${row.id}]`, problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
  // Customer data stands at the top level of a patch; a member called `custom` reaches nothing.
  const isOwn = (root: string) => OWN.includes(root) || root === 'custom';
  const next: UserRow = {
    ...row,
    role: textOf(own, 'role') || 'user',
    name: textOf(own, 'name'),
    image: textOf(own, 'image'),
    language: textOf(own, 'language') ?? '',
    invisible: flagOf(own, 'invisible') ?? false,
    teams: textsOf(own, 'teams'),
    teams_role: objectOf(own, 'teams_role'),
    privacy_settings: objectOf(own, 'privacy_settings'),
    custom: patchCustom(row.custom, patch, isOwn),
    revoke_tokens_issued_before: isGiven(patch.set, 'revoke_tokens_issued_before')
      ? readTime(patch.set['revoke_tokens_issued_before'])
      : patch.unset.includes('revoke_tokens_issued_before')
        ? undefined
        : row.revoke_tokens_issued_before,
    updated_at: at,
  };
  refuseBadUser(world, next);
  return next;
}

function ownValue(row: UserRow, key: string): readonly (readonly [string, Json])[] {
  if (key === 'revoke_tokens_issued_before') return [];
  const value = row[key as keyof UserRow] as Json | undefined;
  return value === undefined ? [] : [[key, value]];
}
