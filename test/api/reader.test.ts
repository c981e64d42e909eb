import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/api/index.ts';
import { type Call, read, readWithPayload, type Transport } from '../../src/core/call.ts';

const getApp = read('GetApp', 'GET', '/api/v2/app');
const listRoles = read('ListRoles', 'GET', '/api/v2/roles');

function fake() {
  const calls: Call[] = [];
  const transport: Transport = {
    async send(call) {
      calls.push(call);
      if (calls.length === 1 && call.op === 'ListRoles') throw new Error('first time');
      return { status: 200, body: { number: calls.length } };
    },
  };
  return { calls, reader: createReader(transport) };
}

describe('the reader of a plan', () => {
  it('asks once for what is listed whole, also when asked twice at the same time', async () => {
    const { reader, calls } = fake();
    const answers = await Promise.all([reader.send(getApp), reader.send(getApp)]);
    answers.push(await reader.send(getApp), await reader.send(listRoles));
    expect(answers.map(({ number }) => number)).toEqual([1, 1, 1, 2]);
    expect(calls).toHaveLength(2);
    expect(reader.counts()).toEqual(
      new Map([
        ['GetApp', 1],
        ['ListRoles', 1],
      ]),
    );
  });

  it('asks every time for what has parameters, and for anything that goes on', async () => {
    const { reader } = fake();
    const query = readWithPayload('QueryUsers', '/api/v2/users', {});
    const channels = read('QueryChannels', 'POST', '/api/v2/chat/channels', {});
    const paged = read('ListRoles', 'GET', '/api/v2/roles?limit=1');
    const task = read('GetTask', 'GET', '/api/v2/tasks/1');
    await reader.send(getApp);
    for (const call of [query, query, channels, channels, paged, paged, task, task]) await reader.send(call);
    expect(Object.fromEntries(reader.counts())).toEqual({
      GetApp: 1,
      QueryUsers: 2,
      QueryChannels: 2,
      ListRoles: 2,
      GetTask: 2,
    });
  });

  it('does not remember a failure', async () => {
    const { reader } = fake();
    await expect(Promise.all([reader.send(listRoles), reader.send(listRoles)])).rejects.toThrow('first time');
    expect(await reader.send(listRoles)).toEqual({ number: 2 });
  });

  it('has a fresh one beside it, with the same count', async () => {
    const { reader } = fake();
    await reader.send(getApp);
    const fresh = reader.fresh();
    expect(await fresh.send(getApp)).toEqual({ number: 2 });
    expect(await fresh.send(getApp)).toEqual({ number: 3 });
    expect(await reader.send(getApp)).toEqual({ number: 1 });
    expect(reader.counts()).toEqual(new Map([['GetApp', 3]]));
    expect(fresh.counts()).toEqual(reader.counts());
  });

  it('passes the signal on', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const transport: Transport = {
      async send(_, options) {
        signals.push(options?.signal);
        return { status: 200, body: {} };
      },
    };
    const { signal } = new AbortController();
    const reader = createReader(transport, { signal });
    await reader.send(getApp);
    await reader.fresh().send(getApp);
    expect(signals).toEqual([signal, signal]);
  });
});
