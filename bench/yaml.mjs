// Users in one YAML file, loaded by the tool and parsed by `yaml`'s document API: time of the CPU and
// memory of a whole process each.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, script, megabytes = '10', runs = '3', role, file] = process.argv;
const MIB = 1024 * 1024;

/** What a process does before it tells its memory: `empty` is the floor. */
const ROLES = {
  async empty() {},
  async document() {
    const [{ readFileSync }, { parseDocument }] = await Promise.all([import('node:fs'), import('yaml')]);
    // Its own search for duplicate keys compares every key with every other: hours at this size.
    const document = parseDocument(readFileSync(file, 'utf8'), { version: '1.2', uniqueKeys: false });
    if (document.errors.length > 0) throw document.errors[0];
    return document.get('users').items.length;
  },
  async values() {
    const [{ readFileSync }, { parseDocument }] = await Promise.all([import('node:fs'), import('yaml')]);
    const document = parseDocument(readFileSync(file, 'utf8'), { version: '1.2', uniqueKeys: false });
    return Object.keys(document.toJS().users).length;
  },
  async chat() {
    const { kinds, loadConfiguration, sha256 } = await import('../dist/index.js');
    const desired = await loadConfiguration({ file, kinds, environ: {}, hash: sha256 });
    let users = 0;
    for await (const _user of desired.wanted('user')) users += 1;
    await desired.finish();
    if (desired.diagnostics.some(({ severity }) => severity === 'error'))
      throw new Error(desired.diagnostics[0].detail);
    return users;
  },
};

if (role === undefined) await compare();
else {
  const users = await ROLES[role]();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const milliseconds = (userCPUTime + systemCPUTime) / 1000;
  console.log(JSON.stringify({ users, milliseconds, bytes: maxRSS * 1024 }));
}

async function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
  try {
    const text = usersOf(Number(megabytes) * 1e6);
    const path = join(folder, 'chat.config.yaml');
    writeFileSync(path, text);
    const found = { empty: [], document: [], values: [], chat: [] };
    for (let run = 0; run < Number(runs); run += 1)
      for (const [name, list] of Object.entries(found)) list.push(once(name, path));
    report(found, Buffer.byteLength(text));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function once(name, path) {
  const args = ['--max-old-space-size=8192', script, megabytes, runs, name, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

function report(found, size) {
  const middle = (list, of) => list.map(of).toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const floor = middle(found.empty, ({ bytes }) => bytes);
  const slow = middle(found.document, ({ milliseconds }) => milliseconds);
  const users = found.chat[0].users;
  console.log(`${users} users in ${(size / 1e6).toFixed(1)} MB of YAML, medians of ${runs} runs, ${process.version}`);
  for (const [name, label] of [
    ['document', "yaml's parseDocument"],
    ['values', 'the same, and toJS'],
    ['chat', 'loadConfiguration'],
  ]) {
    if (found[name][0].users !== users) throw new Error(`${label} found ${found[name][0].users} users`);
    const milliseconds = middle(found[name], (each) => each.milliseconds);
    const bytes = middle(found[name], (each) => each.bytes);
    const heap = ((bytes - floor) / size).toFixed(1);
    console.log(
      `${label.padEnd(22)} ${milliseconds.toFixed(0).padStart(7)} ms of CPU  ${(slow / milliseconds).toFixed(1).padStart(5)} × faster` +
        `  ${(bytes / MIB).toFixed(0).padStart(5)} MiB at most, ${heap} bytes above an empty process for each byte`,
    );
  }
}

/** Users as people write them: block style, some quotes, lists and short maps, a comment now and then. */
function usersOf(bytes) {
  const lines = ['version: 1', 'target:', '  api_key: bench', '', 'users:'];
  let length = 0;
  for (let index = 0; length < bytes; index += 1) {
    const id = `user-${String(index).padStart(6, '0')}`;
    const user = [
      ...(index % 50 === 0 ? [`  # batch ${index / 50}`] : []),
      `  ${index % 10 === 0 ? `"${id}"` : id}:`,
      `    name: ${index % 4 === 0 ? `"O'Brien, No. ${index}"` : `Person Number ${index}`}`,
      `    role: user`,
      `    image: https://cdn.example.com/avatars/${id}.png`,
      ...(index % 3 === 0 ? ['    teams: [red, blue]'] : ['    teams:', '      - green']),
      ...(index % 5 === 0 ? [`    custom: { level: ${index % 40}, is_vip: ${index % 2 === 0} }`] : []),
      ...(index % 5 === 1 ? ['    custom:', `      level: ${index % 40}`, '      city: São Paulo'] : []),
    ];
    for (const line of user) length += Buffer.byteLength(line) + 1;
    lines.push(...user);
  }
  return `${lines.join('\n')}\n`;
}
