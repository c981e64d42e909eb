/** The table of layers in docs/architecture.md, against every import of the sources. */
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './pages.ts';

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly to: string;
}

const IMPORT = /^(?:import|export)\b[^;]*?\bfrom '([^']+)';|\bimport\('([^']+)'\)/gm;

function layerOf(file: string): string {
  const [, first = '', second] = file.split(sep);
  return second === undefined ? first.replace('.ts', '') : first;
}

const IMPORTS: readonly Import[] = filesBelow('src', '.ts').flatMap((file) =>
  [...textOf(file).matchAll(IMPORT)].map(([, from, lazy]) => {
    const name = from ?? lazy ?? '';
    return { file, layer: layerOf(file), to: name.startsWith('.') ? normalize(join(dirname(file), name)) : name };
  }),
);

/** Names in backticks, by layer and column. */
const TABLE = new Map(
  textOf('docs/architecture.md')
    .split('\n')
    .filter((line) => /^\| `[a-z]+` \|/.test(line) && line.split('|').length === 6)
    .map((line) => {
      const [, layer = '', ours = '', packages = '', node = ''] = line.split('|');
      const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
      return [names(layer)[0] ?? '', { ours: names(ours), packages: names(packages), node: names(node) }] as const;
    }),
);

const isOurs = ({ to }: Import) => to.startsWith(`src${sep}`);
const isNode = ({ to }: Import) => to.startsWith('node:');
const moduleOf = (to: string) => to.replace('node:', '').split('/')[0] ?? '';
const packageOf = (to: string) =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');

describe('the layers of docs/architecture.md', () => {
  it('are the folders of src', () => {
    const folders = new Set(filesBelow('src', '.ts').map(layerOf));
    expect([...TABLE.keys()].toSorted()).toEqual([...folders].filter((name) => name !== 'index').sort());
  });

  it.each([...TABLE])('%s imports what its row says, and nothing else', (layer, row) => {
    const mine = IMPORTS.filter((each) => each.layer === layer);
    const unique = (names: readonly string[]) => [...new Set(names)].sort();
    expect({
      ours: unique(mine.filter(isOurs).map(({ to }) => layerOf(to))).filter((name) => name !== layer),
      packages: unique(mine.filter((each) => !isOurs(each) && !isNode(each)).map(({ to }) => packageOf(to))),
      node: mine.filter((each) => isNode(each) && !row.node.includes(moduleOf(each.to))),
    }).toEqual({ ours: unique(row.ours), packages: unique(row.packages), node: [] });
  });

  it('point down only', () => {
    const order = [...TABLE.keys()];
    const up = [...TABLE].flatMap(([layer, { ours }]) =>
      ours.filter((each) => order.indexOf(each) >= order.indexOf(layer)).map((each) => `${layer} → ${each}`),
    );
    expect(up).toEqual([]);
  });

  it('keep kinds apart, and the emulator to itself', () => {
    const kindOf = (file: string) => file.split(sep)[2]?.replace('.ts', '');
    const crossing = IMPORTS.filter(
      (each) => each.layer === 'kinds' && isOurs(each) && layerOf(each.to) === 'kinds' && kindOf(each.file) !== 'index',
    ).filter(({ file, to }) => kindOf(file) !== kindOf(to));
    const shared = IMPORTS.filter(
      (each) =>
        each.layer === 'emulator' && isOurs(each) && layerOf(each.to) === 'core' && !each.to.endsWith('json.ts'),
    );
    expect([...crossing, ...shared]).toEqual([]);
  });
});
