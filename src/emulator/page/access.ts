import { html } from 'hono/html';
import { scopesOf } from '../resources/grants.ts';
import type { Grants } from '../store/rows/settings.ts';
import { lagged, type World } from '../world.ts';
import { counted } from './values.ts';

export function accessSection(world: World) {
  const roles = [...lagged(world, world.store.roles).values()];
  const people = new Map<string, number>();
  for (const user of world.store.users.values())
    if (user.deleted_at === undefined) people.set(user.role, (people.get(user.role) ?? 0) + 1);
  const names = roles.map((role) => role.name);
  return html`<section id="roles" aria-labelledby="roles-title">
<h2 id="roles-title">Roles</h2>
<div class="wide" tabindex="0" role="region" aria-label="Roles"><table>
<thead><tr><th>Role</th><th>Made by</th><th class="number">Users</th><th>Granted something in</th></tr></thead>
<tbody>${roles.map(
    (
      role,
    ) => html`<tr><th scope="row">${role.name}</th><td>${role.custom ? 'this app' : html`<span class="quiet">the API</span>`}</td>
<td class="number">${people.get(role.name) ?? 0}</td><td>${scopesOf(world)
      .filter(([, grants]) => (grants[role.name] ?? []).length > 0)
      .map(([scope]) => scope)
      .join(', ')}</td></tr>`,
  )}</tbody></table></div>
</section>
<section id="permissions" aria-labelledby="permissions-title">
<h2 id="permissions-title">Permissions</h2>
<p class="quiet">Which role is granted what, in the app and in channels of each type.</p>
${scopesOf(world).map(([scope, grants]) => matrix(scope, grants, names))}
</section>`;
}

function matrix(scope: string, grants: Grants, roles: readonly string[]) {
  const granted = new Map(Object.entries(grants).map(([role, ids]) => [role, new Set(ids)]));
  const ids = [...new Set(Object.values(grants).flat())].sort();
  const columns = roles.filter((role) => granted.has(role));
  return html`<details><summary>${scope} <span class="quiet">${counted(ids.length, 'permission')}</span></summary>
<div class="wide matrix" tabindex="0" role="region" aria-label="Permissions in ${scope}"><table>
<thead><tr><th>Permission</th>${columns.map((role) => html`<th scope="col">${role}</th>`)}</tr></thead>
<tbody>${ids.map(
    (id) =>
      html`<tr><th scope="row">${id}</th>${columns.map((role) =>
        granted.get(role)?.has(id) === true ? html`<td class="yes">yes</td>` : html`<td class="no">–</td>`,
      )}</tr>`,
  )}</tbody></table></div></details>`;
}
