import { failure } from './failure.ts';
import type { CanFlags } from './flags.ts';
import type { World } from './world.ts';

export async function can(_world: World, _role: string, _permission: string, _flags: CanFlags): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
