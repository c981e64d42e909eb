// The workload as files: rosters with a configuration around them, and the same as YAML alone.
import { createWriteStream, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { channelsOf, usersOf } from './workload.mjs';

const HEAD = `version: 1
target: { api_key: "\${BENCH_KEY}", api_secret: "\${BENCH_SECRET}", base_url: "\${BENCH_URL}" }
`;

/** Writes `users.ndjson`, `channels.ndjson`, `roster.yaml`, which names the two, and `inline.yaml`. */
export async function writeFiles(folder, size, { isChanged = false, rosterOnly = false } = {}) {
  mkdirSync(folder, { recursive: true });
  const write = (name, lines) => pipeline(Readable.from(lines), createWriteStream(join(folder, name)));
  const users = () => usersOf(size, isChanged);
  await write(
    'users.ndjson',
    mapped(users(), (user) => `${JSON.stringify(user)}\n`),
  );
  await write('channels.ndjson', mapped(channelsOf(size), channelLine));
  const channels = size.channels === 0 ? '' : 'channels: { from: channels.ndjson }\n';
  await writeFile(join(folder, 'roster.yaml'), `${HEAD}users: { from: users.ndjson }\n${channels}`);
  if (!rosterOnly) await write('inline.yaml', inline(size, users()));
}

function* mapped(list, line) {
  for (const each of list) yield line(each);
}

function channelLine({ type, id, ...rest }) {
  return `${JSON.stringify({ cid: `${type}:${id}`, ...rest })}\n`;
}

function* inline(size, users) {
  yield `${HEAD}users:\n`;
  for (const { id, name, image, custom } of users) {
    yield `  ${id}:\n    name: ${name}\n    image: ${image}\n`;
    yield `    custom: { department: ${custom.department}, level: ${custom.level} }\n`;
  }
  yield 'channels:\n';
  for (const { type, id, created_by_id, name, custom, members } of channelsOf(size)) {
    yield `  ${type}:${id}:\n    created_by_id: ${created_by_id}\n    name: ${name}\n`;
    yield `    custom: { topic: ${custom.topic} }\n    members: [${members.join(', ')}]\n`;
  }
}
