/** Values and entries of kinds that nobody has seen yet, where the API and not a customer says what there is. */
import { Time, type Value, type ValueObject } from '../values.ts';

/** Lists of built-in things, to each of which another one is added. */
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
  ListCommands: ['commands', { name: 'summarize', description: 'Sum up', args: '[text]', set: 'assistant_set' }],
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
  const longer = added === undefined ? reply : lengthened(reply, added);
  const state = op === 'GetTask' ? STATES[String(reply['status'])] : undefined;
  return opened(state === undefined ? longer : { ...longer, status: state });
}

/** A list that goes on is as long as it was asked to be. */
function lengthened(reply: ValueObject, [key, entry]: readonly [string, ValueObject]): ValueObject {
  const list = reply[key];
  if (!Array.isArray(list) || (reply['next_cursor'] ?? '') !== '') return reply;
  return { ...reply, [key]: [...list, entry] };
}

/** Texts that the vendor writes about the app, and that say nothing about how it is set up. */
const OWN_TEXTS = ['organization', 'placement', 'suspended_explanation'];

/** What a user may do in a channel, and what a member was before there were channel roles. */
function opened(value: ValueObject): ValueObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === 'own_capabilities' && Array.isArray(member)) return [key, [...member, 'transcribe-channel']];
      if (OWN_TEXTS.includes(key) && typeof member === 'string') return [key, member.padEnd(300, ' and so on')];
      if (key === 'role' && typeof value['channel_role'] === 'string') return [key, 'participant'];
      return [key, openedValue(member)];
    }),
  );
}

function openedValue(value: Value | undefined): Value | undefined {
  if (Array.isArray(value)) return value.map((item: Value) => openedValue(item) ?? null);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? opened(value as ValueObject) : value;
}
