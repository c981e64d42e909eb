/** Colour as a function that is handed around: the identity when colour is off. */
import { styleText } from 'node:util';

export type Paint = (style: Style, text: string) => string;
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'magenta';

export function painter(color: boolean): Paint {
  return color
    ? (style, text) => (text === '' ? '' : styleText(style, text, { validateStream: false }))
    : (_, text) => text;
}

export function signStyle(sign: string): Style {
  if (sign === '+') return 'green';
  if (sign === '-') return 'red';
  return sign === '-/+' ? 'magenta' : 'yellow';
}
