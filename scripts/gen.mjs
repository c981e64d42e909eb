/**
 * Writes what follows from the listing of src/kinds and from the schemas: src/kinds/index.ts, schemas/chat.schema.json,
 * docs/configuration.md, the validators in schemas/compiled/ and the assets of the HTML report. Validators of schemas that are gone are removed. With `--check`
 * it writes nothing and fails when one of them is out of date.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorSchema } from './gen/editor-schema.mjs';
import { kindsIndex } from './gen/kinds-index.mjs';
import { reference } from './gen/reference.mjs';
import { reportAssets } from './gen/report-assets.mjs';
import { loadSources } from './gen/sources.mjs';
import { validators } from './gen/validators.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
const sources = loadSources(root);
const files = {
  'src/kinds/index.ts': kindsIndex(sources.kinds),
  'schemas/chat.schema.json': `${JSON.stringify(editorSchema(sources), null, 2)}\n`,
  'docs/configuration.md': reference(sources),
  'src/render/html/assets.ts': reportAssets(root),
  ...validators(sources),
};

for (const [name, text] of Object.entries(files)) {
  const path = join(root, name);
  if (read(path) === text) continue;
  if (isCheck) outOfDate(name);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`gen: wrote ${name}\n`);
  }
}

for (const name of list('schemas/compiled')) {
  if (name in files) continue;
  if (isCheck) outOfDate(name);
  else {
    rmSync(join(root, name));
    process.stdout.write(`gen: removed ${name}\n`);
  }
}

function outOfDate(name) {
  process.stderr.write(`gen: ${name} is out of date; run npm run gen\n`);
  process.exitCode = 1;
}

/** The validators that are there; none before the first run. */
function list(folder) {
  try {
    return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
