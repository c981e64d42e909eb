// Whether time and memory of a plan without changes grow as they should: a roster of users, and ten times as many.

import { envOf, open } from './cell.mjs';
import { measure } from './child.mjs';
import { CONTESTANTS } from './contestants.mjs';
import { median } from './statistics.mjs';
import { minimumCalls } from './workload.mjs';

const SIZES = [10_000, 100_000];
const MILLION = 1_000_000;

export async function measureGrowth(workshop, runs) {
  const stands = [];
  for (const users of SIZES) {
    const size = { users, channels: 0 };
    const data = await workshop.files(`users-${users}`, size, { rosterOnly: true });
    const dataFile = await workshop.filled(`users-${users}`, size);
    stands.push({ size, data, server: await open({ latency: 0, rateLimits: 'off', dataFile }), samples: [] });
  }
  for (let run = 0; run < runs; run += 1) {
    for (const stand of stands) stand.samples.push(await once('noop', stand, workshop));
  }
  for (const { server } of stands) await server.stop();
  return stands.map(({ size, samples }) => row('noop', size, samples));
}

/** The first apply of a million users, and the plan after it. */
export async function runMillion(workshop) {
  const size = { users: MILLION, channels: 0 };
  const data = await workshop.files('users-million', size, { rosterOnly: true });
  const server = await open({ latency: 0, rateLimits: 'off' });
  const stand = { size, data, server };
  const rows = [];
  for (const workload of ['first', 'noop']) rows.push(row(workload, size, [await once(workload, stand, workshop)]));
  await server.stop();
  return rows;
}

async function once(workload, { data, server }, { folder }) {
  await server.ask('take');
  const used = await measure(CONTESTANTS.roster.start(workload, data), { env: envOf(server, data), folder });
  return { ...used, calls: (await server.ask('take')).calls };
}

function row(workload, size, samples) {
  const middle = (key) => median(samples.map((each) => each[key]));
  const figures = { wall: middle('wall'), cpu: middle('cpu'), memory: middle('memory') };
  return {
    workload,
    users: size.users,
    ...figures,
    calls: samples.at(-1).calls,
    minimum: minimumCalls(workload, size),
  };
}
