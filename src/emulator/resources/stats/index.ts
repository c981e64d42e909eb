/** How much each team used in a month or in a span of days. The description has no such call; the vendor's clients describe
 * it: a month is the present one unless the call says otherwise, days come one by one only in a span. */
import { int, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, type Route, textOf } from '../../http/route.ts';
import { pageByCursor } from '../../query/paging.ts';
import type { ValueObject } from '../../values.ts';
import { METRICS, type Metric, type Span, teamsOf } from './count.ts';

export const statsRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/stats/team_usage',
    area: 'chat',
    op: 'QueryTeamUsageStats',
    clients: false,
    handle: queryTeamUsage,
  },
];

const MOST_TEAMS = 30;

/** Teams by name, the users without one first; a team that has nothing to count in the span is left out. */
function queryTeamUsage(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, {
    month: text(),
    start_date: text(),
    end_date: text(),
    limit: int({ min: 0, max: MOST_TEAMS }),
    next: text(),
  });
  const month = textOf(body, 'month') ?? '';
  const [start, end] = [textOf(body, 'start_date') ?? '', textOf(body, 'end_date') ?? ''];
  if (month !== '' && (start !== '' || end !== ''))
    throw inputError('cannot use both month and start_date or end_date');
  const isDaily = start !== '' || end !== '';
  const span = isDaily ? daysFrom(start, end) : monthOf(month === '' ? dayOf(world.now()).slice(0, 7) : month);
  const used = [...teamsOf(world, span)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, counts]) => Object.values(counts).some((days) => days.some((value) => value > 0)));
  const page = pageByCursor(used, body, MOST_TEAMS);
  const view = ([team, counts]: (typeof used)[number]) => ({
    team,
    ...Object.fromEntries(
      METRICS.map((metric) => [metric.name, metricView(metric, counts[metric.name], span, isDaily)]),
    ),
  });
  return { teams: page.rows.map(view), next: page.next };
}

/** What is counted anew each day adds up; what looks back stands as it is on the last day. */
function metricView(metric: Metric, days: readonly number[] = [], span: Span, isDaily: boolean): ValueObject {
  const total = metric.adds ? days.reduce((sum, value) => sum + value, 0) : (days.at(-1) ?? 0);
  if (!isDaily) return { total };
  return { total, daily: days.map((value, index) => ({ date: dayOf(span.from + index * span.dayMs), value })) };
}

const DAY_MS = 86_400_000;

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function monthOf(month: string): Span {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw inputError('month must be in the format YYYY-MM');
  const from = Date.parse(`${month}-01T00:00:00Z`);
  const next = new Date(from);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { from, days: Math.round((next.getTime() - from) / DAY_MS), dayMs: DAY_MS };
}

const MOST_DAYS = 366;

function daysFrom(start: string, end: string): Span {
  const [from, to] = [instantOf('start_date', start), instantOf('end_date', end)];
  if (to < from) throw inputError('end_date must not be before start_date');
  const days = (to - from) / DAY_MS + 1;
  if (days > MOST_DAYS) throw inputError(`start_date and end_date must not be more than ${MOST_DAYS} days apart`);
  return { from, days, dayMs: DAY_MS };
}

function instantOf(name: string, day: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || dayOf(at) !== day) throw inputError(`${name} must be in the format YYYY-MM-DD`);
  return at;
}
