/** What the README shows is what happens: its plan, its configuration and its script. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as emulator from '../../src/emulator/index.ts';
import * as library from '../../src/index.ts';
import { chatIn as chat } from '../support/whole-tool.ts';
import { blockOf, ROOT, runCode, textOf } from './pages.ts';

const folders: string[] = [];

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chat-docs-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What the README says was done to the example before its plan. */
function edited(text: string): string {
  const edits: readonly (readonly [string | RegExp, string])[] = [
    ['    max_message_length: 500\n', '    max_message_length: 300\n'],
    ['create-reaction, add-links, pin-message-verified]', 'create-reaction, pin-message-verified]'],
    ['    name: Crew\n', '    name: Crew room\n'],
    ['      list: [stage-bot, mia, noor]', '      list: [stage-bot, mia, noor, jonas]'],
    [/^ {2}livestream:lobby:\n(?: {4}.*\n|\n)+/m, ''],
    [/^environments:\n/m, 'removed: [channel.livestream:lobby]\n\nenvironments:\n'],
  ];
  return edits.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`chat.config.yaml has nothing like ${from}: edit the README's plan with it`);
    return after;
  }, text);
}

describe('README.md', () => {
  it('shows the plan that its edits lead to', async () => {
    const folder = aFolder();
    const file = join(folder, 'chat.config.yaml');
    const example = textOf('chat.config.yaml');
    writeFileSync(file, example);
    const applied = await chat(folder, 'apply', '--emulator', '--auto-approve');
    expect(applied).toMatchObject({ code: 0 });
    writeFileSync(file, edited(example));
    const { stdout } = await chat(folder, 'plan', '--emulator', '--width', '100');
    expect(stdout).toBe(blockOf('README.md', ''));
  });

  it('shows a configuration that is valid, in its environment too', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'chat.config.yaml'), blockOf('README.md', 'yaml'));
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'users.ndjson'), '{"id":"alice","name":"Alice"}\n');
    for (const env of [[], ['--env', 'staging']]) {
      const { code, stderr } = await chat(folder, 'validate', '--strict', ...env);
      const unset = stderr.split('\n').filter((line) => /: (?:error|warning|note): /.test(line));
      expect({ code, other: unset.filter((line) => !line.includes('[missing-variable]')) }).toEqual({
        code: 0,
        other: [],
      });
    }
  });

  it('shows a script that runs', async () => {
    const script = blockOf('README.md', 'js')
      .replace("'chat.config.yaml'", JSON.stringify(join(ROOT, 'chat.config.yaml')))
      .replace("'node_modules/chat-config/schemas'", JSON.stringify(join(ROOT, 'schemas')));
    const { printed } = await runCode(script, { 'chat-config': library, 'chat-config/emulator': emulator });
    expect(printed).toEqual([expect.arrayContaining(['update app', 'create role.host', 'create user.mia'])]);
  });

  it('is short enough to be read', () => {
    expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(210);
  });
});
