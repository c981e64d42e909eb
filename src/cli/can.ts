import { type Diagnostic, DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import type { Answered } from '../reconcile.ts';
import { renderAnswer, renderAnswerJson } from '../render/answer.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { diagnosticBody } from '../render/json/diagnostic.ts';
import { loadDesired } from './desired.ts';
import type { CanFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { openSession } from './session.ts';
import { lookOf, type World } from './world.ts';

const INVALID = 7;
const NOT_YES = 1;

/** `chat can <role> <permission>`: ends with 0 for yes alone, so that scripts can ask. */
export async function can(world: World, role: string, permission: string, flags: CanFlags): Promise<number> {
  const asked = { role, permission, scope: flags.in ?? '.app', own: flags.own ?? false };
  const answered = flags.offline ? await offline(world, asked, flags) : await online(world, asked, flags);
  const { found } = answered;
  const look = lookOf(world, world.stdout, flags);
  const diagnostics = [...(found.answer.verdict === 'unknown' ? [cannotTell(answered, flags)] : []), ...answered.notes];
  if (flags.format === 'json') world.stdout.write(renderAnswerJson(found, diagnostics.map(diagnosticBody), look));
  else {
    world.stdout.write(renderAnswer(found, look));
    world.stderr.write(renderDiagnostics(diagnostics, lookOf(world, world.stderr, flags)));
  }
  return found.answer.verdict === 'yes' ? 0 : NOT_YES;
}

type Asked = { readonly role: string; readonly permission: string; readonly scope: string; readonly own: boolean };

async function offline(world: World, asked: Asked, flags: CanFlags): Promise<Answered> {
  const desired = await loadDesired(world, flags);
  if (hasErrors(desired.diagnostics)) throw new DiagnosticError(desired.diagnostics, INVALID);
  const [reconcile, { kinds }] = await Promise.all([world.modules.reconcile(), world.modules.kinds()]);
  return reconcile.can({ desired, kinds }, asked);
}

async function online(world: World, asked: Asked, flags: CanFlags): Promise<Answered> {
  const session = await openSession(world, flags, 'plan');
  try {
    const reconcile = await world.modules.reconcile();
    return await interruptible(world, (signal) => reconcile.can(session.context, asked, signal));
  } finally {
    await session.close();
  }
}

/** What would make it known. */
function cannotTell({ found }: Answered, flags: CanFlags): Diagnostic {
  const detail = wayOut(found.answer.because, flags.offline === true);
  return { severity: 'warning', code: 'cannot-tell', summary: 'Nobody can tell from here', detail };
}

function wayOut(because: Answered['found']['answer']['because'], isOffline: boolean): string {
  if (because === 'condition') return 'It depends on who acts, and on what: see the condition of that permission.';
  if (because === 'legacy') return 'Only the app knows. With `app.permission_version: v2` grants decide.';
  if (because === 'opaque') return 'Declare that permission, or ask without --offline.';
  return isOffline
    ? 'Declare what the role is granted there, ask without --offline, or let the defaults stand in with `policy.assume_defaults`.'
    : 'A new type starts with defaults that only the server knows. Declare what the role is granted there.';
}
