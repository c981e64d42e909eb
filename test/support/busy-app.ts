/** An app with something of every kind, and a configuration that wants one of every writing operation of the tool. */
import type { Plan } from '../../src/core/plan.ts';
import { aWorld, type Loaded, type World } from './world.ts';

export const SETUP = `
users: { bot: { role: admin }, ann: { name: Ann }, ben: {}, cy: { state: deactivated }, old: {} }
commands: { faq: { description: Old } }
blocklists: { gone: { words: [a] } }
channel_types: { rooms: { polls: true } }
channels:
  messaging:news: { created_by_id: bot, name: News, members: [ann] }
  messaging:old: { created_by_id: bot }
`;
/** One of every writing operation. */
export const NEXT = `
app: { cdn_expiration_seconds: 86400, event_hooks: { audit: { hook_type: webhook, enabled: true, webhook_url: "https://example.com/a" } } }
roles: [host]
permissions: { pin-own: { name: Pin, action: PinMessage, condition: { a: 1 } } }
commands: { ticket: { description: Ask }, faq: { description: Read } }
blocklists: { house: { words: [a, b] } }
channel_types:
  stage: { quotes: true, commands: [ticket], grants: { host: [pin-own] } }
  rooms: { polls: false }
users: { bot: { role: admin }, ann: { name: Anna, role: host }, ben: {}, cy: { state: active }, dot: { name: Dot }, ed: { state: deactivated } }
channels:
  messaging:news:
    created_by_id: bot
    name: News today
    members: { ann: channel_moderator, ben: { custom: { seat: A1 } }, cy: {} }
    announce: { as: bot, on_update: Updated, on_members_added: "{{members}} joined" }
    messages: { welcome: { user_id: bot, text: Welcome }, rules: { user_id: bot, text: Be kind } }
  stage:one:
    created_by_id: dot
    cooldown: 5
    frozen: true
    members: { dot: { custom: { a: 1 } }, ann: { invite: true } }
    messages: { first: { user_id: dot, text: One }, second: { user_id: dot, text: Two } }
removed: [{ address: user.old, on_removal: delete }, { address: channel.messaging:old, on_removal: delete }, blocklist.gone]
`;
export const ANYTHING = { allowDelete: true };

/** Set up, with a plan for the rest that is ready to be applied. */
export async function aBusyApp(): Promise<{ world: World; loaded: Loaded; plan: Plan }> {
  const world = await aWorld();
  await world.converge(SETUP);
  const loaded = await world.load(NEXT);
  const plan = await loaded.plan(ANYTHING);
  world.forget();
  return { world, loaded, plan };
}

interface Stored {
  readonly messages: Readonly<Record<string, { readonly text: string; readonly cid: string; readonly type: string }>>;
}

/** Messages of a channel, oldest first. */
export function messagesOf(world: World, cid: string): readonly string[] {
  const { messages } = world.emulator.snapshot() as Stored;
  return Object.values(messages)
    .filter((message) => message.cid === cid)
    .map((message) => `${message.type}: ${message.text}`);
}
