/** A test of the configuration: what a role must be able to do, and what it must not. */
import type { Pointer } from './json.ts';

export interface PermissionTest {
  readonly name: string | undefined;
  readonly role: string;
  /** Channel types; none: the app itself. */
  readonly in: readonly string[];
  /** Whether it is about what is the user's own. */
  readonly own: boolean;
  readonly can: readonly string[];
  readonly cannot: readonly string[];
  readonly at: Pointer;
}
