/** A stand-in of GitHub's endpoints for comments of an issue. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
  body: string;
}

export interface GitHub {
  readonly url: string;
  readonly comments: Comment[];
  readonly calls: string[];
  /** Statuses that the next calls get instead of an answer. */
  readonly failures: number[];
  /** The next comment is made, and its answer gets lost on the way. */
  loseNextAnswer: boolean;
  /** Runs after each comment that is made: the moment in which another run makes its own. */
  onMade: (() => void) | undefined;
  close(): Promise<void>;
}

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

export async function startGitHub(): Promise<GitHub> {
  let next = 1000;
  const comments: Comment[] = [];
  const calls: string[] = [];
  const failures: number[] = [];
  const github: Pick<GitHub, 'onMade' | 'loseNextAnswer'> = { onMade: undefined, loseNextAnswer: false };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://github');
    calls.push(`${request.method} ${url.pathname}`);
    const answer = (status: number, body?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const failure = failures.shift();
    if (failure !== undefined) return answer(failure, { message: 'no' });
    if (request.headers.authorization !== 'Bearer t0ken') return answer(401, { message: 'Bad credentials' });
    const one = /^\/repos\/acme\/chat\/issues\/comments\/(\d+)$/.exec(url.pathname);
    if (url.pathname === '/repos/acme/chat/issues/7/comments') {
      if (request.method === 'GET') {
        const page = Number(url.searchParams.get('page') ?? 1);
        const size = Number(url.searchParams.get('per_page') ?? 30);
        return answer(200, comments.slice((page - 1) * size, page * size));
      }
      const { body } = await bodyOf(request);
      if (body.length > 65_536) return answer(422, { message: 'body is too long' });
      const made = { id: next++, user: BOT, body };
      comments.push(made);
      github.onMade?.();
      if (!github.loseNextAnswer) return answer(201, made);
      github.loseNextAnswer = false;
      return answer(502, { message: 'lost' });
    }
    const at = comments.findIndex((each) => each.id === Number(one?.[1]));
    const comment = comments[at];
    if (comment === undefined) return answer(404, { message: 'Not Found' });
    if (request.method === 'DELETE') {
      comments.splice(at, 1);
      return answer(204);
    }
    comment.body = (await bodyOf(request)).body;
    return answer(200, comment);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(github, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    calls,
    failures,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

async function bodyOf(request: IncomingMessage): Promise<{ body: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { body: string };
}

export { BOT };
