/** The classes of impacts in words, the gravest first. */
import type { Impact, ImpactClass } from '../core/plan.ts';
import { count } from './text.ts';

export const CLASSES: Readonly<Record<ImpactClass, { readonly one: string; readonly many: string }>> = {
  DL: { one: 'loses data', many: 'lose data' },
  CB: { one: 'breaks clients', many: 'break clients' },
  SE: { one: 'weakens security', many: 'weaken security' },
  AU: { one: 'ends sessions', many: 'end sessions' },
  EV: { one: 'loses events', many: 'lose events' },
  OW: { one: 'cannot be undone', many: 'cannot be undone' },
};

export const CLASS_NAMES = Object.keys(CLASSES) as readonly ImpactClass[];

/** `2 break clients, 1 weakens security`. */
export function tallyOfImpacts(impacts: readonly Impact[]): string {
  return CLASS_NAMES.map((name) => ({ name, number: impacts.filter((impact) => impact.class === name).length }))
    .filter(({ number }) => number > 0)
    .map(({ name, number }) => `${count(number)} ${CLASSES[name][number === 1 ? 'one' : 'many']}`)
    .join(', ');
}
