/** Posts a JSON document to a webhook. The address may be a secret by itself: it is never shown. */
import type { Diagnostic } from '../core/diagnostic.ts';

const TIMEOUT = 10_000;
const ATTEMPTS = 3;
const PAUSE = 500;

/** What went wrong, if it did. */
export async function notify(url: string, document: unknown): Promise<Diagnostic | undefined> {
  let reason = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
    try {
      const reply = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(document),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      await reply.body?.cancel();
      if (reply.ok) return undefined;
      reason = `It answered ${reply.status}.`;
      if (reply.status < 500 && reply.status !== 429) break;
    } catch (error) {
      reason = error instanceof TypeError ? 'It could not be reached.' : 'It did not answer in time.';
    }
  }
  return {
    severity: 'warning',
    code: 'notify-failed',
    summary: 'The webhook could not be told',
    detail: `${reason} Check the address that \`--notify\` was given.`,
  };
}
