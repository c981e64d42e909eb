/** One layout for every configuration file: what is written stays, how it is laid out does not. */
import { type Document, isCollection, isMap, isPair, isScalar, parseDocument, visit, YAMLMap, YAMLSeq } from 'yaml';
import { canonicalJson, type Json } from '../core/json.ts';

/** Never folds a text, never wraps a list: a change of one value is a change of one line. */
const LAYOUT = { lineWidth: 0, indent: 2, indentSeq: true, flowCollectionPadding: true } as const;
/** Every plain value is the text that is written: `007` and `1e3` stay as they are. */
const PARSE = { strict: true, uniqueKeys: true, schema: 'failsafe' } as const;

/** Keys at the root that say what this is come first, those that are about the resources last; resources stay in their order. */
const FIRST = ['version', 'target', 'include', 'policy', 'external'];
const LAST = ['removed', 'tests', 'environments'];

/** Begins a comment that stood on the line of its key. */
const BESIDE = '\ue0b1';

/**
 * The text with the keys of the root in order, a blank line between what takes several lines,
 * two spaces for each level, and one line break at the end. Comments stay with what they stand before. Undefined: the text is no
 * single YAML map, or could not be laid out without a change of what it says.
 */
export function formatYaml(given: string): string | undefined {
  const text = given.replaceAll('\r\n', '\n');
  if (text.includes(BESIDE)) return undefined;
  const document = parseDocument(text, PARSE);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  arrange(document, document.contents);
  keepBeside(document, text);
  pad(document);
  const laid = document.toString(LAYOUT).replaceAll(new RegExp(`\\n *#${BESIDE}`, 'g'), ' #');
  return meaning(laid) === meaning(text) ? laid : undefined;
}

/** What a reader of YAML makes of a text; of a text that is none, nothing. */
function meaning(text: string): string | undefined {
  const document = parseDocument(text, { intAsBigInt: false });
  return document.errors.length > 0 ? undefined : canonicalJson(document.toJS({ maxAliasCount: -1 }) as Json);
}

function arrange(document: Document, root: YAMLMap): void {
  const rank = (key: unknown) => {
    const name = isScalar(key) ? String(key.value) : '';
    if (FIRST.includes(name)) return FIRST.indexOf(name);
    return LAST.includes(name) ? FIRST.length + 1 + LAST.indexOf(name) : FIRST.length;
  };
  const [first] = root.items;
  const sorted = root.items.toSorted((a, b) => rank(a.key) - rank(b.key));
  // What stands at the head of a file is about the file, not about the key that happens to be first.
  if (first !== undefined && first !== sorted[0] && isScalar(first.key) && first.key.commentBefore) {
    document.commentBefore = [document.commentBefore, first.key.commentBefore].filter(Boolean).join('\n\n');
    first.key.commentBefore = null;
  }
  root.items = sorted;
  for (const [index, pair] of sorted.entries()) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const isLarge = (each: unknown) =>
      isPair(each) && isMap(each.value) && each.value.items.length > 0 && !each.value.flow;
    if (index === 0) pair.key.spaceBefore = false;
    else if (isLarge(pair) || isLarge(sorted[index - 1])) pair.key.spaceBefore = true;
  }
}

/** Marks comments behind a key: the library would put them on a line of their own. */
function keepBeside(document: Document, text: string): void {
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isCollection(value) || !value.commentBefore) return;
      const [, end = 0] = key.range ?? [];
      const [start = 0] = value.range ?? [];
      const [line = ''] = text.slice(end, start).split('\n');
      if (line.includes('#')) value.commentBefore = `${BESIDE}${value.commentBefore}`;
    },
  });
}

/** `{ a: 1 }` with spaces and `[a, b]` without: the library knows one padding for both. */
function pad(document: Document): void {
  visit(document, {
    Map: (_, map) => padded(map, YAMLMap.prototype.toString, ' '),
    Seq: (_, seq) => padded(seq, YAMLSeq.prototype.toString, ''),
  });
}

type ToString = YAMLMap['toString'];

function padded(node: { toString: ToString }, write: ToString, padding: string): void {
  node.toString = (context, ...rest) =>
    context === undefined
      ? write.call(node, context, ...rest)
      : write.call(node, { ...context, flowCollectionPadding: padding }, ...rest);
}
