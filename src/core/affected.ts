/** Who is affected by an impact, as text. */
import type { Impact } from './plan.ts';

/** `1 user`, `23 members`, `100+ users`. */
export function affectedText({ what, count, more }: NonNullable<Impact['affected']>): string {
  return `${count}${more ? '+' : ''} ${what}${count === 1 && !more ? '' : 's'}`;
}
