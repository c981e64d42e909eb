import { failure } from './failure.ts';
import type { FmtFlags } from './flags.ts';
import type { World } from './world.ts';

export async function fmt(_world: World, _files: readonly string[], _flags: FmtFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
