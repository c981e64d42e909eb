/** Runs the tests of a configuration: no app, no network, no keys. */
import type { Desired } from '../config/desired.ts';
import type { Kind } from '../core/kind.ts';
import type { PermissionTest } from '../core/permission-test.ts';
import { type Assertion, assertionOf, outcomeOfAll, type TestResult } from '../impact/permissions/found.ts';
import { APP_SCOPE } from '../impact/permissions/scope.ts';
import { Permissions } from './permissions.ts';

export async function runPermissionTests(desired: Desired, kinds: readonly Kind[]): Promise<readonly TestResult[]> {
  const permissions = await Permissions.of(desired, kinds);
  const results: TestResult[] = [];
  for (const test of desired.tests) {
    const assertions = await assertionsOf(test, permissions);
    results.push({ test, source: desired.locate(test.at), outcome: outcomeOfAll(assertions), assertions });
  }
  return results;
}

async function assertionsOf(test: PermissionTest, permissions: Permissions): Promise<readonly Assertion[]> {
  const assertions: Assertion[] = [];
  for (const scope of test.in.length === 0 ? [APP_SCOPE] : test.in)
    for (const wanted of ['can', 'cannot'] as const)
      for (const permission of test[wanted]) {
        const { role, own } = test;
        assertions.push(assertionOf(wanted, await permissions.find({ role, permission, scope, own })));
      }
  return assertions;
}
