/** `{{name}}` stands for a value. Alone in a text it may be of any type; within a text it is written out. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { inputError } from '../../errors.ts';

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g;
const ALONE = /^\{\{\s*([\w.-]+)\s*\}\}$/;

export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

export function filled(value: Json, values: JsonObject, where: string): Json {
  if (typeof value === 'string') return filledText(value, values, where);
  if (isArray(value)) return value.map((item) => filled(item, values, where));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, values, where)]));
}

function filledText(text: string, values: JsonObject, where: string): Json {
  const alone = ALONE.exec(text)?.[1];
  if (alone !== undefined) return valueFor(alone, values, where);
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = valueFor(name, values, where);
    if (isArray(value) || isObject(value)) throw inputError(`${where}: "${name}" cannot be part of a text`);
    return String(value);
  });
}

function valueFor(name: string, values: JsonObject, where: string): Json {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw inputError(`${where}: no value for the placeholder "${name}"`);
  return value;
}
