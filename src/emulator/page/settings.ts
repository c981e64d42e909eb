import { html } from 'hono/html';
import { equalJson, isObject, type Json } from '../../core/json.ts';
import { APP_DEFAULTS, APP_FIXED } from '../defaults/app.ts';
import { encodeV1 } from '../encode.ts';
import { redact } from '../http/log.ts';
import { appView } from '../resources/app/view.ts';
import type { ChannelTypeRow } from '../store/rows/settings.ts';
import { lagged, type World } from '../world.ts';
import { counted, pairs, shownValue } from './values.ts';

/** They have places of their own on the page, or say nothing. */
const ELSEWHERE = ['id', 'grants', 'channel_configs', 'policies', 'call_types', 'geofences'];

/** Those that were changed come first: the rest is the same in every app. */
export function settingsSection(world: World) {
  const view = redact(JSON.parse(encodeV1(appView(world))) as Json);
  const all = isObject(view) ? Object.entries(view) : [];
  const shown = all.filter(([key]) => !ELSEWHERE.includes(key)).sort(byName);
  const changed = shown.filter(([key, value]) => !isFresh(key, value));
  const fresh = shown.filter(([key, value]) => isFresh(key, value));
  return html`<section id="settings" aria-labelledby="settings-title">
<h2 id="settings-title">Settings</h2>
${asPairs(changed)}
<details><summary>${counted(fresh.length, 'setting')} <span class="quiet">as in a fresh app</span></summary>${asPairs(fresh)}</details>
</section>`;
}

const FRESH: Readonly<Record<string, Json>> = { ...APP_FIXED, ...APP_DEFAULTS };

function isFresh(key: string, value: Json): boolean {
  if (Object.hasOwn(FRESH, key)) return equalJson(FRESH[key], value);
  return value === null || value === '' || equalJson(value, []);
}

export function typesSection(world: World) {
  const types = [...lagged(world, world.store.channelTypes).values()];
  return html`<section id="types" aria-labelledby="types-title">
<h2 id="types-title">Channel types</h2>
${types.map((type) => typeOf(world, type))}
</section>`;
}

function typeOf(world: World, type: ChannelTypeRow) {
  const channels = [...world.store.channelsByType.of(type.name).values()];
  const living = channels.filter((channel) => channel.deleted_at === undefined).length;
  const settings = Object.entries<Json>({ ...type.settings, commands: type.commands }).sort(byName);
  return html`<details><summary>${type.name} <span class="quiet">${counted(living, 'channel')}</span></summary>
${asPairs(settings)}</details>`;
}

function asPairs(settings: readonly (readonly [string, Json])[]) {
  return pairs(settings.map(([key, value]) => [key, shownValue(value)]));
}

function byName([a]: readonly [string, Json], [b]: readonly [string, Json]): number {
  return a < b ? -1 : 1;
}
