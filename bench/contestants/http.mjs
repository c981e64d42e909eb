// Requests with undici and nothing around them.
import { createHmac } from 'node:crypto';
import { Pool } from 'undici';
import { apiKey, apiSecret, url } from './input.mjs';

const AT_A_TIME = 10;

function token() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ server: true })}`;
  return `${content}.${createHmac('sha256', apiSecret).update(content).digest('base64url')}`;
}

export function sender() {
  const pool = new Pool(url, { connections: AT_A_TIME });
  const headers = { authorization: token(), 'stream-auth-type': 'jwt', 'content-type': 'application/json' };
  return async ({ method, path, body }) => {
    const { statusCode, body: reply } = await pool.request({
      method,
      path: `${path}${path.includes('?') ? '&' : '?'}api_key=${apiKey}`,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const value = JSON.parse(await reply.text());
    if (statusCode >= 300) {
      const refusal = new Error(`${method} ${path.slice(0, 80)}: ${statusCode} ${value.message}`);
      throw Object.assign(refusal, { status: statusCode });
    }
    return value;
  };
}
