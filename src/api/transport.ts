/** Carries calls to the API: signs them, puts secrets in, waits for the governor, tries again what may be tried again. */
import { type Call, CallError, type Reply, type SendOptions, type Transport } from '../core/call.ts';
import { type Clock, systemClock } from './clock.ts';
import { createTally, type Exchange, type TransportStats } from './exchange.ts';
import { assertAllowed } from './gate.ts';
import { type Governor, RestTooLong } from './governor.ts';
import type { HttpRequest, HttpSend } from './http.ts';
import { type Connections, openConnections, type Timeouts } from './network.ts';
import { type Failure, judge, judgeError } from './outcome.ts';
import type { HttpProxy } from './proxy.ts';
import { readRateHeaders } from './rate-headers.ts';
import { hintFor, toLine } from './refusal.ts';
import { draftRequest, signRequest, type Target } from './request.ts';
import { createRetries } from './retry.ts';
import { createMask } from './secrets.ts';
import { serverToken } from './token.ts';

export interface TransportOptions extends Target {
  readonly apiSecret: string;
  /** `plan` refuses every call that is not a known read. */
  readonly mode: 'plan' | 'apply';
  readonly governor: Governor;
  /** Between here and the API, if any. */
  readonly proxy?: HttpProxy | undefined;
  /** Default: over the network. */
  readonly send?: HttpSend | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Of the network; a given `send` has its own. */
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** How many milliseconds one call may be told to wait, in all, by a server that throttles it. */
  readonly longestThrottle?: number | undefined;
}

export interface ApiTransport extends Transport {
  stats(): TransportStats;
  /** Breaks all connections. Idle ones do not keep a process alive, so this is needed only to be rid of them early. */
  close(): Promise<void>;
}

type Problem = Pick<Failure, 'status' | 'code' | 'message'>;

const INTERRUPTED: Problem = { status: 0, code: -1, message: 'interrupted before the answer' };
const LONGEST_THROTTLE = 300_000;

export function createTransport(options: TransportOptions): ApiTransport {
  const { mode, governor, userAgent, onExchange, longestThrottle = LONGEST_THROTTLE } = options;
  const { clock = systemClock, random = Math.random } = options;
  const { send: exchange, close } =
    options.send === undefined ? openConnections(options.timeouts, options.proxy) : borrow(options.send);
  const tally = createTally();
  let identity: ReturnType<typeof identify> | undefined;

  /** One request: what came back, and how long the server wants to be left alone. */
  async function attemptOnce(request: HttpRequest, op: string, release: () => void) {
    const started = clock.now();
    const answer = await exchange(request).catch((error: unknown) => ({ error }));
    const ended = clock.now();
    tally.ended();
    if ('error' in answer) return { outcome: judgeError(answer.error), milliseconds: ended - started, rest: 0 };
    const rest = governor.observe(op, answer.headers, answer.status, started);
    release();
    // Answers come in bursts: each of them lets the call behind it go out before any is read and compared.
    await new Promise(setImmediate);
    const { retryAfter } = readRateHeaders(answer.headers, ended);
    return { outcome: judge(answer), milliseconds: ended - started, rest, retryAfter };
  }

  async function send(call: Call, { signal, gently = false }: SendOptions = {}): Promise<Reply> {
    assertAllowed(call, mode);
    const draft = draftRequest(call, options);
    identity ??= identify(options);
    const { token, mask } = await identity;
    const retries = createRetries(call, longestThrottle, random);
    let isUnclear = false;
    let requestId: string | undefined;

    const toError = ({ status, code, message }: Problem): CallError => {
      const line = toLine(mask(message), hintFor(status, code));
      // No cause: nobody has searched for secrets what the layers below put into their errors.
      return new CallError(call.op, { status, code, message: line, requestId, unclear: isUnclear });
    };
    /** For waits, which are cut short by the signal, or because they would never end. */
    const orGivenUp = <T>(wait: Promise<T>): Promise<T> =>
      wait.catch((reason: unknown) => {
        if (reason instanceof RestTooLong) throw toError({ status: 429, code: -1, message: reason.message });
        throw isUnclear ? toError(INTERRUPTED) : reason;
      });

    for (let attempt = 1; ; attempt += 1) {
      const release = await orGivenUp(governor.acquire(call.op, signal));
      const { id, ...request } = signRequest(draft, token, userAgent);
      requestId = id;
      tally.sent(call.op, attempt);
      const sent = gently ? request : { ...request, signal };
      const { outcome, milliseconds, ...told } = await attemptOnce(sent, call.op, release).finally(release);
      const { op, effect, method, body } = call;
      const about = { op, effect, method, path: mask(call.path), ...(body === undefined ? {} : { body }) };
      const seen = { ...about, requestId, attempt, milliseconds };

      if ('reply' in outcome) {
        onExchange?.({ ...seen, status: outcome.reply.status, outcome: 'done' });
        return outcome.reply;
      }
      const { failure } = outcome;
      isUnclear ||= effect === 'write' && failure.isUnclear;
      const isOver = signal?.aborted === true;
      const error = toError(isOver && !gently && failure.status === 0 ? INTERRUPTED : failure);
      const wait = isOver ? undefined : retries.after(failure, told);
      const { status, message } = error;
      if (wait === undefined) {
        onExchange?.({ ...seen, status, message, outcome: 'failed' });
        const isUndone = !isUnclear && (failure.status === 0 || failure.cause === 'throttled');
        throw isOver && isUndone ? signal.reason : error;
      }
      onExchange?.({ ...seen, status, message, outcome: 'retrying', wait });
      // A throttled operation rests for all its calls: the governor keeps this one waiting too.
      if (failure.cause !== 'throttled') await orGivenUp(clock.sleep(wait, signal));
    }
  }

  return { send, stats: tally.stats, close };
}

/** Made once: all requests of a run carry the same token. */
async function identify({ apiSecret, secrets, proxy }: TransportOptions) {
  const token = await serverToken(apiSecret);
  const credentials = proxy?.authorization?.replace(/^Basic /, '') ?? '';
  return { token, mask: createMask([...secrets.values(), apiSecret, token, credentials]) };
}

function borrow(send: HttpSend): Connections {
  return { send, close: () => Promise.resolve() };
}
