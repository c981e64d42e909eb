/** docs/emulator.md has every option that the emulator takes, and its script runs. */
import { describe, expect, it } from 'vitest';
import * as emulator from '../../src/emulator/index.ts';
import { blockOf, runCode, textOf } from './pages.ts';

const PAGE = 'docs/emulator.md';

describe(PAGE, () => {
  it('lists the options of the library', () => {
    const sources = textOf('src/emulator/emulator.ts') + textOf('src/emulator/server.ts');
    const declared = [...sources.matchAll(/Options(?: extends \w+)? \{([\s\S]*?)\n\}/g)]
      .map(([, body = '']) => body)
      .join('\n');
    const options = [...declared.matchAll(/^ {2}readonly (\w+)\?:/gm)].map((match) => match[1] ?? '');
    expect(options.length).toBeGreaterThan(8);
    expect(options.filter((name) => !textOf(PAGE).includes(`\`${name}\``))).toEqual([]);
  });

  it('shows a script that runs', async () => {
    const { printed } = await runCode(blockOf(PAGE, 'js'), { 'chat-config/emulator': emulator });
    expect(printed).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      401,
      expect.objectContaining({ op: 'GetApp', status: 401 }),
      expect.objectContaining({ roles: expect.anything() }),
    ]);
  });
});
