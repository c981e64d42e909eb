/** Commands in messages. Only giphy is carried out: it answers with a passing message that offers to send, to shuffle or
 * to cancel. Commands of the customer's own go to a handler that the app names, and here nothing is called. */
import type { JsonObject } from '../../../core/json.ts';
import { ApiError } from '../../errors.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import { lagged, type World } from '../../world.ts';
import { commandsOf } from '../channels/config.ts';

export interface Command {
  readonly name: string;
  readonly args: string;
}

/** The command that a text begins with, if the channel has it. */
export function commandIn(world: World, channel: ChannelRow, text: string): Command | undefined {
  const match = /^\/([\w-]+)(?:\s+(.*))?$/s.exec(text);
  const name = match?.[1];
  if (name === undefined || !commandsOf(world, channel).includes(name)) return undefined;
  return { name, args: match?.[2] ?? '' };
}

export function commanded(world: World, row: MessageRow, { name, args }: Command): MessageRow {
  if (name === 'giphy')
    return { ...row, type: 'ephemeral', command: name, attachments: [giphy(args, 0, true), ...row.attachments] };
  if (world.store.commands.get(name)?.custom === true) {
    const handler = lagged(world, world.store.app).get('app')?.settings['custom_action_handler_url'];
    const isMissing = typeof handler !== 'string' || handler === '';
    throw isMissing
      ? new ApiError(400, 44, `custom command endpoint is not configured, command "${name}" cannot be run`)
      : new ApiError(400, 45, `custom command endpoint call failed for command "${name}"`);
  }
  return { ...row, command: name };
}

/** The picture that giphy finds; another one at each turn. */
export function giphy(title: string, turn: number, isOffered: boolean): JsonObject {
  const url = `https://media.giphy.example/${encodeURIComponent(title || 'random')}/${turn}`;
  const actions = ['send', 'shuffle', 'cancel'].map((value) => ({
    name: 'image_action',
    text: value.charAt(0).toUpperCase() + value.slice(1),
    type: 'button',
    style: value === 'send' ? 'primary' : 'default',
    value,
  }));
  return {
    type: 'giphy',
    title,
    title_link: url,
    thumb_url: `${url}/giphy.gif`,
    custom: {},
    ...(isOffered ? { actions } : {}),
  };
}
