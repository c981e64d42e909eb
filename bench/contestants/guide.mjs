// The script that the vendor's guide teaches: users in batches of a hundred, then channel after channel, created and then
// filled with its members. It looks at nothing, so that each run writes everything.
import { StreamChat } from 'stream-chat';
import { apiKey, apiSecret, channels, chunks, patiently, url, users } from './input.mjs';

const client = StreamChat.getInstance(apiKey, apiSecret, { baseURL: url, timeout: 60_000 });

for (const batch of chunks(users(), 100)) {
  await patiently(() => client.upsertUsers(batch.map(({ custom, ...user }) => ({ ...user, ...custom }))));
}
for (const { type, id, members, created_by_id, name, custom } of channels()) {
  const channel = client.channel(type, id, { created_by_id, name, ...custom });
  await patiently(() => channel.create());
  await patiently(() => channel.addMembers(members));
}
