// How fast the emulator answers over HTTP, against the floor: the same server library with the same bodies and nothing
// behind them. Each answer of the emulator and its floor are measured in turns; medians and 95th percentiles count.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, startFloor } from './processes.mjs';

const RUNS = Number(process.argv[2] ?? 100);
const STARTS = 9;
const USERS = 5000;
const CHANNELS = 1000;
const ALL_MEMBERS = [5, 20, 100];
const MESSAGES = 3;

const range = (from, count) => Array.from({ length: count }, (_, index) => from + index);
const userId = (number) => `user-${number % USERS}`;
const channelId = (number) => `channel-${number % CHANNELS}`;
const cid = (number) => `messaging:${channelId(number)}`;

function user(number, version) {
  const custom = { department: `department ${number % 40}`, level: number % 7, version };
  return { id: userId(number), name: `User ${number % USERS}`, image: `https://example.com/${number}.png`, custom };
}

function upsert(from, version) {
  const users = Object.fromEntries(range(from, 100).map((number) => [userId(number), user(number, version)]));
  return ['POST', '/api/v2/users', { users }];
}

/** As `chat` looks users up. */
function queryUsers(from) {
  const ids = range(from, 100).map(userId);
  const payload = { filter_conditions: { id: { $in: ids } }, limit: 100, include_deactivated_users: true };
  return ['GET', `/api/v2/users?payload=${encodeURIComponent(JSON.stringify(payload))}`];
}

/** As `chat` reads channels whose members are declared. */
function queryChannels(from) {
  const filter = { cid: { $in: range(from, 30).map(cid) } };
  const body = { filter_conditions: filter, limit: 30, member_limit: 100, message_limit: 0 };
  return ['POST', '/api/v2/chat/channels', body];
}

async function fill(server, members) {
  for (let from = 0; from < USERS; from += 100) await server.call(...upsert(from, 0));
  for (const number of range(0, CHANNELS)) {
    const path = `/api/v2/chat/channels/messaging/${channelId(number)}`;
    // 37 keeps the members of a channel apart from those of the next one.
    const ids = range(number * 37, members).map((member) => ({ user_id: userId(member) }));
    const data = { created_by_id: userId(number), members: ids, custom: { topic: `topic ${number}` } };
    await server.call('POST', `${path}/query`, { data });
    for (const index of range(0, MESSAGES)) {
      const message = { text: `message ${index}`, user_id: userId(number * 37 + index) };
      await server.call('POST', `${path}/message`, { message });
    }
  }
}

/** The times of answers and, in turns with them, of their floor. */
async function measure(server, floor, runs, requestOf) {
  const times = [];
  const floors = [];
  let characters = 0;
  for (const run of range(0, runs)) {
    const [method, path, body] = requestOf(run);
    const { text, milliseconds } = await server.call(method, path, body);
    times.push(milliseconds);
    characters = text.length;
    if (run === 0) await floor.call('PUT', path.split('?')[0], JSON.parse(text));
    const least = await floor.call(method, path, body);
    floors.push(least.milliseconds);
  }
  return { times, floors, characters };
}

const at = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

function show(name, { times, floors, characters }) {
  const cells = [at(times, 0.5), at(times, 0.95), at(floors, 0.5), at(floors, 0.95)].map((cell) => cell.toFixed(2));
  console.log(name.padEnd(54), ...[(characters / 1000).toFixed(0), ...cells].map((cell) => cell.padStart(9)));
}

async function measureAnswers(server, floor, members) {
  const title = `, ${members} members each`;
  await measure(server, floor, 20, (run) => queryUsers(run * 100));
  await measure(server, floor, 20, (run) => upsert(run * 100, -1 - run));
  await measure(server, floor, 20, (run) => queryChannels((run % 10) * 30));
  const first = await measure(server, floor, 23, (run) => queryChannels(300 + run * 30));
  show(`QueryChannels, 30 cids${title}, first read`, first);
  show(`QueryChannels, 30 cids${title}`, await measure(server, floor, RUNS, (run) => queryChannels(run * 30)));
  show(`QueryUsers, 100 ids${title}`, await measure(server, floor, RUNS, (run) => queryUsers(run * 100)));
  show(`UpdateUsers, 100 users${title}`, await measure(server, floor, RUNS, (run) => upsert(run * 100, run + 1)));
}

async function measureStarts(name, dataFile) {
  const times = [];
  const floors = [];
  for (const _ of range(0, STARTS)) {
    for (const [list, open] of [
      [times, () => startEmulator(dataFile)],
      [floors, startFloor],
    ]) {
      const server = await open();
      list.push(server.startedIn);
      await server.stop();
    }
  }
  show(name, { times, floors, characters: 0 });
}

console.log(`${USERS} users, ${CHANNELS} channels, ${RUNS} runs, ${process.version}; times in ms`);
console.log(''.padEnd(54), ...['1000 B', 'median', 'p95', 'floor', 'its p95'].map((cell) => cell.padStart(9)));
const floor = await startFloor();
const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
try {
  for (const members of ALL_MEMBERS) {
    const server = await startEmulator();
    await fill(server, members);
    await measureAnswers(server, floor, members);
    await server.stop();
  }
  const file = join(folder, 'data.json');
  const server = await startEmulator(file);
  await fill(server, 20);
  await measure(server, floor, 20, (run) => upsert(run * 100, -1 - run));
  const kept = await measure(server, floor, RUNS, (run) => upsert(run * 100, run + 1));
  show('UpdateUsers, 100 users, 20 members each, with --data', kept);
  await server.stop();
  await measureStarts('start', undefined);
  await measureStarts('start with --data, 20 members each', file);
} finally {
  rmSync(folder, { recursive: true, force: true });
  await floor.stop();
}
