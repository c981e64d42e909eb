/** Counts for each team and day, from the users and messages that there are. What needs connections, translations or
 * images is zero: none of these happen here. */
import type { World } from '../../world.ts';

export interface Span {
  /** Milliseconds since 1970, where a day begins. */
  readonly from: number;
  readonly days: number;
  readonly dayMs: number;
}

export interface Metric {
  readonly name: string;
  /** What is counted anew each day adds up over a span. */
  readonly adds: boolean;
  readonly of?: 'users' | 'messages';
  /** How far back the count of a day looks: this many days, the days of its month, or all. */
  readonly reach?: number | 'month' | 'all';
}

const none = (name: string, adds = false): Metric => ({ name, adds });

export const METRICS: readonly Metric[] = [
  none('users_daily', true),
  { name: 'messages_daily', adds: true, of: 'messages', reach: 1 },
  none('translations_daily', true),
  none('image_moderations_daily', true),
  none('concurrent_users'),
  none('concurrent_connections'),
  { name: 'users_total', adds: false, of: 'users', reach: 'all' },
  { name: 'users_last_24_hours', adds: false, of: 'users', reach: 1 },
  { name: 'users_last_30_days', adds: false, of: 'users', reach: 30 },
  { name: 'users_month_to_date', adds: false, of: 'users', reach: 'month' },
  none('users_engaged_last_30_days'),
  none('users_engaged_month_to_date'),
  { name: 'messages_total', adds: false, of: 'messages', reach: 'all' },
  { name: 'messages_last_24_hours', adds: false, of: 'messages', reach: 1 },
  { name: 'messages_last_30_days', adds: false, of: 'messages', reach: 30 },
  { name: 'messages_month_to_date', adds: false, of: 'messages', reach: 'month' },
];

type Counts = Readonly<Record<string, readonly number[]>>;

/** Days that have not come yet are not counted. */
export function teamsOf(world: World, span: Span): ReadonlyMap<string, Counts> {
  const made = { users: new Map<string, number[]>(), messages: new Map<string, number[]>() };
  const note = (kind: 'users' | 'messages', team: string, us: number) => {
    const times = made[kind].get(team);
    if (times === undefined) made[kind].set(team, [us / 1000]);
    else times.push(us / 1000);
  };
  for (const user of world.store.users.values()) {
    if (user.deleted_at !== undefined) continue;
    for (const team of user.teams.length === 0 ? [''] : user.teams) note('users', team, user.created_at);
  }
  for (const message of world.store.messages.values()) {
    note('messages', world.store.channels.get(message.cid)?.team ?? '', message.created_at);
  }
  const teams = new Set([...made.users.keys(), ...made.messages.keys()]);
  const days = Array.from({ length: span.days }, (_, index) => span.from + index * span.dayMs).filter(
    (day) => day <= world.now(),
  );
  const countsOf = (team: string): Counts =>
    Object.fromEntries(
      METRICS.map((metric) => {
        const times = metric.of === undefined ? [] : (made[metric.of].get(team) ?? []);
        return [metric.name, days.map((day) => countOn(day, span.dayMs, metric, times))];
      }),
    );
  return new Map([...teams].map((team) => [team, countsOf(team)]));
}

function countOn(day: number, dayMs: number, { reach }: Metric, times: readonly number[]): number {
  if (reach === undefined) return 0;
  const end = day + dayMs;
  const month = new Date(day);
  month.setUTCDate(1);
  const from = reach === 'all' ? Number.NEGATIVE_INFINITY : reach === 'month' ? month.getTime() : end - reach * dayMs;
  return times.filter((time) => time >= from && time < end).length;
}
