import { html } from 'hono/html';
import { isArray, isObject, type Json } from '../../core/json.ts';
import { encodeV1 } from '../encode.ts';
import { redact } from '../http/log.ts';
import { appView } from '../resources/app/view.ts';
import { lagged, type World } from '../world.ts';

/** They have places of their own on the page, or say nothing. */
const ELSEWHERE = ['grants', 'channel_configs', 'policies', 'call_types', 'geofences'];

export function settingsSection(world: World) {
  const view = redact(encodeV1(appView(world)));
  const settings = isObject(view) ? Object.entries(view).filter(([key]) => !ELSEWHERE.includes(key)) : [];
  return html`<section id="settings" aria-labelledby="settings-title">
<h2 id="settings-title">Settings</h2>
<dl class="pairs">${settings.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => html`<div><dt>${key}</dt><dd>${shownValue(value)}</dd></div>`)}</dl>
</section>`;
}

export function typesSection(world: World) {
  const types = [...lagged(world, world.store.channelTypes).values()];
  const count = (name: string) =>
    [...world.store.channelsByType.of(name).values()].filter((channel) => channel.deleted_at === undefined).length;
  return html`<section id="types" aria-labelledby="types-title">
<h2 id="types-title">Channel types</h2>
${types.map(
  (
    type,
  ) => html`<details><summary>${type.name} <span class="quiet">${counted(count(type.name), 'channel')}</span></summary>
<dl class="pairs"><div><dt>commands</dt><dd>${shownValue([...type.commands])}</dd></div>${Object.entries(type.settings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => html`<div><dt>${key}</dt><dd>${shownValue(value)}</dd></div>`)}</dl></details>`,
)}
</section>`;
}

export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

export function shownValue(value: Json): unknown {
  if (value === null || value === '') return html`<span class="quiet">unset</span>`;
  if (typeof value === 'boolean') return value ? 'on' : html`<span class="quiet">off</span>`;
  if (isArray(value) && value.length === 0) return html`<span class="quiet">none</span>`;
  if (isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  if (isArray(value) || isObject(value)) return html`<code>${JSON.stringify(value)}</code>`;
  return String(value);
}
