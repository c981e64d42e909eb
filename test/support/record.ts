/**
 * Every exchange of the suites with an emulator, held against the vendor's description of the API where CHAT_CONTRACT_DIR
 * names its folder. A file of tests that saw a violation fails; importing this module is all that it takes.
 */
import { afterAll, expect } from 'vitest';
import type { EmulatorOptions, RequestLogEntry } from '../../src/emulator/index.ts';
import { type Contract, loadContract } from './contract.ts';

const DIR = process.env['CHAT_CONTRACT_DIR'];
/** What tests prepare with and the description lacks; the tool itself never sends these. */
const UNDESCRIBED: ReadonlySet<string> = new Set(['CreatePoll']);
/** A fault that a thousand calls share is told once. */
const TOLD = 20;

let contract: Contract | undefined;
let requests = 0;
let replies = 0;
const violations = new Map<string, number>();

/** Emulator options whose requests are recorded and checked, besides being passed on. Chaos is not what is described. */
export function recorded<Options extends EmulatorOptions>(options: Options): Options {
  if (options.chaos !== undefined) return options;
  return {
    ...options,
    onRequest(entry) {
      check(entry);
      options.onRequest?.(entry);
    },
  };
}

function check(entry: RequestLogEntry): void {
  if (DIR === undefined || UNDESCRIBED.has(entry.op) || entry.fault !== undefined) return;
  contract ??= loadContract(DIR);
  const url = new URL(entry.path, 'http://emulator');
  const { op, method, status, requestBody, responseBody } = entry;
  const asked = op === 'Request' ? [] : contract.checkRequest(op, method, url.pathname, url.searchParams, requestBody);
  if (op === 'Request') asked.push(`no route for ${method} ${url.pathname}`);
  replies += 1;
  // Whoever is refused at the door was not listened to: the body was never read.
  if (status !== 401 && status !== 429) {
    requests += 1;
    tell(`request ${op}`, asked);
  }
  tell(`reply ${status} ${op}`, contract.checkReply(op, status, responseBody));
}

function tell(what: string, problems: readonly string[]): void {
  for (const problem of problems) {
    const line = `${what}: ${problem}`;
    violations.set(line, (violations.get(line) ?? 0) + 1);
  }
}

afterAll(() => {
  if (DIR === undefined) return;
  process.stdout.write(`held against the description of the API: ${requests} requests, ${replies} replies\n`);
  expect([...violations].slice(0, TOLD).map(([line, count]) => `${line} (${count} times)`)).toEqual([]);
});
