/** `${NAME}`, `${NAME:-default}`, `${file:path}` and `$${`: what a string holds, and the value that YAML would read from a text. */
import type { Json } from '../core/json.ts';

export type Part =
  | { readonly type: 'text'; readonly raw: string; readonly text: string }
  | { readonly type: 'variable'; readonly raw: string; readonly name: string; readonly fallback: string | undefined }
  | { readonly type: 'file'; readonly raw: string; readonly path: string }
  | { readonly type: 'bad'; readonly raw: string };

/** Splits a string at its references. Text that holds none is one part. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\$\{|\$\{([^}]*)(\}?)/g)) {
    if (match.index > end) parts.push(textPart(text.slice(end, match.index)));
    end = match.index + match[0].length;
    parts.push(match[0] === '$${' ? { type: 'text', raw: '$${', text: '${' } : reference(match));
  }
  if (end < text.length || parts.length === 0) parts.push(textPart(text.slice(end)));
  return parts;
}

function textPart(text: string): Part {
  return { type: 'text', raw: text, text };
}

function reference(match: RegExpMatchArray): Part {
  const raw = match[0];
  const inner = match[1] ?? '';
  const closed = match[2] === '}';
  if (closed && inner.startsWith('file:') && inner.length > 5) return { type: 'file', raw, path: inner.slice(5) };
  const variable = /^([A-Za-z_]\w*)(?::-([\s\S]*))?$/.exec(inner);
  if (!closed || variable?.[1] === undefined) return { type: 'bad', raw };
  return { type: 'variable', raw, name: variable[1], fallback: variable[2] };
}

export function hasReference(text: string): boolean {
  return text.includes('${');
}

/** The same string with the paths of its `${file:…}` replaced. */
export function mapFilePaths(text: string, map: (path: string) => string): string {
  if (!text.includes('${file:')) return text;
  return partsOf(text)
    .map((part) => (part.type === 'file' ? `\${file:${map(part.path)}}` : part.raw))
    .join('');
}

/** The value of a plain YAML scalar: for text that takes the place of one. */
export function readScalar(text: string): Json {
  const trimmed = text.trim();
  if (/^(?:~|null|Null|NULL)$/.test(trimmed)) return null;
  if (/^(?:true|True|TRUE)$/.test(trimmed)) return true;
  if (/^(?:false|False|FALSE)$/.test(trimmed)) return false;
  const isNumber =
    /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(trimmed) || /^0x[\da-fA-F]+$|^0o[0-7]+$/.test(trimmed);
  const value = Number(trimmed);
  return isNumber && isKeptExactly(value) ? value : text;
}

/** Whether a number is the one that was written: longer integers lose digits. */
export function isKeptExactly(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
