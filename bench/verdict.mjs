// What must hold, and whether it did.
import { EMPTY } from './contestants.mjs';

/** Where a figure is missing, `isMet` is undefined. */
export function verdicts({ results, growth, startup, package: installed }) {
  const at = (contestant, size, workload, latency) =>
    results.find(
      (each) =>
        each.contestant === contestant &&
        each.size === size &&
        each.workload === workload &&
        each.latency === latency &&
        each.rateLimits === 'off',
    );
  const tools = ['roster', 'yaml'];
  return [
    ...tools.flatMap((tool) => {
      const pair = (rival, workload, latency) => [
        at(tool, 'large', workload, latency),
        at(rival, 'large', workload, latency),
      ];
      return [
        atMost(`no-op plan, large, 0 ms, ${tool}: CPU against the floor`, 1.5, 'cpu', pair('floor', 'noop', 0)),
        atMost(`no-op plan, large, 50 ms, ${tool}: wall against the floor`, 1.1, 'wall', pair('floor', 'noop', 50)),
        faster(`first apply, large, 50 ms, ${tool}: faster than the guide's script`, 8, pair('guide', 'first', 50)),
        faster(`first apply, large, 50 ms, ${tool}: faster than alchemy`, 3, pair('alchemy', 'first', 50)),
        faster(`first apply, large, 50 ms, ${tool}: faster than the tuned script`, 1, pair('tuned', 'first', 50)),
        leastWrites(tool, results),
        ...[0, 50].map((latency) => noSlower(tool, latency, pair('tuned', 'noop', latency))),
      ];
    }),
    ...growthVerdicts(growth),
    ratio('chat --version against node -e 0', 1.25, startup?.['chat --version'], startup?.[EMPTY]),
    ratio('chat validate against node -e 0', 2.5, startup?.['chat validate'], startup?.[EMPTY]),
    limit('packages installed', 25, installed?.packages, ''),
    limit('size installed', 15, installed && installed.bytes / 1e6, ' MB'),
  ];
}

const UNKNOWN = { isMet: undefined, found: 'not measured' };

function ratio(claim, most, value, base) {
  const text = `${claim} at most ${most} ×`;
  if (value === undefined || base === undefined) return { claim: text, ...UNKNOWN };
  const found = value / base;
  return { claim: text, isMet: found <= most, found: `${found.toFixed(2)} ×` };
}

function limit(claim, most, value, unit) {
  const text = `${claim}: at most ${most}${unit}`;
  if (value === undefined) return { claim: text, ...UNKNOWN };
  return { claim: text, isMet: value <= most, found: `${Number(value.toFixed(1))}${unit}` };
}

function atMost(claim, most, key, [own, rival]) {
  return ratio(claim, most, own?.[key], rival?.[key]);
}

function faster(claim, least, [own, rival]) {
  const text = least === 1 ? claim : `${claim}, at least ${least} ×`;
  if (own === undefined || rival === undefined) return { claim: text, ...UNKNOWN };
  const found = rival.wall / own.wall;
  return { claim: text, isMet: least === 1 ? found > 1 : found >= least, found: `${found.toFixed(2)} ×` };
}

/** In all that was measured, not only in one size. */
function leastWrites(tool, results) {
  const claim = `${tool}: never more writing calls than the minimum`;
  const own = results.filter((each) => each.contestant === tool);
  if (own.length === 0) return { claim, ...UNKNOWN };
  const over = own.filter(({ writes, minimum }) => writes !== minimum.writes);
  const told = over.map(({ size, workload, writes, minimum }) => `${workload} ${size} ${writes} of ${minimum.writes}`);
  return { claim, isMet: over.length === 0, found: over.length === 0 ? `in ${own.length} tables` : told.join(', ') };
}

function noSlower(tool, latency, [own, tuned]) {
  const claim = `no-op plan, large, ${latency} ms, ${tool}: no slower than the tuned script, and no more reads`;
  if (own === undefined || tuned === undefined) return { claim, ...UNKNOWN };
  const found = `${(own.wall / tuned.wall).toFixed(2)} × its wall, ${own.reads} reads against ${tuned.reads}`;
  // The tool asks the app who it is, once: that is a guard and not a read of what is compared.
  return { claim, isMet: own.wall <= tuned.wall && own.reads - (own.calls.GetApp ?? 0) <= tuned.reads, found };
}

function growthVerdicts(growth) {
  const [less, more] = growth?.length === 2 ? growth : [];
  const title = 'no-op plan of 100,000 users against 10,000';
  const perUser = (each) => each && each.wall / each.users;
  return [
    ratio(`${title}: memory`, 1.3, more?.memory, less?.memory),
    ratio(`${title}: wall a user`, 1.1, perUser(more), perUser(less)),
  ];
}
