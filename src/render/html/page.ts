/**
 * The plan as one page in one file: nothing is loaded from elsewhere, and a policy inside of it forbids that. It can be read without its script,
 * which only adds search, counts and a button to copy; boxes filter by style alone.
 */
import { tallyOfImpacts, tallyOfRest } from '../tally.ts';
import { count, counted } from '../text.ts';
import type { PlanView } from '../view.ts';
import { SCRIPT, SCRIPT_DIGEST, STYLE, STYLE_DIGEST } from './assets.ts';
import { announcements, changes, heldBack } from './changes.ts';
import { filters } from './filters.ts';
import { impacts } from './impacts.ts';
import { indexOf } from './lookup.ts';
import { matrix } from './matrix.ts';
import { notes } from './notes.ts';
import { pace } from './pace.ts';
import { html, type Markup, ours, type Part } from './tag.ts';

export interface HtmlOptions {
  /** How a file is named to the reader. */
  readonly relative: (file: string) => string;
}

const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_DIGEST}'`,
  `script-src '${SCRIPT_DIGEST}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A part of the page that its table of contents names; no content, no section. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly size: number;
  readonly content: Part;
}

export function renderHtml(view: PlanView, options: HtmlOptions): string {
  const index = indexOf(view);
  const sections: readonly Section[] = [
    { id: 'impacts', title: 'Impacts', size: view.impacts.length, content: impacts(view.impacts, index) },
    { id: 'changes', title: 'Changes', size: sizeOf(view), content: changes(view, index) },
    { id: 'permissions', title: 'Permissions', size: view.permissions.length, content: matrix(view) },
    {
      id: 'announcements',
      title: 'Announcements',
      size: view.announcements.length,
      content: announcements(view.announcements),
    },
    { id: 'held-back', title: 'Held back', size: view.heldBack.length, content: heldBack(view.heldBack) },
    { id: 'notes', title: 'Notes', size: view.diagnostics.length, content: notes(view.diagnostics, options) },
    { id: 'calls', title: 'Calls', size: view.calls.length, content: pace(view) },
  ].filter(({ size }) => size > 0);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${view.verdict}</title>
<style>${ours(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the plan</a>
${header(view)}
<div class="columns">
<div class="side">${contents(sections)}${filters(view, index)}</div>
<main id="main" tabindex="-1">
${sections.map(
  ({ id, title, size, content }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} <span class="size">${count(size)}</span></h2>
${content}
</section>
`,
)}
</main>
</div>
${footer(view)}
<script>${ours(SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}

function sizeOf(view: PlanView): number {
  return view.groups.reduce((sum, group) => sum + group.resources.length, 0);
}

function header(view: PlanView): Markup {
  const [verdict = '', ...rest] = view.verdict.split(' · ');
  const risks = tallyOfImpacts(view.impacts.filter((impact) => impact.waiver === undefined));
  return html`<header class="top">
<p class="target">${view.target}</p>
<h1>${verdict}</h1>
${rest.length > 0 && html`<p class="rest">${rest.join(' · ')}</p>`}
${risks !== '' && html`<p class="risk"><a href="#impacts">${risks}</a></p>`}
${command(view)}
</header>`;
}

function command(view: PlanView): Part {
  if (!view.writes || view.command === undefined) return undefined;
  return html`<p class="command"><span>To apply</span> <code>${view.command}</code> <button type="button" class="copy" hidden>Copy</button></p>`;
}

function contents(sections: readonly Section[]): Part {
  if (sections.length < 2) return undefined;
  return html`<nav aria-label="Contents"><ul>
${sections.map(({ id, title, size }) => html`<li><a href="#${id}">${title} <span class="size">${count(size)}</span></a></li>`)}
</ul></nav>`;
}

function footer(view: PlanView): Markup {
  const { totals, blind, plan } = view;
  const counts = tallyOfRest(totals);
  const [first] = blind;
  const base = plan.configuration.base;
  return html`<footer>
${counts !== '' && html`<p>${counts}</p>`}
${
  first !== undefined &&
  html`<details><summary>${counted(blind.length, 'field')} cannot be compared</summary>
<p>They are sent when their object is created or written for another reason. To send one all the same: <code>--send '${first}'</code></p>
<ul class="names">${blind.map((each) => html`<li><code>${each}</code></li>`)}</ul></details>`
}
${base !== undefined && html`<p>Compared with what was managed at <code>${base.ref}</code> (<code>${base.commit}</code>).</p>`}
${command(view)}
</footer>`;
}
