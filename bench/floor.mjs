// The floor of a measurement: the server library of the emulator, answering each path with the body that was put there.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const bodies = new Map();
const app = new Hono();
app.all('*', async (context) => {
  const { pathname } = new URL(context.req.url);
  const text = await context.req.text();
  if (context.req.method === 'PUT') bodies.set(pathname, text);
  return context.body(bodies.get(pathname) ?? '{}', 200, { 'content-type': 'application/json' });
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`url http://127.0.0.1:${port}`));
