// Servers in processes of their own, and requests to them one after the other.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, request as open } from 'node:http';
import { fileURLToPath } from 'node:url';

export const API_KEY = 'bench';
export const API_SECRET = 'secret-of-the-bench';
const agent = new Agent({ keepAlive: true });
const token = signed({ server: true });
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Resolves when the program has printed its address, and has answered a request. */
async function start(args) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  running.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve)).finally(() => running.delete(child));
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /^url\s+(\S+)$/m.exec(text);
      if (found !== null) resolve(found[1]);
    });
    void ended.then((code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
  });
  const server = {
    call: (method, path, body) => call(url, method, path, body),
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
  await server.call('GET', '/api/v2/app');
  return { ...server, startedIn: performance.now() - started };
}

export function startEmulator(dataFile) {
  const chat = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
  const data = dataFile === undefined ? [] : ['--data', dataFile];
  const app = ['--api-key', API_KEY, '--api-secret', API_SECRET];
  return start([chat, 'emulator', '--port', '0', '--rate-limits', 'off', ...app, ...data]);
}

export function startFloor() {
  return start([fileURLToPath(new URL('floor.mjs', import.meta.url))]);
}

/** The text of the answer, and how long it took until it was there whole. */
export async function call(url, method, path, body) {
  try {
    return await callOnce(url, method, path, body);
  } catch (error) {
    // The server was just closing a connection that nobody had used for a while.
    if (error.isStale) return callOnce(url, method, path, body);
    throw error;
  }
}

function callOnce(url, method, path, body) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const address = `${url}${path}${path.includes('?') ? '&' : '?'}api_key=${API_KEY}`;
  const headers = { authorization: token, 'stream-auth-type': 'jwt', 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = open(address, { method, agent, headers }, (reply) => {
      const chunks = [];
      reply.on('data', (chunk) => chunks.push(chunk));
      reply.once('error', reject);
      reply.once('end', () => {
        const milliseconds = performance.now() - started;
        const answer = Buffer.concat(chunks).toString();
        if (reply.statusCode < 300) resolve({ text: answer, milliseconds });
        else reject(new Error(`${method} ${path.slice(0, 80)} was answered with ${reply.statusCode}: ${answer}`));
      });
    });
    sent.once('error', (error) => {
      const isStale = sent.reusedSocket && error.code === 'ECONNRESET';
      reject(Object.assign(error, { isStale }));
    });
    sent.end(text);
  });
}

function signed(claims) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${createHmac('sha256', API_SECRET).update(content).digest('base64url')}`;
}
