// Puts the workload into an app, without any of those who are measured.
import { chunks, parallel } from './parallel.mjs';
import { call } from './processes.mjs';
import { channelsOf, usersOf } from './workload.mjs';

const AT_A_TIME = 20;

export async function fill({ url }, size) {
  await parallel(chunks(usersOf(size), 100), AT_A_TIME, (batch) =>
    call(url, 'POST', '/api/v2/users', { users: Object.fromEntries(batch.map((user) => [user.id, user])) }),
  );
  await parallel(channelsOf(size), AT_A_TIME, ({ type, id, created_by_id, name, custom, members }) => {
    const data = { created_by_id, members: members.map((user_id) => ({ user_id })), custom: { name, ...custom } };
    return call(url, 'POST', `/api/v2/chat/channels/${type}/${id}/query`, { data });
  });
}
