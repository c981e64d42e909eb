/** How single values are shown. Everything goes through `html`, which escapes it. */
import { html, raw } from 'hono/html';
import { isArray, isObject, type Json } from '../../core/json.ts';

export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

export function shownValue(value: Json): unknown {
  if (value === null || value === '') return html`<span class="quiet">unset</span>`;
  if (typeof value === 'boolean') return value ? 'on' : html`<span class="quiet">off</span>`;
  if (isArray(value)) {
    if (value.length === 0) return html`<span class="quiet">none</span>`;
    if (value.every((item) => !isObject(item) && !isArray(item))) return value.join(', ');
    return html`<ol class="parts">${value.map((item) => html`<li>${shownValue(item)}</li>`)}</ol>`;
  }
  if (!isObject(value)) return String(value);
  const members = Object.entries(value);
  if (members.length === 0) return html`<span class="quiet">none</span>`;
  return html`<ul class="parts">${members.map(
    ([key, member]) => html`<li><span class="quiet">${breakable(key)}</span> ${shownValue(member)}</li>`,
  )}</ul>`;
}

/** Names and what they stand for. */
export function pairs(entries: readonly (readonly [name: string, value: unknown])[]) {
  return html`<dl class="pairs">${entries.map(
    ([name, value]) => html`<div><dt>${breakable(name)}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

/** Long names may break after their underscores. */
function breakable(name: string) {
  return name.split('_').map((part, index) => html`${index === 0 ? '' : raw('_<wbr>')}${part}`);
}
