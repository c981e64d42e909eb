/** What the vendor may change without notice changes nothing: the same plans, the same calls, the same end, without a word. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { canonicalJson, type Json } from '../../src/core/json.ts';
import { type Chaos, EVERYTHING, nonBreaking } from '../support/chaos.ts';
import { type Outcome, runScenario, scenarioNames } from '../support/scenario.ts';

/** Their outcome is a refusal whose text is shown as it came. */
const TELLING = new Set(['user-burned', 'user-burned-restored', 'name-taken', 'message-refused']);

const said: unknown[] = [];
for (const method of ['log', 'warn', 'error', 'info'] as const)
  vi.spyOn(console, method).mockImplementation((...words) => said.push(words));
afterEach(() => {
  expect(said.splice(0)).toEqual([]);
});

const KINDS: readonly (readonly [string, Chaos])[] = [
  ['more fields', { fields: true }],
  ['other values', { values: true }],
  ['another order of fields', { order: true }],
  ['other headers', { headers: true }],
  ['all of it, and other error texts', EVERYTHING],
];

/** Values are shown in the order that they came in. */
function essential(texts: Readonly<Record<string, string>>, isTurned: boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([file]) => !(isTurned && file === 'plan.txt'))
      .map(([file, text]) => [file, file.endsWith('.json') ? canonicalJson(JSON.parse(text) as Json) : text]),
  );
}

describe.each(scenarioNames())('%s', (name) => {
  let calm: Outcome | undefined;
  test.each(KINDS)('%s', async (_what, chaos) => {
    calm ??= await runScenario(name);
    const stormy = await runScenario(name, { middleware: nonBreaking(chaos) });
    expect(stormy.converged).toBe(calm.converged);
    const [is, was] = [stormy, calm].map(({ texts }) => essential(texts, chaos.order === true)) as [Texts, Texts];
    if (!TELLING.has(name)) expect(is).toEqual(was);
    else for (const file of ['plan.txt', 'plan.json', 'live-after.json']) expect(is[file]).toEqual(was[file]);
  });
});

type Texts = Readonly<Record<string, string>>;
