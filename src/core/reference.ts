/** How resources are pointed at: by other resources, in roster files, and in removals. */
import type { Pointer } from './json.ts';

/** Where a roster's resource stands in its file, in bytes. */
export interface Span {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** What to do with a resource that is not wanted any more; each kind has its own subset and default. */
export type OnRemoval = 'keep' | 'delete' | 'deactivate' | 'disable' | 'hard_delete';

/** A mention of another resource, at a pointer of the mentioning body. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
  readonly at: Pointer;
}
