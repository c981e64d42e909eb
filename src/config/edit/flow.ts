/** Maps on one line, `{ a: 1, b: 2 }`: what stays in them is taken over as it stands. */
import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { equalJson, isArray } from '../../core/json.ts';
import { keyText } from '../tree.ts';
import { type Edit, entriesOf, wantedOf } from './edit.ts';
import { EditedText } from './edited-text.ts';
import { renderFlow, renderFlowEntry, renderScalar } from './render.ts';
import { inOrderOf, isSimple, jsonOf } from './scalars.ts';

/** The map with the edits of its members. */
export function flowText(text: EditedText, map: YAMLMap, members: ReadonlyMap<string, Edit>): string {
  const left = new Map(members);
  const [open, close] = [map.range?.[0] ?? 0, map.range?.[1] ?? 0];
  const source = text.original.slice(open, close);
  const inner = new EditedText(text.original);
  const parts = map.items.flatMap((pair) => {
    const key = keyText(pair.key) ?? '';
    const edit = left.get(key);
    const start = (pair.key as Node).range?.[0] ?? 0;
    const end = isNode(pair.value) ? text.endOf(pair.value) : ((pair.key as Node).range?.[1] ?? 0);
    if (edit === undefined) return [{ text: text.original.slice(start, end), isChanged: false, start, end }];
    left.delete(key);
    if (edit.type === 'remove') return [];
    const value = isNode(pair.value) ? pair.value : undefined;
    return [{ text: flowPair(text, pair, key, value, edit, start), isChanged: true, start, end }];
  });
  const added = entriesOf(left);
  if (parts.length === map.items.length && parts.length > 0) {
    for (const part of parts) if (part.isChanged) inner.replace(part.start, part.end, part.text);
    const end = parts.at(-1)?.end ?? 0;
    if (added.length > 0)
      inner.replace(end, end, added.map(({ key, value }) => `, ${renderFlowEntry(key, value)}`).join(''));
    return inner.result(open, close);
  }
  const texts = [...parts.map((part) => part.text), ...added.map(({ key, value }) => renderFlowEntry(key, value))];
  const pad = /^\{\S/.test(source) && source !== '{}' ? '' : ' ';
  return texts.length === 0 ? '{}' : `{${pad}${texts.join(', ')}${pad}}`;
}

function flowPair(
  text: EditedText,
  pair: Pair,
  key: string,
  value: Node | undefined,
  edit: Edit,
  start: number,
): string {
  const head =
    value?.range === undefined || value.range === null
      ? `${text.original.slice(start, (pair.key as Node).range?.[1] ?? start)}: `
      : text.original.slice(start, value.range[0]);
  if (edit.type === 'inside' && isMap(value)) return `${head}${flowText(text, value, edit.members)}`;
  if (edit.type === 'set' && isSeq(value) && isArray(edit.value) && edit.isSet === true && edit.value.every(isSimple)) {
    const items = value.items as Node[];
    const next = inOrderOf(value, edit.value);
    const texts = next.map((each) => {
      const item = items.find((node) => equalJson(each, jsonOf(node, each)));
      return item === undefined ? renderFlow(each) : text.sourceOf(item);
    });
    return `${head}[${texts.join(', ')}]`;
  }
  if (edit.type === 'set' && isScalar(value) && isSimple(edit.value))
    return `${head}${renderScalar(edit.value, value.type as never, true)}`;
  return renderFlowEntry(key, wantedOf(edit) ?? {});
}
