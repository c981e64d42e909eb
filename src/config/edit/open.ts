/** Opens a configuration for writing: the one that is there, or one that is to be made. */
import type { Kind } from '../../core/kind.ts';
import { contextOf } from '../pipeline.ts';
import { draftsOf, newDrafts } from './drafts.ts';
import { type Head, headOf } from './skeleton.ts';
import { Writer, type WriterOptions } from './writer.ts';

export interface OpenOptions extends WriterOptions {
  readonly file: string;
  readonly env?: string | undefined;
  readonly environ: Readonly<Record<string, string | undefined>>;
  readonly kinds: readonly Kind[];
  readonly schemaDir: string;
  /** For a configuration that is to be made; without it the files are read. */
  readonly head?: Head;
}

export function openWriter(options: OpenOptions): Writer {
  const context = contextOf(options);
  const drafts =
    options.head === undefined ? draftsOf(options.file, context) : newDrafts(options.file, headOf(options.head));
  return new Writer(drafts, context, options);
}
