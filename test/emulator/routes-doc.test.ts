/** The table of routes at the end of docs/emulator.md. `npx vitest run test/emulator/routes-doc.test.ts -u` writes it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pathOf } from '../../src/emulator/http/app.ts';
import type { Route } from '../../src/emulator/http/route.ts';
import { ROUTES } from '../../src/emulator/resources/index.ts';
import { ABSENT, APPROXIMATED } from './route-notes.ts';

const PAGE = new URL('../../docs/emulator.md', import.meta.url);
const HEAD = '\n## Every route\n';

const served = new Set(ROUTES.map((route) => route.op));

test('every note is about a route that is there, or about one that is not', () => {
  expect(Object.keys(APPROXIMATED).filter((op) => !served.has(op))).toEqual([]);
  const paths = ROUTES.map((route) => `${route.method} ${pathOf(route, 2)}`);
  expect(ABSENT.filter(([op, method, path]) => served.has(op) || paths.includes(`${method} ${path}`))).toEqual([]);
});

test('the table of routes is up to date', async () => {
  const page = await readFile(PAGE, 'utf8');
  await expect(`${page.split(HEAD)[0]}${HEAD}${section()}`).toMatchFileSnapshot(fileURLToPath(PAGE));
});

function section(): string {
  const rows = [...ROUTES].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(row);
  const approximated = ROUTES.filter((route) => APPROXIMATED[route.op] !== undefined).length;
  const absent = ABSENT.map(
    ([op, method, path]) => `| ${op} | ${path === '' ? '' : code(`${method} ${path}`.trim())} |`,
  );
  return `
The table is made from the routes themselves and from \`test/emulator/route-notes.ts\`; do not edit it by hand. Of
${ROUTES.length} routes ${ROUTES.length - approximated} do what the API is known to do, refusals included; ${approximated} are approximated, as their notes
say. Where the API is not known, see the [assumptions](assumptions.md).

${table(['Operation', 'Newer generation', 'Older generation', 'User tokens', 'Notes'], rows)}

Absent; these answer as any unknown route does, 404 and code 16:

${table(['Operation', 'Route'], absent)}

Beside the API:

| Route | What it is |
| --- | --- |
| \`GET /\` with \`Accept: text/html\` | A page that shows the state of the app and follows the requests. |
| \`GET /_emulator/requests\` | The last requests, for that page. |
| \`GET /exports/…\` | The files that tasks end with. |
| \`PUT /uploads/imports/…\` | Takes the file of an import, at the address that CreateImportURL gives out. |
`;
}

function key(route: Route): string {
  return `${route.path.replace(/:/g, '~')} ${route.method} ${route.generation ?? 0}`;
}

function row(route: Route): string {
  const at = (generation: 1 | 2) =>
    route.generation !== undefined && route.generation !== generation
      ? ''
      : code(`${route.method} ${pathOf(route, generation).replace(/:(\w+)/g, '{$1}')}`);
  return `| ${route.op} | ${at(2)} | ${at(1)} | ${route.clients ? 'yes' : ''} | ${APPROXIMATED[route.op] ?? ''} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...rows].join('\n');
}
