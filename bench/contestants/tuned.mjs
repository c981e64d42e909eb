// The guide's script as a careful engineer would tune it: reads what is there, writes only what differs, in as few calls as
// the API allows, ten at a time.
import { StreamChat } from 'stream-chat';
import { apiKey, apiSecret, channels, chunks, parallel, patiently, url, users } from './input.mjs';

const AT_A_TIME = 10;
const client = StreamChat.getInstance(apiKey, apiSecret, { baseURL: url, timeout: 60_000 });

const differing = (wanted, live) => Object.entries(wanted).filter(([key, value]) => live[key] !== value);

async function syncUsers() {
  const wanted = users().map(({ custom, ...user }) => ({ ...user, ...custom }));
  const created = [];
  const changed = [];
  await parallel(chunks(wanted, 100), AT_A_TIME, async (batch) => {
    const filter = { id: { $in: batch.map(({ id }) => id) } };
    const found = await patiently(() => client.queryUsers(filter, {}, { limit: 100, include_deactivated_users: true }));
    const live = new Map(found.users.map((user) => [user.id, user]));
    for (const user of batch) {
      const known = live.get(user.id);
      const fields = known === undefined ? [] : differing(user, known);
      if (known === undefined) created.push(user);
      else if (fields.length > 0) changed.push({ id: user.id, set: Object.fromEntries(fields) });
    }
  });
  await parallel(chunks(created, 100), AT_A_TIME, (batch) => patiently(() => client.upsertUsers(batch)));
  await parallel(chunks(changed, 100), AT_A_TIME, (batch) => patiently(() => client.partialUpdateUsers(batch)));
}

async function syncChannel({ type, id, members, created_by_id, name, custom }, known) {
  if (known === undefined) {
    const channel = client.channel(type, id, { created_by_id, name, ...custom, members });
    await patiently(() => channel.create());
    return;
  }
  const channel = client.channel(type, id);
  const fields = differing({ name, ...custom }, known.channel);
  if (fields.length > 0) await patiently(() => channel.updatePartial({ set: Object.fromEntries(fields) }));
  const present = new Set(known.members.map((member) => member.user_id));
  const missing = members.filter((member) => !present.has(member));
  if (missing.length > 0) await patiently(() => channel.addMembers(missing));
}

async function syncChannels() {
  const steps = [];
  await parallel(chunks(channels(), 30), AT_A_TIME, async (page) => {
    const filter = { cid: { $in: page.map(({ cid }) => cid) } };
    const options = { limit: 30, member_limit: 100, message_limit: 0 };
    const found = await patiently(() => client.queryChannelsRequest(filter, [], options));
    const live = new Map(found.map((each) => [each.channel.cid, each]));
    for (const channel of page) steps.push([channel, live.get(channel.cid)]);
  });
  await parallel(steps, AT_A_TIME, ([channel, known]) => syncChannel(channel, known));
}

await syncUsers();
await syncChannels();
