/** What is not known about the real API. Each question has two plausible answers; tools must be right under both, so
 * either can be chosen when an emulator is made. */
export interface Assumption {
  readonly question: string;
  readonly answers: { readonly a: string; readonly b: string };
  readonly chosen: 'a' | 'b';
}

export const ASSUMPTIONS = {
  upload_lists_on_omission: {
    question: 'Does an upload configuration that is written without one of its lists keep that list?',
    answers: { a: 'No: the object is replaced, the list becomes empty.', b: 'Yes: the list survives.' },
    chosen: 'a',
  },
  config_overrides_patch: {
    question: 'Does a partial channel update replace config_overrides, or merge into them?',
    answers: { a: 'The object sent is the whole set of overrides.', b: 'Keys sent are merged; {} still clears all.' },
    chosen: 'a',
  },
  role_on_upsert: {
    question: 'Does an existing user keep the role when an upsert does not name one?',
    answers: { a: 'The role is kept.', b: 'The role falls back to "user".' },
    chosen: 'a',
  },
  revived_channel: {
    question: 'What does a soft-deleted channel bring back when get-or-create revives it?',
    answers: { a: 'Custom data and members.', b: 'Nothing: it comes back empty.' },
    chosen: 'a',
  },
  data_on_revived_channel: {
    question: 'Does the data sent with the get-or-create that revives a channel apply?',
    answers: { a: 'No: as for any channel that exists.', b: 'Yes: as for a new channel.' },
    chosen: 'a',
  },
  data_on_existing_channel: {
    question: 'Does get-or-create apply data to a channel that exists?',
    answers: { a: 'No: the data is ignored.', b: 'Yes: custom data and settings are written over.' },
    chosen: 'a',
  },
  member_custom_on_add: {
    question: 'Is the custom data honoured that add_members and assign_roles carry for a member?',
    answers: { a: 'Yes.', b: 'No: it is dropped.' },
    chosen: 'a',
  },
  created_by_id_unknown: {
    question: 'What does a created_by_id do that no user has?',
    answers: { a: 'The creation is refused.', b: 'The user is created.' },
    chosen: 'a',
  },
  message_limit_zero: {
    question: 'What does message_limit: 0 mean in a channel query?',
    answers: { a: 'No messages.', b: 'The default number of messages.' },
    chosen: 'a',
  },
  channel_limit_over_30: {
    question: 'What happens to a channel query with a limit over 30?',
    answers: { a: 'The limit is lowered to 30.', b: 'The query is refused.' },
    chosen: 'a',
  },
  default_grants: {
    question: 'Are the default grants those of September 2026?',
    answers: { a: 'Yes.', b: 'No: a permission was added since.' },
    chosen: 'a',
  },
  secrets_in_reads: {
    question: 'Do reads return the secret settings (push credentials, keys of hooks)?',
    answers: { a: 'No: they are left out.', b: 'Yes, as they were sent.' },
    chosen: 'a',
  },
  flags_on_data_overwrite: {
    question: 'Does a channel update whose data lacks frozen, disabled or team reset these?',
    answers: { a: 'No: they keep their values.', b: 'Yes: they fall back to their defaults.' },
    chosen: 'a',
  },
  deleted_channels_block_type: {
    question: 'Do soft-deleted channels block the deletion of their channel type?',
    answers: { a: 'Yes.', b: 'No.' },
    chosen: 'a',
  },
  null_event_hooks: {
    question: 'What does event_hooks: null do?',
    answers: { a: 'Nothing.', b: 'It deletes all hooks.' },
    chosen: 'a',
  },
  server_sends_to_frozen: {
    question: 'May a server-side call send a message to a frozen channel?',
    answers: { a: 'Yes: server-side calls pass every permission check.', b: 'No: refused as not allowed.' },
    chosen: 'a',
  },
  channel_batch_update: {
    question: 'Is the batch update of channels switched on for the app?',
    answers: { a: 'Yes: it answers with a task.', b: 'No: it answers without one and does nothing.' },
    chosen: 'a',
  },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof ASSUMPTIONS;
export type Assume = (name: AssumptionName) => 'a' | 'b';

export function createAssume(overrides: Readonly<Record<string, 'a' | 'b'>> = {}): Assume {
  for (const name of Object.keys(overrides)) {
    if (!Object.hasOwn(ASSUMPTIONS, name)) throw new RangeError(`no assumption is named "${name}"`);
  }
  return (name) => overrides[name] ?? ASSUMPTIONS[name].chosen;
}
