/** One test for each folder of scenarios: adding a scenario is adding a folder. `vitest -u` writes what came out. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldAddress } from '../src/core/address.ts';
import { viewSaved } from '../src/render/saved.ts';
import { renderTerminal } from '../src/render/terminal.ts';
import { problemsOf, reread } from './support/saved.ts';
import { runScenario, SCENARIOS, scenarioNames } from './support/scenario.ts';

describe.each(scenarioNames())('%s', (name) => {
  test('plans, applies and ends as it is written', async () => {
    const { texts, converged, again, options, plan, saved } = await runScenario(name);
    for (const [file, text] of Object.entries(texts))
      await expect(text).toMatchFileSnapshot(join(SCENARIOS, name, file));
    if (plan === undefined || saved === undefined) return;
    expect(problemsOf(texts['plan.json'] ?? '')).toEqual([]);
    expect(problemsOf(saved.text)).toEqual([]);
    const look = { color: false, width: 120, calls: true };
    expect(renderTerminal(viewSaved(reread(saved.text)), look)).toBe(texts['plan.txt']);
    // Taken up at once it sends what was planned; taken up when all is done it sends nothing.
    expect(saved.before.plan.operations).toEqual(plan.operations);
    expect(saved.before.settled).toEqual([]);
    const isBlindAlone = plan.changes.every((change) =>
      change.fields.every(
        (field) =>
          field.before === undefined && options.send?.some((at) => at === fieldAddress(change.address, field.path)),
      ),
    );
    if (saved.after !== undefined && !isBlindAlone) expect(saved.after.plan.operations).toEqual([]);
    expect(converged).toBe(options.fails !== true);
    if (options.fails !== true) expect(again?.changes.filter((change) => change.heldBack === undefined)).toEqual([]);
  });
});
