/** Views that are needed again and again: those of users, who stand in nearly every answer, and of members. Rows are never
 * changed in place, so the view of a row is right as long as what it shows beside the row is still the same. It is made
 * once; from its second use on its text is kept too, for each generation of the API. */
import type { ValueObject } from './values.ts';

export class LastingViews<Row extends object> {
  readonly #views = new WeakMap<Row, { readonly beside: readonly unknown[]; readonly view: ValueObject }>();

  /** The view of a row; `beside` lists everything else that `make` looks at. */
  of(row: Row, beside: readonly unknown[], make: () => ValueObject): ValueObject {
    const known = this.#views.get(row);
    if (known !== undefined && isSame(known.beside, beside)) {
      if (keptTexts(known.view) === undefined) Object.defineProperty(known.view, TEXTS, { value: new Map() });
      return known.view;
    }
    const view = make();
    this.#views.set(row, { beside, view });
    return view;
  }
}

/** Not enumerable, so that no copy of a view has the texts of its original. */
const TEXTS = Symbol('texts');

/** Where the texts of a view are kept, by who wrote them; undefined for a view that is not known to last. */
export function keptTexts(view: object): Map<unknown, string> | undefined {
  return (view as { readonly [TEXTS]?: Map<unknown, string> })[TEXTS];
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}
