/** Which way a value moves. Where a side is not known, nothing is claimed. */
import { isArray, isObject, type Json } from '../core/json.ts';
import type { Transition } from './rule.ts';

type Sides = Pick<Transition, 'before' | 'after'>;

export function isSwitchedOff({ before, after }: Sides): boolean {
  return before === true && after === false;
}

/** Also when the value before is not known, which is so for fields that no reply shows. */
export function isSwitchedOn({ before, after }: Sides): boolean {
  return before !== true && after === true;
}

export function isLowered({ before, after }: Sides): boolean {
  return typeof before === 'number' && typeof after === 'number' && after < before;
}

/** A text that was set and is another one now, or none. */
export function isMoved({ before, after }: Sides): boolean {
  return isSet(before) && isSet(after) && before !== after;
}

export function isCleared({ before, after }: Sides): boolean {
  return isSet(before) && !isSet(after);
}

function isSet(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

export function itemsOf(value: Json | undefined): readonly string[] {
  return isArray(value) ? value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : [];
}

export function lostItems({ before, after }: Sides): readonly string[] {
  const left = new Set(itemsOf(after));
  return itemsOf(before).filter((item) => !left.has(item));
}

export function gainedItems({ before, after }: Sides): readonly string[] {
  return lostItems({ before: after, after: before });
}

/** Of lists that let pass what they name, where an empty one lets pass everything: whether less passes now. */
export function isAllowingLess({ before, after }: Sides): boolean {
  const [was, is] = [itemsOf(before), itemsOf(after)];
  if (is.length === 0) return false;
  return was.length === 0 || lostItems({ before, after }).length > 0;
}

export function isAllowingMore({ before, after }: Sides): boolean {
  return isAllowingLess({ before: after, after: before });
}

/** Whether a value moves down a scale, worst last; one that is not on it claims nothing. */
export function isDownOn(scale: readonly (readonly Json[])[], { before, after }: Sides): boolean {
  const rank = (value: Json | undefined) => scale.findIndex((step) => value !== undefined && step.includes(value));
  const [was, is] = [rank(before), rank(after)];
  return was >= 0 && is > was;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, items.length > 6 ? 5 : 6);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

export function asMap(value: Json | undefined): Readonly<Record<string, Json>> {
  return isObject(value) ? value : {};
}
