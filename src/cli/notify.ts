/** Posts a JSON document to a webhook. The address may be a secret by itself: it is never shown. */
import type { HttpSend } from '../api/index.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { proxyTo } from './network.ts';
import type { World } from './world.ts';

const TIMEOUT = 10_000;
const ATTEMPTS = 3;
const PAUSE = 500;

/** What went wrong, if it did. */
export async function notify(url: string, document: unknown, world: World): Promise<Diagnostic | undefined> {
  const { openConnections } = await world.modules.api();
  const { send, close } = openConnections({ total: TIMEOUT }, await proxyTo(url, world));
  const reason = await post(url, document, send).finally(close);
  if (reason === undefined) return undefined;
  return {
    severity: 'warning',
    code: 'notify-failed',
    summary: 'The webhook could not be told',
    detail: `${reason} Check the address that \`--notify\` was given.`,
  };
}

async function post(url: string, document: unknown, send: HttpSend): Promise<string | undefined> {
  let reason = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
    try {
      const { status } = await send({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(document),
      });
      if (status >= 200 && status < 300) return undefined;
      reason = `It answered ${status}.`;
      if (status < 500 && status !== 429) break;
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      reason = isLate ? 'It did not answer in time.' : 'It could not be reached.';
    }
  }
  return reason;
}
