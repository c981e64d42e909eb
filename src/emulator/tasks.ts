/** Work that the API does in the background. A task waits, runs, and is completed after a fixed time on the emulator's
 * clock; what it does happens at the end. Due tasks are worked off at the start of each request. */
import type { JsonObject } from '../core/json.ts';
import type { TaskRow } from './store/rows/tasks.ts';
import type { World } from './world.ts';

const WAITING_US = 50_000;
const DONE_US = 150_000;

/** What a kind of work does, and what it reports. */
export type Worker = (world: World, input: JsonObject, at: number) => JsonObject;

export function startTask(world: World, at: number, name: string, input: JsonObject): string {
  const id = world.random.uuid();
  world.store.tasks.put(id, { id, created_at: at, work: { name, input } });
  return id;
}

export function createSettler(world: World, workers: Readonly<Record<string, Worker>>): () => void {
  const open = new Set<string>();
  for (const task of world.store.tasks.values()) if (task.finished_at === undefined) open.add(task.id);
  world.store.tasks.listen((id, _before, task) => {
    if (task !== undefined && task.finished_at === undefined) open.add(id);
    else open.delete(id);
  });
  return () => {
    for (const id of open) {
      const task = world.store.tasks.get(id);
      if (task === undefined || world.now() * 1000 < task.created_at + DONE_US) continue;
      const finished_at = task.created_at + DONE_US;
      const worker = workers[task.work.name];
      const result = worker?.(world, task.work.input, world.stamp()) ?? {};
      world.store.tasks.put(id, { ...task, result, finished_at });
    }
  };
}

export function statusOf(world: World, task: TaskRow): 'waiting' | 'running' | 'completed' {
  if (task.finished_at !== undefined) return 'completed';
  return world.now() * 1000 < task.created_at + WAITING_US ? 'waiting' : 'running';
}
