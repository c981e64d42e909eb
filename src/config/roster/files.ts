/** The files that `from` names, checked before anything is read. */
import { relative } from 'node:path';
import type { Kind } from '../../core/kind.ts';
import type { Context, RosterPattern } from '../context.ts';
import { filesMatching, isGlob } from '../glob.ts';
import { folderOf } from '../source.ts';
import { resolveText } from '../variables.ts';
import type { RosterFile } from './roster.ts';
import { formatOf } from './rows.ts';

export interface RosterFiles {
  /** By kind, in the order of the configuration. */
  readonly files: ReadonlyMap<Kind, readonly RosterFile[]>;
  /** Kinds of which some file cannot be used. */
  readonly incomplete: ReadonlySet<Kind>;
}

/** A file that is named twice is reported and read once. */
export function rosterFiles(patterns: readonly RosterPattern[], context: Context): RosterFiles {
  const files = new Map<Kind, RosterFile[]>();
  const incomplete = new Set<Kind>();
  for (const { kind, pattern, source } of patterns) {
    const matches = matching(pattern, source, context);
    if (matches.length === 0) incomplete.add(kind);
    for (const file of matches) {
      const known = files.get(kind) ?? [];
      const name = relative(folderOf(source.file), file);
      if (known.some((each) => each.file === file)) {
        context.report.add({
          code: 'duplicate-entry',
          detail: `${name} is named twice. Remove one of the two.`,
          source,
        });
      } else if (formatOf(file) === undefined) {
        incomplete.add(kind);
        const detail = `${name} has no known format. Rosters are \`.ndjson\` files, one object a line, or \`.csv\` files with a header.`;
        context.report.add({ code: 'roster-format', detail, source });
      } else files.set(kind, [...known, { file, source }]);
    }
  }
  return { files, incomplete };
}

function matching(pattern: string, source: RosterPattern['source'], context: Context): readonly string[] {
  const { text, missing, bad, unreadable } = resolveText(pattern, context.environ, context.files);
  if (missing.length + bad.length + unreadable.length > 0) {
    const what =
      missing.length > 0
        ? `The variable ${missing.join(', ')} is not set`
        : 'The path holds a reference that cannot be read';
    const detail = `${what}, so the roster cannot be found. Set it, or write the path out.`;
    context.report.add({ code: missing.length > 0 ? 'missing-variable' : 'bad-variable', detail, source });
    return [];
  }
  const files = filesMatching(folderOf(source.file), text, context.files);
  if (files.length > 0) return files;
  const detail = isGlob(text)
    ? `No roster matches \`${text}\`. Rosters are relative to the file that names them.`
    : `There is no roster \`${text}\`. Rosters are relative to the file that names them.`;
  const severity = isGlob(text) ? 'warning' : 'error';
  context.report.add({ code: isGlob(text) ? 'no-match' : 'file-not-found', severity, detail, source });
  return [];
}
