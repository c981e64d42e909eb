/** Whether a role has a permission in a scope, and what decides it. */
import type { Access } from '../../core/plan.ts';
import { type Definitions, rightsOf } from './rights.ts';
import { grantedTo, type Origin, type Scope } from './scope.ts';

export interface Question {
  readonly role: string;
  /** A column of the matrix: without `-owner`. */
  readonly permission: string;
  /** To what is the user's own, not to everybody's. */
  readonly own: boolean;
}

/** Settings of the app that stand above all grants. */
export interface Switches {
  /** `disable_permissions_checks`: everybody may do everything. */
  readonly unchecked?: Origin;
  /** `permission_version: v1`: policies decide, and not the grants. */
  readonly legacy?: Origin;
}

export interface Answer {
  readonly verdict: 'yes' | 'no' | 'unknown';
  /**
   * `own-only`: granted, but not for everybody's. `condition`: granted to those who meet a condition. `opaque`: an id in the list
   * may stand for it, and nothing tells what that id means. `undeclared`: nothing tells what the role is granted.
   */
  readonly because:
    | 'granted'
    | 'not-granted'
    | 'own-only'
    | 'condition'
    | 'opaque'
    | 'undeclared'
    | 'unchecked'
    | 'legacy';
  /** Where that stands. */
  readonly origin: Origin | undefined;
  /** The id in the list that decides, where one does. */
  readonly id?: string;
}

/** How far a list of grants carries: the first id that gives it, for sure or under a condition. */
interface Reach {
  readonly sure?: string;
  readonly perhaps?: string;
}

export function answer(scope: Scope, definitions: Definitions, question: Question, switches: Switches = {}): Answer {
  if (switches.unchecked !== undefined) return { verdict: 'yes', because: 'unchecked', origin: switches.unchecked };
  if (switches.legacy !== undefined) return { verdict: 'unknown', because: 'legacy', origin: switches.legacy };
  const list = grantedTo(scope, question.role);
  if (list === undefined) return { verdict: 'unknown', because: 'undeclared', origin: undefined };
  const { origin } = list;
  const any = reachOf(list.ids, definitions, question.permission, ['any']);
  const own = reachOf(list.ids, definitions, question.permission, ['any', 'own']);
  const asked = question.own ? own : any;
  if (asked.sure !== undefined) return { verdict: 'yes', because: 'granted', origin, id: asked.sure };
  if (asked.perhaps !== undefined) return { verdict: 'unknown', because: 'condition', origin, id: asked.perhaps };
  const ownId = own.sure ?? own.perhaps;
  if (ownId !== undefined) return { verdict: 'no', because: 'own-only', origin, id: ownId };
  return { verdict: 'no', because: 'not-granted', origin };
}

/** The cell of the matrix for a list of grants. */
export function accessOf(ids: readonly string[], definitions: Definitions, permission: string): Access {
  const any = reachOf(ids, definitions, permission, ['any']);
  if (any.sure !== undefined) return 'any';
  if (any.perhaps !== undefined) return 'unknown';
  const own = reachOf(ids, definitions, permission, ['own']);
  if (own.sure !== undefined) return 'own';
  return own.perhaps === undefined ? 'none' : 'unknown';
}

function reachOf(
  ids: readonly string[],
  definitions: Definitions,
  permission: string,
  reaches: readonly ('any' | 'own')[],
): Reach {
  const giving = ids.flatMap((id) =>
    rightsOf(id, definitions)
      .filter((right) => right.permission === permission && reaches.includes(right.reach))
      .map((right) => ({ id, isConditional: right.isConditional })),
  );
  const sure = giving.find((each) => !each.isConditional)?.id;
  const perhaps = giving.find((each) => each.isConditional)?.id;
  return { ...(sure === undefined ? {} : { sure }), ...(perhaps === undefined ? {} : { perhaps }) };
}
