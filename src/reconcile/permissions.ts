/** Who may do what once everything that is declared holds: over the live app, or over what is known without it. */
import type { Desired } from '../config/desired.ts';
import type { Reader } from '../core/call.ts';
import { DEFAULTS } from '../core/default-grants.ts';
import type { Source } from '../core/diagnostic.ts';
import { type JsonObject, ownMember, pointer } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { type Answer, answer, type Question, type Switches } from '../impact/permissions/access.ts';
import { belongsElsewhere, type Found } from '../impact/permissions/found.ts';
import { askedBy, type Definitions } from '../impact/permissions/rights.ts';
import {
  APP_SCOPE,
  declaredOver,
  grantedTo,
  type Origin,
  partialScope,
  type Scope,
  unknownScope,
  wholeScope,
} from '../impact/permissions/scope.ts';
import { definitionOf, liveApp, liveAppScope, livePermissions, liveTypeScopes } from './grants.ts';

/** What is asked, as it was written. */
export interface Asked {
  readonly role: string;
  /** In any of its forms. */
  readonly permission: string;
  /** A channel type, or `.app`. */
  readonly scope: string;
  readonly own: boolean;
}

type Bodies = ReadonlyMap<string, JsonObject>;

export class Permissions {
  readonly #desired: Desired;
  readonly #reader: Reader | undefined;
  readonly #isBuiltIn: (id: string) => boolean;
  readonly #app: JsonObject;
  readonly #types: Bodies;
  readonly #custom: Bodies;

  private constructor(
    desired: Desired,
    kinds: readonly Kind[],
    reader: Reader | undefined,
    bodies: Readonly<Record<string, Bodies>>,
  ) {
    const permission = kinds.find((kind) => kind.name === 'permission');
    this.#isBuiltIn = (id) => permission?.reserved?.(id) === true;
    this.#desired = desired;
    this.#reader = reader;
    this.#app = bodies['app']?.get('') ?? {};
    this.#types = bodies['channel_type'] ?? new Map();
    this.#custom = bodies['permission'] ?? new Map();
  }

  /** Without a reader nothing is asked of the app. */
  static async of(desired: Desired, kinds: readonly Kind[], reader?: Reader): Promise<Permissions> {
    const bodies: Record<string, Bodies> = {};
    for (const kind of ['app', 'channel_type', 'permission']) {
      const found = new Map<string, JsonObject>();
      for await (const { id, body } of desired.wanted(kind)) found.set(id, body);
      bodies[kind] = found;
    }
    return new Permissions(desired, kinds, reader, bodies);
  }

  async find(asked: Asked): Promise<Found> {
    const scope = await this.#scope(asked.scope);
    const definitions = await this.definitions();
    const { permission, reach } = askedBy(asked.permission, definitions);
    const question: Question = { role: asked.role, permission, own: asked.own || reach === 'own' };
    const found = this.#orOpaque(
      answer(scope, definitions, question, await this.#switches()),
      scope,
      definitions,
      asked,
    );
    const under = found.because === 'undeclared' ? presumedScope(asked.scope) : undefined;
    return {
      ...question,
      scope: asked.scope,
      written: asked.permission,
      answer: found,
      source: this.#placeOf(found, scope, asked.role),
      presumed: under === undefined ? undefined : told(answer(under, definitions, question)),
      isElsewhere: belongsElsewhere(permission, asked.scope),
    };
  }

  /** Custom permissions: the declared ones, over those of the app. */
  async definitions(): Promise<Definitions> {
    const live = this.#reader === undefined ? new Map() : await livePermissions(this.#reader);
    const bodies = new Map([...live].filter(([, body]) => body !== undefined));
    for (const [id, body] of this.#custom) bodies.set(id, { ...bodies.get(id), ...body });
    return new Map([...bodies].map(([id, body]) => [id, definitionOf(body)]));
  }

  /** Without the app, an id that is neither built in nor declared may be a custom permission for anything. */
  #orOpaque(found: Answer, scope: Scope, definitions: Definitions, { role }: Asked): Answer {
    if (found.verdict !== 'no' || this.#reader !== undefined) return found;
    const id = grantedTo(scope, role)?.ids.find((each) => !this.#isBuiltIn(each) && !definitions.has(each));
    return id === undefined ? found : { verdict: 'unknown', because: 'opaque', origin: found.origin, id };
  }

  async #scope(name: string): Promise<Scope> {
    const declared = name === APP_SCOPE ? this.#app : this.#types.get(name);
    const at = name === APP_SCOPE ? '/app/grants' : pointer('channel_types', name, 'grants');
    return declaredOver(await this.#under(name), declared?.['grants'], at);
  }

  /** What holds for the roles that are not declared. */
  async #under(name: string): Promise<Scope> {
    if (this.#reader === undefined)
      return this.#desired.policy.assumeDefaults === DEFAULTS.date
        ? (presumedScope(name) ?? unknownScope(name))
        : unknownScope(name);
    if (name === APP_SCOPE) return liveAppScope(this.#reader);
    // A type that is not there yet starts with defaults that the server alone knows.
    return (await liveTypeScopes(this.#reader)).get(name) ?? unknownScope(name);
  }

  async #switches(): Promise<Switches> {
    const live = this.#reader === undefined ? {} : await liveApp(this.#reader);
    const originOf = (name: string): Origin =>
      name in this.#app ? { from: 'configuration', at: pointer('app', name) } : { from: 'live' };
    const settings = { ...live, ...this.#app };
    return {
      ...(settings['disable_permissions_checks'] === true ? { unchecked: originOf('disable_permissions_checks') } : {}),
      ...(settings['permission_version'] === 'v1' ? { legacy: originOf('permission_version') } : {}),
    };
  }

  #placeOf({ origin, id }: Answer, scope: Scope, role: string): Source | undefined {
    if (origin?.from !== 'configuration') return undefined;
    const index = id === undefined ? -1 : (grantedTo(scope, role)?.ids.indexOf(id) ?? -1);
    return this.#desired.locate(index < 0 ? origin.at : `${origin.at}/${index}`);
  }
}

/** The default grants of a built-in type or of the app; undefined for other types. */
function presumedScope(name: string): Scope | undefined {
  const origin: Origin = { from: 'defaults', date: DEFAULTS.date };
  if (name === APP_SCOPE) return partialScope(name, DEFAULTS.app, origin);
  const grants = ownMember(DEFAULTS.types, name);
  return grants === undefined ? undefined : wholeScope(name, grants, origin);
}

function told({ verdict }: Answer): Answer['verdict'] | undefined {
  return verdict === 'unknown' ? undefined : verdict;
}
