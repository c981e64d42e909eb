/** What the tool asks of git: commits, the files of one, and the mark of what was applied. Nothing is fetched or checked out. */
import { execFileSync, spawn } from 'node:child_process';
import { DiagnosticError } from '../core/diagnostic.ts';
import { CODES, type Code } from './codes.ts';
import { errorCode } from './source.ts';

export interface Repository {
  /** The top folder, absolute. */
  readonly top: string;
  /** The full id of the commit that a ref names. */
  commitOf(ref: string): string;
  /** The commit at which the history of `ref` and that of HEAD part. */
  mergeBase(ref: string): string;
  /** Undefined when there is no such ref. */
  lookUp(ref: string): string | undefined;
  /** Files of these that differ from HEAD, or are not in it. */
  dirty(files: readonly string[]): readonly string[];
  move(ref: string, commit: string): void;
  /** Every file of a commit. */
  tree(commit: string): readonly TreeEntry[];
  blob(id: string): Uint8Array;
  streamBlob(id: string): AsyncIterable<Uint8Array>;
}

export interface TreeEntry {
  /** Below the top folder, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly size: number;
  readonly isLink: boolean;
}

const LARGEST = 1024 * 1024 * 1024;

/** Opens the repository that a folder is in. Throws DiagnosticError when there is none, or no git. */
export function openRepository(folder: string): Repository {
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-C', folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: LARGEST });
  const line = (...args: readonly string[]): string =>
    git(...args)
      .toString('utf8')
      .trim();
  const attempt = (...args: readonly string[]): string | undefined => {
    try {
      return line(...args);
    } catch {
      return undefined;
    }
  };

  const top = topOf(() => line('rev-parse', '--show-toplevel'), folder);
  const isShallow = () => attempt('rev-parse', '--is-shallow-repository') === 'true';
  const lookUp = (ref: string) => attempt('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);

  function commitOf(ref: string): string {
    const commit = lookUp(ref);
    if (commit !== undefined && commit !== '') return commit;
    throw refusal('unknown-ref', `There is no commit \`${ref}\` in ${top}. ${hint(isShallow())}`);
  }

  return {
    top,
    commitOf,
    lookUp: (ref) => lookUp(ref) || undefined,
    mergeBase(ref) {
      const commit = commitOf(ref);
      const found = attempt('merge-base', commit, 'HEAD');
      if (found !== undefined && found !== '') return found;
      throw refusal('no-merge-base', `\`${ref}\` and HEAD have no commit in common here. ${hint(isShallow())}`);
    },
    dirty(files) {
      if (files.length === 0) return [];
      const status = git('status', '--porcelain', '-z', '--untracked-files=all', '--ignored', '--', ...files);
      return status
        .toString('utf8')
        .split('\0')
        .filter((entry) => entry.length > 3)
        .map((entry) => entry.slice(3));
    },
    move: (ref, commit) => void git('update-ref', ref, commit),
    tree: (commit) =>
      entriesOf(git('-C', top, 'ls-tree', '-r', '-z', '--long', '--full-tree', commit).toString('utf8')),
    blob: (id) => git('cat-file', 'blob', id),
    streamBlob: (id) =>
      spawn('git', ['-C', folder, 'cat-file', 'blob', id], { stdio: ['ignore', 'pipe', 'ignore'] }).stdout,
  };
}

/** `<mode> blob <id> <size>\t<path>`, ended by NUL; what is no blob (a submodule) is no file of this repository. */
function entriesOf(listing: string): readonly TreeEntry[] {
  return listing.split('\0').flatMap((row) => {
    const match = /^(\d+) blob (\w+) +(\d+)\t([\s\S]+)$/.exec(row);
    if (match === null) return [];
    const [, mode, id = '', size, path = ''] = match;
    return [{ path, id, size: Number(size), isLink: mode === '120000' }];
  });
}

function topOf(ask: () => string, folder: string): string {
  try {
    return ask();
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') {
      throw refusal('git-missing', 'A base is read with git, and there is no `git` to run. Install it.');
    }
    const detail = `${folder} is in no git repository (or one that git refuses to read), so there is no earlier configuration. Run where the repository is checked out.`;
    throw refusal('not-a-repository', detail);
  }
}

function hint(isShallow: boolean): string {
  return isShallow
    ? 'This clone is shallow: it lacks older commits. Fetch them (`fetch-depth: 0` in the checkout step, or `git fetch --unshallow`).'
    : 'Fetch it first, or write another branch, tag or commit.';
}

function refusal(code: Code, detail: string): DiagnosticError {
  return new DiagnosticError([{ severity: 'error', code, summary: CODES[code], detail }], 1);
}
