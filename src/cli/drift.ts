import { failure } from './failure.ts';
import type { DriftFlags } from './flags.ts';
import type { World } from './world.ts';

export async function drift(_world: World, _flags: DriftFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
