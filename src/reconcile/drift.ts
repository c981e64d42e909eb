/** What `policy.drift: report` does: where only the live side moved, it is told and left. */
import { fieldAddress } from '../core/address.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { withValueAt } from '../core/json.ts';
import type { Change, FieldChange } from '../core/plan.ts';

export interface Reported {
  readonly changes: readonly Change[];
  readonly notes: readonly Diagnostic[];
}

/** Changes that are drift alone are held back; of the others, fields that drifted keep their live value. */
export function reportDrift(changes: readonly Change[]): Reported {
  const notes: Diagnostic[] = [];
  const kept = changes.map((change) => {
    const drifted = change.fields.filter((field) => field.origin === 'drift');
    if (drifted.length === 0 || change.heldBack !== undefined) return change;
    if (drifted.length === change.fields.length) return { ...change, heldBack: 'drift' as const };
    if (change.action !== 'update') return change;
    for (const field of drifted) notes.push(leftNote(change, field));
    return { ...change, ...withoutFields(change, drifted) };
  });
  return { changes: kept, notes };
}

function withoutFields(change: Change, drifted: readonly FieldChange[]): Partial<Change> {
  const fields = change.fields.filter((field) => !drifted.includes(field));
  const leftToDrift = drifted.map(({ path }) => path);
  if (change.next === undefined) return { fields, leftToDrift };
  const next = drifted.reduce((body, field) => withValueAt(body, field.path, field.before), change.next);
  return { fields, next, leftToDrift };
}

function leftNote(change: Change, field: FieldChange): Diagnostic {
  return {
    severity: 'note',
    code: 'drift-left',
    summary: 'Drift is left as it is',
    subject: fieldAddress(change.address, field.path),
    detail: 'It moved in the app and not in the configuration, and `policy.drift` is `report`.',
  };
}
