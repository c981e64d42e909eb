/** How many there are of what, in words; classes of impacts with the gravest first. */
import type { Impact, ImpactClass } from '../core/plan.ts';
import { count } from './text.ts';
import type { ResourceView, Totals, Word } from './view.ts';

export const WORDS: readonly Word[] = ['create', 'update', 'replace', 'delete'];

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

/** `2 to create, 1 to delete`. */
export function tallyOfWords(resources: readonly ResourceView[]): string {
  return WORDS.map((word) => ({ word, number: resources.filter((resource) => resource.word === word).length }))
    .filter(({ number }) => number > 0)
    .map(({ word, number }) => `${count(number)} to ${word}`)
    .join(', ');
}

/** `1,204 unchanged · 2 blind`: what is not among the changes. */
export function tallyOfRest({ unchanged, unmanaged, heldBack, blind }: Totals): string {
  const parts = [
    [unchanged, 'unchanged'],
    [unmanaged, 'unmanaged'],
    [heldBack, 'held back'],
    [blind, 'blind'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${count(number)} ${what}`)
    .join(' · ');
}
