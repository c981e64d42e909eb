// One table: a size, a workload and a latency, with the runs of all contestants in turns.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, serve } from './child.mjs';
import { CONTESTANTS } from './contestants.mjs';
import { writeFiles } from './files.mjs';
import { fill } from './fill.mjs';
import { API_KEY, API_SECRET, call } from './processes.mjs';
import { median } from './statistics.mjs';
import { channelId, middleUser, minimumCalls, SIZES, userId } from './workload.mjs';

/** Who takes longer runs once, unless all is asked for. */
const SLOW = 20_000;
/** Of the emulator, in megabytes: it may have to hold a million users. */
const HEAP = 12_000;
const READ = /^(Get(?!OrCreate)|List|Query)/;

/** Files, filled apps and alchemy's state of each size, made when they are first needed. */
export function createWorkshop(folder) {
  const made = new Map();
  const once = (name, make) => {
    if (!made.has(name)) made.set(name, make(join(folder, name)));
    return made.get(name);
  };
  const files = (key, size, options = {}) =>
    once(`${key}-files${options.isChanged ? '-changed' : ''}`, async (into) => {
      await writeFiles(into, size, options);
      return into;
    });
  return {
    folder,
    files,
    /** The data file of an app that has it all. */
    filled: (key, size) =>
      once(`${key}.json`, async (dataFile) => {
        const server = await open({ latency: 0, rateLimits: 'off', dataFile });
        await fill(server, size);
        await server.stop();
        return dataFile;
      }),
    /** What alchemy has written down after its first apply. */
    state: (key, size) =>
      once(`${key}-state`, async (state) => {
        mkdirSync(state);
        const data = await files(key, size);
        const server = await open({ latency: 0, rateLimits: 'off' });
        const env = { ...envOf(server, data), BENCH_STATE: state };
        await measure(CONTESTANTS.alchemy.start(), { env, folder });
        await server.stop();
        return state;
      }),
    /** Takes over what a first apply has written down already, since making it anew takes long. */
    adoptState(key, state) {
      const name = `${key}-state`;
      if (made.has(name)) return;
      renameSync(state, join(folder, name));
      made.set(name, join(folder, name));
    },
  };
}

export function open(options) {
  return serve('server.mjs', { apiKey: API_KEY, apiSecret: API_SECRET, ...options }, HEAP);
}

export function envOf(server, data) {
  return {
    BENCH_URL: server.url,
    BENCH_KEY: API_KEY,
    BENCH_SECRET: API_SECRET,
    BENCH_DATA: data,
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
  };
}

export async function runCell(cell, workshop, { names, runs, full, isSkipped }) {
  const size = SIZES[cell.size];
  const players = names.filter((name) => CONTESTANTS[name].isFor?.includes(cell.workload) ?? true);
  const data = await workshop.files(cell.size, size, { isChanged: cell.workload === 'change' });
  const filled = cell.workload === 'first' ? undefined : await workshop.filled(cell.size, size);
  const isFresh = cell.workload === 'first' || cell.rateLimits !== 'off';
  const stand = await openStand(cell, workshop, { size, data, filled, isFresh });
  const samples = new Map(players.filter((name) => !isSkipped(name)).map((name) => [name, []]));
  try {
    if (samples.has('floor')) await stand.record();
    for (let run = 0; run < runs; run += 1) {
      for (const [name, list] of samples) {
        if (!full && list.some(({ wall }) => wall > SLOW)) continue;
        tell(`${cell.size}, ${cell.workload}, ${cell.latency} ms: ${name}, run ${run + 1} of ${runs}`);
        list.push(await stand.run(name));
      }
    }
  } finally {
    tell('');
    await stand.close();
  }
  return [...samples].map(([name, list]) => ({ ...cell, contestant: name, ...summary(list, cell, size) }));
}

/** What is under way, for whoever waits in front of it. */
function tell(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function summary(list, { workload }, size) {
  const middle = (key) => median(list.map((each) => each[key]));
  const { calls } = list.at(-1);
  const count = (isRead) =>
    Object.entries(calls).reduce((sum, [op, times]) => (READ.test(op) === isRead ? sum + times : sum), 0);
  return {
    runs: list.length,
    wall: middle('wall'),
    cpu: middle('cpu'),
    memory: middle('memory'),
    walls: list.map(({ wall }) => wall),
    cpus: list.map(({ cpu }) => cpu),
    calls,
    refused: middle('refused'),
    reads: count(true),
    writes: count(false),
    minimum: minimumCalls(workload, size),
  };
}

/** The app that contestants find, and one run against it. */
async function openStand(cell, workshop, { size, data, filled, isFresh }) {
  const { folder } = workshop;
  const requests = join(folder, 'requests.json');
  let shared = isFresh ? undefined : await started();

  function started() {
    if (filled === undefined) return open(cell);
    const dataFile = join(folder, 'live.json');
    cpSync(filled, dataFile);
    return open({ ...cell, dataFile });
  }

  async function inState(name) {
    if (name !== 'alchemy') return {};
    // It only reads it then, and the copy would be eleven thousand files.
    if (cell.workload === 'noop') return { BENCH_STATE: await workshop.state(cell.size, size) };
    const state = join(folder, 'state');
    rmSync(state, { recursive: true, force: true });
    if (cell.workload === 'first') mkdirSync(state);
    else cpSync(await workshop.state(cell.size, size), state, { recursive: true });
    return { BENCH_STATE: state };
  }

  async function run(name, isRecorded = false) {
    const server = shared ?? (await started());
    try {
      const env = { ...envOf(server, data), ...(await inState(name)), BENCH_REQUESTS: requests };
      if (cell.workload === 'change') await reset(server, size);
      await server.ask(isRecorded ? 'record' : 'take');
      const used = await measure(CONTESTANTS[name].start(cell.workload, data), { env, folder });
      const { calls, refused, recorded } = await server.ask('take');
      if (recorded !== undefined) writeFileSync(requests, JSON.stringify(recorded));
      await assertDone(server, cell.workload, size, name);
      if (name === 'alchemy' && cell.workload === 'first') workshop.adoptState(cell.size, env.BENCH_STATE);
      return { ...used, calls, refused };
    } finally {
      if (shared === undefined) await server.stop();
    }
  }

  return {
    run,
    record: () => run('roster', true),
    async close() {
      await shared?.stop();
      shared = undefined;
    },
  };
}

async function reset(server, size) {
  const user = middleUser(size);
  await call(server.url, 'POST', '/api/v2/users', { users: { [user.id]: user } });
}

/** A contestant that did only half of it must not win. */
async function assertDone(server, workload, size, name) {
  const middle = middleUser(size);
  const ids = [userId(size.users - 1), middle.id];
  const payload = encodeURIComponent(JSON.stringify({ filter_conditions: { id: { $in: ids } }, limit: 2 }));
  const { users } = JSON.parse((await call(server.url, 'GET', `/api/v2/users?payload=${payload}`)).text);
  const cid = `messaging:${channelId(size.channels - 1)}`;
  const query = { filter_conditions: { cid }, limit: 1, member_limit: 100, message_limit: 0 };
  const { channels } = JSON.parse((await call(server.url, 'POST', '/api/v2/chat/channels', query)).text);
  const expected = workload === 'change' ? `${middle.name} renamed` : middle.name;
  const isDone =
    users.length === 2 &&
    users.some((user) => user.id === middle.id && user.name === expected) &&
    channels[0]?.members.length === 10;
  if (!isDone) throw new Error(`${name} ended well, but the app is not as it should be after ${workload}`);
}
