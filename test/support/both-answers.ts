/** What nobody knows about the API: both answers to each question have to be fine. */
import { describe, expect, test } from 'vitest';
import { ASSUMPTIONS } from '../../src/emulator/index.ts';
import { type Outcome, runScenario, scenarioNames } from './scenario.ts';

/** Scenarios whose end is meant to depend on the answer, with the reason. */
const DEPENDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hook-secret-unknown': {
    secrets_in_reads: 'with the secret in the reply nothing is lost, and there is nothing to refuse',
  },
};

/** Big ones, for questions about members and channels alone. */
const isLong = (scenario: string) => scenario.startsWith('members-250');

const known = new Map<string, Promise<Outcome>>();

function usually(scenario: string): Promise<Outcome> {
  const outcome = known.get(scenario) ?? runScenario(scenario);
  known.set(scenario, outcome);
  return outcome;
}

/** Every other question, so that two files of tests run side by side. */
export function bothAnswers(half: 'even' | 'odd'): void {
  const names = Object.keys(ASSUMPTIONS).filter((_, index) => (index % 2 === 0) === (half === 'even'));
  describe.each(names)('%s', (name) => {
    test.each(scenarioNames().filter((each) => !isLong(each) || /member|channel/.test(name)))(
      '%s',
      async (scenario) => {
        if (DEPENDS[scenario]?.[name] !== undefined) return;
        const usual = await usually(scenario);
        const other = await runScenario(scenario, {
          emulator: { assume: { ...usual.options.emulator?.assume, [name]: 'b' } },
        });
        expect(other.converged).toBe(usual.converged);
        expect('error.txt' in other.texts).toBe('error.txt' in usual.texts);
        if (other.converged) expect(other.again?.changes.filter((change) => change.heldBack === undefined)).toEqual([]);
      },
    );
  });
}
