import { describe, expect, it } from 'vitest';
import { pollTask } from '../../src/api/index.ts';
import { type Call, CallError, type Reply, type Transport } from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { skippingClock } from './support.ts';

const unknown = new CallError('GetTask', { status: 404, code: 16, message: "Can't find task", unclear: false });

/** Answers one after the other, the last one from then on. */
function fake(...answers: readonly (JsonObject | Error)[]) {
  const calls: Call[] = [];
  const transport: Transport = {
    async send(call): Promise<Reply> {
      calls.push(call);
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return { status: 200, body: answer ?? {} };
    },
  };
  return { transport, calls, clock: skippingClock(0) };
}

describe('a task', () => {
  it('is asked for until it is completed, less and less often', async () => {
    const waiting = { status: 'waiting' };
    const done = { status: 'completed', result: { users: {} } };
    const { transport, calls, clock } = fake(
      waiting,
      waiting,
      waiting,
      waiting,
      waiting,
      waiting,
      waiting,
      waiting,
      done,
    );
    const seen: (string | undefined)[] = [];
    const onPoll = (status: string | undefined) => seen.push(status);
    expect(await pollTask(transport, 'a/1', { clock, deadlineMs: 60_000, onPoll })).toEqual(done);
    expect(calls[0]).toMatchObject({ op: 'GetTask', effect: 'read', method: 'GET', path: '/api/v2/tasks/a%2F1' });
    expect(seen).toEqual([...Array(8).fill('waiting'), 'completed']);
    expect(clock.slept.map(Math.round)).toEqual([200, 300, 450, 675, 1013, 1519, 2000, 2000, 2000]);
  });

  it('that failed is returned as it is', async () => {
    const failed = { status: 'failed', error: { type: 'x', description: 'rate limit' } };
    const { transport, clock } = fake({ status: 'running' }, failed);
    expect(await pollTask(transport, '1', { clock, deadlineMs: 60_000 })).toEqual(failed);
  });

  it.each([{ status: 'resting' }, { status: 7 }, {}])('with the status of %j is still running', async (odd) => {
    const { transport, clock } = fake(odd, { status: 'completed' });
    expect(await pollTask(transport, '1', { clock, deadlineMs: 60_000 })).toEqual({ status: 'completed' });
  });

  it('may be unknown at first', async () => {
    const { transport, clock, calls } = fake(unknown, unknown, { status: 'completed' });
    expect(await pollTask(transport, '1', { clock, deadlineMs: 60_000 })).toEqual({ status: 'completed' });
    expect(calls).toHaveLength(3);
  });

  it('may not be unknown for long', async () => {
    const { transport, clock } = fake(unknown);
    await expect(pollTask(transport, '1', { clock, deadlineMs: 60_000 })).rejects.toMatchObject({
      code: unknown.code,
      unclear: true,
    });
    expect(clock.now()).toBeGreaterThanOrEqual(5000);
    expect(clock.now()).toBeLessThan(8000);
  });

  it('other refusals end it at once', async () => {
    const refused = new CallError('GetTask', { status: 401, code: 5, message: 'no', unclear: false });
    const { transport, clock, calls } = fake(refused);
    await expect(pollTask(transport, '1', { clock, deadlineMs: 60_000 })).rejects.toMatchObject({
      status: 401,
      code: 5,
      message: 'how task 1 ended could not be learned: no',
      unclear: true,
    });
    expect(calls).toHaveLength(1);
  });

  it('that does not end in time stays unclear', async () => {
    const { transport, clock } = fake({ status: 'running' });
    const error = await pollTask(transport, '1', { clock, deadlineMs: 10_000 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ unclear: true, message: 'task 1 did not end within 10 s; it may still do so' });
    expect(clock.now()).toBe(10_000);
  });

  it('is not waited for any longer when the signal is aborted', async () => {
    const { transport, clock, calls } = fake({ status: 'running' });
    const stop = new AbortController();
    const onPoll = () => stop.abort(new Error('stopped'));
    const polling = pollTask(transport, '1', { clock, deadlineMs: 10_000, signal: stop.signal, onPoll });
    await expect(polling).rejects.toThrow('stopped');
    expect(calls).toHaveLength(1);
  });
});
