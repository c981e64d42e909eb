/** Filters of the query endpoints: conditions by field, joined by `$and`, `$or`, `$nor`. A filter is checked whole before
 * any row is looked at, so that a wrong one is refused even when there is nothing to find. */
import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import { inputError } from '../errors.ts';
import { readTime } from '../values.ts';

export type FieldType = 'string' | 'number' | 'boolean' | 'date' | 'strings' | 'any';

export interface Field<Row> {
  readonly type: FieldType;
  readonly operators: readonly string[];
  /** Dates as microseconds. */
  readonly read: (row: Row) => Json | undefined;
  readonly refuse?: (value: Json) => string | undefined;
}

export interface Fields<Row> {
  /** Undefined when the resource has no such field. */
  find(name: string): Field<Row> | undefined;
}

export type Test<Row> = (row: Row) => boolean;

/** Operators that nearly every field has. */
export const RANGE = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte', '$exists'] as const;

export function compileFilter<Row>(filter: Json | undefined, fields: Fields<Row>): Test<Row> {
  if (filter === undefined || filter === null) return () => true;
  if (!isObject(filter)) throw inputError('filter_conditions must be an object');
  const tests = Object.entries(filter).map(([key, condition]) => {
    if (['$and', '$or', '$nor'].includes(key)) return compileGroup(key, condition, fields);
    if (key.startsWith('$')) throw inputError(`unknown operator "${key}"`);
    return compileField(key, condition, fields);
  });
  return (row) => tests.every((test) => test(row));
}

function compileGroup<Row>(key: string, members: Json, fields: Fields<Row>): Test<Row> {
  if (!isArray(members) || members.length === 0) throw inputError(`${key} must be a non-empty list of filters`);
  const tests = members.map((member) => compileFilter(member, fields));
  if (key === '$and') return (row) => tests.every((test) => test(row));
  if (key === '$or') return (row) => tests.some((test) => test(row));
  return (row) => !tests.some((test) => test(row));
}

function compileField<Row>(name: string, condition: Json, fields: Fields<Row>): Test<Row> {
  const field = fields.find(name);
  if (field === undefined) throw inputError(`unrecognized field "${name}"`);
  const operators = isObject(condition) && Object.keys(condition).some((key) => key.startsWith('$'));
  const conditions: JsonObject = operators ? (condition as JsonObject) : { $eq: condition };
  const tests = Object.entries(conditions).map(([operator, wanted]) => {
    if (!field.operators.includes(operator)) {
      throw inputError(`operator "${operator}" is not allowed for field "${name}"`);
    }
    return compileOperator(name, field, operator, wanted);
  });
  return (row) => tests.every((test) => test(row));
}

function compileOperator<Row>(name: string, field: Field<Row>, operator: string, wanted: Json): Test<Row> {
  const { read } = field;
  if (operator === '$exists') {
    if (typeof wanted !== 'boolean') throw inputError('$exists operator only support boolean values');
    return (row) => isPresent(read(row)) === wanted;
  }
  if (operator === '$in' || operator === '$nin') {
    if (!isArray(wanted)) throw inputError(`operator "${operator}" expects an array for field "${name}"`);
    const values = wanted.map((value) => operand(name, field, value));
    const texts = new Set(values.filter((value) => typeof value === 'string'));
    const isIn = (value: Json | undefined): boolean => {
      if (isArray(value))
        return values.some((one) => equalJson(one, value) || value.some((item) => equalJson(item, one)));
      return typeof value === 'string' ? texts.has(value) : values.some((one) => equalJson(one, value));
    };
    return operator === '$in' ? (row) => isIn(read(row)) : (row) => !isIn(read(row));
  }
  if (operator === '$autocomplete' || operator === '$q') {
    const words = searchWords(wanted);
    if (words.length === 0) throw inputError(`${operator} field is empty or contains invalid characters`);
    return (row) => hasWords(read(row), words);
  }
  const value = operand(name, field, wanted);
  if (operator === '$contains') return (row) => contains(read(row), value);
  if (operator === '$eq') return (row) => isEqual(field.type, read(row), value);
  if (operator === '$ne') return (row) => !isEqual(field.type, read(row), value);
  return (row) => compare(operator, read(row), value);
}

