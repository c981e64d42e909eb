/** Files that a pattern matches: `*` and `?` within a name, `**` across folders. */
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Absolute paths in the order of their names; for a plain path, itself if it exists. */
export function filesMatching(folder: string, pattern: string): readonly string[] {
  const absolute = resolve(folder, pattern);
  if (!isGlob(pattern)) return existsSync(absolute) ? [absolute] : [];
  const parts = absolute.split(sep);
  const fixed = parts.findIndex(isGlob);
  return [...new Set(descend(parts.slice(0, fixed).join(sep) || sep, parts.slice(fixed)))].sort();
}

function descend(folder: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [];
  const entries = list(folder);
  if (part === '**') {
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return [...descend(folder, rest), ...folders.flatMap((entry) => descend(join(folder, entry.name), parts))];
  }
  const name = nameExpression(part);
  const found = entries.filter(
    (entry) => name.test(entry.name) && (part.startsWith('.') || !entry.name.startsWith('.')),
  );
  if (rest.length === 0) return found.filter((entry) => !entry.isDirectory()).map((entry) => join(folder, entry.name));
  return found.filter((entry) => entry.isDirectory()).flatMap((entry) => descend(join(folder, entry.name), rest));
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function nameExpression(part: string): RegExp {
  const source = part
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${source}$`);
}
