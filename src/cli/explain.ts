import { failure } from './failure.ts';
import type { LookFlags, World } from './world.ts';

export async function explain(_world: World, _name: string | undefined, _flags: LookFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
