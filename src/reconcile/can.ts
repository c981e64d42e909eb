/** Answers whether a role may do something once the plan is applied. Sends reads only, and none offline. */
import { createReader } from '../api/index.ts';
import type { Desired } from '../config/desired.ts';
import type { Reader, Transport } from '../core/call.ts';
import { type Diagnostic, DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import { globPattern } from '../core/glob.ts';
import { isArray, isObject, ownMember, valueAt } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { nearest } from '../core/nearest.ts';
import type { Found } from '../impact/permissions/found.ts';
import { type Definitions, rightsOf } from '../impact/permissions/rights.ts';
import { APP_SCOPE } from '../impact/permissions/scope.ts';
import { livePermissions, liveRoles, liveTypeScopes } from './grants.ts';
import { type Asked, Permissions } from './permissions.ts';
import { readTarget } from './plan.ts';

export interface Answered {
  readonly found: Found;
  readonly notes: readonly Diagnostic[];
}

export interface AskContext {
  readonly desired: Desired;
  readonly kinds: readonly Kind[];
  /** Absent: the answer comes from the configuration alone. */
  readonly transport?: Transport;
}

const SHOWN = 4;

/** Throws DiagnosticError: 1 for a name that does not exist, or another app; 7 for a roster that cannot be read. */
export async function can(context: AskContext, asked: Asked, signal?: AbortSignal): Promise<Answered> {
  const { desired, transport } = context;
  const reader = transport === undefined ? undefined : createReader(transport, { signal });
  if (reader !== undefined) await readTarget(reader, context);
  const unknown = await unknownNames(asked, context, reader);
  if (unknown.length > 0) throw new DiagnosticError(unknown, 1);
  const permissions = await Permissions.of(desired, context.kinds, reader);
  const found = await permissions.find(asked);
  const overriding = await overridesOf(found, desired, await permissions.definitions());
  if (hasErrors(desired.diagnostics)) throw new DiagnosticError(desired.diagnostics, 7);
  return { found, notes: [...overridesNote(found, overriding), ...elsewhereNote(found)] };
}

async function unknownNames(
  { role, permission, scope }: Asked,
  context: AskContext,
  reader: Reader | undefined,
): Promise<readonly Diagnostic[]> {
  const ids = async <Key>(list: (reader: Reader) => Promise<Iterable<Key>>) =>
    reader === undefined ? [] : list(reader);
  const checks = [
    await unknownName('role', role, context, () => ids(liveRoles)),
    await unknownName('permission', permission, context, () =>
      ids(async (from) => (await livePermissions(from)).keys()),
    ),
    ...(scope === APP_SCOPE
      ? []
      : [
          await unknownName('channel_type', scope, context, () =>
            ids(async (from) => (await liveTypeScopes(from)).keys()),
          ),
        ]),
  ];
  return checks.flatMap((each) => each ?? []);
}

/** What is declared, built in or named under `external` is known; else the app is asked. */
async function unknownName(
  name: string,
  id: string,
  { desired, kinds, transport }: AskContext,
  live: () => Promise<Iterable<string>>,
): Promise<Diagnostic | undefined> {
  const kind = kinds.find((each) => each.name === name);
  if (kind === undefined || kind.reserved?.(id) || desired.isDeclared(name, id)) return undefined;
  if (desired.external[kind.collection]?.some((glob) => globPattern(glob).test(id))) return undefined;
  const isRemoved = desired.removed.some((each) => each.kind === name && each.id === id);
  const others = new Set(await live());
  if (others.has(id) && !isRemoved) return undefined;
  for await (const each of desired.wanted(name)) others.add(each.id);
  const near = nearest(id, [...others, ...(kind.builtIns ?? [])].sort());
  const what = name.replaceAll('_', ' ');
  const where = isRemoved
    ? 'is listed under `removed`'
    : transport === undefined
      ? 'is neither declared nor built in'
      : 'is neither declared nor in the app';
  const fix =
    near === undefined
      ? `Name one that exists, or declare it under \`${kind.collection}\`.`
      : `Did you mean "${near}"?`;
  return {
    severity: 'error',
    code: 'unknown-name',
    summary: 'There is nothing of this name',
    detail: `The ${what} "${id}" ${where}. ${fix}`,
  };
}

/** Declared channels of the type that grant or take away this very permission. */
async function overridesOf(found: Found, desired: Desired, definitions: Definitions): Promise<readonly string[]> {
  if (found.scope === APP_SCOPE) return [];
  const channels: string[] = [];
  for await (const { id, body } of desired.wanted('channel')) {
    if (!id.startsWith(`${found.scope}:`)) continue;
    const grants = valueAt(body, '/config_overrides/grants');
    const modifiers = isObject(grants) ? ownMember(grants, found.role) : undefined;
    const isAbout = (modifier: string) =>
      rightsOf(modifier.replace(/^!/, ''), definitions).some((right) => right.permission === found.permission);
    if (isArray(modifiers) && modifiers.some((each) => isAbout(String(each)))) channels.push(id);
  }
  return channels;
}

function overridesNote(found: Found, channels: readonly string[]): readonly Diagnostic[] {
  if (channels.length === 0) return [];
  const more = channels.length - SHOWN;
  const names = `${channels.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    {
      severity: 'note',
      code: 'overridden-in-channels',
      summary: 'Single channels say otherwise',
      detail: `The \`config_overrides\` of ${names} change what ${found.role} is granted of ${found.permission} there. The answer is about all other channels of the type.`,
    },
  ];
}

function elsewhereNote(found: Found): readonly Diagnostic[] {
  if (!found.isElsewhere || found.answer.verdict === 'yes') return [];
  const detail =
    found.scope === APP_SCOPE
      ? `${found.permission} is a permission in channels: name a channel type with --in.`
      : `${found.permission} is a permission outside of channels: leave out --in.`;
  return [{ severity: 'note', code: 'other-scope', summary: 'This permission belongs to another scope', detail }];
}
