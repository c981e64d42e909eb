import { decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { parseDuration, serverToken, userToken } from '../../src/api/index.ts';

const secret = 'a-secret-of-the-app';
const verify = async (token: string, currentDate = new Date()) =>
  (await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'], currentDate })).payload;

describe('tokens', () => {
  it('a server token says only that it is one', async () => {
    const token = await serverToken(secret);
    expect(await verify(token)).toEqual({ server: true });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(await serverToken(secret)).toBe(token);
  });

  it('another secret does not verify', async () => {
    await expect(verify(await serverToken('another-secret'))).rejects.toThrow('signature verification failed');
  });

  it('a user token names its user and nothing else by default', async () => {
    expect(await verify(await userToken(secret, 'alice', { now: 0 }))).toEqual({ user_id: 'alice' });
  });

  it('a user token carries whole seconds', async () => {
    const now = 1_700_000_000_900;
    const token = await userToken(secret, 'alice', { now, expiresIn: 60, issuedAt: 1_699_999_999.5 });
    const claims = { user_id: 'alice', iat: 1_699_999_999, exp: 1_700_000_060 };
    expect(await verify(token, new Date(now))).toEqual(claims);
    await expect(verify(token, new Date(now + 60_000))).rejects.toThrow('"exp" claim timestamp check failed');
  });
});

describe('durations', () => {
  it.each([
    ['24h', 86_400],
    ['30m', 1800],
    ['7d', 604_800],
    ['3600s', 3600],
    ['3600', 3600],
    [' 5m ', 300],
  ])('%s', (text, seconds) => {
    expect(parseDuration(text)).toEqual({ seconds });
  });

  it.each(['', 'h', '1.5h', '-1h', '1w', '1h30m', '5 m', '1H', 'toString'])(
    '%j is none, and the problem says what is',
    (text) => {
      expect(parseDuration(text)).toEqual({
        problem: `"${text}" is not a duration: write a whole number and a unit, such as 24h, 30m, 7d or 3600s`,
      });
    },
  );

  it('has to be longer than zero and shorter than a century', () => {
    expect(parseDuration('0h')).toEqual({ problem: '"0h" is no time at all: a duration has to be longer than zero' });
    expect(parseDuration('36501d')).toEqual({ problem: '"36501d" is longer than 100 years' });
    expect(parseDuration('9'.repeat(400))).toHaveProperty('problem');
  });
});
