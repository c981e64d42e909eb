/** Finds the commit that `--base` means, and reads the configuration there. */
import { dirname } from 'node:path';
import type { Kind } from '../core/kind.ts';
import { APPLIED } from '../core/prior.ts';
import type { Base } from './base.ts';
import type { Desired } from './desired.ts';
import type { Repository } from './git.ts';
import { SCHEMAS } from './load.ts';
import type { Environ } from './variables.ts';

export interface OpenBaseOptions {
  /** A branch, tag or commit, or `applied`. */
  readonly ref: string;
  /** A plan for a branch compares with where the branch began; everything else with the commit itself. */
  readonly from: 'merge-base' | 'commit';
  readonly desired: Desired;
  readonly environ: Environ;
  readonly kinds: readonly Kind[];
  /** The ref that `applied` stands for. */
  readonly mark: string;
}

export interface OpenedBase {
  readonly repository: Repository;
  /** Absent when nothing was applied yet. */
  readonly found?: { readonly commit: string; readonly base: Base };
}

/** Rejects with DiagnosticError when there is no repository or no such commit, or when what is there cannot be read. */
export async function openBase(options: OpenBaseOptions): Promise<OpenedBase> {
  // Most commands run without git: only this one loads what starts processes.
  const [{ loadBase }, { openRepository }] = await Promise.all([import('./base.ts'), import('./git.ts')]);
  const { desired, ref } = options;
  const repository = openRepository(dirname(desired.file));
  const commit = commitOf(repository, options);
  if (commit === undefined) return { repository };
  const base = loadBase({
    file: desired.file,
    env: desired.env,
    environ: options.environ,
    kinds: options.kinds,
    schemaDir: SCHEMAS,
    repository,
    commit,
    recast: (texts) => desired.recast(texts),
  });
  return { repository, found: { commit, base } };

  function commitOf(git: Repository, { from, mark }: OpenBaseOptions): string | undefined {
    if (ref === APPLIED) return git.lookUp(mark);
    return from === 'merge-base' ? git.mergeBase(ref) : git.commitOf(ref);
  }
}
