/** What the generated files are made from: the listing of src/kinds, and the schema of each kind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The order in which people read about the kinds; kinds that are not named come last, by name. */
const READING_ORDER = ['app', 'role', 'permission', 'command', 'blocklist', 'channel_type', 'user', 'channel'];

export function loadSources(root) {
  const settings = parse(join(root, 'schemas', 'settings.schema.json'));
  const kinds = listKinds(join(root, 'src', 'kinds')).map(({ file, from }) => {
    const path = join(root, 'schemas', `${file}.schema.json`);
    if (!existsSync(path)) throw new Error(`src/kinds has ${file}, but there is no schemas/${file}.schema.json`);
    const schema = parse(path);
    const name = file.replaceAll('-', '_');
    const isSingleton = schema.definitions?.collection === undefined;
    return { name, file, from, schema, isSingleton, collection: isSingleton ? name : plural(name) };
  });
  return { settings, kinds: kinds.toSorted((a, b) => rank(a.name) - rank(b.name)) };
}

function listKinds(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory()) return [{ file: entry.name, from: `./${entry.name}/index.ts` }];
      if (!entry.name.endsWith('.ts') || entry.name === 'index.ts') return [];
      return [{ file: entry.name.slice(0, -'.ts'.length), from: `./${entry.name}` }];
    })
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function plural(name) {
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function rank(name) {
  const index = READING_ORDER.indexOf(name);
  return index < 0 ? READING_ORDER.length : index;
}

function parse(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
