/** Shapes of request bodies. `null` passes every check: the API's decoder takes it for an unset member; what an unset
 * member then means is for the handler to say. Members that no shape names are ignored, as the API does. */
import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import { inputError } from './errors.ts';
import { readTime } from './values.ts';

export interface Check {
  (value: Json, at: string, problems: string[]): void;
  /** What the value is made of, for those who have to find something in it. */
  readonly parts?: Parts;
}
export type Shape = Readonly<Record<string, Check>>;

export type Parts =
  | { readonly kind: 'record'; readonly shape: Shape }
  | { readonly kind: 'list' | 'map'; readonly item: Check }
  | { readonly kind: 'custom'; readonly reserved: readonly string[] }
  | { readonly kind: 'time' };

function made(parts: Parts, check: (value: Json, at: string, problems: string[]) => void): Check {
  return Object.assign(check, { parts });
}

interface TextLimits {
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  readonly pattern?: RegExp;
}

export function text(limits: TextLimits = {}): Check {
  return (value, at, problems) => {
    if (value === null) return;
    if (typeof value !== 'string') {
      problems.push(wrongType(at, value, 'string'));
    } else if (limits.oneOf !== undefined && !limits.oneOf.includes(value)) {
      problems.push(`${at} must be one of [${limits.oneOf.join(' ')}]`);
    } else if (limits.max !== undefined && [...value].length > limits.max) {
      problems.push(`${at} must be a maximum of ${limits.max} characters in length`);
    } else if (limits.min !== undefined && value.length < limits.min) {
      problems.push(`${at} must be at least ${limits.min} characters in length`);
    } else if (limits.pattern !== undefined && !limits.pattern.test(value)) {
      problems.push(`${at} contains invalid characters`);
    }
  };
}

export const bool: Check = (value, at, problems) => {
  if (value !== null && typeof value !== 'boolean') problems.push(wrongType(at, value, 'boolean'));
};

export function int(limits: { readonly min?: number; readonly max?: number } = {}): Check {
  return (value, at, problems) => {
    if (value === null) return;
    if (typeof value !== 'number' || !Number.isInteger(value)) problems.push(wrongType(at, value, 'integer'));
    else problems.push(...outside(value, at, limits));
  };
}

export function num(limits: { readonly min?: number; readonly max?: number } = {}): Check {
  return (value, at, problems) => {
    if (value === null) return;
    if (typeof value !== 'number') problems.push(wrongType(at, value, 'number'));
    else problems.push(...outside(value, at, limits));
  };
}

export const instant: Check = made({ kind: 'time' }, (value, at, problems) => {
  if (value !== null && readTime(value) === undefined) problems.push(`${at} is not a valid date`);
});

/** An http(s) address, or the empty text that clears the setting. */
export const url: Check = (value, at, problems) => {
  if (value === null || value === '') return;
  if (typeof value !== 'string') problems.push(wrongType(at, value, 'string'));
  else if (!isHttpUrl(value)) problems.push(`${at} must be a valid URL`);
};

export function isHttpUrl(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);
}

export const anything: Check = () => {};

export function list(item: Check, limits: { readonly min?: number; readonly max?: number } = {}): Check {
  return made({ kind: 'list', item }, (value, at, problems) => {
    if (value === null) return;
    if (!isArray(value)) {
      problems.push(wrongType(at, value, 'array'));
      return;
    }
    if (limits.max !== undefined && value.length > limits.max) {
      problems.push(`${at} must contain at maximum ${limits.max} ${limits.max === 1 ? 'item' : 'items'}`);
    }
    if (limits.min !== undefined && value.length < limits.min) {
      problems.push(`${at} must contain at least ${limits.min} ${limits.min === 1 ? 'item' : 'items'}`);
    }
    value.forEach((member, index) => {
      item(member, `${at}[${index}]`, problems);
    });
  });
}

export function map(item: Check = anything): Check {
  return made({ kind: 'map', item }, (value, at, problems) => {
    if (value === null) return;
    if (!isObject(value)) problems.push(wrongType(at, value, 'object'));
    else for (const [key, member] of Object.entries(value)) item(member, `${at}.${key}`, problems);
  });
}

/** The member `custom` of a record that the customer may add to. The older generation spreads these over the record
 * itself; names that are reserved there, or that replies alone have, never count as the customer's. */
export function customData(reserved: readonly string[] = []): Check {
  return made({ kind: 'custom', reserved }, map());
}

export function record(shape: Shape, required: readonly string[] = []): Check {
  return made({ kind: 'record', shape }, (value, at, problems) => {
    if (value === null) return;
    if (!isObject(value)) {
      problems.push(wrongType(at, value, 'object'));
      return;
    }
    const prefix = at === '' ? '' : `${at}.`;
    for (const key of required) {
      const member = value[key];
      if (member === undefined || member === null || member === '')
        problems.push(`${prefix}${key} is a required field`);
    }
    for (const [key, check] of Object.entries(shape)) {
      const member = value[key];
      if (member !== undefined) check(member, `${prefix}${key}`, problems);
    }
  });
}

/** Refuses a body that has not the shape; several problems are told at once, as the API tells them. */
export function demand(body: Json, shape: Shape, required: readonly string[] = []): asserts body is JsonObject {
  const problems: string[] = [];
  if (!isObject(body)) problems.push('invalid json data');
  else record(shape, required)(body, '', problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
}

function outside(value: number, at: string, limits: { readonly min?: number; readonly max?: number }): string[] {
  if (limits.min !== undefined && value < limits.min) return [`${at} must be ${limits.min} or greater`];
  if (limits.max !== undefined && value > limits.max) return [`${at} must be ${limits.max} or less`];
  return [];
}

function wrongType(at: string, value: Json, wanted: string): string {
  const found = Array.isArray(value) ? 'array' : typeof value;
  return `field \`${at}\` contains type ${found}. expecting ${wanted}`;
}
