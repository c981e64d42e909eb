/** The configuration that a command works with. Apart from sessions: commands that reach no app load no more than this. */
import { resolve } from 'node:path';
import type { Desired } from '../config/index.ts';
import { DiagnosticError } from '../core/diagnostic.ts';
import { sha256 } from '../reconcile/hash.ts';
import type { TargetFlags } from './flags.ts';
import type { World } from './world.ts';

const INVALID = 7;

/** The configuration that was named, or the one of this folder or above it. Throws DiagnosticError when there is none. */
export async function loadDesired(world: World, flags: TargetFlags): Promise<Desired> {
  const [{ findConfiguration, loadConfiguration }, { kinds }] = await Promise.all([
    world.modules.config(),
    world.modules.kinds(),
  ]);
  const file = flags.config === undefined ? findConfiguration(world.cwd) : resolve(world.cwd, flags.config);
  if (file === undefined) {
    throw new DiagnosticError(
      [
        {
          severity: 'error',
          code: 'no-configuration',
          summary: 'No configuration found',
          detail:
            'There is no chat.config.yaml in this folder or in one above it. Go to the folder that has it, or name the file with --config.',
        },
      ],
      INVALID,
    );
  }
  return loadConfiguration({
    file,
    env: flags.env,
    environ: world.env,
    kinds,
    strict: flags.strict ?? false,
    hash: sha256,
  });
}
