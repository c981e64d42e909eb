/** Calls of the newer generation as the older one takes them, and replies of the newer as the older would give them:
 * written from what is known of both, and not with the code under test. */
import type { Emulator, EmulatorOptions } from '../../src/emulator/index.ts';
import { anApp, type Reply, sign } from './support.ts';

/** A caller of the older generation. */
export function olderClient(emulator: Emulator, claims: Record<string, unknown> = { server: true }) {
  const token = sign(emulator.apiSecret, claims);
  return async function call(method: string, path: string, body?: unknown): Promise<Reply> {
    const url = new URL(`http://emulator${path}`);
    url.searchParams.set('api_key', emulator.apiKey);
    const isForm = body instanceof FormData;
    const response = await emulator.fetch(
      new Request(url, {
        method,
        headers: {
          authorization: await token,
          'stream-auth-type': 'jwt',
          ...(isForm ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      }),
    );
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
}

/** An emulator with a caller for each generation. */
export async function bothGenerations(options: EmulatorOptions = {}) {
  const app = await anApp(options);
  return { ...app, older: olderClient(app.emulator) };
}

export function olderPath(path: string): string {
  return path.replace(/^\/chat\//, '/');
}

/** In templates of campaigns customer data is nested in both, but not in that of their attachments. */
const NESTED = ['channel_template', 'message_template', 'members_template'];

/** Customer data beside its owner's own members. */
export function olderBody(body: unknown): unknown {
  if (body instanceof FormData || typeof body !== 'object' || body === null) return body;
  if (Array.isArray(body)) return body.map(olderBody);
  const members: [string, unknown][] = [];
  for (const [key, value] of Object.entries(body)) {
    if (key === 'custom' && typeof value === 'object' && value !== null) members.unshift(...Object.entries(value));
    else members.push([key, NESTED.includes(key) ? olderTemplate(value) : olderBody(value)]);
  }
  return Object.fromEntries(members);
}

/** A time that was never set: year 1 in nanoseconds, cut to 64 bits. */
const ZERO_NANOSECONDS = Number(-6795364578871345152n);

function olderTemplate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === 'attachments' ? olderBody(member) : member]),
  );
}

/** A reply of the newer generation as the older one gives it. No other numbers come near to those of nanoseconds. */
export function olderReply(value: unknown): unknown {
  if (value === ZERO_NANOSECONDS) return '0001-01-01T00:00:00Z';
  if (typeof value === 'number' && Math.abs(value) > 1e17) return olderTime(Math.round(value / 1000));
  const body = olderBody(value);
  if (typeof body !== 'object' || body === null || body instanceof FormData) return body;
  if (Array.isArray(body)) return body.map(olderReply);
  return Object.fromEntries(
    Object.entries(body).map(([key, member]) => [key, NESTED.includes(key) ? member : olderReply(member)]),
  );
}

function olderTime(us: number): string {
  const seconds = Math.floor(us / 1e6);
  const fraction = String(us - seconds * 1e6)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return new Date(seconds * 1000).toISOString().replace('.000Z', fraction === '' ? 'Z' : `.${fraction}Z`);
}
