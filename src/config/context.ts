/** What the steps of loading share. */
import type { Source } from '../core/diagnostic.ts';
import type { Pointer } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Files } from './files.ts';
import type { Report } from './report.ts';
import type { Schemas } from './schema.ts';
import type { SecretFields } from './secrets.ts';
import type { Environ } from './variables.ts';

export interface Context {
  readonly kinds: readonly Kind[];
  readonly schemas: Schemas;
  readonly secrets: SecretFields;
  readonly files: Files;
  readonly environ: Environ;
  readonly env: string | undefined;
  readonly strict: boolean;
  readonly report: Report;
}

/** The place of a pointer: of its value, or of the key that holds it. */
export type Place = (at: Pointer, what?: 'key' | 'value') => Source;

/** A roster as `from` names it: one file or many. */
export interface RosterPattern {
  readonly kind: Kind;
  readonly pattern: string;
  readonly source: Source;
}

export function kindOfCollection(context: Context, collection: string): Kind | undefined {
  return context.kinds.find((kind) => kind.collection === collection);
}
