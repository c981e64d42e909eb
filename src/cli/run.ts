/** Runs a command line and gives its exit code. Nothing is thrown. */
import { CommanderError } from 'commander';
import { explainFailure } from './failure.ts';
import { createProgram } from './program.ts';
import { lookOf, type World } from './world.ts';

export async function run(world: World): Promise<number> {
  let code = 0;
  try {
    await createProgram(world, (result) => {
      code = result;
    }).parseAsync([...world.argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    const color = !world.argv.includes('--no-color');
    const failed = explainFailure(error, lookOf(world, world.stderr, { color }));
    world.stderr.write(failed.text);
    return failed.code;
  }
}
