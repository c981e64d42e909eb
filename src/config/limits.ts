/** Limits of texts, numbers and sizes: the keywords of a schema that compare with a number or a pattern. */
import type { Json, JsonObject, Pointer } from '../core/json.ts';
import type { Finding, Show } from './explain.ts';
import { regexOf } from './schema.ts';

export function findTextProblem(schema: JsonObject, value: string, at: Pointer, show: Show): Finding[] {
  const length = [...value].length;
  const shortest = numberAt(schema, 'minLength');
  const longest = numberAt(schema, 'maxLength');
  if (shortest !== undefined && length < shortest)
    return [
      {
        code: 'too-short',
        at,
        detail:
          shortest === 1
            ? 'An empty text is not allowed here.'
            : `The text has ${count(length, 'character')}; at least ${shortest} are needed.`,
      },
    ];
  if (longest !== undefined && length > longest)
    return [
      { code: 'too-long', at, detail: `The text has ${count(length, 'character')}; at most ${longest} are allowed.` },
    ];
  const { pattern } = schema;
  if (typeof pattern !== 'string' || regexOf(pattern).test(value)) return [];
  const example = Array.isArray(schema['examples']) ? (schema['examples'][0] as Json) : undefined;
  const like = example === undefined ? '' : ` An example of the right form: ${JSON.stringify(example)}.`;
  return [{ code: 'pattern', at, detail: `${show(value, at)} does not have the form \`${pattern}\`.${like}` }];
}

export function inRange(schema: JsonObject, value: number, at: Pointer, show: Show): Finding[] {
  const least = numberAt(schema, 'minimum');
  const most = numberAt(schema, 'maximum');
  if ((least === undefined || value >= least) && (most === undefined || value <= most)) return [];
  const range =
    least === undefined
      ? `of at most ${most}`
      : most === undefined
        ? `of at least ${least}`
        : `from ${least} to ${most}`;
  return [{ code: 'out-of-range', at, detail: `${show(value, at)} is out of range. Write a number ${range}.` }];
}

/** Checks a number of entries against a lower and an upper limit. */
export function sizeProblem(
  schema: JsonObject,
  size: number,
  [lower, upper]: readonly [string, string],
  at: Pointer,
): Finding[] {
  const least = numberAt(schema, lower);
  const most = numberAt(schema, upper);
  if (least !== undefined && size < least)
    return [
      {
        code: 'too-few',
        at,
        detail: `There ${size === 1 ? 'is' : 'are'} ${count(size, 'entry')}; at least ${least} ${least === 1 ? 'is' : 'are'} needed.`,
      },
    ];
  if (most !== undefined && size > most)
    return [
      {
        code: 'too-many',
        at,
        detail: `There are ${count(size, 'entry')}; at most ${most} ${most === 1 ? 'is' : 'are'} allowed.`,
      },
    ];
  return [];
}

function numberAt(schema: JsonObject, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

function count(size: number, what: 'character' | 'entry'): string {
  const plural = what === 'entry' ? 'entries' : 'characters';
  return `${size} ${size === 1 ? what : plural}`;
}
