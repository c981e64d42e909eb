import type { Desired } from '../config/index.ts';
import { DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import type { Plan } from '../core/plan.ts';
import { renderContrastJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import { counted, visible } from '../render/text.ts';
import { viewPlan } from '../render/view.ts';
import { loadDesired } from './desired.ts';
import { failure } from './failure.ts';
import type { DiffFlags } from './flags.ts';
import { lookOf, type World } from './world.ts';

const INVALID = 7;
const CHANGES_PRESENT = 2;

/** `chat diff`: what one environment says otherwise than another, for promoting from one to the next. */
export async function diff(world: World, flags: DiffFlags): Promise<number> {
  const [from, to, ...more] = flags.env;
  if (from === undefined || to === undefined || more.length > 0) {
    throw failure(
      'two-environments',
      'Two environments are compared',
      'Name two: --env staging --env production. `""` is the file without one.',
    );
  }
  const [left, right] = [await whole(world, flags, from), await whole(world, flags, to)];
  const [{ contrast }, { kinds }] = await Promise.all([world.modules.reconcile(), world.modules.kinds()]);
  const found = await contrast(left, right, kinds);
  const view = viewPlan(asPlan(found.changes, found.equal));
  const names = [from, to].map((name) => (name === '' ? 'the file without an environment' : visible(name)));
  const verdict = verdictOf(view.totals, found.equal, names);
  const shown = { ...view, verdict, target: `from ${names[0]} to ${names[1]}`, writes: false };
  world.stdout.write(
    flags.format === 'json'
      ? renderContrastJson(shown, [from, to])
      : renderTerminal(shown, { ...lookOf(world, world.stdout, flags), calls: false }),
  );
  return flags.detailedExitcode && found.changes.length > 0 ? CHANGES_PRESENT : 0;
}

async function whole(world: World, flags: DiffFlags, env: string): Promise<Desired> {
  const desired = await loadDesired(world, {
    ...(flags.config === undefined ? {} : { config: flags.config }),
    ...(env === '' ? {} : { env }),
  });
  const { kinds } = await world.modules.kinds();
  for (const kind of kinds) for await (const _ of desired.wanted(kind.name));
  await desired.finish();
  if (hasErrors(desired.diagnostics)) throw new DiagnosticError(desired.diagnostics, INVALID);
  return desired;
}

function verdictOf(
  totals: { create: number; update: number; delete: number },
  equal: number,
  names: readonly string[],
): string {
  if (totals.create + totals.update + totals.delete === 0)
    return `No differences. ${counted(equal, 'resource')} alike.`;
  return `${names[1]}: ${totals.create} more, ${totals.delete} fewer, ${totals.update} otherwise than ${names[0]} · ${equal} alike`;
}

function asPlan(changes: Plan['changes'], unchanged: number): Plan {
  return {
    formatVersion: 1,
    target: { appId: 0, baseUrl: '' },
    configuration: { digest: 'h1:' },
    changes,
    operations: [],
    operationsDigest: 'h1:',
    stages: [],
    counts: { unchanged, unmanaged: 0, heldBack: 0, blind: [] },
    estimate: { calls: 0, seconds: 0, stages: [], budget: [] },
    impacts: [],
    matrix: [],
    diagnostics: [],
    readAt: 0,
    madeAt: 0,
  };
}
