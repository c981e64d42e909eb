// The floor of a plan: the very requests that the tool sent, answered and parsed. As there, nothing else is asked before the
// first answer has told which app it is.
import { readFileSync } from 'node:fs';
import { sender } from './http.mjs';
import { parallel, patiently } from './input.mjs';

const send = sender();
const [first, ...others] = JSON.parse(readFileSync(process.env.BENCH_REQUESTS, 'utf8'));
await patiently(() => send(first));
await parallel(others, 10, (request) => patiently(() => send(request)));
process.exit(0);
