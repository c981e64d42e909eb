/** The shape of one entry in the table of routes, and what a handler is called with. */
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { demand, type Shape } from '../check.ts';
import { decodeV1 } from '../decode.ts';
import { inputError } from '../errors.ts';
import { longestIn } from '../query/filter.ts';
import type { ValueObject } from '../values.ts';
import type { World } from '../world.ts';
import type { Caller } from './auth.ts';
import type { Limiter } from './limits.ts';

/** The API has an older form at the root and a newer one under a prefix; both serve one store. */
export type Generation = 1 | 2;

export interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly limiter: Limiter;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** Where the caller reached this server. */
  readonly origin: string;
  readonly generation: Generation;
  /** The instant of the request in microseconds: all rows that one request writes carry the same. */
  readonly at: number;
  param(name: string): string;
}

export type Handler = (call: Call) => ValueObject;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Without the prefix of a generation. */
  readonly path: string;
  /** Resources that belong to Chat alone have a path segment of their own in generation 2. */
  readonly area: 'common' | 'chat';
  readonly op: string;
  /** The only generation of the API that has it; absent when both have. */
  readonly generation?: Generation;
  /** Whether a client with a user token may call it. */
  readonly clients: boolean;
  readonly handle: Handler;
}

/** Reads the body after checking its shape. */
export function bodyOf(call: Call, shape: Shape, required: readonly string[] = []): JsonObject {
  const body = canonical(call, call.body, shape);
  demand(body, shape, required);
  refuseLongLists(call, body);
  return body;
}

/** Some reads take all their arguments as JSON in one query parameter. */
export function payloadOf(call: Call, shape: Shape, required: readonly string[] = []): JsonObject {
  let payload: Json;
  try {
    payload = JSON.parse(call.query.get('payload') ?? '') as Json;
  } catch {
    throw inputError('invalid json data');
  }
  const arguments_ = canonical(call, payload, shape);
  demand(arguments_, shape, required);
  refuseLongLists(call, arguments_);
  return arguments_;
}

const MOST_LISTED = 100;

function refuseLongLists(call: Call, body: JsonObject): void {
  if (call.world.assume('in_list_limit') === 'a') return;
  for (const key of ['filter', 'filter_conditions']) {
    if (longestIn(body[key]) > MOST_LISTED)
      throw inputError(`${key}: operator "$in" accepts at maximum ${MOST_LISTED} values`);
  }
}

function canonical(call: Call, value: Json, shape: Shape): Json {
  return call.generation === 1 ? decodeV1(value, shape, call.world.assume) : value;
}

const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const FALSE = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/** The vendor's clients write switches each in their own way: Python as `1` and `True`, others as `true`. */
export function flag(call: Call, name: string): boolean {
  const text = call.query.get(name);
  if (text === null || text === '') return false;
  if (!TRUE.includes(text) && !FALSE.includes(text)) throw inputError(`${name} must be a boolean`);
  return TRUE.includes(text);
}

export function count(call: Call, name: string, limits: { readonly max: number; readonly otherwise: number }): number {
  const text = call.query.get(name);
  if (text === null || text === '') return limits.otherwise;
  const value = Number(text);
  if (!Number.isInteger(value)) throw inputError(`${name} must be an integer`);
  if (value < 0) throw inputError(`${name} must be 0 or greater`);
  if (value > limits.max) throw inputError(`${name} must be ${limits.max} or less`);
  return value;
}

/** Whether a member was sent at all: null counts, which is how the API tells "clear" from "leave alone". */
export function isGiven(body: JsonObject, key: string): boolean {
  return Object.hasOwn(body, key) && body[key] !== undefined;
}

export function textOf(body: JsonObject, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
}

export function textsOf(body: JsonObject, key: string): readonly string[] {
  const value = body[key];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

export function flagOf(body: JsonObject, key: string): boolean | undefined {
  const value = body[key];
  return typeof value === 'boolean' ? value : undefined;
}

export function numberOf(body: JsonObject, key: string): number | undefined {
  const value = body[key];
  return typeof value === 'number' ? value : undefined;
}

export function objectOf(body: JsonObject, key: string): JsonObject | undefined {
  const value = body[key];
  return isObject(value) ? value : undefined;
}

export function objectsOf(body: JsonObject, key: string): readonly JsonObject[] {
  const value = body[key];
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}
