/** One test for each folder of scenarios: adding a scenario is adding a folder. `vitest -u` writes what came out. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScenario, SCENARIOS, scenarioNames } from './support/scenario.ts';

describe.each(scenarioNames())('%s', (name) => {
  test('plans, applies and ends as it is written', async () => {
    const { texts, converged, again, options } = await runScenario(name);
    for (const [file, text] of Object.entries(texts))
      await expect(text).toMatchFileSnapshot(join(SCENARIOS, name, file));
    if ('error.txt' in texts) return;
    expect(converged).toBe(options.fails !== true);
    if (options.fails !== true) expect(again?.changes.filter((change) => change.heldBack === undefined)).toEqual([]);
  });
});
