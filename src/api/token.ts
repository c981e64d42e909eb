/** Tokens of the API: HS256 over the app's secret. */
import type { JWTPayload } from 'jose';

export interface UserTokenOptions {
  /** Lifetime in seconds from `now`; without it the token never expires. */
  readonly expiresIn?: number | undefined;
  /** Unix seconds. Without it the token is refused as soon as tokens of this user or app are revoked by time. */
  readonly issuedAt?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A token for server-side calls. It carries no time of issue: clocks that differ cannot make it invalid. */
export function serverToken(secret: string): Promise<string> {
  return sign({ server: true }, secret);
}

export function userToken(secret: string, userId: string, options: UserTokenOptions): Promise<string> {
  const { expiresIn, issuedAt, now } = options;
  return sign(
    {
      user_id: userId,
      ...(issuedAt === undefined ? {} : { iat: Math.floor(issuedAt) }),
      ...(expiresIn === undefined ? {} : { exp: Math.floor(now / 1000) + Math.floor(expiresIn) }),
    },
    secret,
  );
}

async function sign(claims: JWTPayload, secret: string): Promise<string> {
  const { SignJWT } = await import('jose/jwt/sign');
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(new TextEncoder().encode(secret));
}
