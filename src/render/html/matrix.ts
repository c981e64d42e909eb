/** Who may do what: a table for each scope, permissions by roles, with the cells that change marked. */
import type { Access, Cell } from '../../core/plan.ts';
import { count, counted } from '../text.ts';
import type { PlanView } from '../view.ts';
import { html, type Markup, type Part } from './tag.ts';

/** More scopes than these start folded. */
const OPEN = 6;

const WORDS: Readonly<Record<Access, string>> = { any: 'any', own: 'own', none: '–', unknown: '?' };

export function matrix(view: PlanView): Part {
  const scopes = new Map<string, Cell[]>();
  for (const cell of view.plan.matrix) {
    const cells = scopes.get(cell.scope);
    if (cells === undefined) scopes.set(cell.scope, [cell]);
    else cells.push(cell);
  }
  return html`<p class="about"><b>any</b> everybody’s · <b>own</b> only what is the user’s own · <b>–</b> no · <b>?</b> not known from here</p>
<p class="tools only-changed"><label><input type="checkbox" id="only-changed" autocomplete="off" checked> only permissions that change</label></p>
${[...scopes].map(([scope, cells]) => table(scope, cells, scopes.size <= OPEN))}`;
}

function table(scope: string, cells: readonly Cell[], open: boolean): Markup {
  const roles = unique(cells.map((cell) => cell.role));
  const rows = new Map<string, Map<string, Cell>>();
  for (const cell of cells) {
    const row = rows.get(cell.permission) ?? new Map<string, Cell>();
    row.set(cell.role, cell);
    rows.set(cell.permission, row);
  }
  const name = scope === '.app' ? html`the app` : html`<code>${scope}</code>`;
  const changed = cells.filter(changes).length;
  return html`<details class="scope"${open && html` open`}><summary><h3>${name}</h3> <span class="size">${count(changed)} of ${counted(cells.length, 'cell')} changed</span></summary>
<div class="wide" role="region" aria-label="Permissions in ${scope === '.app' ? 'the app' : scope}" tabindex="0">
<table class="matrix">
<thead><tr><th scope="col">permission</th>${roles.map((role) => html`<th scope="col">${role}</th>`)}</tr></thead>
<tbody>
${[...rows]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([
      permission,
      row,
    ]) => html`<tr${![...row.values()].some(changes) && html` class="same"`}><th scope="row">${permission}</th>${roles.map((role) => entry(row.get(role)))}</tr>
`,
  )}</tbody>
</table>
</div>
</details>
`;
}

/** Cells that are nothing on both sides are left out of a plan. */
function entry(cell: Cell | undefined): Markup {
  if (cell === undefined) return html`<td class="none">–</td>`;
  const { before, after } = cell;
  if (before === after) return html`<td class="${after}">${WORDS[after]}</td>`;
  return html`<td class="moved"><del>${WORDS[before]}</del> <span class="to">→</span> <ins>${WORDS[after]}</ins></td>`;
}

function changes({ before, after }: Cell): boolean {
  return before !== after;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
