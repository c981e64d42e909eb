/** The `tests:` list: questions that `chat test` answers from the configuration alone. */
import { isArray, isObject, type Json, pointer } from '../core/json.ts';
import type { PermissionTest } from '../core/permission-test.ts';
import type { Reference } from '../core/reference.ts';
import type { Context, Place } from './context.ts';

/** The tests that can be run; entries of the wrong shape are left to the schema, and those that ask nothing are reported. */
export function testsOf(list: Json | undefined, context: Context, place: Place): readonly PermissionTest[] {
  return (isArray(list) ? list : []).flatMap((entry, index) => {
    if (!isObject(entry) || typeof entry['role'] !== 'string') return [];
    const at = pointer('tests', index);
    const { name, role, own } = entry;
    const test = {
      name: typeof name === 'string' ? name : undefined,
      role,
      in: textsOf(entry['in']),
      own: own === true,
      can: textsOf(entry['can']),
      cannot: textsOf(entry['cannot']),
      at,
    };
    if (test.can.length + test.cannot.length > 0) return [test];
    if (isNothing(entry['can']) && isNothing(entry['cannot'])) {
      const detail = 'This test asks nothing. List permissions under `can`, `cannot`, or both.';
      context.report.add({ code: 'missing-key', detail, subject: at, source: place(at) });
    }
    return [];
  });
}

/** What a test mentions: a name that does not exist would pass every `cannot`. */
export function referencesOf(test: PermissionTest): readonly Reference[] {
  const permissions = (['can', 'cannot'] as const).flatMap((key) =>
    test[key].map((id, index) => ({ kind: 'permission', id, at: `/${key}/${index}` })),
  );
  return [
    { kind: 'role', id: test.role, at: '/role' },
    ...test.in.map((id, index) => ({ kind: 'channel_type', id, at: `/in/${index}` })),
    ...permissions,
  ];
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || (isArray(value) && value.length === 0);
}

function textsOf(value: Json | undefined): readonly string[] {
  return isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
