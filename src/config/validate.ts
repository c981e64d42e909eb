/** Checks the united configuration against the schemas: settings, ids and bodies. What ajv refuses is put into words. */
import { addressOf } from '../core/address.ts';
import { isObject, type Json, type JsonObject, type Pointer, pointer } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { type Context, kindOfCollection, type Place } from './context.ts';
import { explain, type Finding, type Show } from './explain.ts';

const WITHOUT_REASON =
  'The schema does not take this value, and no reason is known. Compare it with the configuration reference, and report this as a bug.';

export interface ValidateOptions {
  readonly place: Place;
  readonly show: Show;
  /** Pointers whose problem was already reported. */
  readonly isReported: (at: Pointer) => boolean;
}

export function validate(
  value: JsonObject,
  environments: JsonObject,
  context: Context,
  options: ValidateOptions,
): void {
  const { schemas, report } = context;
  const settings: Record<string, Json> = {};

  function tell(found: readonly Finding[], subject?: string): void {
    const left = found.filter((each) => !options.isReported(each.at));
    for (const { code, detail, at, isKey } of left) {
      const source = options.place(at, isKey ? 'key' : 'value');
      report.add({ code, detail, subject: subject ?? (at === '' ? undefined : at), source });
    }
  }

  for (const [key, each] of Object.entries(value)) {
    const kind = kindOfCollection(context, key);
    if (kind === undefined) settings[key] = each;
    else if (kind.singleton) checkBody(kind, '', each, () => pointer(key));
    else if (!isObject(each))
      tell(explain(schemas, { schema: { type: 'object' }, root: {} }, each, pointer(key), options.show));
    else for (const id of Object.keys(each)) checkResource(kind, id, each[id] ?? null, () => pointer(key, id));
  }
  // What an environment holds is checked where it is chosen; here its names are.
  const names = Object.fromEntries(Object.keys(environments).map((name) => [name, {}]));
  const all = Object.keys(names).length === 0 ? settings : { ...settings, environments: names };
  if (!schemas.isValidSettings(all)) tell(worded(explain(schemas, schemas.settings(), all, '', options.show), ''));

  function checkResource(kind: Kind, id: string, body: Json, at: () => Pointer): void {
    if (schemas.isValidId(kind, id)) {
      checkBody(kind, id, body, at);
      return;
    }
    const [badId] = worded(explain(schemas, schemas.id(kind), id, at(), options.show), at());
    const { description } = schemas.id(kind).schema;
    const detail = `${badId?.detail ?? ''}${typeof description === 'string' ? ` ${description}` : ''}`;
    tell([{ code: 'bad-id', at: at(), isKey: true, detail }], addressOf(kind.name, id));
  }

  function checkBody(kind: Kind, id: string, body: Json, at: () => Pointer): void {
    if (schemas.isValidBody(kind, body)) return;
    tell(worded(explain(schemas, schemas.body(kind), body, at(), options.show), at()), addressOf(kind.name, id));
  }
}

/** A refusal without words would pass for silence. */
export function worded(found: readonly Finding[], at: Pointer): readonly Finding[] {
  return found.length > 0 ? found : [{ code: 'invalid', at, detail: WITHOUT_REASON }];
}
