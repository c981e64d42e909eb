/** A YAML text, where its nodes are in it, and the splices that change it. */
import { isCollection, isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { lineEnd, lineStart, type Splice, spliced } from './splice.ts';

export class EditedText {
  readonly original: string;
  readonly #splices: Splice[] = [];

  constructor(text: string) {
    this.original = text;
  }

  /** The text, or a part of it, with its changes. */
  result(from?: number, to?: number): string {
    return spliced(this.original, this.#splices, from, to);
  }

  /** Whole lines after the line that holds the offset. */
  insertLines(offset: number, lines: string): void {
    const at = this.nextLine(offset);
    const isOpen = at > 0 && this.original[at - 1] !== '\n';
    this.replace(at, at, isOpen ? `\n${lines}` : lines);
  }

  /** Where the line after the one with the offset begins. */
  nextLine(offset: number): number {
    if (offset > 0 && this.original[offset - 1] === '\n') return offset;
    return Math.min(this.original.length, lineEnd(this.original, offset) + 1);
  }

  /** How far the keys of a map are indented. */
  columnOf(map: YAMLMap): number {
    const start = (map.items[0]?.key as Node | undefined)?.range?.[0] ?? 0;
    return start - lineStart(this.original, start);
  }

  /** A node as it stands there. */
  sourceOf(node: Node): string {
    return node.range ? this.original.slice(node.range[0], node.range[1]) : '';
  }

  /** Where a node's own text ends: parsers count the line break, blank lines and comments after a block to it. */
  endOf(node: Node): number {
    if (isCollection(node) && node.flow !== true && node.items.length > 0) {
      const last = node.items.at(-1) as Node | Pair;
      if (isNode(last)) return this.endOf(last);
      return isNode(last.value) && (last.value.range?.[1] ?? 0) > 0
        ? this.endOf(last.value)
        : ((last.key as Node).range?.[1] ?? 0);
    }
    let end = node.range?.[1] ?? 0;
    if (isScalar(node) && /^BLOCK/.test(node.type ?? '')) while (this.original[end - 1] === '\n') end -= 1;
    return end;
  }

  replace(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text });
  }
}
