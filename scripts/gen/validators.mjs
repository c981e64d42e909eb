/** The schemas as code, made by ajv ahead of time: validation then costs neither loading ajv nor compiling. */
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';

const VOCABULARY = ['x-id', 'x-short', 'x-null', 'x-internal'];

/** By file name: a CommonJS module that exports `body`, and `id` where the schema has one. */
export function validators({ settings, kinds }) {
  const schemas = [['settings', settings], ...kinds.map(({ file, schema }) => [file, schema])];
  return Object.fromEntries(schemas.map(([name, schema]) => [`schemas/compiled/${name}.cjs`, compiled(schema)]));
}

const MAPS = ['properties', 'patternProperties', 'definitions'];
const SINGLE = ['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else', 'contains'];
const LISTS = ['anyOf', 'oneOf', 'allOf'];
const ANNOTATIONS = ['$schema', 'title', 'description', 'default', 'examples', 'writeOnly', ...VOCABULARY];

/** The schema without what only people read. */
function bare(schema) {
  if (typeof schema !== 'object') return schema;
  const members = Object.entries(schema).filter(([key]) => !ANNOTATIONS.includes(key));
  return Object.fromEntries(
    members.map(([key, value]) => {
      if (MAPS.includes(key))
        return [key, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bare(each)]))];
      if (SINGLE.includes(key)) return [key, bare(value)];
      return [key, LISTS.includes(key) ? value.map(bare) : value];
    }),
  );
}

function compiled(whole) {
  const schema = bare(whole);
  const ajv = new Ajv({
    code: { source: true, lines: true },
    // One function for each definition, not its text in all places that refer to it: which is less to load and compile.
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    validateFormats: false,
    messages: false,
    schemas: [schema],
  });
  const ids = schema.definitions?.id === undefined ? {} : { id: `${schema.$id}#/definitions/id` };
  return packed(withoutReasons(standalone.default(ajv, { body: schema.$id, ...ids })));
}

/** Lines of ajv that note why a value is refused. Nobody reads them: src/config/explain.ts finds the reasons, in words. */
const REASONS = [
  [/^\w+\.errors = \[\{.*\}\];\n/gm, ''],
  [
    /^const (err\d+) = \{.*\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n/gm,
    '',
  ],
  [
    /^vErrors = vErrors === null \? (\w+\.errors) : vErrors\.concat\(\1\);\nerrors = vErrors\.length;\n/gm,
    'errors++;\n',
  ],
];

/** The verdict alone: about half of the code. */
function withoutReasons(code) {
  const lean = REASONS.reduce((text, [pattern, instead]) => text.replaceAll(pattern, instead), code);
  const left = /^.*(?:schemaPath|vErrors\.push|vErrors\.concat).*$/m.exec(lean);
  if (left !== null) throw new Error(`ajv writes its reasons in another way than expected: ${left[0]}`);
  return lean;
}

/** One file, with the helpers of ajv that it needs: finding packages takes longer than running these. */
function packed(code) {
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    write: false,
  });
  return outputFiles[0].text;
}
