/** The entry points for pulls: a writer for the files, and a desired state that says nothing. */
import { resolve } from 'node:path';
import type { Hash } from '../core/prior.ts';
import type { Desired, Policy, Target } from './desired.ts';
import type { OpenOptions } from './edit/open.ts';
import type { Writer } from './edit/writer.ts';
import { SCHEMAS } from './load.ts';
import { policyOf, targetOf } from './settings.ts';

export type { Draft, Writer } from './edit/writer.ts';

export async function openForPull(
  options: Omit<OpenOptions, 'schemaDir'> & { readonly schemaDir?: string },
): Promise<Writer> {
  const { openWriter } = await import('./edit/open.ts');
  return openWriter({ schemaDir: SCHEMAS, ...options });
}

/** The target that the usual variables name. */
export function targetFromEnvironment(environ: Readonly<Record<string, string | undefined>>): Target {
  const { STREAM_API_KEY, STREAM_API_SECRET, STREAM_BASE_URL } = environ;
  return targetOf(
    { api_key: STREAM_API_KEY ?? '', api_secret: STREAM_API_SECRET ?? '', base_url: STREAM_BASE_URL ?? '' },
    new Set(),
  );
}

/** A configuration of which only the target is known: for an app that has none yet. */
export function emptyDesired(file: string, target: Target, hash: Hash, policy?: Policy): Desired {
  return {
    file: resolve(file),
    env: undefined,
    target,
    policy: policy ?? policyOf({}, {}, []),
    external: {},
    removed: [],
    tests: [],
    files: [],
    recast: (earlier) => earlier,
    digest: hash('{}'),
    secrets: new Map(),
    diagnostics: [],
    kinds: new Set(),
    async *wanted() {},
    async *wantedBlocks() {},
    isDeclared: () => false,
    finish: async () => {},
    locate: () => undefined,
  };
}
