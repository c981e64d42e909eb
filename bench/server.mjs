// The emulator in a process of its own, which counts what it is asked, and records it if told to.
import { startEmulator } from '../dist/emulator/index.js';

const { latency, rateLimits, dataFile, apiKey, apiSecret } = JSON.parse(process.argv[2]);
let calls = {};
let refused = 0;
let recorded;

const emulator = await startEmulator({
  apiKey,
  apiSecret,
  latencyMs: latency,
  // Without limits no header would tell of any, and the tool would keep to its own careful ones.
  rateLimits: rateLimits === 'off' ? 10_000 : rateLimits,
  ...(dataFile === undefined ? {} : { dataFile }),
  onRequest(entry) {
    calls[entry.op] = (calls[entry.op] ?? 0) + 1;
    if (entry.status === 429) refused += 1;
    recorded?.push({ method: entry.method, path: entry.path, body: entry.requestBody });
  },
});

process.on('message', async (message) => {
  if (message === 'record') recorded = [];
  if (message === 'stop') {
    await emulator.close();
    process.disconnect();
    return;
  }
  process.send({ calls, refused, recorded });
  if (message === 'take') recorded = undefined;
  calls = {};
  refused = 0;
});
// Whoever measures is gone: so has this to be.
process.once('disconnect', () => process.exit());
process.send({ url: emulator.url });
