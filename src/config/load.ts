/** The entry point of this layer. What it needs is imported when it is called: starting the tool stays cheap. */
import { fileURLToPath } from 'node:url';
import type { Kind } from '../core/kind.ts';
import type { Hash } from '../core/prior.ts';
import type { Desired } from './desired.ts';

export interface LoadOptions {
  /** The root file. */
  readonly file: string;
  /** The environment to choose. */
  readonly env?: string | undefined;
  /** Variables for `${NAME}`. */
  readonly environ: Readonly<Record<string, string | undefined>>;
  readonly kinds: readonly Kind[];
  /** The folder of `<kind>.schema.json` and `settings.schema.json`; default: the one of this package. */
  readonly schemaDir?: string;
  /** Undeclared references are errors. */
  readonly strict?: boolean;
  readonly hash: Hash;
}

/** Beside `src` and `dist` alike. */
export const SCHEMAS = fileURLToPath(new URL('../../schemas', import.meta.url));

/**
 * Loads a configuration with all that it includes. Problems are in `diagnostics` of the result; only when the root file cannot
 * be read at all does it throw a DiagnosticError.
 */
export async function loadConfiguration(options: LoadOptions): Promise<Desired> {
  const { load } = await import('./pipeline.ts');
  return load({ schemaDir: SCHEMAS, ...options });
}
