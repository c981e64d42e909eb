/** Changes by kind, each with its fields before and after. */
import type { Impact } from '../../core/plan.ts';
import type { Line } from '../lines.ts';
import { touches } from '../reviewed.ts';
import { tallyOfWords } from '../tally.ts';
import { columns, counted, shorten } from '../text.ts';
import { formatValue, SENSITIVE } from '../value.ts';
import type { Announcement } from '../view/announcements.ts';
import type { Group, HeldBack, ResourceView } from '../view/resources.ts';
import type { PlanView } from '../view.ts';
import { chip } from './impacts.ts';
import type { Index } from './lookup.ts';
import { html, type Markup, type Part } from './tag.ts';

/** A longer group starts folded. */
const OPEN = 200;
/** Longer values stand below each other. */
const SHORT = 60;
/** No value takes more of the page. */
const LONGEST = 4000;
const NONE: readonly Impact[] = [];

export function changes(view: PlanView, index: Index): Part {
  const risks = index.classes.length > 0 ? ' risks' : '';
  return html`<div class="groups${risks}">
${view.groups.map((each, place) => group(each, place, index))}
</div>
<p class="nothing" hidden>No change passes the filter.</p>`;
}

function group({ title, resources }: Group, place: number, index: Index): Markup {
  const open = resources.length <= OPEN;
  return html`<details class="group k${place}"${open && html` open`}>
<summary><h3>${title}</h3> <span class="size">${tallyOfWords(resources)}</span></summary>
<ul class="changes">
${resources.map((each) => change(each, index))}</ul>
</details>
`;
}

function change(view: ResourceView, index: Index): Markup {
  const impacts = index.impactsOf(view);
  const risks = impacts.length === 0 ? ' r-none' : impacts.map((impact) => ` r-${impact.class}`).join('');
  const whole = impacts.filter((impact) => impact.path === '');
  return html`<li class="change w-${view.word}${risks}" id="${index.anchor(view.raw) ?? ''}">
${head(view, whole)}
${lines(view, impacts)}</li>
`;
}

function head(view: ResourceView, impacts: readonly Impact[]): Markup {
  return html`<p class="head"><span class="act"><b>${view.symbol}</b> ${view.word}</span> <code>${view.address}</code>${chips(impacts)}${view.remark !== undefined && html` <span class="remark">${view.remark}</span>`}</p>`;
}

function chips(impacts: readonly Impact[]): Part {
  return impacts.map((impact) => html` ${chip(impact)}`);
}

function lines({ lines: all }: ResourceView, impacts: readonly Impact[] = NONE): Part {
  if (all.length === 0) return undefined;
  return html`<ul class="lines">
${all.map((each) => line(each, impacts.length === 0 ? NONE : impacts.filter(({ path }) => path !== '' && touches(path, each.at))))}</ul>`;
}

/** Has nothing but its name. */
function isBare(view: Line): boolean {
  return view.type === 'value' && view.before === undefined && view.after === undefined;
}

const SIGNS = { '+': ['added', 'add'], '-': ['removed', 'cut'], '~': ['changed', 'set'] } as const;

function line(view: Line, impacts: readonly Impact[]): Markup {
  const [word, name] = SIGNS[view.sign];
  const origin = view.origin === undefined ? undefined : html` <span class="origin">${view.origin}</span>`;
  return html`<li class="${name}"><span class="sign" title="${word}">${view.sign}</span> <span class="label">${view.label}${!isBare(view) && ':'}</span>${chips(impacts)}${origin} ${value(view)}</li>
`;
}

function value(view: Line): Part {
  switch (view.type) {
    case 'secret':
      return html`<span class="value">${SENSITIVE}</span>`;
    case 'set':
      return items(view);
    case 'text':
      return html`<pre class="value text" tabindex="0">${view.rows.map(({ sign, text }) => row(sign, text))}${view.more > 0 && html`<span class="row">  … ${counted(view.more, 'more line')}</span>`}</pre>`;
    case 'value':
      return sides(view);
  }
}

function row(sign: ' ' | '+' | '-', text: string): Markup {
  if (sign === ' ') return html`<span class="row">  ${text}\n</span>`;
  return sign === '+' ? html`<ins class="row">+ ${text}\n</ins>` : html`<del class="row">- ${text}\n</del>`;
}

function items({ added, removed }: Line & { type: 'set' }): Markup {
  if (added.length + removed.length === 0) return html`<span class="value">[]</span>`;
  const list = [
    ...removed.map((item) => html`<li><del>-${shorten(item, LONGEST)}</del></li> `),
    ...added.map((item) => html`<li><ins>+${shorten(item, LONGEST)}</ins></li> `),
  ];
  return html`<ul class="value items">${list}</ul>`;
}

function sides({ sign, before, after }: Line & { type: 'value' }): Part {
  const text = (side: typeof before) => shorten(formatValue(side), LONGEST);
  if (sign !== '~') {
    const side = sign === '+' ? after : before;
    return side === undefined ? undefined : html`<span class="value">${text(side)}</span>`;
  }
  const [left, right] = [text(before), text(after)];
  const long = columns(left) > SHORT || columns(right) > SHORT ? ' long' : '';
  return html`<span class="value sides${long}"><del>${left}</del> <span class="to">→</span> <ins>${right}</ins></span>`;
}

export function heldBack(all: readonly HeldBack[]): Part {
  return html`<p class="about">Shown, and not carried out in this run.</p>
<ul class="changes held">
${all.map(
  (each) => html`<li class="change w-${each.word}">
${head(each, NONE)}
<p class="reason">${each.reason}</p>
${each.word === 'update' && lines(each)}</li>
`,
)}</ul>`;
}

export function announcements(all: readonly Announcement[]): Part {
  return html`<p class="about">Members will read these messages.</p>
<ul class="plain">
${all.map(
  ({
    address,
    text,
    as,
  }) => html`<li><code>${address}</code>${as !== undefined && html` <span class="remark">as ${as}</span>`}<blockquote>${text}</blockquote></li>
`,
)}</ul>`;
}
