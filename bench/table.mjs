// Figures as text.
import { CONTESTANTS, EMPTY } from './contestants.mjs';
import { SIZES, TITLES } from './workload.mjs';

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;
const count = (number) => number.toLocaleString('en-US');

/** Rows as columns: the first to the left, the others to the right. */
function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}`).join('\n');
}

export function cellTable(cell, results) {
  const { users, channels } = SIZES[cell.size];
  const limits = cell.rateLimits === 'off' ? '' : ', with rate limits';
  const [{ minimum }] = results;
  const fewest = `at least ${count(minimum.reads)} reads and ${count(minimum.writes)} writes`;
  const head = `${TITLES[cell.workload]}, ${cell.size}: ${count(users)} users, ${count(channels)} channels, ${cell.latency} ms${limits} (${fewest})`;
  const base = results.find(({ contestant }) => contestant === 'roster') ?? results[0];
  const rows = results.map((each) => [
    CONTESTANTS[each.contestant].title,
    String(each.runs),
    seconds(each.wall),
    times(each.wall / base.wall),
    seconds(each.cpu),
    times(each.cpu / base.cpu),
    megabytes(each.memory),
    count(each.reads),
    count(each.writes),
    count(each.refused),
  ]);
  const titles = ['', 'runs', 'wall', 'ratio', 'CPU', 'ratio', 'memory', 'reads', 'writes', 'refused'];
  return `${head}\n${columns([titles, ...rows])}\n${results.map(callsLine).join('\n')}\n`;
}

function callsLine({ contestant, calls }) {
  const list = Object.entries(calls).map(([op, number]) => `${op} ${count(number)}`);
  const { title, note } = CONTESTANTS[contestant];
  return `    ${title}: ${list.join(', ') || 'no calls'}${note === undefined ? '' : ` (${note})`}`;
}

export function growthTable(rows) {
  const lines = rows.map(({ workload, users, wall, cpu, memory, calls, minimum }) => [
    `${TITLES[workload]}, ${count(users)} users`,
    seconds(wall),
    seconds(cpu),
    megabytes(memory),
    `${((wall / users) * 1000).toFixed(1)} µs`,
    count(Object.values(calls).reduce((sum, number) => sum + number, 0)),
    count(workload === 'first' ? minimum.reads + minimum.writes : minimum.reads),
  ]);
  return `users as a roster, 0 ms\n${columns([['', 'wall', 'CPU', 'memory', 'wall a user', 'calls', 'at least'], ...lines])}\n`;
}

export function startupTable(medians) {
  const rows = Object.entries(medians).map(([name, milliseconds]) => [
    name,
    `${milliseconds.toFixed(1)} ms`,
    times(milliseconds / medians[EMPTY]),
  ]);
  return `start-up\n${columns([['', 'wall', 'ratio'], ...rows])}\n`;
}

export function packageTable({ packages, bytes }) {
  return `installed: ${packages} packages, ${(bytes / 1e6).toFixed(1)} MB with the tool itself\n`;
}

export function verdictTable(list) {
  const known = list.filter(({ isMet }) => isMet !== undefined);
  const lines = known.map(({ claim, isMet, found }) => `  ${isMet ? 'PASS' : 'FAIL'}  ${claim}: ${found}`);
  const open = list.length - known.length;
  if (open > 0) lines.push(`  ${open} of ${list.length} figures were not measured in this run`);
  return `verdict\n${lines.join('\n')}\n`;
}
