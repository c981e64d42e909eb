/** What a job of the action finds: a checkout with its origin, an app, GitHub, and the files that the runner gives to a step. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningEmulator, startEmulator } from '../../src/emulator/index.ts';
import { recorded } from '../support/record.ts';
import { type GitHub, startGitHub } from './github.ts';

const ACTION = fileURLToPath(new URL('../../scripts/action.mjs', import.meta.url));
const TARGET =
  'version: 1\ntarget: { api_key: "${STREAM_API_KEY}", api_secret: "${STREAM_API_SECRET}", base_url: "${STREAM_BASE_URL}" }\n';
export const SECRET = 'action-secret-of-some-length-0123456789';

export interface Step {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Runner {
  readonly checkout: string;
  readonly github: GitHub;
  /** Operations that reached the app since the step began. */
  readonly requests: readonly string[];
  git(...args: readonly string[]): string;
  /** Commits this text of the configuration, below its target. */
  commit(configuration: string): string;
  /** A ref of the origin; empty when there is none. */
  origin(ref: string): string;
  run(inputs: Readonly<Record<string, string>>, event?: unknown): Promise<Step>;
  close(): Promise<void>;
}

export async function startRunner(configuration: string): Promise<Runner> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-action-'));
  const checkout = join(folder, 'work');
  const temp = join(folder, 'temp');
  mkdirSync(temp);
  const requests: string[] = [];
  const emulator: RunningEmulator = await startEmulator(
    recorded({ apiKey: 'action-key', apiSecret: SECRET, rateLimits: 'off', onRequest: ({ op }) => requests.push(op) }),
  );
  const github = await startGitHub();
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    STREAM_API_KEY: emulator.apiKey,
    STREAM_API_SECRET: SECRET,
    STREAM_BASE_URL: emulator.url,
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'acme/chat',
    RUNNER_TEMP: temp,
    CHAT_COMMENT: 'true',
    CHAT_TOKEN: 't0ken',
  };
  const gitIn = (cwd: string, ...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  gitIn(folder, 'init', '-q', '--bare', '-b', 'main', 'origin.git');
  gitIn(folder, 'clone', '-q', 'origin.git', 'work');
  const git = (...args: readonly string[]) => gitIn(checkout, ...args);
  git('checkout', '-q', '-b', 'main');
  const commit = (text: string) => {
    writeFileSync(join(checkout, 'chat.config.yaml'), `${TARGET}${text}`);
    git('add', '-A');
    git('commit', '-q', '-m', 'change');
    return git('rev-parse', 'HEAD');
  };
  commit(configuration);
  git('push', '-q', '-u', 'origin', 'main');
  let steps = 0;
  return {
    checkout,
    github,
    requests,
    git,
    commit,
    origin: (ref) => gitIn(join(folder, 'origin.git'), 'for-each-ref', '--format=%(objectname)', ref),
    async run(inputs, event) {
      steps += 1;
      requests.length = 0;
      const [eventFile, output, summary] = ['event', 'output', 'summary'].map((name) => join(temp, `${name}-${steps}`));
      if (event !== undefined) writeFileSync(eventFile ?? '', JSON.stringify(event));
      const files = { GITHUB_OUTPUT: output ?? '', GITHUB_STEP_SUMMARY: summary ?? '' };
      const at = event === undefined ? {} : { GITHUB_EVENT_PATH: eventFile ?? '' };
      const ended = await ran(checkout, { ...env, ...files, ...at, ...inputs });
      return { ...ended, outputs: outputsIn(textOf(output)), summary: textOf(summary) };
    },
    async close() {
      await Promise.all([emulator.close(), github.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ran(cwd: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [ACTION], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });
}

function textOf(file: string | undefined): string {
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function outputsIn(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
