import type { Change, Plan } from '../../src/core/plan.ts';

/**
 * What a plan still finds after another one was carried out, without the one thing that nobody can foresee: an override of a
 * channel that says the same as the channel's type is in no reply, and comes to light when the type changes.
 */
export function unforeseen(again: Plan, carriedOut: Plan): readonly Change[] {
  const types = new Set(carriedOut.changes.filter((each) => each.kind === 'channel_type').map((each) => each.id));
  return again.changes.filter(
    ({ kind, id, fields }) =>
      !(
        kind === 'channel' &&
        types.has(id.split(':')[0] ?? '') &&
        fields.every((field) => field.path.startsWith('/config_overrides'))
      ),
  );
}

/** Whether such an override can come to light while the plan is carried out: what it shows is sent after. */
export function mayUncover(plan: Plan): boolean {
  const types = new Set(plan.changes.filter((each) => each.kind === 'channel_type').map((each) => each.id));
  return plan.changes.some(
    ({ kind, id, next }) =>
      kind === 'channel' && types.has(id.split(':')[0] ?? '') && next?.['config_overrides'] !== undefined,
  );
}
