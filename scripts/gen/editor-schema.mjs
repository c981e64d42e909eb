/**
 * The schema of a whole configuration file, for editors. The schemas of the kinds describe a resource after short forms were
 * expanded and variables replaced; here both are admitted, and what only the tool itself writes is left out.
 * Draft-07 and references inside the file only, because that is what the YAML servers of editors read in full.
 */
const ID = 'https://chat-config.dev/schemas/chat.schema.json';
/** A text with a variable in it, whatever the field is. */
const TYPE_NAMES = { integer: 'a whole number', number: 'a number', boolean: 'true or false', null: 'null' };
const VARIABLE = '\\$\\{';
const UNMANAGED = 'Left out: not managed.';
/** Keywords that say something about a whole field, not about one of the forms that it may have. */
const ABOUT = ['title', 'description', 'default', 'examples'];

export function editorSchema({ settings, kinds }) {
  const definitions = { ...definitionsOf('settings', settings) };
  for (const { name, schema } of kinds) Object.assign(definitions, definitionsOf(name, withUnmanaged(schema)));
  const environment = definitions['settings.environment'];
  const properties = Object.fromEntries(
    kinds.map(({ name, collection, isSingleton }) => [
      collection,
      { $ref: `#/definitions/${isSingleton ? name : `${name}.collection`}` },
    ]),
  );
  for (const [key, value] of Object.entries(properties)) {
    const { title, description, examples } = environment.properties[key] ?? {};
    environment.properties[key] = { ...value, ...(title === undefined ? {} : { title, description, examples }) };
  }
  const { properties: own, ...about } = definitions['settings'];
  delete definitions['settings'];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: ID,
    title: 'chat configuration',
    description: 'The wanted state of a Stream Chat app.',
    type: about.type,
    additionalProperties: false,
    properties: { ...own, ...properties },
    definitions: withPartials(definitions),
  };
}

function definitionsOf(prefix, schema) {
  const { $schema, $id, definitions = {}, ...body } = schema;
  const file = { prefix, definitions };
  const parts = Object.entries(definitions).map(([name, part]) => [`${prefix}.${name}`, forEditor(part, file)]);
  return { [prefix]: forEditor(body, file), ...Object.fromEntries(parts) };
}

/** Says in each field what its absence means, since an editor shows a field by itself. */
function withUnmanaged(schema) {
  const { required = [], properties } = schema;
  const said = Object.entries(properties).map(([key, field]) => {
    const isSaid = required.includes(key) || key === 'protect' || /left out/i.test(field.description);
    return [key, isSaid ? field : { ...field, description: `${field.description} ${UNMANAGED}` }];
  });
  return { ...schema, properties: Object.fromEntries(said) };
}

function forEditor(schema, file) {
  if (typeof schema !== 'object' || schema === null) return schema;
  const {
    'x-short': shorts,
    'x-id': isId,
    'x-null': _null,
    'x-internal': _internal,
    writeOnly: _secret,
    ...rest
  } = schema;
  const { format: _format, ...kept } = rest;
  const long = admitVariable(inside(kept, file), isId === true);
  if (shorts === undefined) return long;
  const [about, form] = split(long);
  const forms = shorts.map((each) => forEditor(each, file));
  return { ...about, anyOf: [withoutKeysOf(forms, form), ...forms] };
}

/** The same for all schemas inside a schema, with references into the one file. */
function inside(schema, file) {
  const result = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === '$ref') result[keyword] = refInto(value, file.prefix);
    else if (keyword === 'properties' || keyword === 'patternProperties') {
      const shown = Object.entries(value).filter(([, field]) => field['x-internal'] !== true);
      result[keyword] = Object.fromEntries(shown.map(([name, field]) => [name, forEditor(field, file)]));
    } else if (keyword === 'items' || keyword === 'additionalProperties') result[keyword] = forEditor(value, file);
    else if (keyword === 'propertyNames') result[keyword] = namesOnly(value, file);
    else result[keyword] = value;
  }
  return result;
}

