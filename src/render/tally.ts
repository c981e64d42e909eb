/** How many there are of what, in words; classes of impacts with the gravest first. */
import type { Impact, ImpactClass } from '../core/plan.ts';
import { CLASSES as ORDER_OF_CODES } from '../impact/codes.ts';
import { count } from './text.ts';
import type { ResourceView, Word } from './view/resources.ts';
import type { Totals } from './view/totals.ts';

export const WORDS: readonly Word[] = ['create', 'update', 'replace', 'delete'];

interface ClassWords {
  /** In a verdict: `1 breaking`. */
  readonly short: string;
  readonly one: string;
  readonly many: string;
}

export const CLASSES: Readonly<Record<ImpactClass, ClassWords>> = {
  DL: { short: 'data loss', one: 'loses data', many: 'lose data' },
  CB: { short: 'breaking', one: 'breaks clients', many: 'break clients' },
  SE: { short: 'security', one: 'weakens security', many: 'weaken security' },
  AU: { short: 'log-out', one: 'ends sessions', many: 'end sessions' },
  EV: { short: 'event loss', one: 'loses events', many: 'lose events' },
  OW: { short: 'one-way', one: 'cannot be undone', many: 'cannot be undone' },
};

export const CLASS_NAMES = Object.keys(CLASSES) as readonly ImpactClass[];

/** `2 break clients, 1 weakens security`. */
export function tallyOfImpacts(impacts: readonly Impact[]): string {
  return CLASS_NAMES.map((name) => ({ name, number: impacts.filter((impact) => impact.class === name).length }))
    .filter(({ number }) => number > 0)
    .map(({ name, number }) => `${count(number)} ${CLASSES[name][number === 1 ? 'one' : 'many']}`)
    .join(', ');
}

/** `1 breaking, 2 security, 1 waived`, in the order of the codes; empty without impacts. */
export function tallyOfTotals({ impacts, waived }: Totals): string {
  const words = ORDER_OF_CODES.filter((name) => impacts[name] > 0).map(
    (name) => `${count(impacts[name])} ${CLASSES[name].short}`,
  );
  return [...words, ...(waived > 0 ? [`${count(waived)} waived`] : [])].join(', ');
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