/** Refuses a value that is of another type than the field; null stands for "not set". */
function operand<Row>(name: string, field: Field<Row>, value: Json): Json {
  const complaint = field.refuse?.(value);
  if (complaint !== undefined) throw inputError(complaint);
  if (value === null || field.type === 'any') return value;
  if (field.type === 'date') {
    const at = readTime(value);
    if (at === undefined) throw inputError(`field \`${name}\` contains type ${typeof value}. expecting date`);
    return at;
  }
  const wanted = field.type === 'strings' ? 'string' : field.type;
  const values = field.type === 'strings' && isArray(value) ? value : [value];
  for (const item of values) {
    if (typeof item !== wanted) {
      const found = isArray(item) ? 'array' : typeof item;
      throw inputError(`field \`${name}\` contains type ${found}. expecting ${wanted}`);
    }
  }
  return value;
}

function isPresent(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

/** A list of ids is equal to another that has the same members, and a single value to the list that has it. */
function isEqual(type: FieldType, value: Json | undefined, wanted: Json): boolean {
  if (wanted === null) return !isPresent(value) || (isArray(value) && value.length === 0);
  if (type !== 'strings') return equalJson(value, wanted);
  if (!isArray(value)) return false;
  if (!isArray(wanted)) return value.includes(wanted);
  return value.length === new Set(wanted).size && wanted.every((item) => value.includes(item));
}

function contains(value: Json | undefined, wanted: Json): boolean {
  if (isArray(value)) return value.some((item) => equalJson(item, wanted));
  if (isObject(value) && isObject(wanted)) {
    return Object.entries(wanted).every(([key, member]) => equalJson(value[key], member));
  }
  return typeof value === 'string' && typeof wanted === 'string' && value.includes(wanted);
}

function compare(operator: string, value: Json | undefined, wanted: Json): boolean {
  if (typeof value !== typeof wanted || (typeof value !== 'string' && typeof value !== 'number')) return false;
  const other = wanted as typeof value;
  if (operator === '$gt') return value > other;
  if (operator === '$gte') return value >= other;
  return operator === '$lt' ? value < other : value <= other;
}

function searchWords(text: Json | undefined): readonly string[] {
  return typeof text === 'string' ? (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) : [];
}

function hasWords(value: Json | undefined, words: readonly string[]): boolean {
  const present = searchWords(value);
  return words.every((word) => present.some((candidate) => candidate.startsWith(word)));
}

/** The values that a filter pins a field to, when it does: such rows are looked up and not searched for. */
export function pinnedTo(filter: Json | undefined, name: string): readonly string[] | undefined {
  if (!isObject(filter)) return undefined;
  const condition = filter[name];
  if (typeof condition === 'string') return [condition];
  if (isObject(condition)) {
    const { $eq, $in } = condition;
    if (typeof $eq === 'string') return [$eq];
    if (isArray($in) && $in.every((value) => typeof value === 'string')) return [...new Set($in as readonly string[])];
  }
  const both = filter['$and'];
  if (!isArray(both)) return undefined;
  for (const member of both) {
    const values = pinnedTo(member, name);
    if (values !== undefined) return values;
  }
  return undefined;
}

/** Finds fields by name. */
export function onlyFields<Row>(named: Readonly<Record<string, Field<Row>>>): Fields<Row> {
  return { find: (name) => (Object.hasOwn(named, name) ? named[name] : undefined) };
}

/** Finds fields by name, and customer data by any other name. */
export function fieldsOf<Row>(
  named: Readonly<Record<string, Field<Row>>>,
  custom: { readonly operators: readonly string[]; readonly read: (row: Row) => JsonObject; readonly isBare: boolean },
): Fields<Row> {
  return {
    find(name) {
      if (Object.hasOwn(named, name)) return named[name];
      const isNested = name.startsWith('custom.');
      if (!isNested && !custom.isBare) return undefined;
      const path = (isNested ? name.slice('custom.'.length) : name).split('.');
      return {
        type: 'any',
        operators: custom.operators,
        read: (row) =>
          path.reduce<Json | undefined>(
            (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
            custom.read(row),
          ),
      };
    },
  };
}

/** How many values the longest list of an `$in` has. */
export function longestIn(filter: Json | undefined): number {
  if (isArray(filter)) return Math.max(0, ...filter.map(longestIn));
  if (!isObject(filter)) return 0;
  const lengths = Object.entries(filter).map(([key, member]) =>
    key === '$in' && isArray(member) ? member.length : longestIn(member),
  );
  return Math.max(0, ...lengths);
}
