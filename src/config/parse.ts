/** YAML text to a tree of nodes with positions. Refuses what would hang, crash or blow up the parser. */
import type { Alias, Document, Node } from 'yaml';
import { Composer, type CST, isAlias, isCollection, isMap, isNode, isPair, isScalar, Lexer, Parser } from 'yaml';
import type { Code } from './codes.ts';
import type { Problem } from './report.ts';
import type { SecretFields } from './secrets.ts';
import type { Range, SourceFile, TextSource } from './source.ts';

/** The parser recurses; thousands of levels would end the process, which nothing can catch. */
const DEEPEST = 100;
const MOST_SYNTAX_ERRORS = 20;

/** The nodes of a text, or of a part of it. */
export interface Nodes<Text extends TextSource = TextSource> {
  readonly source: Text;
  readonly contents: Node | undefined;
  readonly anchors: ReadonlyMap<Alias, Node>;
}

export interface Parsed<Text extends TextSource = SourceFile> extends Nodes<Text> {
  /** The text is no valid YAML: the tree may lack anything. */
  readonly isBroken: boolean;
  readonly hasAliases: boolean;
  /** Nodes that hold all there is on the way of these names. */
  around(names: readonly string[]): Nodes;
}

/** What takes problems. */
export interface Problems {
  add(problem: Problem): void;
}

export function parseYaml<Text extends TextSource>(
  source: Text,
  secrets: SecretFields,
  report: Problems,
): Parsed<Text> {
  const nothing = parsedOf({ source, contents: undefined, anchors: new Map() }, { isBroken: true, hasAliases: false });
  const tokens = tokenise(source.text);
  if (typeof tokens === 'number') {
    const detail = `The values are nested more than ${DEEPEST} levels deep. No configuration is; look for a missing bracket.`;
    report.add({ code: 'yaml-too-deep', detail, source: source.place(tokens) });
    return nothing;
  }
  const [document, next] = compose(tokens, source.text.length);
  const contents = document?.contents ?? undefined;
  const broken = document !== undefined && document.errors.length > 0;
  source.hide([...(contents === undefined ? [] : secretRanges(contents, secrets))]);
  if (broken) source.hide(secrets.rangesIn(source.text));
  if (document === undefined) {
    return parsedOf(nothing, { isBroken: false, hasAliases: false });
  }
  if (next !== undefined) {
    const detail =
      'The file holds several documents, separated by `---`. Keep one a file and join the files with `include`.';
    report.add({ code: 'yaml-several-documents', detail, source: source.place(next.range[0]) });
  }
  reportSyntax(document.errors, source, report);
  for (const warning of document.warnings) {
    const detail = `${warning.message}. Tags make values of other types; write the value plainly.`;
    report.add({ code: 'yaml-tag', detail, source: source.place(warning.pos[0]) });
  }
  const { anchors, hasAliases } = linked(contents);
  return parsedOf({ source, contents, anchors }, { isBroken: broken || next !== undefined, hasAliases });
}

function parsedOf<Text extends TextSource>(
  nodes: Nodes<Text>,
  known: { readonly isBroken: boolean; readonly hasAliases: boolean },
): Parsed<Text> {
  return { ...nodes, ...known, around: () => nodes };
}

/** The nodes of a text that is known to be valid. */
export function nodesOf(source: TextSource): Nodes {
  const tokens = tokenise(source.text);
  const [document] = typeof tokens === 'number' ? [] : compose(tokens, source.text.length);
  const contents = document?.contents ?? undefined;
  return { source, contents, anchors: linked(contents).anchors };
}

function linked(contents: Node | undefined) {
  const links: Links = { anchors: new Map(), hasAliases: false };
  if (contents !== undefined) linkAliases(contents, new Map(), links);
  return links;
}

interface Links {
  readonly anchors: Map<Alias, Node>;
  hasAliases: boolean;
}

/** The tokens of a text; where it is nested too deep, the offset of the first value that is. */
function tokenise(text: string): readonly CST.Token[] | number {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > DEEPEST) return parser.offset;
  }
  tokens.push(...parser.end());
  return tokens;
}

function compose(tokens: readonly CST.Token[], length: number): readonly Document.Parsed[] {
  const composer = new Composer({ version: '1.2', schema: 'core', prettyErrors: false, uniqueKeys: false });
  // The parser makes an Error of each stumble, hundreds of thousands in a long bad line; their stack traces cost most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return [...composer.compose(tokens, true, length)];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** One mistake makes the parser stumble many times: the first stumble of each line is reported. */
function reportSyntax(errors: readonly SyntaxProblem[], source: TextSource, report: Problems): void {
  const ends = new Set<number>();
  let lastEnd = -1;
  for (const error of errors) {
    const at = Math.min(error.pos[0], source.text.length);
    if (error.code === 'MULTIPLE_DOCS' || at < lastEnd || ends.size >= MOST_SYNTAX_ERRORS) continue;
    const end = source.text.indexOf('\n', at);
    lastEnd = end < 0 ? source.text.length + 1 : end + 1;
    if (ends.has(lastEnd)) continue;
    ends.add(lastEnd);
    report.add({ code: codeOf(error), detail: syntaxDetail(error, source), source: source.place(at) });
  }
}

function codeOf({ code, message }: SyntaxProblem): Code {
  if (code === 'TAB_AS_INDENT') return 'yaml-tab';
  if (message.startsWith('Flow')) return 'yaml-syntax';
  return code === 'BAD_INDENT' || code === 'BLOCK_AS_IMPLICIT_KEY' ? 'yaml-indentation' : 'yaml-syntax';
}

function syntaxDetail(error: SyntaxProblem, source: TextSource): string {
  if (error.code === 'TAB_AS_INDENT') return 'YAML does not allow tabs as indentation. Use spaces.';
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'A key stands deeper than its neighbours, or a value holds an unquoted `: `. Align the key, or quote the value.';
  const at = source.text.lastIndexOf('\n', Math.max(0, error.pos[0] - 1)) + 1;
  const end = source.text.indexOf('\n', at);
  const text = source.text.slice(at, Math.min(end < 0 ? source.text.length : end, at + 1000));
  const unquoted = /[{[].*[:,[]\s*\$\{/.test(text);
  const fix = unquoted ? ' Quote variables inside `{ }` and `[ ]`.' : '';
  return `${error.message.replace(/[.:]?$/, '.')}${fix}`;
}

function linkAliases(node: Node, anchors: Map<string, Node>, links: Links): void {
  if (isAlias(node)) {
    const target = anchors.get(node.source);
    if (target !== undefined) links.anchors.set(node, target);
    links.hasAliases = true;
    return;
  }
  for (const item of isCollection(node) ? node.items : []) {
    for (const each of isPair(item) ? [item.key, item.value] : [item]) {
      if (isNode(each)) linkAliases(each, anchors, links);
    }
  }
  // Known from its end on, so that nothing stands inside itself.
  if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
}

/** Where literal values of secret fields stand. A value that is one reference (`${NAME}`) is no secret. */
function secretRanges(node: Node, secrets: SecretFields): Range[] {
  if (!isCollection(node)) return [];
  return node.items.flatMap((item): Range[] => {
    if (isNode(item)) return secretRanges(item, secrets);
    if (!isPair(item) || !isNode(item.value)) return [];
    const { key, value } = item;
    const isSecret = isMap(node) && isScalar(key) && secrets.names.has(String(key.source ?? key.value));
    if (!isSecret) return secretRanges(value, secrets);
    if (isScalar(value) && /^\$\{\w+\}$/.test(String(value.value))) return [];
    return value.range ? [[value.range[0], value.range[1]]] : [];
  });
}
