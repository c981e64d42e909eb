import type { Command } from 'commander';
import { failure } from './failure.ts';
import type { World } from './world.ts';

export async function completion(_world: World, _program: Command, _shell: string): Promise<number> {
  throw failure('not-built', 'Not built yet', 'This command is not built yet.');
}
