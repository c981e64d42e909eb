/** The loaded configuration as the rest of the tool sees it: resources, removals, rosters, and the checks between them. */
import { addressOf } from '../core/address.ts';
import type { Diagnostic, Source } from '../core/diagnostic.ts';
import { canonicalJson, isObject, type Json, type JsonObject, type Pointer, pointer, tokensOf } from '../core/json.ts';
import type { Reference, Wanted } from '../core/kind.ts';
import type { Digest, Hash } from '../core/prior.ts';
import type { Context, Place, RosterPattern } from './context.ts';
import type { Desired } from './desired.ts';
import { recast, withFiles } from './recast.ts';
import { externalOf, References } from './references.ts';
import { removalPolicy, removedOf } from './removed.ts';
import { placeText } from './report.ts';
import { rosterFiles } from './roster/files.ts';
import { Roster, type RowChecks } from './roster/roster.ts';
import { policyOf, targetOf } from './settings.ts';
import { referencesOf, testsOf } from './tests.ts';
import type { United } from './unite.ts';
import { waiversOf } from './waivers.ts';

export interface Parts {
  readonly file: string;
  readonly context: Context;
  /** The united configuration with `$secret` in place of secrets. */
  readonly value: JsonObject;
  /** The same before variables were replaced. */
  readonly texts: JsonObject;
  /** The same with secrets, for the target. */
  readonly clear: JsonObject;
  readonly united: United;
  readonly rosters: readonly RosterPattern[];
  readonly unresolved: ReadonlySet<Pointer>;
  readonly secrets: ReadonlyMap<Pointer, string>;
  readonly place: Place;
  readonly locate: (at: Pointer) => Source | undefined;
  readonly hash: Hash;
}

type Body = Wanted & { readonly body: JsonObject };

