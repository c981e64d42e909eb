/** Where the files of a configuration are read from: the disk, or a commit. Paths are absolute on both. */
import { existsSync, promises, readdirSync, readFileSync, statSync } from 'node:fs';

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
  /** Block by block. A block is good until the next one is asked for. */
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
  stream: blocksOf,
};

/** A stream of `node:fs` would leave a buffer behind for each block. */
async function* blocksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await promises.open(path);
  try {
    const block = Buffer.allocUnsafeSlow(BLOCK);
    for (;;) {
      const { bytesRead } = await file.read(block, 0, BLOCK);
      if (bytesRead === 0) return;
      yield block.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
