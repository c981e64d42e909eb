/** placeholder */
import type { PlanView } from '../view.ts';
export function renderHtml(view: PlanView, _options: object): string {
  return view.verdict;
}
