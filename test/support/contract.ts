/** Checks calls and replies against a machine-readable description of the API (OpenAPI), which is not part of this
 * repository. Where the API is known to differ from its description, an exception says so, with its reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

type Schema = { [key: string]: unknown };

interface Exception {
  readonly in: 'request' | 'reply';
  readonly schemas: readonly string[];
  readonly reason: string;
  readonly change: (schema: Schema) => void;
}

const property = (schema: Schema, name: string): Schema => {
  schema['properties'] ??= {};
  const properties = schema['properties'] as Record<string, Schema>;
  properties[name] ??= {};
  return properties[name];
};
const nullable = (...names: string[]) => {
  return (schema: Schema) => {
    for (const name of names) property(schema, name)['nullable'] = true;
  };
};
const optional = (...names: string[]) => {
  return (schema: Schema) => {
    schema['required'] = ((schema['required'] ?? []) as string[]).filter((name) => !names.includes(name));
  };
};

export const EXCEPTIONS: readonly Exception[] = [
  {
    in: 'reply',
    schemas: ['AppResponseFields'],
    reason: 'Reads of a fresh app have revoke_tokens_issued_before: null.',
    change: nullable('revoke_tokens_issued_before'),
  },
  {
    in: 'reply',
    schemas: ['MessageResponse', 'MessageWithChannelResponse'],
    reason: 'A message without a pin has null in these members and does not lack them.',
    change: nullable('pinned_at', 'pinned_by', 'pin_expires'),
  },
  {
    in: 'reply',
    schemas: ['ChannelResponse'],
    reason: 'The channel in the answer to its deletion has created_by: null.',
    change: nullable('created_by'),
  },
  {
    in: 'reply',
    schemas: [
      'CreateChannelTypeResponse',
      'GetChannelTypeResponse',
      'ChannelTypeConfig',
      'ChannelConfig',
      'ChannelConfigWithInfo',
    ],
    reason: 'Types can be created with a max_message_length above the maximum of an update.',
    change: (schema) => delete property(schema, 'max_message_length')['maximum'],
  },
  {
    in: 'request',
    schemas: ['UpdateChannelTypeRequest'],
    reason:
      'An update may name a single field, although three are called required; null clears lists and resets grants.',
    change: (schema) => {
      delete schema['required'];
      nullable(
        'allowed_flag_reasons',
        'automod_thresholds',
        'blocklist',
        'blocklists',
        'chat_preferences',
        'commands',
        'grants',
        'partition_size',
      )(schema);
    },
  },
  {
    in: 'request',
    schemas: ['UpdateAppRequest'],
    reason:
      'Null resets lists and maps and undoes the revocation of tokens; two switches are newer than the description.',
    change: (schema) => {
      for (const member of Object.values(schema['properties'] as Record<string, Schema>)) {
        if (member['type'] === 'array' || member['type'] === 'object' || '$ref' in member) member['nullable'] = true;
      }
      property(schema, 'revoke_tokens_issued_before')['nullable'] = true;
      property(schema, 'member_custom_on_typing_events_enabled')['type'] = 'boolean';
      property(schema, 'member_custom_on_mentioned_users_enabled')['type'] = 'boolean';
    },
  },
  {
    in: 'request',
    schemas: ['APNConfig', 'FirebaseConfig', 'HuaweiConfig', 'XiaomiConfig'],
    reason: 'The switch is described as `Disabled`, and `disabled` was seen to work.',
    change: (schema) => {
      property(schema, 'disabled')['type'] = 'boolean';
    },
  },
  {
    in: 'request',
    schemas: ['EventHook'],
    reason: 'Members that the description lacks must be sent back, and times are accepted as text alone.',
    change: (schema) => {
      schema['additionalProperties'] = true;
      for (const name of ['created_at', 'updated_at'])
        Object.assign(property(schema, name), { type: 'string', format: 'text' });
    },
  },
  {
    in: 'request',
    schemas: ['Attachment'],
    reason: 'Attachments have members of the customer’s own, and `custom` is required of replies alone.',
    change: (schema) => {
      optional('custom')(schema);
      schema['additionalProperties'] = true;
    },
  },
  {
    in: 'request',
    schemas: ['SharedLocation'],
    reason: 'The description has an overflown number for the least latitude and longitude.',
    change: (schema) => {
      delete property(schema, 'latitude')['minimum'];
      delete property(schema, 'longitude')['minimum'];
    },
  },
  {
    in: 'request',
    schemas: ['MessageRequest'],
    reason: 'Null is how a pin without an end is written.',
    change: nullable('pin_expires'),
  },
  {
    in: 'request',
    schemas: ['SharedLocation', 'UpdateLiveLocationRequest'],
    reason: 'The least latitude and longitude are negative, and described as the unsigned numbers of the same bits.',
    change: (schema) => {
      for (const name of ['latitude', 'longitude']) delete property(schema, name)['minimum'];
    },
  },
];

export interface Contract {
  /** What is wrong with a call; empty when nothing is. `path` is the path that was asked for, without the query. */
  checkRequest(op: string, method: string, path: string, query: URLSearchParams, body: unknown): string[];
  checkReply(op: string, status: number, body: unknown): string[];
  readonly operations: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly content?: Record<string, { schema: Schema }>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, { schema: Schema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { schema: Schema }> }>;
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

/** Parameters that every call may carry. */
const ALWAYS = ['api_key'];

