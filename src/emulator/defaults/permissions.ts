/** Built-in permissions: those that the default grants name, each in its forms for any team. */
import { createAssume } from '../assumptions.ts';
import type { PermissionRow } from '../store/rows/settings.ts';
import { ALL, defaultAppGrants, defaultTypeGrants, NEWER_PERMISSION } from './grants.ts';

export function builtInPermissions(hasNewer: boolean): readonly PermissionRow[] {
  const assume = createAssume();
  const app = new Set(Object.values(defaultAppGrants()).flat());
  const types = ['messaging', 'commerce', 'gaming', 'livestream'].map((name) => defaultTypeGrants(name, assume));
  const channel = new Set([...ALL, ...types.flatMap((grants) => Object.values(grants).flat())]);
  if (hasNewer) channel.add(NEWER_PERMISSION);
  for (const id of [...channel])
    channel.add(id.endsWith('-any-team') ? id.slice(0, -'-any-team'.length) : `${id}-any-team`);
  return [
    ...[...channel].sort().map((id) => builtIn(id, 'channel')),
    ...[...app]
      .filter((id) => !channel.has(id))
      .sort()
      .map((id) => builtIn(id, 'app')),
  ];
}

function builtIn(id: string, level: 'app' | 'channel'): PermissionRow {
  const words = id
    .replace(/-any-team$/, '')
    .replace(/-owner$/, '')
    .split('-');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  const owner = /-owner(-any-team)?$/.test(id);
  return {
    id,
    name,
    description: `Grants ${name}${owner ? ' on what one owns' : ''}`,
    action: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    owner,
    same_team: !id.endsWith('-any-team'),
    custom: false,
    level,
  };
}
