/** Templates of push messages, by kind of event and provider. */
import { bool, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, flagOf, textOf } from '../../http/route.ts';
import type { ValueObject } from '../../values.ts';
import { known, lagged } from '../../world.ts';
import { refuseBadTemplate } from '../app/push.ts';
import { PROVIDER_TYPES, providerKey } from './types.ts';
import { templateView } from './view.ts';

const EVENTS = [
  'message.new',
  'message.updated',
  'reaction.new',
  'notification.reminder_due',
  'feeds.activity.added',
  'feeds.comment.added',
  'feeds.activity.reaction.added',
  'feeds.comment.reaction.added',
  'feeds.follow.created',
  'feeds.notification_feed.updated',
];

/** Without a template of its own an event is pushed with the one of the platform. */
export function upsertTemplate(call: Call): ValueObject {
  const { world, at } = call;
  const shape = {
    event_type: text({ oneOf: EVENTS }),
    push_provider_type: text({ oneOf: PROVIDER_TYPES }),
    push_provider_name: text(),
    enable_push: bool,
    template: text(),
  };
  const body = bodyOf(call, shape, ['event_type', 'push_provider_type']);
  const event = textOf(body, 'event_type') ?? '';
  const type = textOf(body, 'push_provider_type') ?? '';
  const name = textOf(body, 'push_provider_name') ?? '';
  const template = textOf(body, 'template') || undefined;
  refuseBadTemplate('template', template ?? '');
  if (name !== '' && known(world, world.store.pushProviders, providerKey(type, name)) === undefined) {
    throw notFound(`push provider of type "${type}" and name "${name}" doesn't exist`);
  }
  const key = `${event} ${providerKey(type, name)}`;
  const former = world.store.pushTemplates.get(key);
  const row = world.store.pushTemplates.put(key, {
    event_type: event,
    push_provider_type: type,
    push_provider_name: name,
    internal_id: former?.internal_id ?? world.random.uuid(),
    enable_push: flagOf(body, 'enable_push') ?? false,
    template,
    created_at: former?.created_at ?? at,
    updated_at: at,
  });
  return { template: templateView(row) };
}

export function getTemplates({ world, query }: Call): ValueObject {
  const type = query.get('push_provider_type') ?? '';
  if (type === '') throw inputError('push_provider_type is a required field');
  if (!PROVIDER_TYPES.includes(type)) {
    throw inputError(`push_provider_type must be one of [${PROVIDER_TYPES.join(' ')}]`);
  }
  const name = query.get('push_provider_name') ?? '';
  const found = [...lagged(world, world.store.pushTemplates).values()].filter(
    (row) => row.push_provider_type === type && row.push_provider_name === name,
  );
  return { templates: found.map(templateView) };
}
