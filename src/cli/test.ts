import { type Diagnostic, DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import type { TestResult } from '../reconcile.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { renderTests, renderTestsJson, renderTestsJunit } from '../render/permission-tests.ts';
import { counted } from '../render/text.ts';
import { loadDesired } from './desired.ts';
import type { TestFlags } from './flags.ts';
import { lookOf, type World } from './world.ts';

const INVALID = 7;
const NOT_PASSED = 1;

const RENDERERS = { terminal: renderTests, json: renderTestsJson, junit: renderTestsJunit };

/** `chat test`: runs the tests of the configuration; needs neither keys nor the network. */
export async function test(world: World, flags: TestFlags): Promise<number> {
  const desired = await loadDesired(world, flags);
  if (hasErrors(desired.diagnostics)) throw new DiagnosticError(desired.diagnostics, INVALID);
  const [{ runPermissionTests }, { kinds }] = await Promise.all([world.modules.reconcile(), world.modules.kinds()]);
  const results = await runPermissionTests(desired, kinds);
  const format = flags.format ?? 'terminal';
  if (results.length === 0) world.stderr.write('There are no tests: write some under `tests`.\n');
  if (results.length > 0 || format !== 'terminal')
    world.stdout.write(RENDERERS[format](results, lookOf(world, world.stdout, flags)));
  const note = restsOnDefaults(results);
  world.stderr.write(renderDiagnostics(note, lookOf(world, world.stderr, flags)));
  return results.every((each) => each.outcome === 'passed') ? 0 : NOT_PASSED;
}

/** How the tests that need the default grants can be determined. */
function restsOnDefaults(results: readonly TestResult[]): readonly Diagnostic[] {
  const resting = results.filter((result) => result.assertions.some((each) => each.presumed !== undefined)).length;
  if (resting === 0) return [];
  const detail = `${counted(resting, 'test')} would need the default grants of the server, which differ between apps and grow with time. Declare what the roles are granted there, or let the defaults that this version knows stand in, with \`policy.assume_defaults\`.`;
  return [{ severity: 'note', code: 'rests-on-defaults', summary: 'Tests rest on what is not declared', detail }];
}
