/** Holds what an apply says against what the emulator did, of which its log and a calm plan tell the truth. */
import { isObject, type Json } from '../../src/core/json.ts';
import type { ApplyReport, Plan, Result } from '../../src/core/plan.ts';
import type { RequestLogEntry } from '../../src/emulator/index.ts';

/** What an apply said. */
export interface Told {
  readonly planned: readonly string[];
  /** `done`, `failed`, `unknown` or `not_started`, by address. */
  readonly results: ReadonlyMap<string, string>;
  readonly notConverged: readonly string[];
}

export function toldBy(plan: Plan, { results, notConverged }: ApplyReport): Told {
  const word = (result: Result) => (result.status === 'failed' && result.unclear ? 'unknown' : result.status);
  return {
    planned: plan.changes.filter((change) => change.heldBack === undefined).map((change) => change.address),
    results: new Map([...results].map(([address, result]) => [address, word(result).replace('-', '_')])),
    notConverged,
  };
}

/** What of it is not so, given the addresses in which a calm plan finds something left afterwards. */
export function untruths({ planned, results, notConverged }: Told, left: readonly string[]): readonly string[] {
  return planned.flatMap((address) => {
    const told = results.get(address) ?? 'nothing';
    // What is not known may be either; what was not seen in time may have come since.
    if (told === 'unknown' || notConverged.includes(address)) return [];
    return (told === 'done') === left.includes(address) || told === 'nothing' ? [`${address} is told as ${told}`] : [];
  });
}

/** Operations whose second run would be noticed: by a person, or by a refusal that hides the first one's success. */
const ONCE = /^(SendMessage|Create\w+|Delete\w+|(De|Re)activateUsers)$/;

/** How often the emulator carried out each operation that must happen once, by what it was about. */
export function carriedOut(log: readonly RequestLogEntry[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entry of log) {
    const status = entry.meant ?? entry.status;
    if (entry.method === 'GET' || status < 200 || status >= 300 || !isOnce(entry)) continue;
    const key = `${entry.op} ${entry.path} ${subjectOf(entry.requestBody)}`.trim();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function isOnce({ op, requestBody }: RequestLogEntry): boolean {
  if (ONCE.test(op)) return true;
  if (!isObject(requestBody)) return false;
  const { data, message, invites } = requestBody;
  return message !== undefined || invites !== undefined || (isObject(data) && data['invites'] !== undefined);
}

/** Names and ids, with the run's nonce taken out. */
function subjectOf(body: Json | undefined): string {
  if (!isObject(body)) return '';
  const { name, id, user_ids: users, cids, message } = body;
  const messageId = isObject(message) ? message['id'] : undefined;
  return JSON.stringify([name, id, users, cids, messageId].filter((each) => each !== undefined)).replace(
    /chat:[\w-]{12}:/,
    'chat:(run):',
  );
}

/** What was carried out more often than without any fault. */
export function repeated(calm: Readonly<Record<string, number>>, stormy: Readonly<Record<string, number>>) {
  return Object.entries(stormy).filter(([key, count]) => count > (calm[key] ?? 0));
}
