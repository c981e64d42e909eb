/** Who is calling: the api key is checked alone and first, then the token. */
import { JOSEAlgNotAllowed, JWSSignatureVerificationFailed } from 'jose/errors';
import { compactVerify } from 'jose/jws/compact/verify';
import { isObject, type Json } from '../../core/json.ts';
import { badKey, unauthenticated } from '../errors.ts';
import { refuseGone } from '../resources/users/write.ts';
import type { World } from '../world.ts';

export type Caller =
  | { readonly kind: 'server' }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'anonymous' };

export interface Authenticator {
  /** Throws the API's refusal when the request proves no identity. */
  identify(url: URL, headers: Headers): Promise<Caller>;
}

type Claims = Readonly<Record<string, Json>>;

/** Checking a signature costs more than all else in a small request, and clients send the same token every time. */
const REMEMBERED_TOKENS = 1000;

export function createAuthenticator(world: World, apiKey: string, apiSecret: string, now: () => number): Authenticator {
  const key = new TextEncoder().encode(apiSecret);
  const verified = new Map<string, Claims>();

  async function claimsOf(token: string): Promise<Claims> {
    const seen = verified.get(token);
    if (seen !== undefined) return seen;
    const claims = await verify(token, key);
    if (verified.size >= REMEMBERED_TOKENS) verified.clear();
    verified.set(token, claims);
    return claims;
  }

  return {
    async identify(url, headers) {
      const given = url.searchParams.get('api_key');
      if (given === null || given === '') throw badKey('api_key or app_id not provided');
      if (given !== apiKey) throw badKey('api_key not valid');
      const type = headers.get('stream-auth-type');
      if (type === 'anonymous') return { kind: 'anonymous' };
      if (type !== 'jwt') throw unauthenticated('stream-auth-type missing or invalid');
      const token = headers.get('authorization');
      if (token === null || token === '') throw unauthenticated('Authorization header is missing or invalid');
      return callerOf(world, await claimsOf(token), now() / 1000);
    },
  };
}

async function verify(token: string, key: Uint8Array): Promise<Claims> {
  try {
    const { payload } = await compactVerify(token, key, { algorithms: ['HS256'] });
    const claims = JSON.parse(new TextDecoder().decode(payload)) as Json;
    if (isObject(claims)) return claims;
  } catch (error) {
    if (error instanceof JWSSignatureVerificationFailed) throw unauthenticated('Token signature is invalid');
    if (error instanceof JOSEAlgNotAllowed) throw unauthenticated('unexpected signing method');
  }
  throw unauthenticated('token is malformed');
}

function callerOf(world: World, claims: Claims, now: number): Caller {
  const { exp, nbf, iat, user_id: userId } = claims;
  if (typeof exp === 'number' && exp <= now) throw unauthenticated('token is expired', 40);
  if (typeof nbf === 'number' && nbf > now) throw unauthenticated('token is not valid yet', 41);
  if (typeof iat === 'number' && iat > now) throw unauthenticated('token used before issue at (iat)', 42);
  if (claims['server'] === true) return { kind: 'server' };
  if (userId !== undefined && typeof userId !== 'string') {
    throw unauthenticated('json: cannot unmarshal number into field user_id of type string');
  }
  if (userId === undefined || userId === '') throw unauthenticated('user_id is missing in the token');
  refuseRevoked(world, userId, typeof iat === 'number' ? iat : undefined);
  if (world.assume('token_of_gone_user') === 'b') refuseGone(world.store.users.get(userId), userId);
  return { kind: 'user', id: userId };
}

/** Once tokens are revoked, one that does not say when it was issued counts as older. Server tokens are not affected. */
function refuseRevoked(world: World, userId: string, iat: number | undefined): void {
  const limits = [
    world.store.app.get('app')?.revoke_tokens_issued_before ?? undefined,
    world.store.users.get(userId)?.revoke_tokens_issued_before,
  ];
  for (const limit of limits) {
    if (limit !== undefined && (iat === undefined || iat * 1e6 < limit)) {
      throw unauthenticated('token has been revoked', 40);
    }
  }
}
