/** The commands with everything behind them, in this process: real files in a folder, and an emulator that outlives a command. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverToken } from '../../src/api/index.ts';
import type { Modules, World } from '../../src/cli/world.ts';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { recorded } from '../support/record.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly asked: readonly string[];
  /** Operations of the writing requests, in order. */
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

export interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly answer?: 'yes' | 'no';
  /** Somebody is there to answer. Default: `answer` is given. */
  readonly terminal?: boolean;
  /** Instead of the folder itself. */
  readonly cwd?: string;
}

export interface Place {
  readonly folder: string;
  /** Runs a command; `--emulator` is added where it reaches an app. */
  chat(words: readonly string[], run?: Run): Promise<Ran>;
  write(name: string, text: string): void;
  /** A call beside the tool. */
  call(method: string, path: string, body?: Json): Promise<JsonObject>;
  /** From now on another app answers. */
  moveTo(appId: number): Promise<void>;
  remove(): void;
}

const SECRET = 'emulator-secret-of-some-length-0123456789';
/** Commands that reach no app. */
const OFFLINE: ReadonlySet<string> = new Set(['diff', 'show', 'test', 'validate']);
const READS = /^(?:Get|List|Query)(?!OrCreate)/;

export async function aPlace(configuration: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-real-'));
  let requests: string[] = [];
  const anEmulator = (appId: number): Promise<Emulator> =>
    createEmulator(
      recorded({
        apiKey: 'key',
        apiSecret: SECRET,
        appId,
        seed: 1,
        rateLimits: 'off' as const,
        readLagMs: 0,
        onRequest: (entry: { readonly op: string }) => requests.push(entry.op),
      }),
    );
  let emulator = await anEmulator(7);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('chat.config.yaml', configuration);

  const modules = {
    reconcile: () => import('../../src/reconcile.ts'),
    config: () => import('../../src/config/index.ts'),
    kinds: () => import('../../src/kinds/index.ts'),
    api: () => import('../../src/api/index.ts'),
    emulator: async () => ({
      createEmulator: async () => ({ ...emulator, fetch: emulator.fetch, close: async () => {} }),
    }),
  } as unknown as Modules;

  return {
    folder,
    write,
    async chat(words, { env = {}, answer, terminal = answer !== undefined, cwd = folder } = {}) {
      const { run } = await import('../../src/cli/run.ts');
      const out = { stdout: '', stderr: '' };
      const asked: string[] = [];
      const output = (name: 'stdout' | 'stderr') => ({
        write: (text: string) => {
          out[name] += text;
        },
        isTTY: false,
        columns: 120,
      });
      requests = [];
      const world: World = {
        argv: OFFLINE.has(words[0] ?? '') ? words : [...words, '--emulator'],
        env,
        cwd,
        stdout: output('stdout'),
        stderr: output('stderr'),
        canAsk: terminal,
        async ask(question) {
          asked.push(question);
          return answer ?? 'no';
        },
        now: () => Date.now(),
        onInterrupt: () => () => {},
        leave: () => {},
        modules,
      };
      const code = await run(world);
      const writes = requests.filter((op) => !READS.test(op));
      return { code, ...out, asked, writes, reads: requests.filter((op) => READS.test(op)) };
    },
    async call(method, path, body) {
      const reply = await emulator.fetch(
        new Request(`http://emulator/api/v2${path}?api_key=key`, {
          method,
          headers: {
            authorization: await serverToken(SECRET),
            'stream-auth-type': 'jwt',
            'content-type': 'application/json',
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      const value = (await reply.json()) as JsonObject;
      if (!reply.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
      return value;
    },
    async moveTo(appId) {
      emulator = await anEmulator(appId);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
