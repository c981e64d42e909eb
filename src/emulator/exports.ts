/** Files that tasks make. Like a signed address of a bucket, theirs needs no key and no token. */
import { encodeV1 } from './encode.ts';
import type { ValueObject } from './values.ts';
import type { World } from './world.ts';

export const EXPORTS = '/exports/';

/** Keeps a file and tells its address; its form is the emulator's own, as nothing says what the API's is like. */
export function keepExport(
  world: World,
  origin: string,
  kind: 'users' | 'channels',
  items: readonly ValueObject[],
): string {
  const path = `${kind}/${world.appId}/${world.random.uuid()}.json`;
  world.store.exportFiles.put(path, { path, content: `[${items.map(encodeV1).join(',')}]` });
  return `${origin}${EXPORTS}${path}`;
}

export function exported(world: World, path: string): string | undefined {
  return world.store.exportFiles.get(path)?.content;
}
