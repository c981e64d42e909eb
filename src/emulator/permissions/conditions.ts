/** Conditions of custom permissions: what the one who acts (`$subject`) or what is acted on (`$resource`) must be like. */
import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';

export interface ConditionContext {
  readonly subject: JsonObject;
  readonly resource: JsonObject;
}

/** A condition that is not understood does not hold: nobody is let through by accident. */
export function holds(condition: JsonObject | undefined, context: ConditionContext): boolean {
  if (condition === undefined) return true;
  return Object.entries(condition).every(([key, wanted]) => {
    if (key === '$and' || key === '$or') {
      const parts = isArray(wanted) ? wanted.filter(isObject) : [];
      return key === '$and' ? parts.every((part) => holds(part, context)) : parts.some((part) => holds(part, context));
    }
    const value = read(key, context);
    return matches(value, wanted, context);
  });
}

function matches(value: Json | undefined, wanted: Json, context: ConditionContext): boolean {
  if (!isObject(wanted)) return isEqual(value, resolve(wanted, context));
  return Object.entries(wanted).every(([operator, operand]) => {
    const resolved = resolve(operand, context);
    switch (operator) {
      case '$eq':
        return isEqual(value, resolved);
      case '$ne':
        return !isEqual(value, resolved);
      case '$in':
        return isArray(resolved) && resolved.some((one) => isEqual(value, one));
      case '$nin':
        return isArray(resolved) && !resolved.some((one) => isEqual(value, one));
      case '$exists':
        return (value !== undefined && value !== null) === resolved;
      default:
        return false;
    }
  });
}

function isEqual(value: Json | undefined, wanted: Json | undefined): boolean {
  return equalJson(value ?? null, wanted ?? null) || (isArray(value) && value.some((one) => equalJson(one, wanted)));
}

/** An operand may name a property too. */
function resolve(operand: Json, context: ConditionContext): Json | undefined {
  return typeof operand === 'string' && operand.startsWith('$') ? read(operand, context) : operand;
}

function read(path: string, { subject, resource }: ConditionContext): Json | undefined {
  const [root, ...keys] = path.split('.');
  const from = root === '$subject' ? subject : root === '$resource' || root === '$target' ? resource : undefined;
  return keys.reduce<Json | undefined>(
    (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    from,
  );
}