export function loadContract(dir: string, generation: 1 | 2 = 2): Contract {
  const text = readFileSync(join(dir, `contract-v${generation}.json`), 'utf8');
  const document = JSON.parse(text) as Document;
  const request = compiler(text, 'request', generation);
  const reply = compiler(text, 'reply', generation);
  const found = new Map<string, { method: string; path: string; operation: Operation }>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods))
      found.set(operation.operationId, { method, path, operation });
  }
  const describe = (op: string) => found.get(op);

  return {
    operations: [...found.keys()],
    checkRequest(op, method, path, query, body) {
      const entry = describe(op);
      if (entry === undefined) return [`${op} is not described`];
      const problems: string[] = [];
      if (entry.method !== method.toLowerCase()) problems.push(`${op} is ${entry.method.toUpperCase()}, not ${method}`);
      const template = new RegExp(`^${entry.path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
      if (!template.test(path)) problems.push(`${op} is ${entry.path}, not ${path}`);
      const parameters = entry.operation.parameters ?? [];
      for (const [name, value] of query) {
        const parameter = parameters.find((candidate) => candidate.in === 'query' && candidate.name === name);
        if (parameter === undefined) {
          if (!ALWAYS.includes(name)) problems.push(`${op} has no parameter ${name}`);
        } else problems.push(...checkParameter(request, parameter, value));
      }
      for (const parameter of parameters) {
        if (parameter.in === 'query' && parameter.required === true && !query.has(parameter.name)) {
          problems.push(`${op} lacks the parameter ${parameter.name}`);
        }
      }
      const schema = Object.values(entry.operation.requestBody?.content ?? {})[0]?.schema;
      if (schema === undefined) {
        if (body !== undefined) problems.push(`${op} has no body`);
      } else problems.push(...request(schema, body ?? {}));
      return problems;
    },
    checkReply(op, status, body) {
      const entry = describe(op);
      if (status >= 400) return reply({ $ref: '#/components/schemas/APIError' }, body);
      if (entry === undefined) return [`${op} is not described`];
      const described = entry.operation.responses[String(status)];
      if (described === undefined) return [`${op} does not answer with ${status}`];
      const schema = Object.values(described.content ?? {})[0]?.schema;
      return schema === undefined ? [] : reply(schema, body);
    },
  };
}

function checkParameter(check: Check, parameter: Parameter, text: string): string[] {
  const json = Object.values(parameter.content ?? {})[0]?.schema;
  const schema = json ?? parameter.schema ?? {};
  let value: unknown = text;
  if (json !== undefined) value = JSON.parse(text);
  else if (schema['type'] === 'integer' || schema['type'] === 'number') value = Number(text);
  else if (schema['type'] === 'boolean') value = text === 'true' ? true : text === 'false' ? false : text;
  else if (schema['type'] === 'array') value = text.startsWith('[') ? JSON.parse(text) : text.split(',');
  return check(schema, value).map((problem) => `${parameter.name}: ${problem}`);
}

type Check = (schema: Schema, value: unknown) => string[];

/** Templates keep their customer data nested in the older generation too. */
const NESTED = ['CampaignChannelMember', 'CampaignChannelTemplate', 'CampaignMessageTemplate'];

/** The older generation is described as if customer data were nested in it; it stands beside its owner's own members.
 * Members of a channel may be bare ids there. */
function spread(schemas: Record<string, Schema>, side: 'request' | 'reply'): void {
  for (const [name, schema] of Object.entries(schemas)) {
    const properties = schema['properties'] as Record<string, Schema> | undefined;
    if (properties?.['custom']?.['type'] !== 'object' || NESTED.includes(name)) continue;
    delete properties['custom'];
    optional('custom')(schema);
    schema['additionalProperties'] = true;
    if (side === 'request' && name === 'ChannelMemberRequest') schemas[name] = { anyOf: [schema, { type: 'string' }] };
  }
}

function compiler(text: string, side: 'request' | 'reply', generation: 1 | 2): Check {
  const { components } = JSON.parse(text) as Document;
  if (generation === 1) spread(components.schemas, side);
  for (const exception of EXCEPTIONS) {
    if (exception.in !== side) continue;
    for (const name of exception.schemas) {
      const schema = components.schemas[name];
      if (schema !== undefined) exception.change(schema);
    }
  }
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'contract', components: convert(components, side) as Schema });
  const compiled = new Map<string, ValidateFunction>();
  return (schema, value) => {
    const key = JSON.stringify(schema);
    let validate = compiled.get(key);
    if (validate === undefined) {
      validate = ajv.compile(rebase(convert(schema, side)) as Schema);
      compiled.set(key, validate);
    }
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map(
      (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
    );
  };
}

const RFC3339 = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$';

/** OpenAPI 3.0 writes "or null" as a flag. A request may hold only what is described, and its dates may be text. */
function convert(node: unknown, side: 'request' | 'reply'): unknown {
  if (Array.isArray(node)) return node.map((item) => convert(item, side));
  if (typeof node !== 'object' || node === null) return node;
  const members: Schema = {};
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'nullable' && !key.startsWith('x-')) members[key] = convert(value, side);
  }
  if (members['format'] === 'date-time') {
    if (members['type'] === 'string') members['pattern'] = RFC3339;
    else if (side === 'request') members['type'] = ['number', 'string'];
  }
  if (side === 'request' && members['type'] === 'object' && 'properties' in members)
    members['additionalProperties'] ??= false;
  if ((node as Schema)['nullable'] === true) return { anyOf: [members, { type: 'null' }] };
  return members;
}

function rebase(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rebase);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, 'contract#') : rebase(value),
    ]),
  );
}
