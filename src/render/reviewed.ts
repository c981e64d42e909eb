/**
 * What a reviewer of one change set has to see, where a prior tells what it changed: lines that the configuration caused, lines with an impact,
 * and every deletion. The rest is what others moved in the live app and apply puts right; it is counted.
 */
import type { Impact } from '../core/plan.ts';
import type { Line } from './lines.ts';
import type { Group, ResourceView } from './view/resources.ts';
import type { PlanView } from './view.ts';

export interface Reviewed {
  readonly groups: readonly Group[];
  /** Undefined when every line is listed. */
  readonly rest: Rest | undefined;
}

/** Lines that are not listed. */
export interface Rest {
  readonly kinds: readonly { readonly title: string; readonly resources: number; readonly lines: number }[];
  /** Calls that carry some of them. */
  readonly calls: number;
}

export function reviewed(view: PlanView): Reviewed {
  if (!hasPrior(view)) return { groups: view.groups, rest: undefined };
  const groups: Group[] = [];
  const kinds: Rest['kinds'][number][] = [];
  const put = new Set<string>();
  for (const { title, resources } of view.groups) {
    const listed: ResourceView[] = [];
    const left = { title, resources: 0, lines: 0 };
    for (const resource of resources) {
      const lines = resource.lines.filter((line) => isListed(line, resource, view.impacts));
      const gone = resource.lines.length - lines.length;
      if (lines.length > 0 || gone === 0) listed.push({ ...resource, lines });
      if (gone === 0) continue;
      left.resources += 1;
      left.lines += gone;
      put.add(resource.address);
    }
    if (listed.length > 0) groups.push({ title, resources: listed });
    if (left.lines > 0) kinds.push(left);
  }
  const calls = view.calls.filter((call) => call.covers.some((address) => put.has(address))).length;
  return { groups, rest: kinds.length === 0 ? undefined : { kinds, calls } };
}

function hasPrior({ plan, groups }: PlanView): boolean {
  if (plan.configuration.base !== undefined) return true;
  return groups.some(({ resources }) => resources.some(({ lines }) => lines.some((line) => line.origin !== undefined)));
}

/** A conflict is listed too: this change set wants the field otherwise than before. */
function isListed(line: Line, resource: ResourceView, impacts: readonly Impact[]): boolean {
  if (line.origin !== 'drift' || resource.word === 'delete' || resource.word === 'replace') return true;
  return impacts.some((impact) => impact.address === resource.raw && touches(impact.path, line.at));
}

/** The impact is of the line's field, of something inside it, or of what holds it. */
export function touches(path: string, at: string): boolean {
  return path === at || path.startsWith(`${at}/`) || at.startsWith(`${path}/`) || path === '';
}
