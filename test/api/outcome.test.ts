import { describe, expect, it } from 'vitest';
import { judgeError, wasNeverSent } from '../../src/api/outcome.ts';

function failed(fields: object, options?: ErrorOptions): Error {
  return Object.assign(new Error('broken', options), fields);
}

describe('an error without an answer', () => {
  const unsent: readonly Error[] = [
    failed({ code: 'ECONNREFUSED', syscall: 'connect' }),
    failed({ code: 'ETIMEDOUT', syscall: 'connect' }),
    failed({ code: 'EHOSTUNREACH', syscall: 'connect' }),
    failed({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
    failed({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }),
    failed({ code: 'ECONNREFUSED' }),
    failed({ code: 'UND_ERR_CONNECT_TIMEOUT' }),
    failed({ code: 'CERT_HAS_EXPIRED' }),
    failed({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    new AggregateError([failed({ syscall: 'connect' }), failed({ syscall: 'connect' })]),
    new TypeError('fetch failed', { cause: failed({ syscall: 'connect' }) }),
  ];
  it.each(unsent)('was certainly never sent: %o', (error) => {
    expect(wasNeverSent(error)).toBe(true);
    expect(judgeError(error)).toMatchObject({ failure: { status: 0, code: -1, isUnclear: false, cause: 'passing' } });
  });

  const unclear: readonly unknown[] = [
    failed({ code: 'ECONNRESET', syscall: 'read' }),
    failed({ code: 'ETIMEDOUT', syscall: 'read' }),
    failed({ code: 'EHOSTUNREACH', syscall: 'write' }),
    failed({ code: 'EPIPE', syscall: 'write' }),
    failed({ code: 'UND_ERR_SOCKET' }),
    failed({ code: 'UND_ERR_HEADERS_TIMEOUT' }),
    new AggregateError([failed({ syscall: 'connect' }), failed({ code: 'ECONNRESET' })]),
    new AggregateError([]),
    new Error('anything'),
    'a string',
    undefined,
  ];
  it.each(unclear)('may have been carried out: %o', (error) => {
    expect(wasNeverSent(error)).toBe(false);
    expect(judgeError(error)).toMatchObject({ failure: { isUnclear: true, cause: 'passing' } });
  });

  it('is told with what lies below it', () => {
    const says = (error: unknown) => {
      const outcome = judgeError(error);
      return 'failure' in outcome ? outcome.failure.message : '';
    };
    expect(says(new TypeError('fetch failed', { cause: new Error('why') }))).toMatch(/: fetch failed \(why\)$/);
    expect(says(Object.assign(new AggregateError([failed({ syscall: 'connect' })]), { code: 'ECONNREFUSED' }))).toBe(
      'cannot reach the server: ECONNREFUSED (broken)',
    );
    expect(says('odd')).toMatch(/: odd$/);
  });
});
