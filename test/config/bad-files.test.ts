/** Each file under fixtures/config/bad pairs with the exact diagnostics that it gets. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXTURES, inFull, loadFile } from './support.ts';

const folder = join(FIXTURES, 'bad');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const environ = { LIMIT: '5', WORD: 'five', MY_TOKEN: 'token-from-outside' };

test.each(files)('%s', async (name) => {
  const desired = await loadFile(join(folder, name), { environ });
  await desired.finish();
  const text = desired.diagnostics.map((each) => inFull(each, folder)).join('\n');
  await expect(`${text}\n`).toMatchFileSnapshot(join(folder, name.replace(/yaml$/, 'txt')));
});
