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
  administration_of_plan: {
    question: 'Does the plan of the app have user groups, retention policies, external storage and campaigns?',
    answers: { a: 'Yes.', b: 'No: their calls are refused as not found.' },
    chosen: 'a',
  },
  moderation_config_on_omission: {
    question: 'Does a moderation configuration that is written without some of its sections keep these?',
    answers: { a: 'No: it is replaced whole.', b: 'Yes.' },
    chosen: 'a',
  },
  role_on_upsert: {
    question: 'Does an existing user keep the role when an upsert does not name one?',
    answers: { a: 'The role is kept.', b: 'The role falls back to "user".' },
    chosen: 'a',
  },
  described_user: {
    question: 'What becomes of a user who is described by more than an id along with something else?',
    answers: { a: 'What is described is changed, the rest stays.', b: 'The user is replaced, as by an upsert.' },
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
  message_features_of_plan: {
    question: 'Does the plan of the app have message history, pending messages and restricted visibility?',
    answers: { a: 'Yes.', b: 'No: calls that need them are refused as not enabled.' },
    chosen: 'a',
  },
  block_lists_for_servers: {
    question: 'Do block lists apply to messages that are sent server-side?',
    answers: { a: 'Yes, as to those of clients.', b: 'Only when the call sets force_moderation.' },
    chosen: 'a',
  },
  client_query_unreadable: {
    question: 'What does a channel query of a client answer when it finds channels that the user may not read?',
    answers: { a: 'It is refused: no access to channels.', b: 'These channels are left out.' },
    chosen: 'a',
  },
  channel_groups: {
    question: 'What does a group of the grouped channel query hold?',
    answers: { a: 'The channels of the user that carry its name as a filter tag.', b: 'Nothing.' },
    chosen: 'a',
  },
  members_without_state: {
    question: 'Does get-or-create show members and messages to a server that does not ask for the state?',
    answers: { a: 'No: the lists are empty.', b: 'Yes: the state is there unless it is switched off.' },
    chosen: 'a',
  },
  flags_of_other_generation: {
    question: 'Do flags that were set through one generation show in the queries of the other?',
    answers: { a: 'No: each generation shows its own.', b: 'Yes.' },
    chosen: 'a',
  },
  token_of_gone_user: {
    question: 'What comes of a call with the token of a user who is deactivated or deleted?',
    answers: {
      a: 'What acts for the user is refused as not found, reads answer.',
      b: 'Every call is refused as not found.',
    },
    chosen: 'a',
  },
  members_of_soft_deleted: {
    question: 'Do soft-deleted users remain members of their channels?',
    answers: { a: 'Yes.', b: 'No: they leave them.' },
    chosen: 'a',
  },
  unknown_cids_to_delete: {
    question: 'What does the deletion of several channels make of one that does not exist?',
    answers: { a: 'The call is refused as not found.', b: 'The others are deleted, and the task says so.' },
    chosen: 'a',
  },
  translation_of_plan: {
    question: 'Does the plan of the app have translation?',
    answers: {
      a: 'Yes: the text of every language is that of the message.',
      b: 'No: the call is refused as not enabled.',
    },
    chosen: 'a',
  },
  custom_member_in_v1: {
    question: 'What is a member called custom in a request of the older generation?',
    answers: {
      a: 'Data of the customer like any other unknown member.',
      b: 'It holds such data, as in the newer one.',
    },
    chosen: 'a',
  },
  device_without_provider: {
    question: 'Can a device be registered for a push provider that the app does not have?',
    answers: { a: 'Yes.', b: 'No: the call is refused.' },
    chosen: 'a',
  },
  push_provider_on_omission: {
    question: 'Does a push provider that is written without some of its settings keep these?',
    answers: { a: 'No: it is replaced whole.', b: 'Yes, its credentials too.' },
    chosen: 'a',
  },
  guest_ids: {
    question: 'Does a guest made server-side get an id of the API’s making?',
    answers: { a: 'Yes: guest-<uuid>-<the id asked for>.', b: 'No: the id that was asked for.' },
    chosen: 'a',
  },
  unknown_task: {
    question: 'How is an unknown task refused?',
    answers: { a: 'As something that does not exist.', b: 'As a wrong input.' },
    chosen: 'a',
  },
  request_body_cap: {
    question: 'How big may the body of a request be?',
    answers: { a: 'Bigger than any that makes sense.', b: 'One million bytes; more is refused as too big.' },
    chosen: 'a',
  },
  role_name_characters: {
    question: 'Which characters may the name of a role have?',
    answers: { a: 'All.', b: 'Letters, digits, "_" and "-".' },
    chosen: 'a',
  },
  in_list_limit: {
    question: 'How many values may $in list?',
    answers: { a: 'Any number.', b: '100; more are refused.' },
    chosen: 'a',
  },
  null_app_scalars: {
    question: 'What does null do to a setting of the app that is no list and no map?',
    answers: { a: 'Nothing.', b: 'It resets the setting.' },
    chosen: 'a',
  },
  empty_word_list: {
    question: 'Can a block list be written without any word?',
    answers: { a: 'Yes.', b: 'No: the call is refused.' },
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
