/** How routes of the emulator differ from those of the API, and which it lacks. Whatever is not named is as described. */

/** Served, but simpler than the API does it. */
export const APPROXIMATED: Readonly<Record<string, string>> = {
  CheckExternalStorage: 'Nothing is written; every storage is found good.',
  CheckPush: 'Templates are rendered; nothing is pushed.',
  CheckSNS: 'Nothing is sent: what is configured is looked at.',
  CheckSQS: 'Nothing is sent: what is configured is looked at.',
  CancelImportV2Task: 'State only.',
  CreateCampaign: 'State only: no campaign sends a message.',
  CreateImport: 'The file is imported, all of it or nothing; why a line is refused is not told.',
  CreateImportV2Task: 'State only: nothing is read from the bucket.',
  CreateImportURL: 'The file is put on the emulator itself.',
  CreateSegment: 'Its size is counted when it is read.',
  EphemeralMessageUpdate: 'Nobody listens: the change is in the answer alone.',
  ExportChannels: 'The file has a form of the emulator’s own, and messages of all times; as csv there is none.',
  ExportUsers: 'The file has a form of the emulator’s own.',
  GetPredefinedFilter: 'Calls are counted; latency and the analysis of performance are left out.',
  GetPredefinedFilters: 'Calls are counted; latency and the analysis of performance are left out.',
  GetRetentionPolicyRuns: 'Policies never run, so there are no runs.',
  GroupedQueryChannels: 'What a group holds is an open question: the assumption `channel_groups`.',
  GetOG: 'Nothing is fetched: the answer tells what the address itself tells.',
  QueryFlags: 'Described nowhere; as the vendor’s client has it.',
  QueryTeamUsageStats: 'Counted from the users and messages that there are; nobody is ever connected.',
  Unblock: 'Messages that were kept back are not kept, so there is only the finding to take away.',
  check: 'By block lists alone: those of the configuration, or the built-in one for profiles.',
  custom_check: 'What was found is put into the queue; nothing follows from it.',
  query_review_queue: 'Items are not locked, scored or translated.',
  submit_action: 'Actions on messages and users of Chat; others are refused.',
  RunMessageAction: 'For giphy, the only command that is carried out.',
  SendEvent: 'Nobody listens: the event is in the answer alone.',
  SendMessage:
    'Links are not enriched, and nothing is pushed or sent to hooks. Of commands, giphy is carried out; of moderation, block lists.',
  SendUserCustomEvent: 'Nobody listens.',
  SetRetentionPolicy: 'Policies are kept and nothing is deleted.',
  StartCampaign: 'State only: the campaign is completed after 150 ms.',
  TranslateMessage: 'The text of every language is that of the message.',
  UpdateApp: 'Hosts of hooks are judged by their names and not looked up. No hook is ever called.',
  StopCampaign:
    'The campaign stands at the top and in `campaign`: the vendor’s clients differ in where they expect it.',
  UpdateCampaign:
    'The campaign stands at the top and in `campaign`: the vendor’s clients differ in where they expect it.',
  UpdatePushNotificationPreferences: 'Kept, and told in the answer alone.',
  UploadFile: 'The address alone is kept, and cannot be fetched.',
  UploadImage: 'The address alone is kept, and cannot be fetched. No other sizes are made.',
  UploadChannelFile: 'The address alone is kept, and cannot be fetched.',
  UploadChannelImage: 'The address alone is kept, and cannot be fetched. No other sizes are made.',
  UpsertPushProvider: 'Credentials are judged by their form and not tried.',
  ValidateImporterExternalStorage: 'Every storage that is set is found good.',
  upsert_config: 'Kept as it is written. Of what it orders, block lists alone are carried out.',
  GetImportV2Task: 'The numbers of states are of the emulator’s choosing.',
};

/** Operations of the description or of the vendor's clients that answer as unknown routes do. */
export const ABSENT: readonly (readonly [op: string, method: string, path: string])[] = [
  ['Appeals, rules, action configurations, queues, labels, tests and logs of moderation', '', '/api/v2/moderation/…'],
  ['GetHookEvents', 'GET', '/hook/events'],
  ['UpdateFlags of the first automod', 'POST', '/automod/v1/moderation/update_flags'],
  ['Video, feeds, and everything that goes over a WebSocket', '', ''],
];
