/** Small kinds, and helpers that load a configuration from files or from text. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Desired } from '../../src/config/desired.ts';
import { type LoadOptions, loadConfiguration } from '../../src/config/load.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { isArray, isObject, type Json, type JsonObject, pointer } from '../../src/core/json.ts';
import type { Kind, Reference } from '../../src/core/kind.ts';
import type { Hash } from '../../src/core/prior.ts';

export const FIXTURES = fileURLToPath(new URL('../fixtures/config', import.meta.url));
export const SCHEMAS = join(FIXTURES, 'schemas');
export const hash: Hash = (text) => `h1:${createHash('sha256').update(text).digest('base64url')}`;

const BUILT_IN = new Set(['user', 'admin', 'guest', 'channel_member', 'channel_moderator']);

function kind(parts: Partial<Kind> & Pick<Kind, 'name' | 'collection'>): Kind {
  return {
    after: [],
    chunk: 100,
    removal: ['delete', 'keep'],
    fields: {},
    normalise: (raw) => (isObject(raw) ? raw : undefined),
    references: () => [],
    async *read() {},
    write: () => [],
    ...parts,
  };
}

function keysOf(value: Json | undefined): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

function grants(body: JsonObject): Reference[] {
  return keysOf(body['grants']).map((id) => ({ kind: 'role', id, at: `/grants${pointer(id)}` }));
}

function members(raw: Json | undefined): Json | undefined {
  if (isArray(raw)) return Object.fromEntries(raw.map((id) => [String(id), {}]));
  if (!isObject(raw)) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([id, each]) => [id, typeof each === 'string' ? { channel_role: each } : each]),
  );
}

/** As the real kind does: `name` is custom data, members have a list, a map and a long form. */
function normaliseChannel(raw: Json): JsonObject | undefined {
  if (!isObject(raw)) return undefined;
  const { name, members: written, ...rest } = raw;
  const isLong = isObject(written) && ('list' in written || 'mode' in written);
  const list = members(isLong ? written['list'] : written);
  return {
    ...rest,
    ...(name === undefined ? {} : { custom: { ...(isObject(rest['custom']) ? rest['custom'] : {}), name } }),
    ...(isLong && written['mode'] !== undefined ? { members_mode: written['mode'] } : {}),
    ...(list === undefined ? {} : { members: list }),
  };
}

export const KINDS: readonly Kind[] = [
  kind({ name: 'role', collection: 'roles', reserved: (id) => BUILT_IN.has(id) }),
  kind({
    name: 'app',
    collection: 'app',
    singleton: true,
    removal: [],
    fields: {
      '/apn_config/auth_key': { blind: 'secret' },
      '/event_hooks': { shape: 'entries' },
      '/event_hooks/*/hook_secret': { blind: 'secret' },
    },
    references: (_id, body) => grants(body),
  }),
  kind({
    name: 'channel_type',
    collection: 'channel_types',
    reserved: (id) => id === 'messaging',
    references: (_id, body) => grants(body),
  }),
  kind({
    name: 'user',
    collection: 'users',
    removal: ['deactivate', 'keep', 'delete', 'hard_delete'],
    references: (_id, { role }) => (typeof role === 'string' ? [{ kind: 'role', id: role, at: '/role' }] : []),
  }),
  kind({
    name: 'channel',
    collection: 'channels',
    removal: ['disable', 'keep', 'delete', 'hard_delete'],
    normalise: normaliseChannel,
    references: (id, body) => [
      { kind: 'channel_type', id: id.split(':')[0] ?? '', at: '' },
      ...keysOf(body['members']).map((user) => ({ kind: 'user', id: user, at: `/members${pointer(user)}` })),
      ...(typeof body['created_by_id'] === 'string'
        ? [{ kind: 'user', id: body['created_by_id'], at: '/created_by_id' }]
        : []),
    ],
  }),
];

export const ROOT = 'chat.config.yaml';

/** Writes files into a new folder and gives its path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'chat-config-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export interface Loaded {
  readonly desired: Desired;
  readonly folder: string;
  /** Diagnostics as `file:line:column severity code`. */
  readonly found: readonly string[];
}

type Options = Partial<Pick<LoadOptions, 'env' | 'environ' | 'strict' | 'kinds' | 'schemaDir'>>;

/** Loads a text as the root file, or several files; everything is read to its end. */
export async function load(
  files: string | Readonly<Record<string, string | Uint8Array>>,
  options: Options = {},
): Promise<Loaded> {
  const folder = folderWith(typeof files === 'string' ? { [ROOT]: `version: 1\n${files}` } : files);
  const desired = await loadFile(join(folder, ROOT), options);
  await desired.finish();
  return { desired, folder, found: desired.diagnostics.map((each) => shortly(each, folder)) };
}

export function loadFile(file: string, options: Options = {}): Promise<Desired> {
  return loadConfiguration({ file, environ: {}, kinds: KINDS, schemaDir: SCHEMAS, hash, ...options });
}

function shortly({ source, severity, code }: Diagnostic, folder: string): string {
  const place = source === undefined ? '' : `${relative(folder, source.file)}:${source.line}:${source.column} `;
  return `${place}${severity} ${code}`;
}

/** A diagnostic in full, with paths relative to a folder. */
export function inFull({ source, severity, code, summary, subject, detail }: Diagnostic, folder: string): string {
  const place = source === undefined ? '-' : `${relative(folder, source.file)}:${source.line}:${source.column}`;
  return [
    `${place} ${severity} ${code}: ${summary}${subject === undefined ? '' : ` [${subject}]`}`,
    `  ${detail}`,
    ...(source?.excerpt === undefined ? [] : [`  | ${source.excerpt}`]),
  ].join('\n');
}

/** All bodies of a kind by id. */
export async function bodies(desired: Desired, name: string): Promise<Record<string, JsonObject>> {
  const all: Record<string, JsonObject> = {};
  for await (const { id, body } of desired.wanted(name)) all[id] = body;
  return all;
}
