/** The configuration file of a folder: `chat.config.yaml` there or in the nearest folder above. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const NAME = 'chat.config.yaml';

export function findConfiguration(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, NAME);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) return undefined;
  }
}
