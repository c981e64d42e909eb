import { html } from 'hono/html';
import { membersOf } from '../resources/channels/view.ts';
import { livingMessages } from '../resources/messages/list.ts';
import type { ChannelRow, MemberRow } from '../store/rows/channels.ts';
import type { UserRow } from '../store/rows/users.ts';
import type { World } from '../world.ts';
import { counted, pairs, shownValue } from './values.ts';

const MOST_ROWS = 200;
const MOST_MEMBERS = 50;
const MOST_MESSAGES = 10;

export function usersSection(world: World) {
  const users = [...world.store.users.values()].filter((user) => user.deleted_at === undefined);
  return html`<section id="users" aria-labelledby="users-title">
<h2 id="users-title">Users</h2>
<p class="quiet">${shownOf(users.length, 'user')}</p>
<div class="wide" tabindex="0" role="region" aria-label="Users"><table>
<thead><tr><th>Id</th><th>Name</th><th>Role</th><th>Teams</th><th>State</th><th>Custom data</th></tr></thead>
<tbody>${newest(users).map(
    (
      user,
    ) => html`<tr><th scope="row">${user.id}</th><td>${user.name ?? ''}</td><td>${user.role}</td><td>${user.teams.join(', ')}</td>
<td>${stateOf(user)}</td><td>${Object.keys(user.custom).length === 0 ? '' : shownValue(user.custom)}</td></tr>`,
  )}</tbody></table></div>
</section>`;
}

function stateOf(user: UserRow): string {
  return user.deactivated_at === undefined ? 'active' : 'deactivated';
}

export function channelsSection(world: World) {
  const channels = [...world.store.channels.values()].filter((channel) => channel.deleted_at === undefined);
  return html`<section id="channels" aria-labelledby="channels-title">
<h2 id="channels-title">Channels</h2>
<p class="quiet">${shownOf(channels.length, 'channel')}</p>
${newest(channels).map((channel) => channelOf(world, channel))}
</section>`;
}

function channelOf(world: World, channel: ChannelRow) {
  const members = membersOf(world, channel.cid);
  const messages = livingMessages(world, channel.cid);
  const { name } = channel.custom;
  return html`<details><summary>${channel.cid} ${typeof name === 'string' ? html`<b>${name}</b>` : ''} <span class="quiet">${counted(members.length, 'member')}, ${counted(messages.length, 'message')}</span></summary>
${pairs([
  ['created by', channel.created_by_id],
  ['team', shownValue(channel.team)],
  ['frozen', shownValue(channel.frozen)],
  ['disabled', shownValue(channel.disabled)],
  ['custom data', shownValue(channel.custom)],
  ['members', namesOf(members)],
])}
<ol class="messages">${messages
    .slice(-MOST_MESSAGES)
    .map(
      (message) =>
        html`<li><span class="quiet">${clock(message.created_at)}</span> <b>${message.user_id}</b> ${message.text}</li>`,
    )}</ol></details>`;
}

function namesOf(members: readonly MemberRow[]): string {
  const names = members.slice(0, MOST_MEMBERS).map((member) => `${member.user_id} (${member.channel_role})`);
  return `${names.join(', ')}${members.length > MOST_MEMBERS ? ' …' : ''}`;
}

function clock(us: number): string {
  return new Date(us / 1000).toISOString().slice(0, 16).replace('T', ' ');
}

function newest<Row extends { readonly created_at: number }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => b.created_at - a.created_at).slice(0, MOST_ROWS);
}

function shownOf(count: number, what: string): string {
  const all = counted(count, what);
  return count > MOST_ROWS ? `${all}, of which the newest ${MOST_ROWS} are shown.` : `${all}.`;
}
