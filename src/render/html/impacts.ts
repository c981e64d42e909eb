/** What the plan does to clients, data and security; what the configuration accepts comes last and quieter. */
import { affectedText } from '../../core/affected.ts';
import type { Impact } from '../../core/plan.ts';
import { CLASSES } from '../tally.ts';
import { labelOf } from '../value.ts';
import type { Index } from './lookup.ts';
import { html, type Markup, type Part, sentences } from './tag.ts';

export function impacts(all: readonly Impact[], index: Index): Part {
  return html`<ul class="impacts">
${all.map((each) => card(each, index))}</ul>`;
}

function card(impact: Impact, index: Index): Markup {
  const { affected, waiver } = impact;
  return html`<li class="impact ${impact.class}${waiver !== undefined && ' waived'}">
<p class="head">${chip(impact)} <b>${impact.summary}</b> <span class="remark">${CLASSES[impact.class].one}</span></p>
<p>${sentences(impact.detail)}</p>
<p class="where">${where(impact, index)}${affected !== undefined && html` <span>affects ${affectedText(affected)}</span>`}</p>
${waiver !== undefined && html`<p class="waiver">Waived until ${waiver.expires}: ${waiver.reason}</p>`}
</li>
`;
}

export function chip({ code, class: name, summary, waiver }: Impact): Markup {
  const accepted = waiver !== undefined;
  return html`<span class="chip ${accepted ? 'waived' : name}" title="${summary}${accepted && ' (waived)'}">${code}</span>`;
}

function where({ address, path }: Impact, index: Index): Markup {
  const name = html`<code>${address}${path !== '' && `.${labelOf(path)}`}</code>`;
  const anchor = index.anchor(address);
  return anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`;
}
