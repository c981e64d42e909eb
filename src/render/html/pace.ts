/** What is sent, in which order, and how long it takes: stages along time, each with its calls; then the limits. */
import { aboutSeconds, count, counted, percent } from '../text.ts';
import type { CallView, StageView } from '../view/calls.ts';
import type { PlanView } from '../view.ts';
import { html, type Markup, type Part } from './tag.ts';

/** Of one stage; the rest is counted. */
const LISTED = 500;
const SHOWN_ADDRESSES = 4;

export function pace(view: PlanView): Part {
  const { calls, seconds } = view.plan.estimate;
  return html`<p class="about">${counted(calls, 'call')}, ${aboutSeconds(seconds)}. Stages run one after another.${view.bottleneck !== undefined && ` ${view.bottleneck}`}${view.batches !== undefined && ` ${view.batches}`}</p>
${timeline(view, seconds)}
${budget(view)}`;
}

function timeline({ stages, calls }: PlanView, seconds: number): Part {
  if (stages.length === 0) return undefined;
  const byStage = new Map<string, CallView[]>();
  for (const call of calls) {
    const list = byStage.get(call.stage);
    if (list === undefined) byStage.set(call.stage, [call]);
    else list.push(call);
  }
  return html`<h3 id="timeline-title">Timeline</h3>
<ol class="timeline" aria-labelledby="timeline-title">
${stages.map((each) => stage(each, seconds, byStage.get(each.title) ?? []))}</ol>`;
}

function stage(
  { title, calls, start, seconds, bottleneck }: StageView,
  total: number,
  list: readonly CallView[],
): Markup {
  const limit = bottleneck && `bound by ${bottleneck.op}, ${count(bottleneck.perMinute)} a minute`;
  return html`<li><details><summary><span class="name">${title}</span> <span class="size">${counted(calls, 'call')}</span>
${bar(share(start, total), share(seconds, total))}
<span class="time">${aboutSeconds(seconds)}</span>${limit !== undefined && html` <span class="limit">${limit}</span>`}</summary>
<ul class="calls">
${list.slice(0, LISTED).map(call)}${list.length > LISTED && html`<li>… and ${count(list.length - LISTED)} more</li>`}</ul></details></li>
`;
}

function call({ method, path, op, covers }: CallView): Markup {
  const more = covers.length - SHOWN_ADDRESSES;
  const names = `${covers.slice(0, SHOWN_ADDRESSES).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`;
  return html`<li><code><b>${method}</b> ${path}</code> <span class="remark">${op}: ${names}</span></li>
`;
}

function budget({ budget: all }: PlanView): Part {
  if (all.length === 0) return undefined;
  return html`<h3 id="budget-title">Budget</h3>
<p class="about">Calls of each operation against what this run may send in a minute.</p>
<div class="wide" role="region" aria-labelledby="budget-title" tabindex="0"><table class="budget">
<thead><tr><th scope="col">operation</th><th scope="col">calls</th><th scope="col">a minute</th><th scope="col">share</th><td></td></tr></thead>
<tbody>
${all.map(
  ({
    op,
    calls,
    perMinute,
    share: part,
  }) => html`<tr><th scope="row">${op}</th><td>${count(calls)}</td><td>${count(perMinute)}</td><td>${percent(part)}</td><td class="meter">${bar(0, Math.min(1, part))}</td></tr>
`,
)}</tbody>
</table></div>`;
}

function share(part: number, total: number): number {
  return total === 0 ? 0 : part / total;
}

/** A drawing, because the page's policy allows no style of its own to an element. */
function bar(start: number, length: number): Markup {
  const x = Math.min(98, start * 100).toFixed(1);
  const width = Math.max(1, Math.min(100, length * 100)).toFixed(1);
  return html`<svg class="bar" height="8" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="8" rx="4"/><rect class="fill" x="${x}%" width="${width}%" height="8" rx="4"/></svg>`;
}
