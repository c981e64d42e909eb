/** Trials of settings: what comes of them is in the answer, which is a success even when the trial is none. */
import { isObject, type JsonObject } from '../../core/json.ts';
import { bool, text } from '../check.ts';
import { inputError } from '../errors.ts';
import { bodyOf, type Call, flagOf, type Route, textOf } from '../http/route.ts';
import type { MessageRow } from '../store/rows/messages.ts';
import type { ValueObject } from '../values.ts';
import { lagged, type World } from '../world.ts';
import { refuseBadTemplate, SERVICES } from './app/push.ts';
import { devicesOf } from './push/devices.ts';
import { ACTOR, actingUser } from './users/actor.ts';

const route = (path: string, op: string, handle: Route['handle']): Route => ({
  method: 'POST',
  path,
  area: 'common',
  op,
  clients: false,
  handle,
});

export const checkRoutes: readonly Route[] = [
  route('/check_push', 'CheckPush', checkPush),
  route('/check_sqs', 'CheckSQS', checkSqs),
  route('/check_sns', 'CheckSNS', checkSns),
];

const PUSH = {
  ...ACTOR,
  message_id: text(),
  skip_devices: bool,
  event_type: text({
    oneOf: ['message.new', 'message.updated', 'reaction.new', 'reaction.updated', 'notification.reminder_due'],
  }),
  push_provider_name: text(),
  push_provider_type: text(),
  apn_template: text(),
  firebase_template: text(),
  firebase_data_template: text(),
};

function checkPush(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, PUSH);
  for (const name of ['apn_template', 'firebase_template', 'firebase_data_template']) {
    refuseBadTemplate(name, textOf(body, name) ?? '');
  }
  if (!hasPush(world)) throw inputError(`Your app doesn't have push notifications enabled`);
  const user = actingUser(call, body);
  const skipsDevices = flagOf(body, 'skip_devices') ?? false;
  if (!skipsDevices && devicesOf(world, user.id).length === 0) {
    throw inputError('User has no enabled devices associated');
  }
  const message = messageFor(world, textOf(body, 'message_id') ?? '');
  const event = textOf(body, 'event_type') || 'message.new';
  const fields = pushFields(message, user.id, event);
  const rendered = (name: string) => {
    const template = textOf(body, name) ?? '';
    return template === '' ? undefined : render(world, template, message, user.id);
  };
  return {
    event_type: event,
    skip_devices: skipsDevices,
    rendered_message: fields,
    rendered_apn_template: rendered('apn_template'),
    rendered_firebase_template: rendered('firebase_template'),
  };
}

function hasPush(world: World): boolean {
  const settings = lagged(world, world.store.app).get('app')?.settings ?? {};
  const isOn = SERVICES.some(({ field }) => {
    const config = settings[field];
    return isObject(config) && config['enabled'] === true;
  });
  return isOn || [...lagged(world, world.store.pushProviders).values()].length > 0;
}

/** Without an id any message will do; here it is the latest. */
function messageFor(world: World, id: string): MessageRow {
  let found = id === '' ? undefined : world.store.messages.get(id);
  if (id === '') {
    for (const row of world.store.messages.values()) {
      if (row.deleted_at === undefined && row.created_at > (found?.created_at ?? 0)) found = row;
    }
  }
  if (found === undefined || found.deleted_at !== undefined) throw inputError(`Message with id ${id} not found`);
  return found;
}

/** What every push message carries. */
function pushFields(message: MessageRow, receiver: string, event: string): Record<string, string> {
  const [type = '', id = ''] = message.cid.split(':');
  return {
    sender: 'stream.chat',
    type: event,
    version: 'v2',
    id: message.id,
    message_id: message.id,
    channel_type: type,
    channel_id: id,
    cid: message.cid,
    receiver_id: receiver,
  };
}

/** Names in double braces are filled in. Blocks are left as they are: rendering them is not attempted. */
function render(world: World, template: string, message: MessageRow, receiver: string): string {
  const named = (id: string) => ({ id, name: world.store.users.get(id)?.name ?? id });
  const channel = world.store.channels.get(message.cid);
  const { id, text: words } = message;
  const context: JsonObject = {
    message: { id, text: words },
    sender: named(message.user_id),
    receiver: named(receiver),
    channel: { id: channel?.id ?? '', type: channel?.type ?? '', cid: message.cid, ...channel?.custom },
  };
  return template.replace(/\{\{\{?\s*([\w.]+)\s*\}\}\}?/g, (_, path: string) => {
    let at: unknown = context;
    for (const key of path.split('.')) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return typeof at === 'string' || typeof at === 'number' ? JSON.stringify(String(at)).slice(1, -1) : '';
  });
}

function checkSqs(call: Call): ValueObject {
  const body = bodyOf(call, { sqs_key: text(), sqs_secret: text(), sqs_url: text() });
  const url = setting(call, body, 'sqs_url');
  if (!/^https:\/\/([\w-]+\.)*(sqs[\w.-]*|queue)\.amazonaws\.com(\.cn)?\/\d{12}\/[\w.-]+$/.test(url)) {
    return failed(`invalid SQS url "${url}"`);
  }
  return tried(secret(call, body, 'sqs_key'), secret(call, body, 'sqs_secret'));
}

function checkSns(call: Call): ValueObject {
  const body = bodyOf(call, { sns_key: text(), sns_secret: text(), sns_topic_arn: text() });
  const arn = setting(call, body, 'sns_topic_arn');
  if (!/^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w.-]+$/.test(arn)) return failed(`invalid SNS topic ARN "${arn}"`);
  return tried(secret(call, body, 'sns_key'), secret(call, body, 'sns_secret'));
}

/** What the call leaves out is taken from the settings of the app. */
function setting({ world }: Call, body: JsonObject, name: string): string {
  return textOf(body, name) || textOf(lagged(world, world.store.app).get('app')?.settings ?? {}, name) || '';
}

function secret({ world }: Call, body: JsonObject, name: string): string {
  return textOf(body, name) || world.secrets.recall(`/${name}`) || '';
}

/** The API sends a message; without a network credentials are judged by their form. */
function tried(key: string, secretKey: string): ValueObject {
  const isKey = /^(AKIA|ASIA)[A-Z0-9]{12,}$/.test(key) && secretKey.length >= 40;
  return isKey ? { status: 'ok' } : failed('the security token included in the request is invalid');
}

function failed(error: string): ValueObject {
  return { status: 'error', error, data: {} };
}
