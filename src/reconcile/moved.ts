/** What moved in the live app: the plan's differences seen from there, without those that the configuration brings itself. */
import type { Change, FieldChange } from '../core/plan.ts';

/** Seen from the live side: what the configuration would create is gone, what was declared is `before`, what is live is `after`. */
export function movedLive(changes: readonly Change[], knowsPrior: boolean): readonly Change[] {
  return changes.flatMap((change) => {
    // Removals are wanted by the configuration: nobody moved anything.
    if (change.action === 'remove' || change.action === 'replace') return [];
    const fields = change.fields.filter((field) => !knowsPrior || isMoved(field));
    const isGone = change.action === 'create';
    if (fields.length === 0 && !(isGone && !knowsPrior)) return [];
    return [
      { ...change, action: isGone ? ('remove' as const) : change.action, fields: isGone ? [] : fields.map(turned) },
    ];
  });
}

function isMoved(field: FieldChange): boolean {
  return field.origin === 'drift' || field.origin === 'conflict';
}

function turned({ before, after, origin: _origin, ...rest }: FieldChange): FieldChange {
  return {
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  };
}
