// The floor of a plan: the very requests that the tool sent, answered and parsed.
import { readFileSync } from 'node:fs';
import { sender } from './http.mjs';
import { parallel, patiently } from './input.mjs';

const send = sender();
const requests = JSON.parse(readFileSync(process.env.BENCH_REQUESTS, 'utf8'));
await parallel(requests, 10, (request) => patiently(() => send(request)));
process.exit(0);
