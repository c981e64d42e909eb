/** What a plan comes to: numbers, and the line that says it all. */
import type { Change, ImpactClass, Plan } from '../../core/plan.ts';
import { tallyOfTotals } from '../tally.ts';
import { aboutSeconds, count, counted } from '../text.ts';
import { WORD_OF, type Word } from './resources.ts';

export interface Totals {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly heldBack: number;
  readonly unchanged: number;
  readonly unmanaged: number;
  readonly blind: number;
  /** Impacts that no waiver accepts, by class; and those that one does. */
  readonly impacts: Readonly<Record<ImpactClass, number>>;
  readonly waived: number;
}

export function totalsOf(plan: Plan, going: readonly Change[]): Totals {
  const number = (word: Word) => going.filter((change) => WORD_OF[change.action] === word).length;
  return {
    create: number('create'),
    update: number('update'),
    replace: number('replace'),
    delete: number('delete'),
    heldBack: plan.counts.heldBack,
    unchanged: plan.counts.unchanged,
    unmanaged: plan.counts.unmanaged,
    blind: plan.counts.blind.length,
    impacts: impactCounts(plan),
    waived: plan.impacts.filter((impact) => impact.waiver !== undefined).length,
  };
}

function impactCounts(plan: Plan): Totals['impacts'] {
  const counts = { CB: 0, DL: 0, SE: 0, AU: 0, EV: 0, OW: 0 };
  for (const impact of plan.impacts) if (impact.waiver === undefined) counts[impact.class] += 1;
  return counts;
}

export function verdictOf(plan: Plan, totals: Totals): string {
  const held = totals.heldBack > 0 ? ` ${counted(totals.heldBack, 'change')} held back.` : '';
  if (plan.operations.length === 0 && totals.create + totals.update + totals.replace + totals.delete === 0) {
    const match = totals.unchanged === 1 ? '1 resource matches' : `${count(totals.unchanged)} resources match`;
    return `No changes. ${match}.${held}`;
  }
  const parts = [`${count(totals.create)} to create`, `${count(totals.update)} to update`];
  if (totals.replace > 0) parts.push(`${count(totals.replace)} to replace`);
  parts.push(`${count(totals.delete)} to delete`);
  const impacts = tallyOfTotals(totals);
  const cost = `${counted(plan.estimate.calls, 'call')}, ${aboutSeconds(plan.estimate.seconds)}`;
  const tail = [
    ...(impacts === '' ? [] : [impacts]),
    ...(totals.heldBack > 0 ? [`${count(totals.heldBack)} held back`] : []),
    cost,
  ];
  return [`Plan: ${parts.join(', ')}`, ...tail].join(' · ');
}
