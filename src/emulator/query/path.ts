/** Partial updates: `set` and `unset` name members, with dots to reach into objects. */
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { inputError } from '../errors.ts';

export interface Patch {
  readonly set: JsonObject;
  readonly unset: readonly string[];
}

export function refuseBadPath(path: string): void {
  if (path === '' || path.split('.').includes('') || /\s/.test(path)) {
    throw inputError(`invalid field name "${path}": no empty segments and no spaces are allowed`);
  }
}

export function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

export function setPath(target: JsonObject, path: string, value: Json): JsonObject {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...target, [head]: value };
  const child = Object.hasOwn(target, head) ? target[head] : undefined;
  if (child !== undefined && child !== null && !isObject(child)) {
    throw inputError(`cannot set "${path}": "${head}" is not an object`);
  }
  return { ...target, [head]: setPath(isObject(child) ? child : {}, rest.join('.'), value) };
}

/** Taking the last leaf of an object leaves the object behind, empty. */
export function unsetPath(target: JsonObject, path: string): JsonObject {
  const [head = '', ...rest] = path.split('.');
  if (!Object.hasOwn(target, head)) return target;
  if (rest.length === 0) {
    const { [head]: _gone, ...others } = target;
    return others;
  }
  const child = target[head];
  return isObject(child) ? { ...target, [head]: unsetPath(child, rest.join('.')) } : target;
}

/** Applies to customer data what names none of an object's own fields. */
export function patchCustom(custom: JsonObject, patch: Patch, isOwnField: (root: string) => boolean): JsonObject {
  let next = custom;
  for (const [path, value] of Object.entries(patch.set)) {
    if (!isOwnField(rootOf(path))) next = setPath(next, path, value);
  }
  for (const path of patch.unset) if (!isOwnField(rootOf(path))) next = unsetPath(next, path);
  return next;
}
