/** Built-in commands. */
import type { CommandRow } from '../store/rows/settings.ts';

const builtIn = (name: string, args: string, set: string, description: string): CommandRow => ({
  name,
  args,
  set,
  description,
  custom: false,
});

export const BUILT_IN_COMMANDS: readonly CommandRow[] = [
  builtIn('giphy', '[text]', 'fun_set', 'Post a random gif to the channel'),
  builtIn('flag', '[@username]', 'moderation_set', 'Flag a user'),
  builtIn('ban', '[@username] [text]', 'moderation_set', 'Ban a user'),
  builtIn('unban', '[@username]', 'moderation_set', 'Unban a user'),
  builtIn('mute', '[@username]', 'moderation_set', 'Mute a user'),
  builtIn('unmute', '[@username]', 'moderation_set', 'Unmute a user'),
];

/** Names that stand for several commands in a channel type; no command can have one of them. */
export const COMMAND_SETS: readonly string[] = ['all', 'fun_set', 'moderation_set'];
