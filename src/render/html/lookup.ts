/** What the parts of the page need to point at each other: names of anchors, impacts by resource, classes to filter by. */
import type { Impact, ImpactClass } from '../../core/plan.ts';
import { CLASS_NAMES } from '../tally.ts';
import type { ResourceView } from '../view/resources.ts';
import type { PlanView } from '../view.ts';

export interface Index {
  /** The anchor of a resource's change; undefined for what the page does not list as a change. */
  anchor(address: string): string | undefined;
  impactsOf(resource: ResourceView): readonly Impact[];
  /** Classes that occur among the listed changes. */
  readonly classes: readonly ImpactClass[];
}

const NONE: readonly Impact[] = [];

export function indexOf(view: PlanView): Index {
  const impacts = new Map<string, Impact[]>();
  for (const impact of view.impacts) {
    const list = impacts.get(impact.address);
    if (list === undefined) impacts.set(impact.address, [impact]);
    else list.push(impact);
  }
  const anchors = new Map<string, string>();
  const found = new Set<ImpactClass>();
  for (const resource of view.groups.flatMap((group) => group.resources)) {
    anchors.set(resource.raw, `c${anchors.size}`);
    for (const impact of impacts.get(resource.raw) ?? NONE) found.add(impact.class);
  }
  return {
    anchor: (address) => anchors.get(address),
    impactsOf: (resource) => impacts.get(resource.raw) ?? NONE,
    classes: CLASS_NAMES.filter((name) => found.has(name)),
  };
}
