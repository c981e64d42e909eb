import { inputError, notFound } from '../errors.ts';
import type { Call, Route } from '../http/route.ts';
import { statusOf } from '../tasks.ts';
import { time, type ValueObject } from '../values.ts';

export const taskRoutes: readonly Route[] = [
  { method: 'GET', path: '/tasks/:id', area: 'common', op: 'GetTask', clients: false, handle: getTask },
];

function getTask({ world, param }: Call): ValueObject {
  const task = world.store.tasks.get(param('id'));
  if (task === undefined) {
    const refuse = world.assume('unknown_task') === 'a' ? notFound : inputError;
    throw refuse(`Can't find task with id "${param('id')}"`);
  }
  return {
    task_id: task.id,
    status: statusOf(world, task),
    created_at: time(task.created_at),
    updated_at: time(task.finished_at ?? task.created_at),
    result: task.result,
  };
}
