/** The options of a poll, one by one. */
import { anything, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { PollRow } from '../../store/rows/messages.ts';
import type { ValueObject } from '../../values.ts';
import { existingActor } from '../channels/input.ts';
import { existingPoll } from './existing.ts';
import { bodyFrom, OPTION, optionOf } from './input.ts';
import { replaced } from './replace.ts';
import { optionView } from './view.ts';

export function createOption(call: Call): ValueObject {
  const { world, at } = call;
  const poll = existingPoll(call, call.param('poll_id'));
  const body = bodyOf(call, { ...OPTION, user: anything, user_id: text() }, ['text']);
  existingActor(call, body, '');
  if (!poll.allow_user_suggested_options) demandRight(call, 'UpdatePoll', { ownerId: poll.created_by_id });
  const option = optionOf(world, body);
  if (poll.options.some((other) => other.id === option.id || other.text === option.text))
    throw inputError(`option "${option.text}" already exists`);
  world.store.polls.put(poll.id, { ...poll, options: [...poll.options, option], updated_at: at });
  return { poll_option: optionView(option) };
}

export function updateOption(call: Call): ValueObject {
  const { world, at } = call;
  const poll = existingPoll(call, call.param('poll_id'));
  const body = bodyOf(call, { ...OPTION, user: anything, user_id: text() }, ['id', 'text']);
  existingActor(call, body, '');
  demandRight(call, 'UpdatePoll', { ownerId: poll.created_by_id });
  const option = optionOf(world, body);
  refuseMissingOption(poll, option.id);
  const options = poll.options.map((other) => (other.id === option.id ? option : other));
  world.store.polls.put(poll.id, { ...poll, options, updated_at: at });
  return { poll_option: optionView(option) };
}

export function getOption(call: Call): ValueObject {
  const poll = existingPoll(call, call.param('poll_id'));
  refuseMissingOption(poll, call.param('option_id'));
  const option = poll.options.find((one) => one.id === call.param('option_id'));
  return { poll_option: option === undefined ? undefined : optionView(option) };
}

export function removeOption(call: Call): ValueObject {
  const poll = existingPoll(call, call.param('poll_id'));
  refuseMissingOption(poll, call.param('option_id'));
  demandRight(call, 'UpdatePoll', { ownerId: poll.created_by_id });
  const options = poll.options.filter((option) => option.id !== call.param('option_id'));
  replaced(call, poll, { ...bodyFrom(poll), options: options.map((option) => ({ ...option })) });
  return {};
}

function refuseMissingOption(poll: PollRow, id: string): void {
  if (!poll.options.some((option) => option.id === id)) throw notFound(`option with ID ${id} doesn't exist`);
}
