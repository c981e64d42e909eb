/**
 * Shows the whole round on the emulator inside the process: plan, apply, plan again. Works on a copy of the repository's own
 * configuration in a temporary folder, so the emulator starts empty and nothing is left behind.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist', 'cli', 'main.js');
const PARTS = ['chat.config.yaml', 'config', 'data'];

if (!existsSync(program)) {
  process.stderr.write('demo: dist is missing; run npm run build\n');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'chat-demo-'));
try {
  for (const part of PARTS) {
    if (existsSync(join(root, part))) cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  chat('plan', '--emulator');
  chat('apply', '--emulator', '--auto-approve');
  const again = chat('plan', '--emulator');
  if (!again.startsWith('No changes')) throw new Error('the plan after apply still has changes');
} catch (error) {
  process.stderr.write(`demo: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a command as a user would type it, and gives what it wrote to stdout. */
function chat(...words) {
  process.stdout.write(`$ chat ${words.join(' ')}\n`);
  const { status, stdout } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(`${stdout}\n`);
  if (status !== 0) throw new Error(`chat ${words.join(' ')} ended with exit code ${status}`);
  return stdout;
}
