/** Every field of every kind is decided on: a rule is about it, or it is listed as having none, with the reason. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchesNames } from '../../src/core/address.ts';
import { isObject, type JsonObject, tokensOf } from '../../src/core/json.ts';
import type { Kind } from '../../src/core/kind.ts';
import { IMPACTS } from '../../src/impact/codes.ts';
import { RULES } from '../../src/impact/rules.ts';
import { WITHOUT_IMPACT } from '../../src/impact/without.ts';
import { kinds } from '../../src/kinds/index.ts';

const OVERRIDES = '/config_overrides';

/** Rows that can be a change of what is there: instructions are none, and what is fixed at creation never changes. */
function rowsOf(kind: Kind): readonly string[] {
  return Object.entries(kind.fields)
    .filter(([, { meta, immutable }]) => meta !== true && immutable !== 'note' && immutable !== 'refuse')
    .map(([at]) => at);
}

/** The pointers that rules of a kind look at: the rows themselves, and the keys or entries of maps. */
function lookedAt(kind: Kind): readonly string[] {
  return RULES.filter((rule) => rule.kind === kind.name).flatMap((rule) => rule.at);
}

function isCovered(row: string, kind: Kind): boolean {
  const isOverridden = (at: string) => row === OVERRIDES && at.startsWith(`${OVERRIDES}/`);
  return lookedAt(kind).some((at) => at === row || at === `${row}/*` || isOverridden(at));
}

describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  const reasons = WITHOUT_IMPACT[name] ?? {};

  it('has a rule or a reason for each field', () => {
    const undecided = rowsOf(kind).filter((row) => !isCovered(row, kind) && reasons[row] === undefined);
    expect(undecided).toEqual([]);
  });

  it('has no reason where there is a rule, or no field', () => {
    const rows = new Set(rowsOf(kind));
    expect(Object.keys(reasons).filter((row) => !rows.has(row) || isCovered(row, kind))).toEqual([]);
  });

  it('has rules about fields that exist', () => {
    const rows = Object.keys(kind.fields);
    const isRow = (at: string) =>
      at === '' ||
      at.startsWith(`${OVERRIDES}/`) ||
      rows.some((row) => at === row || (at === `${row}/*` && /open|entries/.test(kind.fields[row]?.shape ?? '')));
    expect(lookedAt(kind).filter((at) => !isRow(at))).toEqual([]);
  });

  it('has a rule about its removal, or is never removed', () => {
    const isRemovable = kind.removal.length > 0;
    // Deactivating and disabling are changes of a field, and have rules of their own.
    expect(lookedAt(kind).includes('')).toBe(isRemovable);
  });
});

describe('overrides of a channel', () => {
  const schema = JSON.parse(readFileSync('schemas/channel.schema.json', 'utf8')) as JsonObject;
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const overrides = isObject(properties['config_overrides']) ? properties['config_overrides']['properties'] : {};
  const names = Object.keys(isObject(overrides) ? overrides : {});

  it('have a rule for each setting', () => {
    expect(names.length).toBeGreaterThan(12);
    const looked = RULES.filter((rule) => rule.kind === 'channel').flatMap((rule) => rule.at);
    const isLookedAt = (name: string) =>
      looked.some((at) => matchesNames([name], tokensOf(at).slice(1, 2)) && at.startsWith(OVERRIDES));
    expect(names.filter((name) => !isLookedAt(name))).toEqual([]);
  });
});

describe('the table of rules', () => {
  it('uses every code', () => {
    const used = new Set<string>(RULES.map((rule) => rule.code));
    expect(Object.keys(IMPACTS).filter((code) => !used.has(code))).toEqual([]);
  });

  it('is about kinds that exist', () => {
    const names = new Set(kinds.map((kind) => kind.name));
    expect(RULES.filter((rule) => !names.has(rule.kind))).toEqual([]);
    expect(Object.keys(WITHOUT_IMPACT).filter((name) => !names.has(name))).toEqual([]);
  });
});
