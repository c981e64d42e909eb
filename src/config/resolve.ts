/**
 * Replaces the references of a whole configuration. A string that was one reference and stands where no string is taken is read
 * as YAML reads a scalar, so that `app_id: ${APP_ID}` is a number.
 */
import { relative } from 'node:path';
import { isArray, isObject, type Json, type Pointer, pointer } from '../core/json.ts';
import type { Context, Place } from './context.ts';
import { hasReference, readScalar } from './interpolate.ts';
import { takesString, type View } from './schema.ts';
import { folderOf } from './source.ts';
import { type Resolved, resolveText } from './variables.ts';
import { VARIABLE_IN_KEY } from './wording.ts';

export interface Resolution {
  readonly value: Json;
  /** Pointers whose value is not known: already reported, and not to be checked any further. */
  readonly unresolved: ReadonlySet<Pointer>;
  /** Pointers whose value came from outside and must not be shown. */
  readonly sensitive: ReadonlySet<Pointer>;
}

function holdsReference(value: Json): boolean {
  if (typeof value === 'string') return hasReference(value);
  if (isArray(value)) return value.some(holdsReference);
  if (!isObject(value)) return false;
  // Every value of every file is looked at here: a list of the keys of each map would cost more than the looking.
  for (const key in value) if (hasReference(key) || holdsReference(value[key] ?? null)) return true;
  return false;
}

export function resolveAll(value: Json, root: View, context: Context, place: Place): Resolution {
  const { schemas, report, secrets } = context;
  const unresolved = new Set<Pointer>();
  const sensitive = new Set<Pointer>();

  function visit(each: Json, views: readonly View[], at: Pointer): Json {
    if (!holdsReference(each)) return each;
    if (typeof each === 'string') return replace(each, views, at);
    if (isArray(each)) {
      const entries = schemas.entry(views, 'normalised');
      return each.map((item, index) => visit(item, entries, `${at}/${index}`));
    }
    if (!isObject(each)) return each;
    const copy: Record<string, Json> = {};
    for (const [key, member] of Object.entries(each)) {
      if (hasReference(key)) refuseKey(at + pointer(key));
      copy[key] = visit(member, schemas.member(views, key, 'normalised'), at + pointer(key));
    }
    return copy;
  }

  /** A list of names is a map by now, so a reference in it has become a key. */
  function refuseKey(at: Pointer): void {
    unresolved.add(at);
    report.add({ code: 'variable-in-key', detail: VARIABLE_IN_KEY, subject: at, source: place(at, 'key') });
  }

  function replace(text: string, views: readonly View[], at: Pointer): Json {
    const resolved = resolveText(text, context.environ, context.files);
    const isSecret = secrets.covers(at);
    const isTarget = at.startsWith('/target/');
    reportReferences(resolved, at, isSecret || isTarget);
    if (resolved.missing.length + resolved.bad.length + resolved.unreadable.length > 0) {
      unresolved.add(at);
      return text;
    }
    if (isSecret || resolved.isSensitive) sensitive.add(at);
    const { names } = resolved;
    if (resolved.isSensitive && names.length > 0 && !isSecret && !isTarget) {
      const detail = `The name ${names.join(', ')} says that it is a secret, but this field is compared, shown and saved like any other. Use another variable, or rename it.`;
      report.hide(resolved.text);
      report.add({ code: 'secret-in-plain-field', severity: 'warning', detail, subject: at, source: place(at) });
    }
    return resolved.isWhole && !takesString(views) ? readScalar(resolved.text) : resolved.text;
  }

  function reportReferences(resolved: Resolved, at: Pointer, isOptional: boolean): void {
    const source = () => place(at);
    for (const name of resolved.missing) {
      const detail = at.startsWith('/target/')
        ? `The variable ${name} is not set. Commands that reach the API need it.`
        : isOptional
          ? `The variable ${name} is not set. Plans do without it; an apply that has to send this secret does not.`
          : `The variable ${name} is not set. Set it, or give a default: \`\${${name}:-default}\`.`;
      const severity = isOptional ? 'warning' : 'error';
      report.add({ code: 'missing-variable', severity, detail, subject: at, source: source() });
    }
    for (const raw of resolved.bad) {
      const shown = raw.length > 40 ? `${raw.slice(0, 39)}…` : raw;
      const detail = `\`${shown}\` is not of the form \`\${NAME}\`, \`\${NAME:-default}\` or \`\${file:path}\`. Write \`$\${\` for a literal \`\${\`.`;
      report.add({
        code: 'bad-variable',
        detail: secrets.covers(at) ? detail.replace(shown, '${…') : detail,
        subject: at,
        source: source(),
      });
    }
    for (const file of resolved.unreadable) {
      const name = relative(folderOf(place(at).file), file);
      const detail = `The file \`${name}\` cannot be read as UTF-8 text of at most 1 MiB.`;
      report.add({ code: 'unreadable-file', detail, subject: at, source: source() });
    }
  }

  return { value: visit(value, schemas.expand([root], 'normalised'), ''), unresolved, sensitive };
}
