/** The law of failures: whatever call fails, and however, what is said is true, and the next run finishes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/render/report.ts';
import { configuration, meddling, settings } from '../support/arbitraries.ts';
import { breakSome, FAULTS, type Fault } from '../support/faults.ts';
import { unforeseen } from '../support/unforeseen.ts';
import { aWorld, tell } from '../support/world.ts';

const ANYTHING = { allowDelete: true, allowMassChange: true };

/** Requests are broken by their number: reads too, now and then one after another. */
const mishaps = fc.dictionary(fc.nat({ max: 40 }).map(String), fc.constantFrom(...FAULTS), { maxKeys: 8 });

test('any requests fail in any way, and the next run finishes', async () => {
  await fc.assert(
    fc.asyncProperty(configuration, meddling, configuration, mishaps, async (past, calls, next, broken) => {
      const world = await aWorld();
      await world.call('POST', '/users', { users: { root: { id: 'root', role: 'admin' } } });
      await world.converge(past, ANYTHING);
      for (const { method, path, body } of calls) await world.call(method, path, body);
      const loaded = await world.load(next);
      const plan = await loaded.plan(ANYTHING);

      world.interpose(breakSome((number): Fault | undefined => broken[String(number)]));
      const report = await loaded.apply(plan, ANYTHING);
      world.interpose(undefined);

      const left = unforeseen(await loaded.plan(ANYTHING), plan).map((change) => change.address);
      const isDone = (address: string) =>
        report.results.get(address)?.status === 'done' && !report.notConverged.includes(address);
      expect(left.filter(isDone), tell(report)).toEqual([]);
      if (outcomeOf(plan, report).converged) expect(left, tell(report)).toEqual([]);

      const again = await loaded.apply(await loaded.plan(ANYTHING), ANYTHING);
      expect(
        [...again.results.values()].every((result) => result.status === 'done'),
        tell(again),
      ).toBe(true);
      expect((await loaded.plan(ANYTHING)).changes).toEqual([]);
      expect(repeated(world.emulator.snapshot())).toEqual([]);
    }),
    settings(80),
  );
}, 300_000);

/** Announcements that a channel got twice: each has the run's own id, so only its text can tell. */
function repeated(snapshot: unknown): readonly string[] {
  const { messages } = snapshot as { messages: Record<string, { cid: string; type: string; text: string }> };
  const runs = new Map<string, Set<string>>();
  const twice: string[] = [];
  for (const [id, { cid, type, text }] of Object.entries(messages)) {
    if (type !== 'system') continue;
    const run = `${id.split(':')[1]} ${cid} ${text}`;
    if (runs.has(run)) twice.push(run);
    runs.set(run, new Set([id]));
  }
  return twice;
}
