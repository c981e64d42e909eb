// Loaded into each contestant before its own code: at its end, writes what the process has used.
import { readFileSync, writeFileSync } from 'node:fs';

/** Linux keeps the peak of the parent in `maxRSS` over an exec, so a small process would show the size of who started it. */
function peakMemory() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

const file = process.env.BENCH_MEASURED;
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: peakMemory() }));
});
