import { failure } from './failure.ts';
import type { ApplyFlags } from './flags.ts';
import type { World } from './world.ts';

export async function applySaved(_world: World, _file: string, _flags: ApplyFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
