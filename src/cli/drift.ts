import type { Plan } from '../core/plan.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { renderPlan } from '../render/formats.ts';
import { renderDriftJson } from '../render/json.ts';
import { count, counted } from '../render/text.ts';
import { type PlanView, viewChanges } from '../render/view.ts';
import { failure } from './failure.ts';
import type { DriftFlags } from './flags.ts';
import { notify } from './notify.ts';
import { planned } from './planning.ts';
import { openSession } from './session.ts';
import { lookOf, type World } from './world.ts';

const DRIFTED = 2;

/** `chat drift`: what moved in the app; tells a webhook, and by its exit code. */
export async function drift(world: World, flags: DriftFlags): Promise<number> {
  if (flags.notify !== undefined && !URL.canParse(flags.notify)) {
    throw failure(
      'bad-webhook',
      'Not an address',
      '`--notify` takes an address such as https://hooks.example.com/chat.',
    );
  }
  // Drift is compared with what was declared at the base, not with where a branch began.
  const session = await openSession(world, flags, 'plan', { from: 'commit' });
  try {
    const { movedLive } = await world.modules.reconcile();
    const plan = await planned(world, flags, session);
    const view = driftView(plan, movedLive(plan.changes, session.context.prior !== undefined));
    world.stdout.write(await rendered(world, flags, view));
    if (view.plan.changes.length === 0) return 0;
    const problem = flags.notify === undefined ? undefined : await notify(flags.notify, message(view), world);
    if (problem !== undefined) world.stderr.write(renderDiagnostics([problem], lookOf(world, world.stderr, flags)));
    return DRIFTED;
  } finally {
    await session.close();
  }
}

function driftView(plan: Plan, changes: Plan['changes']): PlanView {
  const unchanged = plan.counts.unchanged + plan.changes.length - changes.length;
  const view = viewChanges(changes, unchanged, plan);
  const { update, delete: gone } = view.totals;
  const matching = unchanged === 1 ? '1 resource is as declared' : `${count(unchanged)} resources are as declared`;
  const verdict =
    changes.length === 0
      ? `No drift. ${matching}.`
      : `Drift: ${counted(changes.length, 'resource')} moved · ${count(update)} changed, ${count(gone)} gone`;
  return { ...view, verdict };
}

async function rendered(world: World, flags: DriftFlags, view: PlanView): Promise<string> {
  const { format = 'terminal' } = flags;
  const look = lookOf(world, world.stdout, flags);
  return format === 'json' ? renderDriftJson(view, look) : renderPlan(view, format, { ...look, calls: false });
}

/** `text` is what chat tools show; the rest is the document of `--format json`. */
function message(view: PlanView): unknown {
  const addresses = view.plan.changes.map((change) => change.address);
  const some = addresses.slice(0, 10).join(', ');
  const more = addresses.length > 10 ? ` and ${addresses.length - 10} more` : '';
  return { text: `${view.verdict} (${view.target}): ${some}${more}`, ...JSON.parse(renderDriftJson(view)) };
}
