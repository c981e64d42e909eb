import { expect, test } from 'vitest';
import { load } from './support.ts';

/** Ten problems of each of ten kinds, one a line. */
const PROBLEMS: Readonly<Record<string, (index: number) => string>> = {
  'unknown-key': (i) => `unknown${i}: { nmae: x }`,
  'wrong-type': (i) => `type${i}: { invisible: maybe }`,
  'too-long': (i) => `long${i}: { name: ${'x'.repeat(31)} }`,
  'too-many': (i) => `many${i}: { teams: [a, b, c, d] }`,
  'duplicate-entry': (i) => `twice${i}: { teams: [a, a] }`,
  'out-of-range': (i) => `range${i}: { level: -1 }`,
  'null-not-allowed': (i) => `null${i}: { name: null }`,
  'empty-value': (i) => `empty${i}:`,
  'custom-key-unpatchable': (i) => `custom${i}: { custom: { a.b: 1 } }`,
  'bad-id': (i) => `"bad id ${i}": {}`,
};

test('a hundred problems of ten kinds are told in one run, each once and in order', async () => {
  const codes = Object.keys(PROBLEMS);
  const lines = Array.from({ length: 100 }, (_, index) => PROBLEMS[codes[index % 10] ?? '']?.(Math.floor(index / 10)));
  const { found } = await load(`users:\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  const expected = lines.map((_, index) => `${index + 3} error ${codes[index % 10]}`);
  expect(found.map((each) => each.replace(/^chat\.config\.yaml:(\d+):\d+/, '$1'))).toEqual(expected);
});
