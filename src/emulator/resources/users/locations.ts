/** Places that users share. A live one moves until its end. */
import { instant, num, text } from '../../check.ts';
import { inputError, notAllowed, notFound } from '../../errors.ts';
import { bodyOf, type Call, isGiven, numberOf, textOf } from '../../http/route.ts';
import type { LocationRow } from '../../store/rows/messages.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { channelView } from '../channels/view.ts';
import { messageView } from '../messages/view.ts';
import { actingReader } from './actor.ts';
import { placeView } from './places.ts';

const LATITUDE = num({ min: -90, max: 90 });
const LONGITUDE = num({ min: -180, max: 180 });

export function liveLocations(call: Call): ValueObject {
  const { world } = call;
  const user = actingReader(call);
  const rows = [...world.store.locationsByUser.of(user.id).values()].filter((row) => isLive(world, row));
  return { active_live_locations: rows.map((row) => locationView(world, row)) };
}

export function updateLiveLocation(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { message_id: text(), latitude: LATITUDE, longitude: LONGITUDE, end_at: instant };
  const body = bodyOf(call, shape, ['message_id']);
  const user = actingReader(call);
  const id = textOf(body, 'message_id') ?? '';
  const row = world.store.locations.get(id);
  if (row === undefined) throw notFound(`no location is shared by message with id ${id}`);
  if (row.user_id !== user.id) throw notAllowed('only who shares a location can update it');
  if (!isLive(world, row)) throw inputError(`the location of message with id ${id} is not live`);
  const next = world.store.locations.put(id, {
    ...row,
    latitude: numberOf(body, 'latitude') ?? row.latitude,
    longitude: numberOf(body, 'longitude') ?? row.longitude,
    end_at: isGiven(body, 'end_at') ? (readTime(body['end_at']) ?? row.end_at) : row.end_at,
    updated_at: at,
  });
  return locationView(world, next);
}

function isLive(world: World, row: LocationRow): boolean {
  const message = world.store.messages.get(row.message_id);
  if (message === undefined || message.deleted_at !== undefined) return false;
  return row.end_at !== undefined && row.end_at > world.now() * 1000;
}

function locationView(world: World, row: LocationRow): ValueObject {
  const channel = world.store.channels.get(row.cid);
  const message = world.store.messages.get(row.message_id);
  return {
    ...placeView(row),
    channel: channel === undefined ? undefined : channelView(world, channel),
    message: message === undefined ? undefined : messageView(world, message),
  };
}
