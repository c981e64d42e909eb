/** Where the files of a configuration are read from: the disk, or a commit. Paths are absolute on both. */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

export interface FileEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Missing files throw as those of `node:fs` do, with a `code` such as `ENOENT`. */
export interface Files {
  exists(path: string): boolean;
  /** Size in bytes; undefined: a folder. */
  size(path: string): number | undefined;
  read(path: string): Uint8Array;
  /** What is in a folder; nothing when it cannot be read. */
  list(folder: string): readonly FileEntry[];
  stream(path: string): AsyncIterable<Uint8Array>;
}

/** Rows of a block live until they are compared: small blocks leave less for the garbage collector to copy. */
const BLOCK = 8 * 1024;

export const DISK: Files = {
  exists: (path) => existsSync(path),
  size(path) {
    const stats = statSync(path);
    return stats.isDirectory() ? undefined : stats.size;
  },
  read: (path) => readFileSync(path),
  list(folder) {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    } catch {
      return [];
    }
  },
  stream: (path) => createReadStream(path, { highWaterMark: BLOCK }),
};