function refInto(ref, prefix) {
  return ref === '#' ? `#/definitions/${prefix}` : ref.replace('#/definitions/', `#/definitions/${prefix}.`);
}

/** Names of keys are texts already and hold no variables, so that they cannot share the definitions of values. */
function namesOnly(schema, { definitions }) {
  const named = schema.$ref === undefined ? schema : definitions[schema.$ref.slice('#/definitions/'.length)];
  const { 'x-id': _id, ...form } = split(named)[1];
  return form;
}

function admitVariable(schema, isId) {
  const types = [schema.type ?? []].flat();
  if (schema.enum !== undefined) {
    const [about, form] = split(schema);
    return { ...about, anyOf: [form, { type: 'string', pattern: VARIABLE }] };
  }
  if (schema.const !== undefined) return schema;
  if (types.includes('string')) {
    const pattern = schema.pattern === undefined ? {} : { pattern: `(?:${schema.pattern})|${VARIABLE}` };
    return { ...schema, ...(isId ? { type: [...types, 'number'] } : {}), ...pattern };
  }
  const isScalar = types.some((type) => ['boolean', 'integer', 'number'].includes(type));
  // The editors' YAML server says this instead of naming the pattern.
  const patternErrorMessage = `Write ${types.map((type) => TYPE_NAMES[type] ?? type).join(' or ')}, or a variable such as \${NAME}.`;
  return isScalar ? { ...schema, type: [...types, 'string'], pattern: VARIABLE, patternErrorMessage } : schema;
}

/** A map whose short form is an object with keys of its own: a map that has one of these keys is the short form. */
function withoutKeysOf(forms, long) {
  const keys = forms.flatMap((form) => Object.keys(form.properties ?? {}));
  if (keys.length === 0) return long;
  return { ...long, propertyNames: { allOf: [long.propertyNames ?? {}, { not: { enum: keys } }] } };
}

function split(schema) {
  const about = Object.entries(schema).filter(([keyword]) => ABOUT.includes(keyword));
  const form = Object.entries(schema).filter(([keyword]) => !ABOUT.includes(keyword));
  return [Object.fromEntries(about), Object.fromEntries(form)];
}

/**
 * Environments hold parts of documents: adds to each definition that asks for fields a variant that does not, and makes the
 * environment refer to these.
 */
function withPartials(definitions) {
  const needed = new Set();
  for (let size = -1; size !== needed.size; ) {
    size = needed.size;
    for (const [name, schema] of Object.entries(definitions)) if (differs(schema, needed)) needed.add(name);
  }
  const result = {};
  for (const [name, schema] of Object.entries(definitions)) {
    result[name] = name === 'settings.environment' ? partial(schema, needed) : schema;
    if (needed.has(name) && name !== 'settings.environment') result[`${name}.part`] = partial(schema, needed);
  }
  return reachable(result);
}

function differs(schema, needed) {
  return JSON.stringify(partial(schema, needed)) !== JSON.stringify(schema);
}

function partial(schema, needed) {
  if (typeof schema !== 'object' || schema === null) return schema;
  const result = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'required' || keyword === 'minProperties') continue;
    if (keyword === '$ref')
      result[keyword] = needed.has(value.slice('#/definitions/'.length)) ? `${value}.part` : value;
    else if (keyword === 'properties' || keyword === 'patternProperties')
      result[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, field]) => [name, partial(field, needed)]),
      );
    else if (keyword === 'additionalProperties') result[keyword] = partial(value, needed);
    else if (keyword === 'anyOf') result[keyword] = value.map((each) => partial(each, needed));
    else result[keyword] = value;
  }
  return result;
}

/** Leaves out definitions that nothing refers to. */
function reachable(definitions) {
  const used = new Set();
  const text = JSON.stringify(definitions);
  for (const [, name] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) used.add(name);
  const roots = (name) => !name.includes('.') || name.endsWith('.collection') || name.startsWith('settings.');
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => used.has(name) || roots(name)));
}
