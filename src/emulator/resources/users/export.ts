/** All that the API knows of a user: one at a time in the answer, several as a file that a task makes. */
import { list, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { keepExport } from '../../exports.ts';
import { bodyOf, type Call, textOf, textsOf } from '../../http/route.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { inTime } from '../../store/store.ts';
import { startTask, type Worker } from '../../tasks.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { messageView } from '../messages/view.ts';
import { reactionView } from '../reactions/view.ts';
import { livingUser } from './actor.ts';
import { messagesBy } from './leftovers.ts';
import { userView } from './view.ts';

const MOST_MESSAGES = 10_000;
const MOST_USERS = 25;

export function exportUser({ world, param }: Call): ValueObject {
  return everythingOf(world, livingUser(world, param('user_id')));
}

function everythingOf(world: World, user: UserRow): ValueObject {
  const messages = messagesBy(world, user.id).toSorted(inTime);
  if (messages.length > MOST_MESSAGES) {
    throw inputError(`user "${user.id}" has more than ${MOST_MESSAGES} messages and cannot be exported`);
  }
  const reactions = [...world.store.reactions.values()].filter((row) => row.user_id === user.id);
  return {
    user: userView(world, user),
    messages: messages.map((row) => messageView(world, row)),
    reactions: reactions.map((row) => reactionView(world, row)),
  };
}

export function exportUsers(call: Call): ValueObject {
  const { world, at, origin } = call;
  const shape = { user_ids: list(text(), { min: 1, max: MOST_USERS }) };
  const ids = textsOf(bodyOf(call, shape, ['user_ids']), 'user_ids');
  for (const id of ids) livingUser(world, id);
  return { task_id: startTask(world, at, 'exportUsers', { user_ids: ids, origin }) };
}

export const exportUsersWork: Worker = (world, input) => {
  const users = textsOf(input, 'user_ids').flatMap((id) => world.store.users.get(id) ?? []);
  const items = users.map((user) => everythingOf(world, user));
  return { url: keepExport(world, textOf(input, 'origin') ?? '', 'users', items) };
};
