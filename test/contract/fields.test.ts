/**
 * Every field that the API's requests can write is in our schemas, with the same choices and limits, and our schemas have no
 * field that the API does not know. Needs the machine-readable description of the API: set CHAT_CONTRACT_DIR to its folder.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isArray, isObject, type Json, type JsonObject, valueAt } from '../../src/core/json.ts';
import { objectOf, written } from '../schemas/support.ts';

const DIR = process.env['CHAT_CONTRACT_DIR'];

/** Requests, and where the body that they write stands in our schemas. */
const REQUESTS: Readonly<Record<string, readonly [file: string, at: string]>> = {
  UpdateAppRequest: ['app', ''],
  CreateRoleRequest: ['role', ''],
  CreatePermissionRequest: ['permission', ''],
  PermissionRequest: ['permission', ''],
  CreateCommandRequest: ['command', ''],
  UpdateCommandRequest: ['command', ''],
  CreateBlockListRequest: ['blocklist', ''],
  UpdateBlockListRequest: ['blocklist', ''],
  CreateChannelTypeRequest: ['channel-type', ''],
  UpdateChannelTypeRequest: ['channel-type', ''],
  UserRequest: ['user', ''],
  ChannelInput: ['channel', ''],
  ChannelInputRequest: ['channel', ''],
  UpdateChannelRequest: ['channel', ''],
  ChannelMemberRequest: ['channel', '/definitions/member'],
  MessageRequest: ['channel', '/definitions/message'],
};

const KEY = 'it is the key of the map that the resource stands in';
const ACTOR = 'it names who acts; the tool acts as the server';
const STEP = 'a step of a change, not a state: the tool works it out';

/** Request fields that are in no schema of ours, by `Request.path`, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'CreateRoleRequest.name': KEY,
  'CreatePermissionRequest.id': KEY,
  'CreateCommandRequest.name': KEY,
  'CreateBlockListRequest.name': KEY,
  'CreateChannelTypeRequest.name': KEY,
  'UserRequest.id': KEY,
  'ChannelMemberRequest.user_id': KEY,
  'UpdateAppRequest.event_hooks.created_at': 'the server sets it; the tool carries it along',
  'UpdateAppRequest.event_hooks.updated_at': 'the server sets it; the tool carries it along',
  'CreateBlockListRequest.user': ACTOR,
  'CreateBlockListRequest.user_id': ACTOR,
  'UpdateBlockListRequest.user': ACTOR,
  'UpdateBlockListRequest.user_id': ACTOR,
  'UpdateChannelRequest.user': ACTOR,
  'UpdateChannelRequest.user_id': ACTOR,
  'ChannelMemberRequest.user': 'an object of the user beside `user_id`, which would change the user',
  'MessageRequest.user': 'an object of the author beside `user_id`, which would change the user',
  'ChannelInput.created_by': 'an object of the creator beside `created_by_id`, which would change the user',
  'ChannelInputRequest.created_by': 'an object of the creator beside `created_by_id`, which would change the user',
  'ChannelInput.truncated_by_id': 'truncating is an act, not a state',
  'ChannelInput.invites': 'a member with `invite: true`',
  'ChannelInputRequest.invites': 'a member with `invite: true`',
  'MessageRequest.pinned_at': 'the server sets it when a message is pinned',
  'UpdateChannelRequest.data': 'the channel itself; checked as ChannelInputRequest',
  'UpdateChannelRequest.message': 'the text of `announce`',
  'UpdateChannelRequest.invites': 'a member with `invite: true`',
  'UpdateChannelRequest.add_members': STEP,
  'UpdateChannelRequest.remove_members': STEP,
  'UpdateChannelRequest.assign_roles': STEP,
  'UpdateChannelRequest.add_moderators': STEP,
  'UpdateChannelRequest.demote_moderators': STEP,
  'UpdateChannelRequest.add_filter_tags': STEP,
  'UpdateChannelRequest.remove_filter_tags': STEP,
  'UpdateChannelRequest.accept_invite': 'an act of the invited user',
  'UpdateChannelRequest.reject_invite': 'an act of the invited user',
  'UpdateChannelRequest.hide_history': 'an act when members are added, which no reply shows',
  'UpdateChannelRequest.hide_history_before': 'an act when members are added, which no reply shows',
  'UpdateChannelRequest.skip_push': 'an option of the call',
};

/** Fields that have another name here. */
const RENAMED: Readonly<Record<string, string>> = { Disabled: 'disabled' };

/** Limits that differ on purpose, by `Request.path keyword`. */
const LIMITS: Readonly<Record<string, string>> = {
  'CreateChannelTypeRequest.partition_size minimum': '0 switches it off, which only the update knows',
  'MessageRequest.shared_location.latitude minimum': 'the description has an overflown number for -90',
  'MessageRequest.shared_location.longitude minimum': 'the description has an overflown number for -180',
};

/** Fields of ours, by file, that are no request field of the same name. */
const OURS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  app: { extra: 'passes on what the schema does not know' },
  user: { state: 'a state that calls of their own change' },
  channel: {
    name: 'short for a custom key',
    image: 'short for a custom key',
    moderators: 'short for a role of members',
    members_mode: 'what happens to members that are not listed',
    announce: 'messages that tell of changes',
    messages: 'checked as MessageRequest',
  },
};
const OURS_EVERYWHERE = ['protect', 'extra'];

interface Count {
  fields: number;
  exceptions: number;
}

const counts = new Map<string, Count>();

