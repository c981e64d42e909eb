/** ajv refuses a value if and only if the explainer has words for it: for all that the files of this repository hold, and near it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { explain } from '../../src/config/explain.ts';
import { Judge, type Verdict } from '../../src/config/judge.ts';
import { shown } from '../../src/config/report.ts';
import { Schemas, type View } from '../../src/config/schema.ts';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import { isArray, isObject, type Json, type Pointer, pointer, tokensOf } from '../../src/core/json.ts';
import { kinds } from '../../src/kinds/index.ts';
import { folderWith, KINDS, loadFile, ROOT, SCHEMAS } from './support.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const REAL = join(REPOSITORY, 'schemas');

/** A value that the judge was asked about, and what it said. */
interface Judged {
  readonly name: string;
  readonly part: 'body' | 'id';
  readonly value: Json;
  readonly isValid: boolean;
}

function yamlFilesIn(...path: string[]): string[] {
  const folder = join(REPOSITORY, ...path);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

/** What the judge is asked while files are loaded: each as it is, and with each of its environments. */
async function judgedIn(files: readonly string[], options: Parameters<typeof loadFile>[1] & { schemaDir: string }) {
  const judged: Judged[] = [];
  const { of } = Judge.prototype;
  vi.spyOn(Judge.prototype, 'of').mockImplementation(function (this: Judge, name) {
    const { body, id } = of.call(this, name);
    const noted =
      (part: Judged['part'], verdict: Verdict): Verdict =>
      (value) => {
        const isValid = verdict(value);
        judged.push({ name, part, value, isValid });
        return isValid;
      };
    return { body: noted('body', body), ...(id === undefined ? {} : { id: noted('id', id) }) };
  });
  for (const file of files) {
    for (const env of [undefined, ...environmentsOf(file)]) {
      try {
        const desired = await loadFile(file, { ...options, env });
        await desired.finish();
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
      }
    }
  }
  vi.restoreAllMocks();
  return judged;
}

function environmentsOf(file: string): string[] {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' });
    return isObject(value) && isObject(value['environments']) ? Object.keys(value['environments']) : [];
  } catch {
    return [];
  }
}

function viewOf(schemas: Schemas, { name, part }: Judged): View {
  const root = schemas.file(`${name}.schema.json`);
  const view = { schema: root, root };
  return part === 'body' ? view : (schemas.target({ schema: { $ref: '#/definitions/id' }, root }) ?? view);
}

function expectAgreement(schemas: Schemas, judged: Judged): void {
  const found = explain(schemas, viewOf(schemas, judged), judged.value, '', shown);
  expect({ judged, found: judged.isValid ? found : found.length > 0 }).toEqual({
    judged,
    found: judged.isValid ? [] : true,
  });
}

/** Pointers of all values inside a value, and its own. */
function placesIn(value: Json, at: Pointer = ''): Pointer[] {
  const members = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return [at, ...members.flatMap(([key, each]) => placesIn(each, at + pointer(key)))];
}

/** A copy in which what stands at a place is another value, or is gone. */
function withChange(value: Json, [token, ...rest]: readonly string[], next: Json | undefined): Json {
  if (token === undefined) return next ?? null;
  const changed = (each: Json | undefined): Json[] =>
    rest.length > 0 ? [withChange(each ?? null, rest, next)] : next === undefined ? [] : [next];
  if (isArray(value)) return value.flatMap((each, index) => (index === Number(token) ? changed(each) : [each]));
  if (!isObject(value)) return value;
  const others = Object.entries(value).filter(([key]) => key !== token);
  return Object.fromEntries([...others, ...changed(value[token]).map((each) => [token, each])]);
}

const OTHER_VALUES: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  '',
  'x',
  'has space',
  'x'.repeat(300),
  '😀'.repeat(130),
  0,
  -1,
  1.5,
  1e9,
  [],
  ['a', 'a'],
  [{}, {}],
  {},
  { a: 1 },
  { id: 'x', name: 'y', unknown: 'z' },
];

afterEach(() => vi.restoreAllMocks());

describe.each([
  { title: 'the fixtures', schemaDir: SCHEMAS, of: KINDS, files: yamlFilesIn('test/fixtures/config/bad') },
  {
    title: 'the configuration of the repository, the examples and the scenarios',
    schemaDir: REAL,
    of: kinds,
    files: [join(REPOSITORY, ROOT), ...yamlFilesIn('examples'), ...yamlFilesIn('test/scenarios')],
  },
])('judge and explainer agree on $title', ({ schemaDir, of, files }) => {
  const schemas = new Schemas(schemaDir);
  let judged: readonly Judged[] = [];

  beforeAll(async () => {
    judged = await judgedIn(files, { schemaDir, kinds: of });
  });

  test('as they are', () => {
    for (const each of judged) expectAgreement(schemas, each);
    expect(new Set(judged.map(({ isValid }) => isValid))).toEqual(new Set([true, false]));
    expect(new Set(judged.map(({ name }) => name)).size).toBe(of.length + 1);
  });

  test('with one value changed', () => {
    const change = fc
      .constantFrom(...judged)
      .chain((from) =>
        fc.tuple(fc.constant(from), fc.constantFrom(...placesIn(from.value)), fc.constantFrom(...OTHER_VALUES)),
      );
    fc.assert(
      fc.property(change, ([from, at, next]) => {
        const value = withChange(from.value, tokensOf(at), next);
        // Ids are keys of maps, and so are texts whatever the file says.
        if (from.part === 'id' && typeof value !== 'string') return;
        const verdict = schemas.judge.of(from.name)[from.part];
        expectAgreement(schemas, { ...from, value, isValid: verdict?.(value) ?? true });
      }),
      { numRuns: 3000, seed: 20 },
    );
  });
});

test('a refusal that the explainer has no words for is told', async () => {
  const schemaDir = mkdtempSync(join(tmpdir(), 'chat-schemas-'));
  cpSync(SCHEMAS, schemaDir, { recursive: true });
  const file = join(schemaDir, 'user.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  schema.properties.level.multipleOf = 2;
  writeFileSync(file, JSON.stringify(schema));
  const text = 'version: 1\nusers:\n  a: { level: 1 }\n  b: { level: 2 }\n  from: [more.ndjson]\n';
  const folder = folderWith({ [ROOT]: text, 'more.ndjson': '{"id":"c","level":3}\n{"id":"d","level":4}\n' });
  const desired = await loadFile(join(folder, ROOT), { schemaDir });
  await desired.finish();
  expect(desired.diagnostics.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    'invalid user.a',
    'invalid user.c',
  ]);
});
