/** Families that not every plan has. Without them their routes are as good as unknown. */
import { notFound } from '../errors.ts';
import type { Call, Route } from '../http/route.ts';
import type { ValueObject } from '../values.ts';

export function ofPlan(routes: readonly Route[]): readonly Route[] {
  return routes.map((route) => ({ ...route, handle: (call: Call) => handled(route, call) }));
}

function handled(route: Route, call: Call): ValueObject {
  if (call.world.assume('administration_of_plan') === 'b') throw notFound('Not Found');
  return route.handle(call);
}