describe.skipIf(DIR === undefined)('request fields', () => {
  const contract = DIR === undefined ? {} : readContract(DIR);
  const used = new Set<string>();

  afterAll(() => {
    const lines = [...counts].map(
      ([name, { fields, exceptions }]) => `  ${name}: ${fields} fields, ${exceptions} exceptions`,
    );
    const total = [...counts.values()].reduce((sum, { fields }) => sum + fields, 0);
    process.stdout.write(`request fields in the schemas: ${total}\n${lines.join('\n')}\n`);
  });

  test.each(Object.entries(REQUESTS))('%s', (request, [file, at]) => {
    const count = { fields: 0, exceptions: 0 };
    counts.set(request, count);
    const root = ours(file);
    const missing = [...compare(objectOf(contract[request]), objectOf(valueAt(root, at)), request, root, count)];
    expect(missing).toEqual([]);
    expect(count.fields + count.exceptions).toBeGreaterThan(0);
  });

  test('every exception is still one', () => {
    const known = [...Object.keys(EXCEPTIONS), ...Object.keys(LIMITS)];
    expect(known.filter((each) => !used.has(each))).toEqual([]);
  });

  test.each([...new Set(Object.values(REQUESTS).map(([file]) => file))])(
    '%s has no field that the API does not know',
    (file) => {
      const requests = Object.entries(REQUESTS).filter(([, [name, at]]) => name === file && at === '');
      const known = new Set(
        requests.flatMap(([request]) => Object.keys(objectOf(objectOf(contract[request])['properties']))),
      );
      const own = Object.keys(objectOf(ours(file)['properties']));
      const listed = [...Object.keys(OURS[file] ?? {}), ...OURS_EVERYWHERE];
      expect(own.filter((name) => !known.has(name) && !listed.includes(name))).toEqual([]);
    },
  );

  /** Yields what is wrong, and counts what is there. */
  function* compare(
    theirs: JsonObject,
    mine: JsonObject,
    path: string,
    root: JsonObject,
    count: Count,
  ): Iterable<string> {
    for (const [name, value] of Object.entries(objectOf(theirs['properties']))) {
      const at = `${path}.${name}`;
      if (EXCEPTIONS[at] !== undefined) {
        used.add(at);
        count.exceptions += 1;
        continue;
      }
      const field = objectOf(mine['properties'])[RENAMED[name] ?? name];
      if (!isObject(field)) {
        yield `${at} is missing`;
        continue;
      }
      count.fields += 1;
      yield* compareField(resolved(objectOf(value), contract), resolvedOurs(field, root), at, root, count);
    }
  }

  function* compareField(
    theirs: JsonObject,
    mine: JsonObject,
    at: string,
    root: JsonObject,
    count: Count,
  ): Iterable<string> {
    yield* limitsOf(theirs, mine, at);
    if (theirs['properties'] !== undefined) yield* compare(theirs, mine, at, root, count);
    if (isObject(theirs['items'])) {
      const entry = mine['items'] ?? mine['additionalProperties'];
      const item = resolved(theirs['items'], contract);
      const request = requestName(theirs['items']);
      // Members are listed there, and a map here; they are a request of their own.
      if (REQUESTS[request] === undefined)
        yield* compareField(item, resolvedOurs(objectOf(entry), root), at, root, count);
    }
    const values = theirs['additionalProperties'];
    if (isObject(values) && Object.keys(values).length > 0)
      yield* compareField(
        resolved(values, contract),
        resolvedOurs(objectOf(mine['additionalProperties']), root),
        `${at}.*`,
        root,
        count,
      );
  }

  function* limitsOf(theirs: JsonObject, mine: JsonObject, at: string): Iterable<string> {
    for (const keyword of ['minimum', 'maximum', 'maxLength', 'maxItems', 'minItems'] as const) {
      if (theirs[keyword] === undefined || theirs[keyword] === mine[keyword]) continue;
      if (LIMITS[`${at} ${keyword}`] !== undefined) used.add(`${at} ${keyword}`);
      else if (mine['type'] !== 'object')
        yield `${at}: ${keyword} is ${JSON.stringify(mine[keyword])}, not ${JSON.stringify(theirs[keyword])}`;
    }
    const choices = isArray(theirs['enum']) ? theirs['enum'] : [];
    const known = isArray(mine['enum']) ? mine['enum'] : [];
    for (const choice of choices.filter((each) => !known.includes(each)))
      yield `${at}: ${JSON.stringify(choice)} is no choice`;
    const types = [mine['type'] ?? []].flat() as Json[];
    const type = theirs['format'] === 'date-time' ? 'string' : theirs['type'];
    const isMap = type === 'array' && types.includes('object');
    if (type !== undefined && !isMap && !types.includes(type))
      yield `${at}: ${JSON.stringify(types)} is not ${JSON.stringify(type)}`;
  }
});

test.skipIf(DIR !== undefined)('request fields are compared only with CHAT_CONTRACT_DIR', (context) => {
  const why = 'request fields: skipped, because CHAT_CONTRACT_DIR (the folder of contract-v2.json) is not set';
  process.stdout.write(`${why}\n`);
  context.skip(why);
});

function readContract(dir: string): JsonObject {
  const parsed: unknown = JSON.parse(readFileSync(join(dir, 'contract-v2.json'), 'utf8'));
  return objectOf(valueAt(parsed as Json, '/components/schemas'));
}

function ours(file: string): JsonObject {
  return written.get(`${file}.schema.json`) ?? {};
}

function requestName(schema: JsonObject): string {
  return String(schema['$ref'] ?? '').replace('#/components/schemas/', '');
}

function resolved(schema: JsonObject, contract: JsonObject): JsonObject {
  return schema['$ref'] === undefined ? schema : objectOf(contract[requestName(schema)]);
}

function resolvedOurs(schema: JsonObject, root: JsonObject): JsonObject {
  const ref = schema['$ref'];
  return typeof ref === 'string' ? objectOf(valueAt(root, ref.slice(1))) : schema;
}
