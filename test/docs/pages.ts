/** The pages of the documentation, and the pieces that the checks take out of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

export const PAGES: readonly string[] = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs', '.md')];
/** The rest is written by `npm run gen`. */
export const WRITTEN_BY_HAND = PAGES.filter((page) => page !== join('docs', 'configuration.md'));

/** The code blocks of a page, by the language behind their fence (empty: none). */
export function blocksOf(page: string): readonly { readonly language: string; readonly text: string }[] {
  const blocks = textOf(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, language = '', text = '']) => ({ language, text }));
}

export function blockOf(page: string, language: string): string {
  const found = blocksOf(page).find((block) => block.language === language);
  if (found === undefined) throw new Error(`${page} has no block of ${language === '' ? 'plain text' : language}`);
  return found.text;
}

/** The first cells of a page's table rows, as far as they hold names in backticks. */
export function rowNames(page: string, name: RegExp): readonly string[] {
  return textOf(page)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
    .filter((each) => name.test(each));
}

const AsyncFunction = (async () => {}).constructor as new (
  ...words: string[]
) => (modules: Modules, console: { log(value: unknown): void }) => Promise<unknown>;

type Modules = Readonly<Record<string, unknown>>;

/** Runs a page's code with `modules` for its imports; gives what it returns, and what it printed. */
export async function runCode(
  code: string,
  modules: Modules,
): Promise<{ readonly result: unknown; readonly printed: readonly unknown[] }> {
  const body = code.replaceAll(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = modules[$2];');
  const printed: unknown[] = [];
  const result = await new AsyncFunction('modules', 'console', body)(modules, { log: (value) => printed.push(value) });
  return { result, printed };
}
