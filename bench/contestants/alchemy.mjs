// The same with alchemy: a resource for each object, ten at a time, state in files. What it wrote last time is what it compares
// with, so a run without changes never looks at the live app.
import alchemy, { Resource } from 'alchemy';
import { sender } from './http.mjs';
import { channels, parallel, patiently, users } from './input.mjs';

const AT_A_TIME = 10;
const send = sender();
const call = (method, path, body) => patiently(() => send({ method, path, body }));

const User = Resource('chat::User', async function (_id, { user }) {
  if (this.phase === 'delete') {
    await call('POST', '/api/v2/users/deactivate', { user_ids: [user.id] });
    return this.destroy();
  }
  await call('POST', '/api/v2/users', { users: { [user.id]: user } });
  return { userId: user.id };
});

const Channel = Resource('chat::Channel', async function (_id, { channel }) {
  const { type, id, members, created_by_id, name, custom } = channel;
  const path = `/api/v2/chat/channels/${type}/${id}`;
  if (this.phase === 'delete') {
    await call('PATCH', path, { set: { disabled: true } });
    return this.destroy();
  }
  const user_ids = members.map((user_id) => ({ user_id }));
  if (this.phase === 'create') {
    const data = { created_by_id, members: user_ids, custom: { name, ...custom } };
    await call('POST', `${path}/query`, { data });
  } else {
    await call('PATCH', path, { set: { name, ...custom } });
    await call('POST', path, { add_members: user_ids });
  }
  return { cid: channel.cid };
});

const rootDir = process.env.BENCH_STATE;
const app = await alchemy('bench', { stage: 'bench', phase: 'up', quiet: true, noTrack: true, rootDir });
await parallel(users(), AT_A_TIME, (user) => User(user.id, { user }));
await parallel(channels(), AT_A_TIME, (channel) => Channel(`${channel.type}-${channel.id}`, { channel }));
await app.finalize();
// Its own watch over processes would keep it waiting.
process.exit(0);
