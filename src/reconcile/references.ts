/** Makes sure that what planned writes mention exists: by one lookup of the ids that neither the files nor the API's built-ins explain. */
import pMap from 'p-map';
import { type Address, addressOf, fieldAddress } from '../core/address.ts';
import type { Reader } from '../core/call.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { pointer, tokensOf } from '../core/json.ts';
import type { Kind, Reference, Wanted } from '../core/kind.ts';
import { nearest } from '../core/nearest.ts';
import { portionsOf } from '../core/pages.ts';
import type { Change } from '../core/plan.ts';
import { CONCURRENCY, type Context, type PlanOptions } from './context.ts';

interface Mention {
  readonly by: string;
  readonly reference: Reference;
}

/**
 * A plan with no writes verifies nothing. What is declared will be there, unless selectors leave its creation out of this
 * run. Errors: mentions of things that are not there.
 */
export async function unknownReferences(
  changes: readonly Change[],
  context: Context,
  reader: Reader,
  { target, exclude, concurrency = CONCURRENCY }: PlanOptions,
): Promise<readonly Diagnostic[]> {
  const isPartial = target.length + exclude.length > 0;
  const mentions = new Map<string, Mention[]>();
  const made = isPartial ? creationsOf(changes) : undefined;
  const willExist = (name: string, id: string) =>
    made !== undefined ? made.has(addressOf(name, id)) : context.desired.isDeclared(name, id);
  for (const change of changes) {
    if (change.heldBack !== undefined || change.references.length === 0) continue;
    for (const reference of change.references.filter((each) => isNamed(each, change, context))) {
      const kind = context.kinds.find((each) => each.name === reference.kind);
      if (kind === undefined || kind.reserved?.(reference.id) || willExist(kind.name, reference.id)) continue;
      const known = mentions.get(kind.name) ?? [];
      known.push({ by: change.address, reference });
      mentions.set(kind.name, known);
    }
  }
  const diagnostics: Diagnostic[] = [];
  for (const [name, list] of mentions) {
    const kind = context.kinds.find((each) => each.name === name);
    if (kind === undefined) continue;
    const ids = [...new Set(list.map((each) => each.reference.id))];
    const known = await existing(kind, ids, context, reader, concurrency);
    for (const { by, reference } of list) if (!known.has(reference.id)) diagnostics.push(unknown(by, reference, known));
  }
  return diagnostics;
}

function creationsOf(changes: readonly Change[]): ReadonlySet<Address> {
  return new Set(changes.filter((change) => change.action === 'create').map((change) => change.address));
}

/** Whether the writes of a change name what is mentioned. What stays as it is live is known to exist. */
function isNamed({ at }: Reference, change: Change, { kinds }: Context): boolean {
  if (change.action === 'create' || change.action === 'replace') return true;
  const fields = kinds.find((kind) => kind.name === change.kind)?.fields ?? {};
  const isInstruction = fields[pointer(...tokensOf(at).slice(0, 1))]?.meta === true;
  return isInstruction || change.fields.some(({ path }) => at === path || at.startsWith(`${path}/`));
}

async function existing(
  kind: Kind,
  ids: readonly string[],
  context: Context,
  reader: Reader,
  concurrency: number,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  const wanted = ids.map((id) => ({ id, body: {} }));
  const { verifyMessages } = context.desired.policy;
  const lookUp = async (portion: readonly Wanted[]) => {
    for await (const resource of kind.read(reader, portion, { verifyMessages })) known.add(resource.id);
  };
  await pMap(portionsOf(wanted, kind.chunk), lookUp, { concurrency });
  return known;
}

function unknown(by: string, reference: Reference, known: ReadonlySet<string>): Diagnostic {
  const near = nearest(reference.id, known);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return {
    severity: 'error',
    code: 'unknown-reference',
    summary: 'It mentions something that does not exist',
    subject: fieldAddress(by, reference.at),
    detail: `${addressOf(reference.kind, reference.id)} is not in the app and this run does not create it, so the API would refuse this.${hint} Declare it, or correct the name.`,
  };
}
