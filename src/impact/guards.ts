/** Guards: plans that are too dangerous to run by accident. Pure; each finding is an error that names its way through. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { isObject } from '../core/json.ts';
import type { Change } from '../core/plan.ts';

/** A third of a small collection is soon reached, so guards count from ten on. */
const FROM = 10;
const SHARE = 0.3;

/** More than 30 % of a kind's managed resources removed, or of a channel's members. */
export function massChanges(changes: readonly Change[], managed: ReadonlyMap<string, number>): readonly Diagnostic[] {
  const removed = new Map<string, number>();
  for (const change of changes) {
    if (change.heldBack !== undefined || (change.action !== 'remove' && change.action !== 'replace')) continue;
    removed.set(change.kind, (removed.get(change.kind) ?? 0) + 1);
  }
  const kinds = [...removed].flatMap(([kind, count]) => tooMany(kind, `${kind}s`, count, managed.get(kind) ?? 0));
  return [...kinds, ...changes.filter(({ kind }) => kind === 'channel').flatMap(lostMembers)];
}

function lostMembers(change: Change): readonly Diagnostic[] {
  if (change.heldBack !== undefined) return [];
  const members = change.live?.['members'];
  const gone = change.fields.filter(
    (field) => field.after === undefined && /^\/members\/[^/]+$/.test(field.path),
  ).length;
  return tooMany(change.address, 'members', gone, isObject(members) ? Object.keys(members).length : 0);
}

function tooMany(subject: string, what: string, count: number, of: number): readonly Diagnostic[] {
  if (of < FROM || count <= of * SHARE) return [];
  const detail = `${count} of ${of} ${what} would go, which is more than ${SHARE * 100} %. If that is meant, run again with --allow-mass-change.`;
  return [{ severity: 'error', code: 'mass-change', summary: 'Too much would be removed at once', subject, detail }];
}

/** Protected resources are neither removed nor replaced. */
export function protectedChanges(changes: readonly Change[]): readonly Diagnostic[] {
  return changes
    .filter(
      ({ action, heldBack, protect }) =>
        heldBack === undefined && protect === true && (action === 'replace' || action === 'remove'),
    )
    .map((change) => ({
      severity: 'error',
      code: 'protected',
      summary: 'A protected resource would be deleted',
      subject: change.address,
      detail:
        change.action === 'remove'
          ? 'It is protected, or was so in the base. Take `protect: true` away in a change of its own first, and remove it in the next one.'
          : 'This change replaces it, which deletes it first. Take `protect: true` away in a change of its own, or keep the field that forces the replacement.',
    }));
}
