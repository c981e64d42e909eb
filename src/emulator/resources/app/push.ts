/** Push settings: written as one object for each service, of which the sub-fields that are left out stay; read back under
 * another name, without the credentials. */
import { createPrivateKey } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { bool, record, type Shape, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { flagOf, textOf } from '../../http/route.ts';
import type { AppRow } from '../../store/rows/settings.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { providerViews } from '../push/view.ts';
import { readSecret, writeSecret } from './settings.ts';

interface Service {
  readonly field: string;
  readonly shown: string;
  readonly shape: Shape;
  readonly secrets: readonly string[];
  readonly templates: readonly string[];
}

const off: Shape = { disabled: bool, Disabled: bool };

export const SERVICES: readonly Service[] = [
  {
    field: 'apn_config',
    shown: 'apn',
    shape: {
      ...off,
      auth_key: text(),
      auth_type: text({ oneOf: ['certificate', 'token'] }),
      bundle_id: text(),
      development: bool,
      host: text(),
      key_id: text(),
      notification_template: text(),
      p12_cert: text(),
      team_id: text(),
    },
    secrets: ['auth_key', 'p12_cert'],
    templates: ['notification_template'],
  },
  {
    field: 'firebase_config',
    shown: 'firebase',
    shape: {
      ...off,
      apn_template: text(),
      credentials_json: text(),
      data_template: text(),
      notification_template: text(),
      server_key: text(),
    },
    secrets: ['credentials_json', 'server_key'],
    templates: ['apn_template', 'data_template', 'notification_template'],
  },
  {
    field: 'huawei_config',
    shown: 'huawei',
    shape: { ...off, id: text(), secret: text() },
    secrets: ['secret'],
    templates: [],
  },
  {
    field: 'xiaomi_config',
    shown: 'xiaomi',
    shape: { ...off, package_name: text(), secret: text() },
    secrets: ['secret'],
    templates: [],
  },
];

export const PUSH_FIELDS: Shape = {
  push_config: record({ version: text({ oneOf: ['v1', 'v2', 'v3'] }), offline_only: bool }, ['version']),
  ...Object.fromEntries(SERVICES.map((service) => [service.field, record(service.shape)])),
};

export function writePush(world: World, row: AppRow, body: JsonObject): AppRow {
  const settings: Record<string, Json> = { ...row.settings };
  const push = body['push_config'];
  if (isObject(push)) settings['push_config'] = { offline_only: flagOf(push, 'offline_only') ?? false, ...push };
  let { secrets } = row;
  for (const service of SERVICES) {
    const given = body[service.field];
    if (!isObject(given)) continue;
    const former = settings[service.field];
    const next: Record<string, Json> = isObject(former) ? { ...former } : {};
    for (const [key, value] of Object.entries(given)) {
      if (value === null || !Object.hasOwn(service.shape, key) || /^disabled$/i.test(key)) continue;
      if (service.secrets.includes(key)) secrets = writeSecret(world, secrets, `/${service.field}/${key}`, value);
      else next[key] = value;
    }
    // The decoder does not mind the case of a name, so both spellings switch the service off.
    const isOff = flagOf(given, 'disabled') ?? flagOf(given, 'Disabled') ?? false;
    if (!isOff) refuseIncomplete(service, next, secrets, given, versionOf(settings));
    settings[service.field] = { ...next, enabled: !isOff };
  }
  return { ...row, settings, secrets };
}

export function versionOf(settings: JsonObject): string {
  const push = settings['push_config'];
  return isObject(push) ? (textOf(push, 'version') ?? 'v2') : 'v2';
}

function refuseIncomplete(
  service: Service,
  config: JsonObject,
  secrets: AppRow['secrets'],
  given: JsonObject,
  version: string,
): void {
  for (const name of service.templates) refuseBadTemplate(name, textOf(given, name) ?? '');
  const has = (name: string) => secrets[`/${service.field}/${name}`] !== undefined;
  if (service.field === 'apn_config') {
    refuseBadKey(textOf(given, 'auth_key') ?? '');
    if (/[^A-Za-z0-9+/=\s]/.test(textOf(given, 'p12_cert') ?? '')) throw inputError('p12_cert must be base64');
    if (textOf(config, 'auth_type') === 'certificate') {
      if (version !== 'v1') throw inputError(`push ${version} does not support APN certificates`);
      if (!has('p12_cert')) throw inputError('p12_cert is a required field');
    } else if (has('auth_key') || textOf(config, 'auth_type') === 'token') {
      const missing = ['team_id', 'key_id', 'bundle_id'].filter((name) => (textOf(config, name) ?? '') === '');
      if (!has('auth_key')) missing.unshift('auth_key');
      if (missing.length > 0) throw inputError(missing.map((name) => `${name} is a required field`).join(', '));
    }
  }
  if (service.field === 'firebase_config') {
    if (version !== 'v1' && (textOf(given, 'server_key') ?? '') !== '') {
      throw inputError(`push ${version} does not support Firebase server keys`);
    }
    refuseBadCredentials(textOf(given, 'credentials_json') ?? '');
  }
}

function refuseBadKey(key: string): void {
  if (key === '') return;
  try {
    createPrivateKey(key);
  } catch {
    throw inputError('auth_key is not a valid private key');
  }
}

function refuseBadCredentials(credentials: string): void {
  if (credentials === '') return;
  try {
    const parsed = JSON.parse(credentials) as Json;
    if (
      isObject(parsed) &&
      ['project_id', 'client_email', 'private_key'].every((key) => typeof parsed[key] === 'string')
    ) {
      return;
    }
  } catch {
    // Told below, together with JSON that is no service account.
  }
  throw inputError('credentials_json is not a valid service account');
}

/** A template is handlebars that must come out as JSON. Blocks cannot be judged without their data. */
export function refuseBadTemplate(name: string, template: string): void {
  if (template === '') return;
  // What closes JSON objects at the end of a template looks like the end of an expression, and is none.
  if (template.replace(/\{\{\{?[^{}]*\}\}\}?/g, '').includes('{{')) {
    throw inputError(`${name} is not a valid handlebars template`);
  }
  if (/\{\{\{?\s*(#|\/|else)/.test(template)) return;
  try {
    JSON.parse(template.replace(/\{\{\{?[^{}]*\}\}\}?/g, '0'));
  } catch {
    throw inputError(`${name} does not result in valid JSON`);
  }
}

export function pushView(world: World, row: AppRow): ValueObject {
  const push = row.settings['push_config'];
  const shown = SERVICES.map((service) => [service.shown, serviceView(world, row, service)] as const);
  return {
    version: versionOf(row.settings),
    offline_only: isObject(push) ? (flagOf(push, 'offline_only') ?? false) : false,
    providers: providerViews(world),
    ...Object.fromEntries(shown),
  };
}

function serviceView(world: World, row: AppRow, service: Service): ValueObject {
  const stored = row.settings[service.field];
  const config = isObject(stored) ? stored : {};
  const secrets = service.secrets.map((key) => [key, readSecret(world, row, `/${service.field}/${key}`)] as const);
  const view = { ...config, enabled: flagOf(config, 'enabled') ?? false, ...Object.fromEntries(secrets) };
  if (service.field !== 'apn_config') return view;
  const development = flagOf(config, 'development') ?? false;
  const isToken = textOf(config, 'auth_type') !== 'certificate';
  return {
    ...view,
    development,
    host: isObject(stored) ? `https://api${development ? '.development' : ''}.push.apple.com` : undefined,
    team_id: isToken ? textOf(config, 'team_id') : undefined,
    key_id: isToken ? textOf(config, 'key_id') : undefined,
  };
}