export function desiredOf(parts: Parts): Desired {
  const { context, value, place } = parts;
  const { kinds, report } = context;
  const bodies = new Map(kinds.map((kind) => [kind.name, bodiesOf(value[kind.collection], kind.singleton === true)]));
  const declared = new Map([...bodies].map(([kind, list]) => [kind, new Set(list.map((each) => each.id))]));
  const removed = removedOf(value['removed'], declared, context, place);
  const removedAddresses = new Set(removed.map(({ kind, id }) => addressOf(kind, id)));
  const tests = testsOf(value['tests'], context, place);
  const policy = isObject(value['policy']) ? value['policy'] : {};
  const onRemoval = removalPolicy(policy['on_removal'], context, place);
  const waivers = waiversOf(policy['waivers'], context, place);
  const external = externalOf(value['external']);
  const { files, incomplete } = rosterFiles(parts.rosters, context);
  const rosters = new Map(
    [...files].map(([kind, list]) => [kind.name, new Roster(kind, list, context, parts.hash)] as const),
  );
  const references = new References({ kinds, declared, removed: removedAddresses, rosters, incomplete, external });
  const collectionOf = new Map(kinds.map((kind) => [kind.name, kind.collection]));
  const severity = context.strict ? 'error' : 'warning';
  const pending: { readonly reference: Reference; readonly at: Pointer; readonly subject: string }[] = [];
  /** Kinds whose rosters were read before the rosters that they refer to. */
  const again = new Set<string>();
  const laterKinds = new Set<string>();

  function checkInline(): void {
    for (const kind of kinds) {
      for (const { id, body } of bodies.get(kind.name) ?? []) {
        const found = kind.references(id, body);
        if (found.length === 0) continue;
        const at = kind.singleton ? pointer(kind.collection) : pointer(kind.collection, id);
        const subject = addressOf(kind.name, id);
        for (const reference of found) checkReference(reference, at + reference.at, subject);
      }
    }
    for (const test of tests)
      for (const reference of referencesOf(test)) checkReference(reference, test.at + reference.at, test.at, 'error');
  }

  function checkReference(
    reference: Reference,
    at: Pointer,
    subject: string,
    doubted: Diagnostic['severity'] = severity,
  ): void {
    if (parts.unresolved.has(at)) return;
    const verdict = references.verdict(reference);
    if (verdict === 'later') pending.push({ reference, at, subject });
    if (verdict === 'known' || verdict === 'later' || (verdict === 'unknown' && parts.united.isPartial)) return;
    const { code, detail } = references.problem(reference, verdict);
    // A name that is a key (`grants: { host: […] }`) is pointed at itself, not at what stands under it.
    const source = place(at, tokensOf(at).at(-1) === reference.id ? 'key' : 'value');
    report.add({ code, detail, subject, source, severity: verdict === 'removed' ? 'error' : doubted });
  }

  function rowChecks(name: string, isAgain: boolean): RowChecks {
    const kind = kinds.find((each) => each.name === name);
    const inline = declared.get(name);
    return {
      ...(isAgain ? { isAgain } : {}),
      refuse(id, file) {
        if (removedAddresses.size > 0 && removedAddresses.has(addressOf(name, id)))
          return {
            code: 'removed-but-declared',
            detail: `${addressOf(name, id)} is listed under \`removed\`. Keep one of the two.`,
          };
        if (!inline?.has(id)) return undefined;
        const first = place(pointer(collectionOf.get(name) ?? name, id), 'key');
        return {
          code: 'duplicate-resource',
          detail: `It is already defined at ${placeText(first, file)}. Keep one of them.`,
        };
      },
      references(id, body, tell) {
        for (const reference of kind?.references(id, body) ?? []) {
          const verdict = references.verdict(reference);
          if (verdict === 'known') continue;
          // What was known at the first reading was told then.
          if (isAgain && (verdict !== 'unknown' || !laterKinds.has(reference.kind))) continue;
          if (verdict === 'later') {
            again.add(name);
            laterKinds.add(reference.kind);
          }
          if (verdict === 'removed') tell(references.problem(reference, verdict));
          else if (verdict === 'unknown' && !parts.united.isPartial)
            tell({ ...references.problem(reference, verdict), severity });
        }
      },
    };
  }

  async function* wanted(name: string): AsyncGenerator<Body> {
    for await (const block of wantedBlocks(name)) yield* block;
  }

  async function* wantedBlocks(name: string): AsyncGenerator<readonly Body[]> {
    yield bodies.get(name) ?? [];
    const roster = rosters.get(name);
    if (roster !== undefined) yield* roster.read(rowChecks(name, false));
  }

  async function drain(rows: AsyncIterable<unknown>): Promise<void> {
    for await (const _row of rows);
  }

  async function finish(): Promise<void> {
    for (const roster of rosters.values())
      if (!roster.isRead) await drain(roster.read(rowChecks(roster.kind.name, false)));
    for (const { reference, at, subject } of pending.splice(0)) checkReference(reference, at, subject);
    for (const name of again) {
      const roster = rosters.get(name);
      if (roster !== undefined) await drain(roster.read(rowChecks(name, true)));
    }
    again.clear();
  }

  checkInline();
  const withResources = kinds.filter((kind) => (bodies.get(kind.name)?.length ?? 0) > 0 || rosters.has(kind.name));
  const target = targetOf(parts.clear['target'], parts.unresolved);
  let digest: Digest | undefined;
  return {
    file: parts.file,
    env: context.env,
    target,
    policy: policyOf(policy, onRemoval, waivers),
    external,
    removed,
    tests,
    secrets: parts.secrets,
    kinds: new Set([...withResources.map((kind) => kind.name), ...removed.map((each) => each.kind)]),
    wanted,
    wantedBlocks,
    finish,
    isDeclared: (kind, id) => declared.get(kind)?.has(id) === true || rosters.get(kind)?.has(id) === true,
    locate: parts.locate,
    files: [...parts.united.documents.map((each) => each.file), ...[...files.values()].flat().map((each) => each.file)],
    recast: (earlier) => recast(earlier, withFiles(parts.texts), value) as JsonObject,
    get diagnostics() {
      return report.list();
    },
    get digest() {
      digest ??= digestOf(parts, rosters, { base_url: target.baseUrl, app_id: target.appId ?? null });
      return digest;
    },
  };
}

/** The resources of a collection. */
export function bodiesOf(value: Json | undefined, isSingleton: boolean): readonly Body[] {
  if (!isObject(value)) return [];
  if (isSingleton) return [{ id: '', body: value }];
  const bodies: Body[] = [];
  for (const id of Object.keys(value)) {
    const body = value[id];
    if (isObject(body)) bodies.push({ id, body });
  }
  return bodies;
}

/**
 * Digest of what the configuration says: with variables replaced and secrets by their pointers; without keys of the app, which
 * change while the app stays the same, without paths, which differ between machines, and without tests, which change nothing.
 */
function digestOf({ value, hash }: Parts, rosters: ReadonlyMap<string, Roster>, target: JsonObject): Digest {
  const texts: Record<string, Json> = {};
  for (const [kind, roster] of rosters) {
    if (roster.digests.includes(undefined))
      throw new Error('the digest is known once the rosters were read: call finish() first');
    texts[kind] = roster.digests.map(String);
  }
  const { version: _version, target: _target, tests: _tests, ...rest } = value;
  return hash(canonicalJson({ configuration: rest, target, rosters: texts }));
}
