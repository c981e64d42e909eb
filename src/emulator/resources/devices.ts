/** Devices that get push messages. A device belongs to one user, and a user has only so many. */
import { bool, text } from '../check.ts';
import { inputError, notFound } from '../errors.ts';
import { bodyOf, type Call, flagOf, type Route, textOf } from '../http/route.ts';
import type { ValueObject } from '../values.ts';
import { lagged, type World } from '../world.ts';
import { devicesOf, deviceView } from './push/devices.ts';
import { PROVIDER_TYPES, providerKey } from './push/types.ts';
import { ACTOR, actingReader, actingUser } from './users/actor.ts';

const MOST_DEVICES = 25;

const route = (method: Route['method'], op: string, handle: Route['handle']): Route => ({
  method,
  path: '/devices',
  area: 'common',
  op,
  clients: true,
  handle,
});

export const deviceRoutes: readonly Route[] = [
  route('POST', 'CreateDevice', createDevice),
  route('GET', 'ListDevices', listDevices),
  route('DELETE', 'DeleteDevice', deleteDevice),
];

/** A device that another user had moves; one more than there may be pushes out the oldest. */
function createDevice(call: Call): ValueObject {
  const { world, at } = call;
  const shape = {
    ...ACTOR,
    id: text({ min: 1, max: 255 }),
    push_provider: text({ oneOf: PROVIDER_TYPES }),
    push_provider_name: text(),
    voip_token: bool,
    hardware_id: text({ max: 255 }),
  };
  const body = bodyOf(call, shape, ['id', 'push_provider']);
  const id = textOf(body, 'id') ?? '';
  const type = textOf(body, 'push_provider') ?? '';
  const name = textOf(body, 'push_provider_name') || undefined;
  refuseUnknownProvider(world, type, name);
  const user = actingUser(call, body);
  const former = world.store.devices.get(id);
  const isTheirs = former?.user_id === user.id;
  world.store.devices.put(id, {
    id,
    user_id: user.id,
    push_provider: type,
    push_provider_name: name,
    voip: flagOf(body, 'voip_token'),
    hardware_id: textOf(body, 'hardware_id') || undefined,
    created_at: isTheirs ? former.created_at : at,
  });
  for (const row of devicesOf(world, user.id).slice(MOST_DEVICES)) world.store.devices.remove(row.id);
  return {};
}

function refuseUnknownProvider(world: World, type: string, name: string | undefined): void {
  if (world.assume('device_without_provider') === 'a') return;
  const providers = lagged(world, world.store.pushProviders);
  const isThere =
    name === undefined
      ? [...providers.values()].some((provider) => provider.type === type)
      : providers.has(providerKey(type, name));
  if (!isThere)
    throw inputError(`no push provider of type "${type}"${name ? ` and name "${name}"` : ''} is configured`);
}

function listDevices(call: Call): ValueObject {
  return { devices: devicesOf(call.world, actingReader(call).id).map(deviceView) };
}

function deleteDevice(call: Call): ValueObject {
  const { world, query } = call;
  const id = query.get('id') ?? '';
  if (id === '') throw inputError('id is a required field');
  const user = actingReader(call);
  if (world.store.devices.get(id)?.user_id !== user.id) throw notFound(`device with id "${id}" doesn't exist`);
  world.store.devices.remove(id);
  return {};
}
