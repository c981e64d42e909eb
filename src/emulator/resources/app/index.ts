import type { JsonObject } from '../../../core/json.ts';
import { defaultAppGrants } from '../../defaults/grants.ts';
import { PLATFORMS, type Quota } from '../../http/limits.ts';
import { bodyOf, type Call, flag, type Route } from '../../http/route.ts';
import type { AppRow } from '../../store/rows/settings.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { applyGrants } from '../grants.ts';
import { HOOK_FIELDS, writeHooks } from './hooks.ts';
import { PUSH_FIELDS, writePush } from './push.ts';
import { PLAIN_FIELDS, writePlain } from './settings.ts';
import { UPLOAD_FIELDS, writeUploads } from './uploads.ts';
import { appView } from './view.ts';

export const appRoutes: readonly Route[] = [
  { method: 'GET', path: '/app', area: 'common', op: 'GetApp', clients: true, handle: getApp },
  { method: 'PATCH', path: '/app', area: 'common', op: 'UpdateApp', clients: false, handle: updateApp },
];

const FIELDS = { ...PLAIN_FIELDS, ...HOOK_FIELDS, ...PUSH_FIELDS, ...UPLOAD_FIELDS };

function getApp({ world }: Call): ValueObject {
  return { app: appView(world) };
}

/** Answers with nothing but the duration: what was written must be read back. */
function updateApp(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, FIELDS);
  const before = appRow(world);
  let next: AppRow = writePlain(world, before, body);
  next = writeUploads(world, next, body);
  next = writePush(world, next, body);
  next = writeHooks(world, next, body, at);
  next = { ...next, grants: applyGrants(world, next.grants, defaultAppGrants(), body['grants']) };
  next = { ...next, revoke_tokens_issued_before: revocation(next, body) };
  world.store.app.put('app', next);
  return {};
}

function revocation(row: AppRow, body: JsonObject): number | null {
  const given = body['revoke_tokens_issued_before'];
  if (given === undefined) return row.revoke_tokens_issued_before;
  return readTime(given) ?? null;
}

export function appRow(world: World): AppRow {
  const row = world.store.app.get('app');
  if (row === undefined) throw new Error('the store holds no app');
  return row;
}

export function rateLimitRoutes(ops: () => readonly string[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/rate_limits',
      area: 'common',
      op: 'GetRateLimits',
      clients: false,
      handle: (call) => rateLimits(call, ops()),
    },
  ];
}

/** Without a flag all platforms are told; platforms not asked for are absent. */
function rateLimits(call: Call, ops: readonly string[]): ValueObject {
  const wanted = (call.query.get('endpoints') ?? '').split(',').filter((op) => op !== '');
  const asked = PLATFORMS.filter((platform) => flag(call, platform));
  const listed = ops.filter((op) => wanted.length === 0 || wanted.includes(op));
  const limitsOf = (platform: (typeof PLATFORMS)[number]) =>
    Object.fromEntries(listed.map((op) => [op, quotaView(call.limiter.look(op, platform))]));
  const shown = asked.length === 0 ? PLATFORMS : asked;
  return Object.fromEntries(shown.map((platform) => [platform, limitsOf(platform)]));
}

function quotaView({ limit, remaining, reset }: Quota): ValueObject {
  return { limit, remaining, reset };
}
