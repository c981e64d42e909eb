/** Scalars and lists of them, as files have them and as JSON. */
import { isScalar, type Node, type YAMLSeq } from 'yaml';
import { equalJson, type Json } from '../../core/json.ts';
import { keyText } from '../tree.ts';

/** Fits on the line of its key. */
export function isSimple(value: Json): boolean {
  return typeof value !== 'object' && !(typeof value === 'string' && value.includes('\n'));
}

/** A list entry as the JSON that `like` could be equal to: names may look like numbers. */
export function jsonOf(item: Node, like: Json): Json {
  if (!isScalar(item)) return null;
  return typeof like === 'string' ? (keyText(item) ?? '') : (item.value as Json);
}

/** The values, with those that the list has in its order. */
export function inOrderOf(list: YAMLSeq, next: readonly Json[]): readonly Json[] {
  const kept = (list.items as Node[]).flatMap((item) =>
    next.filter((value) => equalJson(value, jsonOf(item, value))).slice(0, 1),
  );
  return [...kept, ...next.filter((value) => !kept.some((each) => equalJson(each, value)))];
}
