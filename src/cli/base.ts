/** What `--base` gives to a command: what was managed before, and the mark of what was applied last. */
import type { Desired, OpenedBase } from '../config/index.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Plan } from '../core/plan.ts';
import { APPLIED } from '../core/prior.ts';
import type { Context } from '../reconcile.ts';
import type { TargetFlags } from './flags.ts';
import type { World } from './world.ts';

export interface BaseFlags extends TargetFlags {
  readonly base?: string;
  /** `base` was found through the mark of what was applied. */
  readonly movesMark?: boolean;
}

export interface Based {
  /** For the context of planning. */
  readonly known: Pick<Context, 'prior' | 'base'>;
  readonly notes: readonly Diagnostic[];
  /** Moves the mark after an apply that left nothing open. Undefined: there is none to move. */
  readonly mark?: (left: Left) => Diagnostic | undefined;
}

/** What an apply left open. */
export interface Left {
  readonly plan: Plan;
  readonly isDone: boolean;
  readonly isWhole: boolean;
}

export async function based(
  world: World,
  flags: BaseFlags,
  { desired, kinds }: Pick<Context, 'desired' | 'kinds'>,
  from: 'merge-base' | 'commit',
): Promise<Based> {
  const ref = flags.base;
  if (ref === undefined) return { known: {}, notes: [] };
  const [{ openBase }, { priorOf, sha256 }] = await Promise.all([world.modules.config(), world.modules.reconcile()]);
  // What an emulator was given says nothing about the app.
  const place = flags.emulator ? 'applied-emulator' : 'applied';
  const mark = `refs/chat/${place}/${(desired.env ?? 'default').replaceAll(/[^\w-]/g, '-')}`;
  const opened = await openBase({ ref, from, desired, environ: world.env, kinds, mark });
  const moves = ref === APPLIED || flags.movesMark ? { mark: (left: Left) => moved(opened, desired, mark, left) } : {};
  if (opened.found === undefined) return { known: {}, notes: [nothingApplied(mark)], ...moves };
  const { base, commit } = opened.found;
  const prior = await priorOf(base, kinds, sha256);
  return { known: { prior, base: { ref, commit } }, notes: base.notes, ...moves };
}

function moved({ repository }: OpenedBase, desired: Desired, mark: string, left: Left): Diagnostic | undefined {
  const reason = reasonToStay(left, repository.dirty(desired.files));
  if (reason !== undefined) {
    return {
      severity: 'warning',
      code: 'mark-stays',
      summary: 'The mark of what was applied stays where it is',
      detail: `${reason} The next run with \`--base applied\` compares with the same commit as this one.`,
    };
  }
  const head = repository.commitOf('HEAD');
  if (repository.lookUp(mark) === head) return undefined;
  repository.move(mark, head);
  return {
    severity: 'note',
    code: 'mark-moved',
    summary: 'The mark of what was applied has moved',
    detail: `\`${mark}\` is now ${head.slice(0, 12)}.`,
  };
}

function reasonToStay({ plan, isDone, isWhole }: Left, dirty: readonly string[]): string | undefined {
  if (!isDone) return 'Not everything was applied.';
  if (!isWhole) return 'Only a part was applied (--target or --exclude).';
  if (plan.counts.heldBack > 0) return 'Changes were held back.';
  if (dirty.length > 0) return `The configuration is not committed as it was applied: ${dirty.slice(0, 3).join(', ')}.`;
  return undefined;
}

function nothingApplied(mark: string): Diagnostic {
  return {
    severity: 'note',
    code: 'nothing-applied',
    summary: 'Nothing was applied yet',
    detail: `There is no \`${mark}\`, so nothing counts as managed before. It is made after the first apply that leaves nothing open.`,
  };
}
