// What each script starts from: the same files that the tool reads, and where the app is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export { chunks, parallel } from '../parallel.mjs';

export const { BENCH_URL: url, BENCH_KEY: apiKey, BENCH_SECRET: apiSecret } = process.env;
const MOST_TRIES = 100;

function lines(name) {
  const text = readFileSync(join(process.env.BENCH_DATA, name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export const users = () => lines('users.ndjson');
export const channels = () => lines('channels.ndjson').map(({ cid, ...rest }) => ({ ...named(cid), ...rest }));

function named(cid) {
  const [type, id] = cid.split(':');
  return { cid, type, id };
}

/** Waits when the API says that it is too much: without this the scripts would end with an error at the default limits. */
export async function patiently(call) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if ((error.status ?? error.response?.status) !== 429 || tries === MOST_TRIES) throw error;
      await sleep(1000);
    }
  }
}
