/** The first configuration of a newcomer: what it takes to reach the app, and an example that can be planned as it stands. */
import { headOf } from './edit/skeleton.ts';

export function firstConfiguration(): string {
  return `${headOf({})}
# Only what stands here is managed: everything else of the app stays as it is.
# chat pull writes what the app has now; chat explain tells what else can stand here.

roles: [host] # short for { host: {} }

channel_types:
  livestream: # built in: only these two settings are managed
    max_message_length: 500
    grants:
      host: [read-channel, create-message, create-reaction, pin-message, ban-channel-member]

users:
  helper-bot:
    name: Helper
    role: admin

channels:
  livestream:lobby:
    created_by_id: helper-bot
    name: Lobby # short for custom.name
    members: [helper-bot] # whoever else is a member stays one
`;
}
