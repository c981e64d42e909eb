/** Compares two states of a configuration by what is written, so that variables need not exist any more. */
import { isArray, isObject, type Json, ownMember } from '../core/json.ts';
import { DISK, type Files } from './files.ts';
import { partsOf } from './interpolate.ts';
import { fileText } from './variables.ts';

/** `earlier` with the value of `now` wherever its text is that of `text`. */
export function recast(earlier: Json, text: Json | undefined, now: Json | undefined): Json {
  if (isObject(earlier)) {
    const [texts, values] = [isObject(text) ? text : {}, isObject(now) ? now : {}];
    return Object.fromEntries(
      Object.entries(earlier).map(([key, each]) => [key, recast(each, ownMember(texts, key), ownMember(values, key))]),
    );
  }
  return now !== undefined && JSON.stringify(earlier) === JSON.stringify(text) ? now : earlier;
}

/** A changed file is a changed text, although its name stays. */
export function withFiles(value: Json, files: Files = DISK): Json {
  if (typeof value === 'string') {
    if (!value.includes('${file:')) return value;
    const texts = partsOf(value).map((part) =>
      part.type === 'file' ? (fileText(part.path, files) ?? part.raw) : part.raw,
    );
    return texts.join('');
  }
  if (isArray(value)) return value.map((each) => withFiles(each, files));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFiles(each, files)]));
}
