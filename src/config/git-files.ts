/** The files of one commit, at the paths that they have in the work tree. */
import { posix, relative, resolve, sep } from 'node:path';
import type { FileEntry, Files } from './files.ts';
import type { Repository, TreeEntry } from './git.ts';

/** Links that lead to links; more of them are a circle. */
const MOST_LINKS = 10;

export function filesAt(repository: Repository, commit: string): Files {
  const { top } = repository;
  const files = new Map<string, TreeEntry>();
  const folders = new Map<string, Map<string, FileEntry>>([['', new Map()]]);
  for (const entry of repository.tree(commit)) {
    files.set(entry.path, entry);
    const names = entry.path.split('/');
    for (const [depth, name] of names.entries()) {
      const folder = names.slice(0, depth).join('/');
      const isFolder = depth < names.length - 1;
      const entries = folders.get(folder) ?? new Map<string, FileEntry>();
      folders.set(folder, entries.set(name, { name, isFolder }));
    }
  }

  /** Below the top folder, with `/`; undefined outside of the repository. */
  function inside(path: string): string | undefined {
    const below = relative(top, resolve(path)).split(sep).join('/');
    return below.startsWith('../') || below === '..' ? undefined : below;
  }

  function find(path: string): TreeEntry | undefined {
    let at = inside(path);
    for (let links = 0; at !== undefined && links < MOST_LINKS; links += 1) {
      const entry = files.get(at);
      if (entry === undefined || !entry.isLink) return entry;
      const target = Buffer.from(repository.blob(entry.id)).toString('utf8');
      at = inside(resolve(top, posix.dirname(at), target));
    }
    return undefined;
  }

  function isFolder(path: string): boolean {
    const below = inside(path);
    return below !== undefined && folders.has(below);
  }

  function required(path: string): TreeEntry {
    const entry = find(path);
    if (entry === undefined) throw Object.assign(new Error(`not in ${commit}: ${path}`), { code: 'ENOENT' });
    return entry;
  }

  return {
    exists: (path) => find(path) !== undefined || isFolder(path),
    size: (path) => (isFolder(path) ? undefined : required(path).size),
    read: (path) => repository.blob(required(path).id),
    list: (folder) => [...(folders.get(inside(folder) ?? '..') ?? new Map<string, FileEntry>()).values()],
    stream: (path) => repository.streamBlob(required(path).id),
  };
}
