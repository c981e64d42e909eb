/** Values as YAML text, the way people write it: short lists on one line, everything else one thing a line. */
import { Document, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';
import type { Json } from '../../core/json.ts';

/** What could steer a terminal, reorder a line, or get lost in a plain text: written as an escape. */
const HARMFUL = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u;
const HARMFUL_IN_TEXT = new RegExp(HARMFUL.source, 'gu');

/** Longest list on one line. */
const LINE = 90;

export interface Entry {
  readonly key: string;
  readonly value: Json;
  /** The members of the value, where they have comments of their own. */
  readonly inner?: readonly Entry[];
  /** Lines above the key. */
  readonly comments?: readonly string[];
}

/** Lines `key: value`, indented, each with its line break. */
export function renderEntries(entries: readonly Entry[], indent: number): string {
  return entries
    .map(({ key, value, inner = [], comments = [] }) => {
      if (inner.length > 0) {
        const head = textOf(new Document({ [key]: null })).replace(/ null\n$/, '\n');
        return `${indented(head, indent)}${renderEntries(inner, indent + 2)}`;
      }
      const document = new Document({ [key]: value });
      if (document.contents !== null) style(document.contents, indent);
      return indented(`${comments.map((each) => `# ${harmless(each)}\n`).join('')}${textOf(document)}`, indent);
    })
    .join('');
}

/** Lines `- value`, indented, each with its line break. */
export function renderItems(items: readonly Json[], indent: number): string {
  const document = new Document(items);
  for (const item of isSeq(document.contents) ? document.contents.items : []) style(item as Node, indent);
  return indented(textOf(document), indent);
}

/** One line that can stand inside `{ }` and `[ ]`. */
export function renderFlow(value: Json): string {
  const document = new Document([value]);
  visit(document, {
    Collection(_key, node) {
      node.flow = true;
    },
  });
  // Inside of a list everything is quoted that has to be there.
  return textOf(document)
    .trim()
    .replace(/^\[\s*/, '')
    .replace(/\s*\]$/, '');
}

export function renderFlowEntry(key: string, value: Json): string {
  return renderFlow({ [key]: value })
    .replace(/^\{\s*/, '')
    .replace(/\s*\}$/, '');
}

/** A scalar in the quotes that the old one had. */
export function renderScalar(value: Json, type: Scalar.Type | undefined, inFlow: boolean): string {
  if (typeof value !== 'string' || (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE'))
    return renderFlowOrPlain(value, inFlow);
  const scalar = new Scalar(value);
  scalar.type = type;
  return textOf(new Document(scalar)).trimEnd();
}

function renderFlowOrPlain(value: Json, inFlow: boolean): string {
  return inFlow
    ? renderFlow(value)
    : renderEntries([{ key: 'k', value }], 0)
        .slice(3)
        .trimEnd();
}

function indented(text: string, indent: number): string {
  return text.replaceAll(/^(?=[^\n])/gm, ' '.repeat(indent));
}

function textOf(document: Document): string {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && HARMFUL.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return harmless(document.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: false }));
}

function harmless(text: string): string {
  return text.replaceAll(HARMFUL_IN_TEXT, (each) => `\\U${(each.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
}

function style(root: Node, indent: number): void {
  visit(root, {
    Collection(_key, node, path) {
      if (node.items.length === 0 || (isSeq(node) && isShort(node, indent + 2 * path.length))) node.flow = true;
    },
  });
}

function isShort(list: Node, indent: number): boolean {
  if (!isSeq(list) || !list.items.every((item) => isScalar(item) && !String(item.value).includes('\n'))) return false;
  return indent + JSON.stringify(list.toJSON()).length <= LINE;
}
