import { failure } from './failure.ts';
import type { PullFlags } from './flags.ts';
import type { World } from './world.ts';

export async function pull(_world: World, _flags: PullFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
