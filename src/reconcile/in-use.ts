/** Removals that the API would refuse because something still uses the role or the command: held back, with the reason. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { isArray, pointer } from '../core/json.ts';
import type { Change } from '../core/plan.ts';

export interface Held {
  readonly changes: readonly Change[];
  readonly notes: readonly Diagnostic[];
}

export function heldInUse(changes: readonly Change[]): Held {
  if (!changes.some(({ action }) => action === 'remove')) return { changes, notes: [] };
  const byAddress = new Map(
    changes.filter((change) => change.heldBack === undefined).map((change) => [change.address, change]),
  );
  const notes: Diagnostic[] = [];
  const held = changes.map((change) => {
    if (change.action !== 'remove' || change.heldBack !== undefined) return change;
    const reasons = [
      ...grantsLeft(change, byAddress),
      ...holdersLeft(change, byAddress),
      ...typesLeft(change, byAddress),
    ];
    if (reasons.length === 0) return change;
    notes.push({
      severity: 'warning',
      code: change.kind === 'command' ? 'command-in-use' : 'role-in-use',
      summary: 'What is in use cannot be deleted',
      subject: change.address,
      detail: `${reasons.join(' ')} Take it away there first, then apply again.`,
    });
    return { ...change, heldBack: 'in-use' as const };
  });
  return { changes: held, notes };
}

/** Scopes where the role is granted something and this plan doesn't empty it. */
function grantsLeft(change: Change, byAddress: ReadonlyMap<string, Change>): readonly string[] {
  const scopes = change.facts?.['scopes'];
  const left = (isArray(scopes) ? scopes.map(String) : []).filter((scope) => {
    const there = byAddress.get(scope === '.app' ? 'app' : `channel_type.${scope}`);
    // Types are removed before the roles that they grant something to.
    if (there?.action === 'remove') return false;
    const emptied = there?.fields.find((field) => field.path === `/grants${pointer(change.id)}`)?.after;
    return !(isArray(emptied) && emptied.length === 0);
  });
  return left.length === 0
    ? []
    : [
        `It is still granted permissions in ${left.map((scope) => (scope === '.app' ? "the app's own scope" : scope)).join(', ')}; declare \`grants: { ${change.id}: [] }\` there.`,
      ];
}

/** A user with the role whom this plan doesn't give another one. */
function holdersLeft(change: Change, byAddress: ReadonlyMap<string, Change>): readonly string[] {
  const holder = change.facts?.['holder'];
  if (typeof holder !== 'string') return [];
  const there = byAddress.get(`user.${holder}`);
  // Deactivated users keep their role; those who are deleted go first.
  const isDeleted = there?.action === 'remove' && there.removal !== 'deactivate';
  const leaves = there?.fields.some((field) => field.path === '/role' && field.after !== change.id);
  return isDeleted || leaves ? [] : [`At least one user (${holder}) has it.`];
}

/** Channel types that offer the command and keep it in this plan. */
function typesLeft(change: Change, byAddress: ReadonlyMap<string, Change>): readonly string[] {
  const types = change.facts?.['used_by'];
  const left = (isArray(types) ? types.map(String) : []).filter((type) => {
    const there = byAddress.get(`channel_type.${type}`);
    if (there?.action === 'remove') return false;
    const commands = there?.fields.find((field) => field.path === '/commands')?.after;
    return !isArray(commands) || commands.includes(change.id);
  });
  return left.length === 0 ? [] : [`These channel types offer it: ${left.join(', ')}.`];
}
