import { type Diagnostic, DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { count, counted } from '../render/text.ts';
import { loadDesired } from './desired.ts';
import type { ValidateFlags } from './flags.ts';
import { version } from './version.ts';
import { lookOf, type World } from './world.ts';

const INVALID = 7;

interface Verdict {
  readonly diagnostics: readonly Diagnostic[];
  /** Declared resources by kind. */
  readonly counts: ReadonlyMap<string, number>;
}

/** `chat validate`: everything that can be known without the app. */
export async function validate(world: World, flags: ValidateFlags): Promise<number> {
  const verdict = await judged(world, flags);
  await report(world, flags, verdict);
  return hasErrors(verdict.diagnostics) ? INVALID : 0;
}

async function judged(world: World, flags: ValidateFlags): Promise<Verdict> {
  const counts = new Map<string, number>();
  try {
    const desired = await loadDesired(world, flags);
    const { kinds } = await world.modules.kinds();
    for (const { name } of kinds) {
      if (!desired.kinds.has(name)) continue;
      let declared = 0;
      for await (const _ of desired.wanted(name)) declared += 1;
      counts.set(name, declared);
    }
    await desired.finish();
    return { diagnostics: desired.diagnostics, counts };
  } catch (error) {
    // A root file that cannot be read at all is a problem like others, for every format.
    if (error instanceof DiagnosticError && error.exitCode === INVALID)
      return { diagnostics: error.diagnostics, counts };
    throw error;
  }
}

async function report(
  world: World,
  { format = 'terminal', ...flags }: ValidateFlags,
  { diagnostics, counts }: Verdict,
): Promise<void> {
  const look = lookOf(world, world.stderr, flags);
  switch (format) {
    case 'json': {
      const { renderValidationJson } = await import('../render/json.ts');
      world.stdout.write(renderValidationJson(diagnostics, counts));
      return;
    }
    case 'sarif': {
      const { renderSarif } = await import('../render/sarif.ts');
      world.stdout.write(renderSarif(diagnostics, { version: version(), relative: look.relative }));
      return;
    }
    case 'github': {
      const { renderAnnotations } = await import('../render/annotations.ts');
      world.stdout.write(renderAnnotations(diagnostics, look.relative));
      return;
    }
    case 'terminal':
      world.stderr.write(renderDiagnostics(diagnostics, look));
      if (!hasErrors(diagnostics)) world.stdout.write(validText(counts));
  }
}

function validText(counts: Verdict['counts']): string {
  const sum = [...counts.values()].reduce((total, each) => total + each, 0);
  const parts = [...counts].map(([kind, each]) => `${kind.replaceAll('_', ' ')} ${count(each)}`);
  return `Valid: ${counted(sum, 'resource')}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}.\n`;
}
