/**
 * Text for people: user text made harmless, cut and wrapped to a width, numbers and durations. Everything that did not come
 * from our own source passes through `visible` before it reaches a terminal.
 */

/**
 * Characters that steer a terminal or hide text: controls but the newline, bidirectional and other invisible ones, separators,
 * lone surrogates, what is no character at all. A joiner inside an emoji is harmless.
 */
const HARMFUL =
  /(?!\n|(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{NChar}\u115f\u1160\u3164\uffa0]/gu;
const ASCII = /^[\u0020-\u007e]*$/;

/** Writes harmful characters as `\u001b`, which is valid inside a JSON string too. */
export function escapeHarmful(text: string): string {
  return ASCII.test(text) ? text : text.replaceAll(HARMFUL, escaped);
}

/** The same for text of users: line breaks are shown as well, unless the text is a paragraph. */
export function visible(text: string, options: { readonly newlines?: 'keep' } = {}): string {
  if (ASCII.test(text)) return text;
  const shown = escapeHarmful(text.replaceAll('\t', '\\t').replaceAll('\r', '\\r'));
  return options.newlines === 'keep' ? shown : shown.replaceAll('\n', '\\n');
}

function escaped(found: string): string {
  let out = '';
  for (let index = 0; index < found.length; index++) {
    out += `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return out;
}

const WIDE =
  /^(?:\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e][\udc00-\udfff]|[\ud840-\ud888][\udc00-\udfff])/u;
let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as single characters. */
function* graphemes(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function columnsOf(grapheme: string): number {
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Columns that a text takes on a terminal. */
export function columns(text: string): number {
  if (ASCII.test(text)) return text.length;
  let sum = 0;
  for (const grapheme of graphemes(text)) sum += columnsOf(grapheme);
  return sum;
}

/** The text itself if it fits, else its beginning and `…`. */
export function shorten(text: string, width: number): string {
  const room = Math.max(1, width);
  if (ASCII.test(text)) return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
  let used = 0;
  let kept = '';
  let fits = '';
  for (const grapheme of graphemes(text)) {
    used += columnsOf(grapheme);
    if (used <= room - 1) fits = kept + grapheme;
    kept += grapheme;
    if (used > room) return `${fits}…`;
  }
  return text;
}

/** Breaks paragraphs at spaces so that each line fits; a word that is too long stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.trimEnd().split(/(?<=\S) /)) {
      if (line !== '' && columns(line) + 1 + columns(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** `1,204`: the same in every locale. */
export function count(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `0.4 %`, `12 %`: a share that is not nothing never reads as nothing. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return 'under 0.1 %';
  return `${value < 10 ? Number(value.toFixed(1)) : count(value)} %`;
}

/** A planned duration: rough on purpose. */
export function aboutSeconds(seconds: number): string {
  if (seconds < 1) return 'under 1 s';
  if (seconds < 90) return `about ${Math.round(seconds)} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`;
  return `about ${(seconds / 3600).toFixed(1)} h`;
}

/** A measured duration. */
export function tookSeconds(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
