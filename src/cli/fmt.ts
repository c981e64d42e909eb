import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { DiagnosticError } from '../core/diagnostic.ts';
import { counted } from '../render/text.ts';
import { loadDesired } from './desired.ts';
import { failure } from './failure.ts';
import type { FmtFlags } from './flags.ts';
import { lookOf, type World } from './world.ts';

const INVALID = 7;

interface Formatted {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** `chat fmt`: lays out files, all of them or none. */
export async function fmt(world: World, files: readonly string[], flags: FmtFlags): Promise<number> {
  const { formatYaml, saveFiles } = await world.modules.config();
  const { relative } = lookOf(world, world.stdout, {});
  const chosen = files.length > 0 ? files.map((file) => resolve(world.cwd, file)) : await documentsOf(world, flags);
  const problems: Diagnostic[] = [];
  const formatted: Formatted[] = [];
  for (const file of chosen) {
    const before = textOf(file);
    const after = formatYaml(before);
    if (after === undefined) problems.push(notFormattable(file));
    else if (after !== before) formatted.push({ file, before, after });
  }
  if (problems.length > 0) throw new DiagnosticError(problems, INVALID);
  if (!flags.check) saveFiles(formatted);
  for (const { file } of formatted) world.stdout.write(`${relative(file)}\n`);
  const word = flags.check ? 'would be laid out' : 'laid out';
  world.stderr.write(
    `${counted(formatted.length, 'file')} ${word}, ${counted(chosen.length - formatted.length, 'file')} unchanged.\n`,
  );
  return flags.check && formatted.length > 0 ? 1 : 0;
}

/** The root file and everything it includes. */
async function documentsOf(world: World, flags: FmtFlags): Promise<readonly string[]> {
  const desired = await loadDesired(world, flags.config === undefined ? {} : { config: flags.config });
  return desired.files.filter((file) => /\.ya?ml$/i.test(file));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw failure('file-not-found', 'A file does not exist', `${file} cannot be read.`, INVALID);
  }
}

function notFormattable(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'not-formattable',
    summary: 'A file cannot be laid out',
    detail:
      'It is no YAML map, or something in it would change by it. `chat validate` tells what is wrong with it. No file was changed.',
    source: { file, line: 1, column: 1 },
  };
}
