/** The shape of one entry in the table of routes, and what a handler is called with. */
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { demand, type Shape } from '../check.ts';
import { inputError } from '../errors.ts';
import type { ValueObject } from '../values.ts';
import type { World } from '../world.ts';
import type { Caller } from './auth.ts';
import type { Limiter } from './limits.ts';

export interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly limiter: Limiter;
  readonly query: URLSearchParams;
  readonly body: Json;
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
  /** Whether a client with a user token may call it. */
  readonly clients: boolean;
  readonly handle: Handler;
}

/** Reads the body after checking its shape. */
export function bodyOf(call: Call, shape: Shape, required: readonly string[] = []): JsonObject {
  const { body } = call;
  demand(body, shape, required);
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
  demand(payload, shape, required);
  return payload;
}

export function flag(call: Call, name: string): boolean {
  const text = call.query.get(name);
  if (text === null || text === '') return false;
  if (text !== 'true' && text !== 'false') throw inputError(`${name} must be a boolean`);
  return text === 'true';
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
