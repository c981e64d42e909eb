/** An emulator that makes every change that the vendor calls non-breaking: the suites of the whole tool pass as they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson, isArray, isObject, type Json } from '../../src/core/json.ts';
import { overHttp } from '../cli/over-http.ts';
import { runScenario, SCENARIOS, scenarioNames } from '../support/scenario.ts';
import { seeds } from '../support/seeds.ts';

/** Their outcome is a refusal whose text is shown as it came. */
const TELLING = new Set(['user-burned', 'user-burned-restored', 'name-taken', 'message-refused']);
const QUOTING = new Set(['apply.txt', 'calls.json', 'error.txt']);

/** What goes is shown with members that nobody knows: `plan.json`, of which these are a reading, is compared without them. */
const READINGS = new Set(['plan.txt', 'plan.md', 'plan.html']);

function isCompared(file: string, scenario: string): boolean {
  return !READINGS.has(file) && !(TELLING.has(scenario) && QUOTING.has(file));
}

describe.each(seeds(1, 20))('seed %i', (seed) => {
  const chaos = { profile: 'nonbreaking', seed } as const;

  describe('the program over HTTP', () => overHttp({ chaos }));

  test.each(scenarioNames())('%s', async (name) => {
    const { texts, converged, again, options } = await runScenario(name, { emulator: { chaos } });
    for (const [file, text] of Object.entries(texts).filter(([each]) => isCompared(each, name)))
      expect(essence(file, text), file).toEqual(essence(file, readFileSync(join(SCENARIOS, name, file), 'utf8')));
    if ('error.txt' in texts) return;
    expect(converged).toBe(options.fails !== true);
    if (options.fails !== true) expect(again?.changes.filter((change) => change.heldBack === undefined)).toEqual([]);
  });
});

function essence(file: string, text: string): string {
  return file.endsWith('.json') ? canonicalJson(plain(JSON.parse(text) as Json)) : text;
}

/** New members that hooks get too: their rows are shown and sent back whole, with what nobody knows. */
const NEW = new Set(['insights', 'revision_info', 'experimental', 'origin_region', 'flags_v3', 'related']);
/** Shown and sent in the order in which sets were read. */
const AS_READ = new Set(['event_hooks', 'hooks', 'fields', 'remove_members']);

/** Without the new members, the order of sets, and the digests of what has them. */
function plain(value: Json): Json {
  if (isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const isSet = (key: string) => AS_READ.has(key) || value['set'] === true;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NEW.has(key) && key !== 'operations_digest' && key !== 'touched')
      .map(([key, member]) => {
        const next = plain(member);
        return [key, isSet(key) && isArray(next) ? sorted(next) : next];
      }),
  );
}

function sorted(list: readonly Json[]): readonly Json[] {
  return [...list].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}
