/** For `node --import`: notes the address of each module that the process loads, one a line, in the file of LOADED_MODULES. */
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

export async function load(url, context, next) {
  appendFileSync(process.env['LOADED_MODULES'], `${url}\n`);
  return next(url, context);
}
