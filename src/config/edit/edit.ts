/** What is to become of the places of a file. */
import type { Json } from '../../core/json.ts';
import type { Entry } from './render.ts';

/** What becomes of one place of a file: a value, nothing, or something further down. */
export type Edit =
  | { readonly type: 'set'; readonly value: Json; readonly isSet?: boolean; readonly comments?: readonly string[] }
  | { readonly type: 'remove' }
  | { readonly type: 'inside'; readonly members: ReadonlyMap<string, Edit> };

/** The value of an edit where nothing stands yet; undefined: nothing. */
export function wantedOf(edit: Edit): Json | undefined {
  if (edit.type === 'set') return edit.value;
  if (edit.type === 'remove') return undefined;
  return Object.fromEntries(entriesOf(edit.members).map(({ key, value }) => [key, value]));
}

/** What edits put where nothing stands yet. */
export function entriesOf(members: ReadonlyMap<string, Edit>): Entry[] {
  return [...members].flatMap(([key, edit]): Entry[] => {
    const value = wantedOf(edit);
    if (value === undefined) return [];
    if (edit.type === 'inside') return [{ key, value, inner: entriesOf(edit.members) }];
    return [{ key, value, ...(edit.type === 'set' && edit.comments !== undefined ? { comments: edit.comments } : {}) }];
  });
}
