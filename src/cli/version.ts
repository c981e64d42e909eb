import { readFileSync } from 'node:fs';

/** Read from package.json, which stands two folders above in the sources as in the build. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
