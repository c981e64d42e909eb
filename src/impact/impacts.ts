/** Holds changes against the rules. Pure: who is affected comes out as a query, for whoever may send it. */
import { equalJson, type Json, type Pointer, pointer, tokensOf } from '../core/json.ts';
import type { Change, FieldChange, Impact } from '../core/plan.ts';
import { CLASSES, classOf, IMPACTS } from './codes.ts';
import { asMap } from './directions.ts';
import type { Affects, Rule, Transition } from './rule.ts';
import { RULES } from './rules.ts';

/** An impact whose count is still to be asked for. */
export interface Finding {
  readonly impact: Impact;
  readonly affects?: Affects;
}

/** What changes do, in the order of their classes. Those that are held back count as if they ran: leave them out beforehand. */
export function findingsOf(changes: readonly Change[]): readonly Finding[] {
  return changes.flatMap(ofChange).sort((a, b) => compareImpacts(a.impact, b.impact));
}

/** By class, then by address and field. */
export function compareImpacts(a: Impact, b: Impact): number {
  const byClass = CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class);
  return byClass || compare(a.address, b.address) || compare(a.path, b.path) || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A rule, and one pattern of all places that it looks at. */
interface Watch {
  readonly rule: Rule;
  readonly places: RegExp;
}

/** Rules of a kind, and one pattern for all of them: few fields of a large plan are of any interest. */
interface Watches {
  readonly each: readonly Watch[];
  readonly places: RegExp;
}

const byKind = new Map<string, { readonly all: Watches; readonly ofNew: Watches }>();
for (const kind of new Set(RULES.map((rule) => rule.kind))) {
  const rules = RULES.filter((rule) => rule.kind === kind);
  byKind.set(kind, { all: watchesOf(rules), ofNew: watchesOf(rules.filter((rule) => rule.alsoNew)) });
}

function watchesOf(rules: readonly Rule[]): Watches {
  const each = rules.map((rule) => ({ rule, places: placesOf(rule.at) }));
  return { each, places: placesOf(rules.flatMap((rule) => rule.at)) };
}

function placesOf(patterns: readonly Pointer[]): RegExp {
  const literal = (text: string) => text.replaceAll(/[.\\+?^${}()|[\]]/g, '\\$&');
  return new RegExp(`^(?:${patterns.map((pattern) => literal(pattern).replaceAll('*', '[^/]*')).join('|')})$`);
}

function ofChange(change: Change): readonly Finding[] {
  const known = byKind.get(change.kind);
  const watches = change.action === 'create' ? known?.ofNew : known?.all;
  if (watches === undefined || watches.each.length === 0) return [];
  const fields = change.fields.filter((field) => watches.places.test(field.path) || isOverrides(change, field));
  if (fields.length === 0 && !watches.places.test('')) return [];
  const transitions = [itself(change), ...fields.flatMap((field) => transitionsOf(change, field))];
  return watches.each.flatMap((watch) => byRule(watch, change, transitions));
}

function byRule({ rule, places }: Watch, change: Change, transitions: readonly Transition[]): readonly Finding[] {
  const hits = transitions.flatMap((transition) => {
    if (!places.test(transition.path)) return [];
    const detail = rule.detail(transition);
    return detail === undefined ? [] : [{ transition, detail }];
  });
  if (hits.length > 1 && rule.together !== undefined) {
    const { path, detail, affects } = rule.together(hits.map((hit) => hit.transition));
    return [{ impact: impactOf(rule, change, path, detail), affects }];
  }
  return hits.map(({ transition, detail }) => {
    const affects = rule.affects?.(transition);
    return {
      impact: impactOf(rule, change, transition.path, detail),
      ...(affects === undefined ? {} : { affects }),
    };
  });
}

function impactOf({ code }: Rule, { address }: Change, path: Pointer, detail: string): Impact {
  return { code, class: classOf(code), address, path, summary: IMPACTS[code], detail };
}

function itself(change: Change): Transition {
  return { change, path: '', names: [], before: change.live, after: change.next };
}

/** One for a field; for overrides, which are one value, one for each setting that differs. */
function transitionsOf(change: Change, field: FieldChange): readonly Transition[] {
  const whole = transition(change, field.path, field.before, field.after);
  return isOverrides(change, field) ? [whole, ...overrides(whole)] : [whole];
}

function isOverrides({ kind }: Change, { path }: FieldChange): boolean {
  return kind === 'channel' && path === OVERRIDES;
}

const OVERRIDES = '/config_overrides';
const MAPS = ['grants', 'chat_preferences'];

function overrides({ change, before, after }: Transition): readonly Transition[] {
  const [was, is] = [asMap(before), asMap(after)];
  return keysOf(was, is).flatMap((key) => {
    const path = `${OVERRIDES}${pointer(key)}`;
    const whole = transition(change, path, was[key], is[key]);
    // What is no longer overridden is as the type has it, which is not known here; all that is known of grants is that they go.
    if (is[key] === undefined) return key === 'grants' ? [whole] : [];
    if (!MAPS.includes(key)) return equalJson(was[key], is[key]) ? [] : [whole];
    const [parts, next] = [asMap(was[key]), asMap(is[key])];
    return keysOf(parts, next)
      .filter((part) => !equalJson(parts[part], next[part]))
      .map((part) => transition(change, path + pointer(part), parts[part], next[part]));
  });
}

function keysOf(...maps: readonly object[]): readonly string[] {
  return [...new Set(maps.flatMap((map) => Object.keys(map)))];
}

function transition(change: Change, path: Pointer, before: Json | undefined, after: Json | undefined): Transition {
  return { change, path, names: tokensOf(path), before, after };
}
