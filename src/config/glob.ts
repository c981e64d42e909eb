/** Files that a pattern matches: `*` and `?` within a name, `**` across folders. */
import { join, resolve, sep } from 'node:path';
import type { Files } from './files.ts';

export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Absolute paths in the order of their names; for a plain path, itself if it exists. */
export function filesMatching(folder: string, pattern: string, files: Files): readonly string[] {
  const absolute = resolve(folder, pattern);
  if (!isGlob(pattern)) return files.exists(absolute) ? [absolute] : [];
  const parts = absolute.split(sep);
  const fixed = parts.findIndex(isGlob);
  return [...new Set(descend(parts.slice(0, fixed).join(sep) || sep, parts.slice(fixed), files))].sort();
}

function descend(folder: string, parts: readonly string[], files: Files): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [];
  const entries = files.list(folder);
  if (part === '**') {
    const folders = entries.filter((entry) => entry.isFolder && !entry.name.startsWith('.'));
    return [
      ...descend(folder, rest, files),
      ...folders.flatMap((entry) => descend(join(folder, entry.name), parts, files)),
    ];
  }
  const name = nameExpression(part);
  const found = entries.filter(
    (entry) => name.test(entry.name) && (part.startsWith('.') || !entry.name.startsWith('.')),
  );
  if (rest.length === 0) return found.filter((entry) => !entry.isFolder).map((entry) => join(folder, entry.name));
  return found.filter((entry) => entry.isFolder).flatMap((entry) => descend(join(folder, entry.name), rest, files));
}

function nameExpression(part: string): RegExp {
  const source = part
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${source}$`);
}
