/** What a reply says when it is no success. Bodies come from the API, but also from proxies and load balancers. */
import { isObject, type Json, type JsonObject } from '../core/json.ts';

export interface Refusal {
  /** -1 where there is none, or none that is a number. */
  readonly code: number;
  /** One line, not yet free of secrets. */
  readonly message: string;
  /** The API says that the same request will never succeed. */
  readonly isFinal: boolean;
}

export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function readRefusal(status: number, text: string): Refusal {
  const body = parseObject(text);
  if (body === undefined) return { code: -1, message: textMessage(status, text), isFinal: false };
  const code = numberOf(body['code']);
  const message = typeof body['message'] === 'string' ? body['message'] : '';
  const named = message === '' && typeof body['code'] === 'string' ? body['code'] : message;
  return {
    code: code ?? -1,
    message: [named === '' ? `the server answered ${status}` : named, ...fieldMessages(body, message)].join('; '),
    isFinal: body['unrecoverable'] === true,
  };
}

function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** Which fields are wrong is often told beside the message only. */
function fieldMessages(body: JsonObject, message: string): string[] {
  const fields = body['exception_fields'];
  if (!isObject(fields)) return [];
  return Object.entries(fields)
    .map(([field, text]) => (typeof text === 'string' && text.includes(field) ? text : `${field}: ${String(text)}`))
    .filter((text) => !message.includes(text));
}

function textMessage(status: number, text: string): string {
  const answered = `the server answered ${status}`;
  if (text.trim() === '') return answered;
  if (text.trimStart().startsWith('{')) return `${answered} with a body that cannot be read`;
  if (!text.trimStart().startsWith('<')) return `${answered}: ${text}`;
  const title = /<title>([^<]*)/i.exec(text)?.[1]?.trim() ?? '';
  return title === '' ? `${answered} with a web page` : `${answered} with a web page: ${title}`;
}

/** What to look at when the API refuses who is asking, not what is asked. */
export function hintFor(status: number, code: number): string | undefined {
  if (status === 401 && code === 2) return 'Check the API key, and that it belongs to this host.';
  if (status === 401 && (code === 5 || code === 43)) return 'Check that the API secret belongs to this API key.';
  if (status === 401) return 'Check the API key and the API secret.';
  if (status === 403 && code === 99) return 'The app is suspended: see its dashboard.';
  if (status === 403) return "The app's settings or its pricing plan do not allow this call.";
  return undefined;
}

const LONGEST = 500;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go, a terminal would obey them
const UNPRINTABLE = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A message for people: one line of at most 500 characters, the hint whole at its end. */
export function toLine(message: string, hint?: string): string {
  const line = message.replace(UNPRINTABLE, ' ').trim();
  const room = LONGEST - (hint === undefined ? 0 : hint.length + 2);
  const short = line.length <= room ? line : `${line.slice(0, room - 1)}…`;
  if (hint === undefined) return short;
  return `${short}${/[.!?…]$/.test(short) ? '' : '.'} ${hint}`;
}
