/** The places that messages carry. */
import type { JsonObject } from '../../../core/json.ts';
import { inputError } from '../../errors.ts';
import { type Call, numberOf, objectOf, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { LocationRow, MessageRow } from '../../store/rows/messages.ts';
import { readTime, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { demandFeature } from '../channels/config.ts';

type Place = Pick<LocationRow, 'latitude' | 'longitude' | 'created_by_device_id' | 'end_at'>;

/** The place that a message is sent with. One with an end is live until then. */
export function placeIn(call: Call, channel: ChannelRow, message: JsonObject): Place | undefined {
  const given = objectOf(message, 'shared_location');
  if (given === undefined) return undefined;
  demandFeature(call.world, channel, 'shared_locations');
  demandRight(call, 'ShareLocation', { channel });
  const latitude = numberOf(given, 'latitude');
  const longitude = numberOf(given, 'longitude');
  if (latitude === undefined || Math.abs(latitude) > 90) {
    throw inputError('message.shared_location.latitude must be a number from -90 to 90');
  }
  if (longitude === undefined || Math.abs(longitude) > 180) {
    throw inputError('message.shared_location.longitude must be a number from -180 to 180');
  }
  const end_at = readTime(given['end_at']);
  if (end_at !== undefined && end_at <= call.at) {
    throw inputError('message.shared_location.end_at must be in the future');
  }
  return { latitude, longitude, end_at, created_by_device_id: textOf(given, 'created_by_device_id') ?? '' };
}

export function share(world: World, message: MessageRow, place: Place): void {
  const { id: message_id, cid, user_id, created_at } = message;
  world.store.locations.put(message_id, { message_id, cid, user_id, ...place, created_at, updated_at: created_at });
}

export function placeOf(world: World, messageId: string): ValueObject | undefined {
  const row = world.store.locations.get(messageId);
  return row === undefined ? undefined : placeView(row);
}

export function placeView(row: LocationRow): ValueObject {
  return {
    message_id: row.message_id,
    channel_cid: row.cid,
    user_id: row.user_id,
    latitude: row.latitude,
    longitude: row.longitude,
    created_by_device_id: row.created_by_device_id,
    end_at: time(row.end_at),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
