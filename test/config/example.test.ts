// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are part of the example.
/** A configuration that uses most of the language, with the real kinds and schemas. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadConfiguration } from '../../src/config/load.ts';
import { kinds } from '../../src/kinds/index.ts';
import { bodies, folderWith, hash, ROOT } from './support.ts';

const EXAMPLE = `# yaml-language-server: $schema=./schemas/chat.schema.json
version: 1
target:
  api_key: \${STREAM_API_KEY}
  api_secret: \${STREAM_API_SECRET}
  app_id: 1729640
app:
  enforce_unique_usernames: app
  file_upload_config: { size_limit: 10485760, blocked_file_extensions: [.exe] }
  grants: { guest: [search-user] }
roles: [host, vip]
commands:
  ticket: { description: Open a support ticket, args: "[subject]" }
blocklists:
  house_rules: { type: word, words: [spoiler] }
channel_types:
  livestream:
    max_message_length: \${LONGEST:-500}
    commands: [giphy, ticket]
    blocklists: [{ blocklist: house_rules, behavior: block }]
    grants:
      host: [create-message, ban-channel-member]
users:
  bot: { name: Helper, role: admin, custom: { kind: bot } }
  alice: { name: Alice, role: user, teams: [red] }
channels:
  livestream:launch:
    created_by_id: bot
    name: Launch day
    custom: { color: green }
    members: { mode: exact, list: { alice: channel_moderator, bot: channel_member } }
    announce: { as: bot, on_update: "The channel was updated", on_members_added: "{{members}} joined" }
    messages:
      welcome: { user_id: bot, text: Welcome!, pinned: true }
environments:
  staging: { target: { app_id: 1729641 }, app: { disable_auth_checks: true } }
`;

test('loads without a word', async () => {
  const desired = await loadConfiguration({
    file: join(folderWith({ [ROOT]: EXAMPLE }), ROOT),
    env: 'staging',
    environ: { STREAM_API_KEY: 'key', STREAM_API_SECRET: 'secret' },
    kinds,
    schemaDir: fileURLToPath(new URL('../../schemas', import.meta.url)),
    strict: true,
    hash,
  });
  await desired.finish();
  expect(desired.diagnostics).toEqual([]);
  expect(desired.target).toMatchObject({ apiKey: 'key', apiSecret: 'secret', appId: 1729641 });
  expect((await bodies(desired, 'app'))['']).toMatchObject({
    disable_auth_checks: true,
    enforce_unique_usernames: 'app',
  });
  expect((await bodies(desired, 'channel_type'))['livestream']).toMatchObject({ max_message_length: 500 });
  expect((await bodies(desired, 'channel'))['livestream:launch']).toMatchObject({ members_mode: 'exact' });
});
