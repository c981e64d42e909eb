/** A page for people that shows what is in the app, and follows the requests. It changes nothing. */
import { isArray, isObject, type Json } from '../../core/json.ts';
import type { RequestLogEntry } from '../http/log.ts';
import type { World } from '../world.ts';
import { POLICY, renderPage } from './document.ts';

const LOG = '/_emulator/requests';
/** As many requests as the page holds. */
const MOST_SENT = 200;
const MOST_CHARACTERS = 20_000;

export function createPage(world: World, log: () => readonly RequestLogEntry[]) {
  let total = 0;

  /** Requests are numbered from the first, although the oldest are forgotten. */
  function entriesAfter(number: number) {
    const entries = log();
    const first = total - entries.length;
    // Whoever asks for more than there was has known another emulator at this address.
    const from = Math.max(number > total ? 0 : number, total - MOST_SENT, first);
    return entries.slice(from - first).map((entry, index) => ({ number: from + index + 1, ...summary(entry) }));
  }

  function entryAt(number: number): RequestLogEntry | undefined {
    const entries = log();
    return entries[number - 1 - (total - entries.length)];
  }

  function answerLog(path: string, query: URLSearchParams): Response {
    if (path === '') return json(entriesAfter(Math.max(0, Number(query.get('after')) || 0)));
    const entry = entryAt(Number(path.slice(1)));
    if (entry === undefined) return json(null, 404);
    return json({ request: shown(entry.requestBody), reply: shown(entry.responseBody) });
  }

  return {
    noteRequest() {
      total += 1;
    },
    answer(request: Request, path: string): Response | undefined {
      if (request.method !== 'GET') return undefined;
      if (path === LOG || path.startsWith(`${LOG}/`))
        return answerLog(path.slice(LOG.length), new URL(request.url).searchParams);
      if (path !== '/' || request.headers.get('accept')?.includes('text/html') !== true) return undefined;
      return new Response(String(renderPage(world, LOG)), {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, ...PRIVATE },
      });
    },
  };
}

const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...PRIVATE } });
}

function summary({ at, method, path, op, status, code, fault, durationMs }: RequestLogEntry) {
  return { at, method, path, op, status, code, fault, durationMs: Math.round(durationMs * 10) / 10 };
}

function shown(body: Json | undefined): string | undefined {
  if (body === undefined || (isObject(body) && Object.keys(body).length === 0) || (isArray(body) && body.length === 0))
    return undefined;
  const text = JSON.stringify(body, null, 2);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}\n…` : text;
}
