/**
 * From files to the desired state, in this order: parse, expand short forms (both for each file), unite the files, lay the
 * environment over them, replace variables, check against the schemas, take out secrets, check what resources say of each other.
 */
import { resolve } from 'node:path';
import { addressOf } from '../core/address.ts';
import { DiagnosticError } from '../core/diagnostic.ts';
import { isObject, type JsonObject, type Pointer, tokensOf } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Context, Place } from './context.ts';
import type { Desired } from './desired.ts';
import { desiredOf } from './desired-of.ts';
import { DISK } from './files.ts';
import type { LoadOptions } from './load.ts';
import { lay } from './overlay.ts';
import { Report, shown } from './report.ts';
import { resolveAll } from './resolve.ts';
import { Schemas } from './schema.ts';
import { SecretFields } from './secrets.ts';
import { locator, type United, unite } from './unite.ts';
import { validate } from './validate.ts';

/** The exit code of an invalid configuration. */
const INVALID = 7;

export async function load(options: LoadOptions & { readonly schemaDir: string }): Promise<Desired> {
  const context = contextOf(options);
  const file = resolve(options.file);
  const united = unite(file, context);
  const root = united?.documents[0];
  if (united === undefined || root === undefined) throw new DiagnosticError(context.report.list(), INVALID);

  const laid = root.isBroken ? united : lay(united, root, context);
  const locate = locator(united, context.env);
  const place: Place = (at, what) => locate(at, what) ?? root.parsed.source.place(0);
  const { value, unresolved, sensitive } = resolveAll(
    laid.value,
    context.schemas.document(context.kinds),
    context,
    place,
  );

  const dropped = droppedOf(united, context.env);
  const { secrets } = context;
  validate(root.isBroken ? { version: 1, ...asMap(value) } : asMap(value), root.environments, context, {
    place,
    show: (each, at) => (secrets.covers(at) || sensitive.has(at) ? 'the value' : shown(each)),
    isReported: (at) => unresolved.has(at) || dropped.has(at),
  });

  const clear = new Map<Pointer, string>();
  const redacted = asMap(secrets.extract(value, clear));
  for (const at of unresolved) clear.delete(at);
  for (const secret of clear.values()) context.report.hide(secret);
  return desiredOf({
    file,
    context,
    value: redacted,
    texts: laid.value,
    clear: asMap(value),
    united,
    rosters: laid.rosters,
    unresolved,
    secrets: clear,
    place,
    locate,
    hash: options.hash,
  });
}

/** What all steps share, for one configuration. */
export function contextOf(options: Omit<LoadOptions, 'file' | 'hash'> & { readonly schemaDir: string }): Context {
  return {
    kinds: options.kinds,
    schemas: new Schemas(options.schemaDir),
    secrets: new SecretFields(options.kinds),
    files: DISK,
    environ: options.environ,
    env: options.env,
    strict: options.strict === true,
    report: new Report((at) => subjectOf(at, options.kinds)),
  };
}

/** Pointers of values that were reported while reading the files, as pointers of the united configuration. */
function droppedOf(united: United, env: string | undefined): ReadonlySet<Pointer> {
  const prefix = env === undefined ? undefined : `/environments/${env}/`;
  const all = united.documents.flatMap((each) => [...each.dropped]);
  return new Set(all.map((at) => (prefix !== undefined && at.startsWith(prefix) ? at.slice(prefix.length - 1) : at)));
}

function asMap(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The address of the resource that a pointer leads into, or the pointer itself. */
function subjectOf(at: Pointer, kinds: readonly Kind[]): string {
  const [collection, id] = tokensOf(at);
  const kind = kinds.find((each) => each.collection === collection);
  if (kind === undefined || (id === undefined && !kind.singleton)) return at;
  return kind.singleton ? kind.name : addressOf(kind.name, id ?? '');
}
