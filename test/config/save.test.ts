/** Files that a command changes: all of them or none, and nothing beside them. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveFiles } from '../../src/config/index.ts';
import { folderWith } from './support.ts';

const change = (folder: string, name: string) => ({ file: join(folder, name), before: undefined, after: 'new\n' });

test('files are replaced and made', () => {
  const folder = folderWith({ 'a.yaml': 'old\n' });
  saveFiles([change(folder, 'a.yaml'), change(folder, 'below/b.yaml')]);
  expect(readdirSync(folder)).toEqual(['a.yaml', 'below']);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('new\n');
  expect(readdirSync(join(folder, 'below'))).toEqual(['b.yaml']);
});

test('where one cannot be written, all stay as they were', () => {
  const folder = folderWith({ 'a.yaml': 'old\n', 'b.yaml': '' });
  expect(() => saveFiles([change(folder, 'a.yaml'), change(folder, 'b.yaml/c.yaml')])).toThrow();
  expect(readdirSync(folder)).toEqual(['a.yaml', 'b.yaml']);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('old\n');
});

test('where one cannot take its place, nothing is left beside the others', () => {
  const folder = folderWith({});
  mkdirSync(join(folder, 'b.yaml'));
  expect(() => saveFiles([change(folder, 'b.yaml'), change(folder, 'c.yaml')])).toThrow();
  expect(readdirSync(folder)).toEqual(['b.yaml']);
});
