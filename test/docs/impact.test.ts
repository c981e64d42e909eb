/** docs/impact.md has every code of the rules, each once, in the table of its class, with both directions and a way to go on. */
import { describe, expect, it } from 'vitest';
import { CLASSES, type Code, classOf, IMPACTS } from '../../src/impact/codes.ts';
import { textOf } from './pages.ts';

const PAGE = 'docs/impact.md';
const SECTIONS = textOf(PAGE).split(/^## /m).slice(1);
const rowsOf = (section: string) => section.split('\n').filter((line) => /^\| `[A-Z]{2}\d\d` \|/.test(line));

describe(PAGE, () => {
  it('has the codes of the rules, each once', () => {
    const documented = SECTIONS.flatMap(rowsOf).map((row) => row.slice(3, 7));
    expect(documented.toSorted()).toEqual(Object.keys(IMPACTS).toSorted());
  });

  it.each(CLASSES)('has the codes of %s in one table, in order', (name) => {
    const section = SECTIONS.find((each) => each.startsWith(`${name}: `)) ?? '';
    const codes = (Object.keys(IMPACTS) as Code[]).filter((code) => classOf(code) === name);
    expect(rowsOf(section).map((row) => row.slice(3, 7))).toEqual(codes);
  });

  it('leaves no cell empty', () => {
    const cells = SECTIONS.flatMap(rowsOf).flatMap((row) => row.split('|').slice(1, -1));
    expect(cells.length).toBe(Object.keys(IMPACTS).length * 4);
    expect(cells.filter((cell) => cell.trim() === '')).toEqual([]);
  });

  it('names only codes that exist', () => {
    const named = [...textOf(PAGE).matchAll(/\b(?:CB|DL|SE|AU|EV|OW)\d\d\b/g)].map(([code]) => code);
    expect(named.filter((code) => !(code in IMPACTS))).toEqual([]);
  });
});
