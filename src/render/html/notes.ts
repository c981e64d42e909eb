/** What the tool has to say beside the changes. */
import type { Diagnostic } from '../../core/diagnostic.ts';
import { sorted } from '../diagnostics.ts';
import { labelOf } from '../value.ts';
import { html, type Markup, type Part, sentences } from './tag.ts';

export function notes(all: readonly Diagnostic[], options: { readonly relative: (file: string) => string }): Part {
  return html`<ul class="plain">
${sorted(all).map((each) => note(each, options.relative))}</ul>`;
}

function note(
  { severity, code, summary, detail, subject, source }: Diagnostic,
  relative: (file: string) => string,
): Markup {
  const name = subject?.startsWith('/') ? labelOf(subject) : subject;
  return html`<li class="note ${severity}">
<p class="head"><span class="severity">${severity}</span> <b>${summary}</b> ${name !== undefined && html`<code>${name}</code>`}</p>
${detail !== undefined && html`<p>${sentences(detail)}</p>`}
<p class="where">${source !== undefined && html`<code>${relative(source.file)}:${source.line}:${source.column}</code>`} <span>${code}</span></p>
</li>
`;
}
