import { INTERRUPTED, Interrupted } from './failure.ts';
import type { World } from './world.ts';

/**
 * Runs work that the first Ctrl-C asks to stop through its signal, and the second leaves at once. `onFirst` tells the user.
 */
export async function interruptible<Result>(
  world: World,
  work: (signal: AbortSignal) => Promise<Result>,
  onFirst: () => void = () => {},
): Promise<Result> {
  const controller = new AbortController();
  const off = world.onInterrupt(() => {
    if (controller.signal.aborted) return world.leave(INTERRUPTED);
    onFirst();
    controller.abort(new Interrupted());
  });
  try {
    return await work(controller.signal);
  } finally {
    off();
  }
}
