import { renderPlan } from '../render/formats.ts';
import { viewSaved } from '../render/saved.ts';
import type { ShowFlags } from './flags.ts';
import { loadPlan } from './plan-file.ts';
import { lookOf, type World } from './world.ts';

/** `chat show`: a saved plan as `chat plan` showed it, without configuration or network. */
export async function show(world: World, file: string, flags: ShowFlags): Promise<number> {
  const view = viewSaved(await loadPlan(world, file));
  const options = { ...lookOf(world, world.stdout, flags), calls: flags.calls ?? false };
  world.stdout.write(await renderPlan(view, flags.format ?? 'terminal', options));
  return 0;
}
