/**
 * What one id in a list of grants gives. The API's own ids are an action in kebab-case, then `-owner` if it is for what one owns
 * only, then `-any-team` if it reaches beyond one's own teams. A custom permission says the same in its fields, under any id.
 */

/** A custom permission, as far as it bears on who may do what. */
export interface Definition {
  /** E.g. `PinMessage`. */
  readonly action: string;
  readonly owner: boolean;
  readonly sameTeam: boolean;
  /** It has a condition: nobody can tell from here who meets it. */
  readonly isConditional: boolean;
}

export type Definitions = ReadonlyMap<string, Definition>;

export interface Right {
  /** The column of the matrix: an id without `-owner`. */
  readonly permission: string;
  readonly reach: 'any' | 'own';
  readonly isConditional: boolean;
}

const OWNER = '-owner';
const ANY_TEAM = '-any-team';

/** What a person asks for by an id, which may be any form of it: `update-message-owner` is `update-message` for one's own. */
export function askedBy(id: string, definitions: Definitions): Pick<Right, 'permission' | 'reach'> {
  if (definitions.has(id)) return { permission: id, reach: 'any' };
  const anyTeam = id.endsWith(ANY_TEAM) ? ANY_TEAM : '';
  const bare = anyTeam === '' ? id : id.slice(0, -ANY_TEAM.length);
  return bare.endsWith(OWNER)
    ? { permission: `${bare.slice(0, -OWNER.length)}${anyTeam}`, reach: 'own' }
    : { permission: id, reach: 'any' };
}

/** Whoever may act in any team may do so in the own ones, so `-any-team` gives both columns. */
export function rightsOf(id: string, definitions: Definitions): readonly Right[] {
  const custom = definitions.get(id);
  if (custom === undefined) {
    const { permission, reach } = askedBy(id, definitions);
    return inTeams(permission, reach, false);
  }
  const reach = custom.owner ? 'own' : 'any';
  const action = kebab(custom.action) + (custom.sameTeam ? '' : ANY_TEAM);
  return [{ permission: id, reach, isConditional: false }, ...inTeams(action, reach, custom.isConditional)];
}

/** The part of a column's name without the teams. */
export function withoutTeams(permission: string): string {
  return permission.endsWith(ANY_TEAM) ? permission.slice(0, -ANY_TEAM.length) : permission;
}

function inTeams(permission: string, reach: Right['reach'], isConditional: boolean): readonly Right[] {
  return [...new Set([permission, withoutTeams(permission)])].map((each) => ({
    permission: each,
    reach,
    isConditional,
  }));
}

/** `PinMessage` is the action of `pin-message`. */
function kebab(action: string): string {
  return action.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}
