// The benchmark: chat beside other ways to keep an app as code, all in one run. See docs/benchmarks.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkshop, runCell } from './cell.mjs';
import { CONTESTANTS } from './contestants.mjs';
import { measureGrowth, runMillion } from './growth.mjs';
import { readOptions, USAGE } from './options.mjs';
import { measurePackage } from './packed.mjs';
import { measureStartup } from './startup.mjs';
import { cellTable, growthTable, packageTable, startupTable, verdictTable } from './table.mjs';
import { verdicts } from './verdict.mjs';

/** The script that writes everything each time is not asked to do it again for another workload when that takes longer. */
const TOO_LONG = 30_000;
const STARTS = 15;

async function runCells({ cells, contestants, runs, full }, workshop, results) {
  const isSkipped = (cell) => (name) =>
    !full &&
    CONTESTANTS[name].isSameEachTime === true &&
    cell.workload !== 'first' &&
    results.some(
      (each) =>
        each.contestant === name &&
        each.size === cell.size &&
        each.latency === cell.latency &&
        each.rateLimits === cell.rateLimits &&
        each.wall > TOO_LONG,
    );
  for (const cell of cells) {
    const found = await runCell(cell, workshop, { names: contestants, runs, full, isSkipped: isSkipped(cell) });
    results.push(...found);
    console.log(cellTable(cell, found));
  }
}

async function main(args) {
  const options = readOptions(args);
  if (options.isHelp) {
    console.log(USAGE);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const workshop = createWorkshop(folder);
  const figures = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, results: [] };
  console.log(`${process.version}, ${figures.cores} cores; medians of ${options.runs} runs in turns\n`);
  try {
    if (options.million) {
      figures.growth = await runMillion(workshop);
      console.log(growthTable(figures.growth));
      return;
    }
    await runCells(options, workshop, figures.results);
    if (options.parts.includes('growth')) {
      figures.growth = await measureGrowth(workshop, Math.min(options.runs, options.full ? options.runs : 3));
      console.log(growthTable(figures.growth));
    }
    if (options.parts.includes('startup')) {
      figures.startup = measureStartup(Math.max(options.runs, STARTS));
      console.log(startupTable(figures.startup));
    }
    if (options.parts.includes('package')) {
      figures.package = measurePackage(folder);
      console.log(packageTable(figures.package));
    }
    figures.verdicts = verdicts(figures);
    console.log(verdictTable(figures.verdicts));
  } finally {
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
}

// Temporary files go also when it is stopped, and so do the processes it has started.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
main(process.argv.slice(2)).catch((error) => {
  console.error(error.isUsage ? error.message : error);
  process.exitCode = error.isUsage ? 2 : 1;
});
