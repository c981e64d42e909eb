import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { World } from '../world.ts';
import { accessSection } from './access.ts';
import { channelsSection, usersSection } from './people.ts';
import { SCRIPT } from './script.ts';
import { settingsSection, typesSection } from './settings.ts';
import { STYLE } from './style.ts';

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing may come from elsewhere, and no other script or style may run. */
export const POLICY = [
  "default-src 'none'",
  `script-src ${digest(SCRIPT)}`,
  `style-src ${digest(STYLE)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECTIONS = {
  requests: 'Requests',
  users: 'Users',
  channels: 'Channels',
  types: 'Channel types',
  roles: 'Roles',
  permissions: 'Permissions',
  settings: 'Settings',
};

export function renderPage(world: World, log: string) {
  const at = new Date(world.now()).toISOString().slice(0, 19).replace('T', ' ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Emulator of app ${world.appId}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#requests">Skip to content</a>
<header>
<h1>App ${world.appId}</h1>
<p>State at ${at} UTC. <a href="/">Read it again</a></p>
<nav aria-label="Sections"><ul>${Object.entries(SECTIONS).map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>
<section id="requests" aria-labelledby="requests-title" data-log="${log}">
<h2 id="requests-title">Requests</h2>
<p><label><input type="checkbox" id="follow" checked> Follow</label> <span id="following" role="status"></span></p>
<div class="wide log" tabindex="0" role="region" aria-label="Requests">
<table><thead><tr><th>Time</th><th>Operation</th><th>Request</th><th class="number">Status</th><th class="number">Duration</th><th>Bodies</th></tr></thead>
<tbody id="log"><tr class="empty"><td colspan="6">None yet.</td></tr></tbody></table>
</div>
</section>
${usersSection(world)}
${channelsSection(world)}
${typesSection(world)}
${accessSection(world)}
${settingsSection(world)}
</main>
<script>${raw(SCRIPT)}</script>
</body>
</html>`;
}
