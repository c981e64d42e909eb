import { hasErrors } from '../core/diagnostic.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { count, counted } from '../render/text.ts';
import type { ValidateFlags } from './flags.ts';
import { loadDesired } from './session.ts';
import { lookOf, type World } from './world.ts';

const INVALID = 7;

/** `chat validate`: everything that can be known without the app. */
export async function validate(world: World, flags: ValidateFlags): Promise<number> {
  const desired = await loadDesired(world, flags);
  const { kinds } = await world.modules.kinds();
  const counts: string[] = [];
  let sum = 0;
  for (const { name } of kinds) {
    if (!desired.kinds.has(name)) continue;
    let declared = 0;
    for await (const _ of desired.wanted(name)) declared += 1;
    sum += declared;
    counts.push(`${name.replaceAll('_', ' ')} ${count(declared)}`);
  }
  await desired.finish();
  const { diagnostics } = desired;
  world.stderr.write(renderDiagnostics(diagnostics, lookOf(world, world.stderr, flags)));
  if (hasErrors(diagnostics)) return INVALID;
  const detail = counts.length === 0 ? '' : ` (${counts.join(', ')})`;
  world.stdout.write(`Valid: ${counted(sum, 'resource')}${detail}.\n`);
  return 0;
}
