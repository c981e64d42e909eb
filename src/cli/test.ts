import { failure } from './failure.ts';
import type { ValidateFlags } from './flags.ts';
import type { World } from './world.ts';

export async function test(_world: World, _flags: ValidateFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
