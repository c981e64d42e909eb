/** A new resource whose fields are few and short reads best on one line. */
import type { Line } from './lines.ts';
import { formatValue, SENSITIVE } from './value.ts';

/** All fields of a new resource on one line, if each is short enough to be read there. */
export function oneLine(lines: readonly Line[]): string | undefined {
  const parts: string[] = [];
  for (const line of lines) {
    if (line.type === 'text' || line.origin !== undefined) return undefined;
    const value = shortValue(line);
    parts.push(value === '' ? line.label : `${line.label}: ${value}`);
  }
  return parts.join(' · ');
}

function shortValue(line: Exclude<Line, { type: 'text' }>): string {
  if (line.type === 'secret') return SENSITIVE;
  if (line.type === 'set') return `[${line.added.join(', ')}]`;
  return line.after === undefined ? '' : formatValue(line.after);
}
