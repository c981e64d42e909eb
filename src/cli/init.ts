import { failure } from './failure.ts';
import type { World } from './world.ts';

export async function init(_world: World, _folder: string | undefined): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
