/** Values and entries of kinds that nobody has seen yet, where the API and not a customer says what there is. */
import { Time, type Value, type ValueObject } from '../values.ts';

/** Lists of built-in things, to each of which another one is added. Commands are left alone: a new one would be part of `all`
 * in every call that takes it. */
const BUILT_IN: Readonly<Record<string, readonly [key: string, entry: ValueObject]>> = {
  ListRoles: [
    'roles',
    { name: 'global_auditor', custom: false, scopes: [], created_at: new Time(0), updated_at: new Time(0) },
  ],
  ListPermissions: [
    'permissions',
    {
      id: 'transcribe-channel-owner',
      name: 'Transcribe Channel (Own)',
      description: `Grants ${'a very long list of things '.repeat(40)}to their owner`,
      action: 'TranscribeChannel',
      owner: true,
      same_team: true,
      custom: false,
      level: 'workspace',
      tags: ['audio'],
      owner_resource: 'channel',
    },
  ],
  ListBlockLists: [
    'blocklists',
    {
      id: '6b1f3d0e-0000-4000-8000-000000000000',
      name: 'profanity_intl_2027_v1',
      type: 'phrase',
      words: ['x'],
      is_leet_check_enabled: true,
      is_plural_check_enabled: false,
      created_at: new Time(0),
      updated_at: new Time(0),
    },
  ],
};

/** Texts with a meaning that only the API gives them. */
const STATES: Readonly<Record<string, string>> = { waiting: 'queued', running: 'post_processing' };

export function withOpenValues(reply: ValueObject, op: string): ValueObject {
  const added = Object.hasOwn(BUILT_IN, op) ? BUILT_IN[op] : undefined;
  const longer = added === undefined ? reply : withEntry(reply, added);
  const state = op === 'GetTask' ? STATES[String(reply['status'])] : undefined;
  return mapped(state === undefined ? longer : { ...longer, status: state }, opened);
}

/** Texts that the vendor writes, as long as it likes. */
export function withLongTexts(reply: ValueObject): ValueObject {
  return mapped({ ...reply, duration: `000000000000000000${String(reply['duration'])}` }, lengthenedText);
}

/** A list that goes on is as long as it was asked to be. */
function withEntry(reply: ValueObject, [key, entry]: readonly [string, ValueObject]): ValueObject {
  const list = reply[key];
  if (!Array.isArray(list) || (reply['next_cursor'] ?? '') !== '') return reply;
  return { ...reply, [key]: [...list, entry] };
}

/** Texts that the vendor writes about the app, and that say nothing about how it is set up. */
const OWN_TEXTS = ['organization', 'placement', 'suspended_explanation'];

function lengthenedText(key: string, member: Value | undefined): Value | undefined {
  return OWN_TEXTS.includes(key) && typeof member === 'string' ? member.padEnd(300, ' and so on') : undefined;
}

/** What a user may do in a channel, and what a member was before there were channel roles. */
function opened(key: string, member: Value | undefined, owner: ValueObject): Value | undefined {
  if (key === 'own_capabilities' && Array.isArray(member)) return [...member, 'transcribe-channel'];
  return key === 'role' && typeof owner['channel_role'] === 'string' ? 'participant' : undefined;
}

type Change = (key: string, member: Value | undefined, owner: ValueObject) => Value | undefined;

/** The same with other members wherever `change` has one. What a customer wrote is left alone. */
function mapped(value: ValueObject, change: Change): ValueObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, change(key, member, value) ?? mappedValue(member, change)]),
  );
}

function mappedValue(value: Value | undefined, change: Change): Value | undefined {
  if (Array.isArray(value)) return value.map((item: Value) => mappedValue(item, change) ?? null);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? mapped(value as ValueObject, change) : value;
}
