/** Answers with the place that decides, and tests that are made of them. */

import { DEFAULTS } from '../../core/default-grants.ts';
import type { Source } from '../../core/diagnostic.ts';
import type { PermissionTest } from '../../core/permission-test.ts';
import type { Answer, Question } from './access.ts';
import { rightsOf, withoutTeams } from './rights.ts';
import { APP_SCOPE } from './scope.ts';

/** A question about a scope, and its answer. */
export interface Found extends Question {
  readonly scope: string;
  /** The permission as it was written, in any of its forms. */
  readonly written: string;
  readonly answer: Answer;
  /** The place in the files that decides. */
  readonly source: Source | undefined;
  /** What the shipped defaults would say, where nothing else tells. */
  readonly presumed: Answer['verdict'] | undefined;
  /** The permission belongs to the other kind of scope: to channels, or to the app. */
  readonly isElsewhere: boolean;
}

export type TestOutcome = 'passed' | 'failed' | 'undetermined';

export interface Assertion extends Found {
  readonly wanted: 'can' | 'cannot';
  readonly outcome: TestOutcome;
}

export interface TestResult {
  readonly test: PermissionTest;
  readonly source: Source | undefined;
  readonly outcome: TestOutcome;
  readonly assertions: readonly Assertion[];
}

export function assertionOf(wanted: Assertion['wanted'], found: Found): Assertion {
  return { ...found, wanted, outcome: outcomeOf(wanted, found) };
}

/** Failed if one thing is known to be otherwise, undetermined if something is not known. */
export function outcomeOfAll(assertions: readonly Assertion[]): TestOutcome {
  const outcomes = new Set(assertions.map((each) => each.outcome));
  if (outcomes.has('failed')) return 'failed';
  return outcomes.has('undetermined') ? 'undetermined' : 'passed';
}

function outcomeOf(wanted: Assertion['wanted'], { answer, isElsewhere }: Found): TestOutcome {
  if (answer.verdict === 'unknown') return 'undetermined';
  const isAsWanted = (answer.verdict === 'yes') === (wanted === 'can');
  // That nobody has a permission where it means nothing proves nothing.
  if (isAsWanted && wanted === 'cannot' && isElsewhere) return 'undetermined';
  return isAsWanted ? 'passed' : 'failed';
}

/** Whether the default grants have a permission in the other kind of scope alone. */
export function belongsElsewhere(permission: string, scope: string): boolean {
  const name = withoutTeams(permission);
  const isApp = APP_PERMISSIONS.has(name);
  const isChannel = CHANNEL_PERMISSIONS.has(name);
  return isApp !== isChannel && isApp !== (scope === APP_SCOPE);
}

const APP_PERMISSIONS = namesIn([DEFAULTS.app]);
const CHANNEL_PERMISSIONS = namesIn(Object.values(DEFAULTS.types));

function namesIn(grants: readonly Readonly<Record<string, readonly string[]>>[]): ReadonlySet<string> {
  const ids = new Set(grants.flatMap((each) => Object.values(each).flat()));
  return new Set([...ids].flatMap((id) => rightsOf(id, new Map()).map((right) => withoutTeams(right.permission))));
}
