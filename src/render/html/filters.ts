/** Boxes that hide changes by kind, by what is done, by risk. They work by style alone: each box hides what bears the class of its name. */
import type { ImpactClass } from '../../core/plan.ts';
import { CLASSES, WORDS } from '../tally.ts';
import { count } from '../text.ts';
import type { PlanView } from '../view.ts';
import type { Index } from './lookup.ts';
import { html, type Part } from './tag.ts';

/** As many kinds the style has a rule for. */
const KINDS = 32;

interface Box {
  readonly id: string;
  readonly label: string;
  readonly size: number;
}

export function filters(view: PlanView, index: Index): Part {
  const resources = view.groups.flatMap((group) => group.resources);
  if (resources.length < 2) return undefined;
  const kinds = view.groups
    .slice(0, KINDS)
    .map(({ title, resources: { length } }, place) => ({ id: `k${place}`, label: title, size: length }));
  const words = WORDS.map((word) => ({
    id: `w-${word}`,
    label: word,
    size: resources.filter((resource) => resource.word === word).length,
  })).filter(({ size }) => size > 0);
  return html`<details class="fold" open><summary>Filter changes</summary>
<form id="filters" autocomplete="off" aria-label="Filter changes">
<p class="search" hidden><label for="search">Find in changes</label> <input id="search" type="search"></p>
${index.classes.length > 0 && boxes('Risk', risks(view, index))}
${kinds.length > 1 && boxes('Kind', kinds)}
${words.length > 1 && boxes('Action', words)}
<p class="tools"><button type="reset">Show all</button> <span id="status" role="status"></span></p>
</form>
</details>`;
}

function risks(view: PlanView, index: Index): readonly Box[] {
  const sizes = new Map<ImpactClass | 'none', number>();
  for (const resource of view.groups.flatMap((group) => group.resources)) {
    const classes = new Set(index.impactsOf(resource).map((impact) => impact.class));
    for (const name of classes.size === 0 ? (['none'] as const) : classes) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const found = index.classes.map((name) => ({
    id: `r-${name}`,
    label: `${name} ${CLASSES[name].one}`,
    size: sizes.get(name) ?? 0,
  }));
  return [...found, { id: 'r-none', label: 'none known', size: sizes.get('none') ?? 0 }];
}

function boxes(title: string, list: readonly Box[]): Part {
  return html`<fieldset><legend>${title}</legend>
${list.map(
  ({
    id,
    label,
    size,
  }) => html`<label><input type="checkbox" id="${id}" checked> <span>${label}</span> <span class="size">${count(size)}</span></label>
`,
)}</fieldset>`;
}
