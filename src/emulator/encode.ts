/** One writer per generation of the API turns what a handler returns into the text that goes over the wire. Absent members
 * stay absent in both. Answers can be megabytes, so no tree of plain JSON is made on the way. */
import { keptTexts } from './lasting.ts';
import { Custom, formatTime, Time, type Value, type ValueObject, ZERO_TIME } from './values.ts';

interface Writer {
  time(us: number): string;
  members(value: ValueObject): string;
}

/** The nanoseconds of the first instant of year 1, as far as 64 bits hold them. */
const ZERO_NANOSECONDS = Number(BigInt.asIntN(64, BigInt(ZERO_TIME.us) * 1000n));

/** Generation 2: times are integer Unix nanoseconds, customer data is nested. */
const NEWER: Writer = {
  time: lastKept((us) => String(us === ZERO_TIME.us ? ZERO_NANOSECONDS : us * 1000)),
  members: (value) => objectText(value, NEWER),
};

/** Generation 1: times are RFC 3339 text, customer data stands beside the members of its owner. Where both have a name,
 * the owner's own member is what shows. */
const OLDER: Writer = {
  time: lastKept((us) => `"${formatTime(us)}"`),
  members(value) {
    const custom = Object.values(value).filter((member) => member instanceof Custom);
    if (custom.length === 0) return objectText(value, OLDER);
    const own = Object.entries(value).filter(([, member]) => member !== undefined && !(member instanceof Custom));
    const both = [...custom.flatMap(({ data }) => Object.entries(data)), ...own];
    return objectText(Object.fromEntries(both), OLDER);
  },
};

/** Rows that one request wrote have the same time, and tend to be shown together. */
function lastKept(write: (us: number) => string): (us: number) => string {
  let last = Number.NaN;
  let text = '';
  return (us) => {
    if (us === last) return text;
    last = us;
    text = write(us);
    return text;
  };
}

export function encodeV2(value: Value): string {
  return textOf(value, NEWER);
}

export function encodeV1(value: Value): string {
  return textOf(value, OLDER);
}

function textOf(value: Value, writer: Writer): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Time) return writer.time(value.us);
  if (value instanceof Custom) return JSON.stringify(value.data);
  if (Array.isArray(value)) return listText(value, writer);
  const kept = keptTexts(value);
  if (kept === undefined) return writer.members(value as ValueObject);
  let text = kept.get(writer);
  if (text === undefined) {
    // In one piece: a text that was put together would be gone through piece by piece wherever it is used.
    text = Buffer.from(writer.members(value as ValueObject)).toString();
    kept.set(writer, text);
  }
  return text;
}

function listText(values: readonly Value[], writer: Writer): string {
  let text = '';
  for (const value of values) text += (text === '' ? '' : ',') + textOf(value, writer);
  return `[${text}]`;
}

function objectText(value: ValueObject, writer: Writer): string {
  let text = '';
  for (const key in value) {
    const member = value[key];
    if (member !== undefined) text += (text === '' ? '' : ',') + nameText(key) + textOf(member, writer);
  }
  return `{${text}}`;
}

const names = new Map<string, string>();
/** Most names are those of the API, and occur again and again; some are ids. */
const MOST_NAMES = 2000;

function nameText(name: string): string {
  let text = names.get(name);
  if (text === undefined) {
    text = `${JSON.stringify(name)}:`;
    if (names.size < MOST_NAMES) names.set(name, text);
  }
  return text;
}
