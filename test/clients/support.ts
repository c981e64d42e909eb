/** One emulator with the vendor's clients of both generations of the API. */
import { StreamClient } from '@stream-io/node-sdk';
import { StreamChat } from 'stream-chat';
import { afterAll, expect } from 'vitest';
import { type ServerOptions, startEmulator } from '../../src/emulator/index.ts';

export async function bothClients(options: ServerOptions = {}) {
  // The newer client reads nanoseconds as floating point numbers: times must not lie at the turn of a millisecond.
  const emulator = await startEmulator({ rateLimits: 'off', now: () => Date.now() + 0.5, ...options });
  afterAll(() => emulator.close());
  const { apiKey, apiSecret, url } = emulator;
  const newer = new StreamClient(apiKey, apiSecret, { basePath: url, timeout: 10_000 });
  const older = new StreamChat(apiKey, apiSecret, { baseURL: url, timeout: 10_000 });
  return { emulator, newer, older };
}

export type Clients = Awaited<ReturnType<typeof bothClients>>;

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** A time that was never set is the first instant of year 1, which 64 bits of nanoseconds cannot hold. */
const UNSET = Date.parse('0001-01-01T00:00:00Z');
const UNSET_NEWER = Math.floor(Number(-6795364578871345152n) / 1e6);
/** What clients add, and what differs from call to call. */
const IGNORED = ['duration', 'metadata'];

/** A reply without what the generations write differently: times are milliseconds, and the customer's data stands
 * beside that of its owner. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() === UNSET_NEWER ? UNSET : value.getTime();
  // The newer client leaves nanoseconds as they are where they lie deep in maps.
  if (typeof value === 'number' && value > 1e17) return Math.floor(value / 1e6);
  if (typeof value === 'string' && RFC3339.test(value)) return Date.parse(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const members: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (IGNORED.includes(key) || member === undefined) continue;
    if (key === 'custom' && typeof member === 'object' && member !== null) Object.assign(members, plain(member));
    else members[key] = plain(member);
  }
  return members;
}

/** Both generations say the same, member by member. */
export async function same(newer: Promise<unknown>, older: Promise<unknown>): Promise<void> {
  const [left, right] = await Promise.all([newer, older]);
  expect(plain(right)).toEqual(plain(left));
}

interface Refusal {
  readonly status: unknown;
  readonly code: unknown;
}

/** How a call was refused, whichever client made it. */
export async function refusal(call: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    const { code, status, metadata, response } = error as Record<string, Record<string, unknown> | undefined>;
    return { status: metadata?.['responseCode'] ?? response?.['status'] ?? status, code };
  }
}

/** Both clients see the same refusal. */
export async function bothRefused(
  newer: Promise<unknown>,
  older: Promise<unknown>,
  status: number,
  code: number,
): Promise<void> {
  const refused = await Promise.all([refusal(newer), refusal(older)]);
  expect(refused).toEqual([
    { status, code },
    { status, code },
  ]);
}

/** Waits for work in the background, as the client of either generation would. */
export async function finished({ newer, older }: Clients, id: string): Promise<Record<string, unknown>> {
  for (;;) {
    const task = await newer.getTask({ id });
    if (task.status === 'completed') {
      await same(newer.getTask({ id }), older.getTask(id));
      return (task.result ?? {}) as Record<string, unknown>;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
