/** Replaces the references inside one string. */
import type { Files } from './files.ts';
import { type Part, partsOf } from './interpolate.ts';
import { looksSecret } from './secrets.ts';

export type Environ = Readonly<Record<string, string | undefined>>;

export interface Resolved {
  readonly text: string;
  /** Names of variables that are not set and have no default. */
  readonly missing: readonly string[];
  /** References that are none, as written. */
  readonly bad: readonly string[];
  /** Files that could not be read. */
  readonly unreadable: readonly string[];
  /** Names of the variables whose value went in. */
  readonly names: readonly string[];
  /** The text may hold a secret: a variable's name says so, or it comes from a file. */
  readonly isSensitive: boolean;
  /** The string was one reference and nothing else. */
  readonly isWhole: boolean;
}

const LARGEST_FILE = 1024 * 1024;

export function resolveText(text: string, environ: Environ, files: Files): Resolved {
  const parts = partsOf(text);
  const missing: string[] = [];
  const bad: string[] = [];
  const unreadable: string[] = [];
  const resolved = parts.map((part) => {
    if (part.type === 'text') return part.text;
    if (part.type === 'file') return fileText(part.path, files) ?? note(unreadable, part.path, part.raw);
    if (part.type === 'bad') return note(bad, part.raw, part.raw);
    return variableOf(part, environ) ?? note(missing, part.name, part.raw);
  });
  const names = parts.flatMap((part) => (part.type === 'variable' ? [part.name] : []));
  const isSensitive = names.some(looksSecret) || parts.some((part) => part.type === 'file');
  const isWhole = parts.length === 1 && parts[0]?.type === 'variable';
  return { text: resolved.join(''), missing, bad, unreadable, names, isSensitive, isWhole };
}

function note(list: string[], what: string, raw: string): string {
  list.push(what);
  return raw;
}

/** As in a shell, `:-` also stands in for a variable that is set to nothing. */
function variableOf(part: Part & { type: 'variable' }, environ: Environ): string | undefined {
  const value = Object.hasOwn(environ, part.name) ? environ[part.name] : undefined;
  return part.fallback !== undefined && (value === undefined || value === '') ? part.fallback : value;
}

/** The text of a file without its last line break, which editors add and no token has. */
export function fileText(file: string, files: Files): string | undefined {
  try {
    const size = files.size(file);
    if (size === undefined || size > LARGEST_FILE) return undefined;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(files.read(file));
    return text.replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
