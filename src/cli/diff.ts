import { failure } from './failure.ts';
import type { DiffFlags } from './flags.ts';
import type { World } from './world.ts';

export async function diff(_world: World, _flags: DiffFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
