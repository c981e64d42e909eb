/** Target and policy with their defaults. Values of the wrong shape were reported before and count as absent. */
import { isArray, isObject, type Json, type JsonObject, type Pointer } from '../core/json.ts';
import type { Waiver } from '../core/plan.ts';
import type { Policy, Target } from './desired.ts';
import { API_SECRET } from './secrets.ts';

const BASE_URL = 'https://chat.stream-io-api.com';
const MAX_SHARE = 0.8;

export function targetOf(value: Json | undefined, unresolved: ReadonlySet<Pointer>): Target {
  const target = isObject(value) ? value : {};
  const text = (key: string): string | undefined => {
    const each = target[key];
    return typeof each === 'string' && each !== '' && !unresolved.has(`/target/${key}`) ? each : undefined;
  };
  const appId = target['app_id'];
  return {
    apiKey: text('api_key'),
    apiSecret: text(API_SECRET.slice('/target/'.length)),
    baseUrl: (text('base_url') ?? BASE_URL).replace(/\/+$/, ''),
    appId: typeof appId === 'number' ? appId : undefined,
  };
}

export function policyOf(policy: JsonObject, onRemoval: Policy['onRemoval'], waivers: readonly Waiver[]): Policy {
  const failOn = policy['fail_on'];
  const maxShare = policy['max_share'];
  const assumed = policy['assume_defaults'];
  return {
    allowDelete: policy['allow_delete'] === true,
    onRemoval,
    verifyMessages: policy['verify_messages'] !== false,
    onBurned: policy['on_burned'] === 'restore' ? 'restore' : 'report',
    drift: policy['drift'] === 'report' ? 'report' : 'revert',
    batchChannels: policy['batch_channels'] === true,
    ...(typeof assumed === 'string' ? { assumeDefaults: assumed } : {}),
    maxShare: typeof maxShare === 'number' ? maxShare : MAX_SHARE,
    failOn: isArray(failOn) ? failOn.map(String) : [],
    waivers,
  };
}
