import { failure } from './failure.ts';
import type { ShowFlags } from './flags.ts';
import type { World } from './world.ts';

export async function show(_world: World, _file: string, _flags: ShowFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
