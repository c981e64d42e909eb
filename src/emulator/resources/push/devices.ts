import type { DeviceRow } from '../../store/rows/push.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';

/** Newest first. */
export function devicesOf(world: World, userId: string): readonly DeviceRow[] {
  return [...world.store.devicesByUser.of(userId).values()].sort((a, b) => b.created_at - a.created_at);
}

export function deviceView(row: DeviceRow): ValueObject {
  return {
    id: row.id,
    user_id: row.user_id,
    push_provider: row.push_provider,
    push_provider_name: row.push_provider_name,
    voip: row.voip,
    hardware_id: row.hardware_id,
    created_at: time(row.created_at),
  };
}
