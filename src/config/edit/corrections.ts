/** Corrects declared resources where they stand: in the environment or the file that defines a value, or in the row of a roster. */
import { isAlias, isMap, type Node } from 'yaml';
import { addressOf, fieldAddress } from '../../core/address.ts';
import { isObject, type Json, type JsonObject, type Pointer, pointer, tokensOf, withValueAt } from '../../core/json.ts';
import type { Kind } from '../../core/kind.ts';
import type { Span } from '../../core/reference.ts';
import type { Context } from '../context.ts';
import { formatOf, idNameOf } from '../roster/rows.ts';
import type { Account } from './account.ts';
import { customNames, memberEdits } from './channel-edits.ts';
import type { Drafts, FileDraft } from './drafts.ts';
import type { Edit } from './edit.ts';
import type { Homes } from './homes.ts';
import { holdsVariable, type Probe, probe, SHARED } from './place.ts';
import { asWritten, presentable } from './presentable.ts';
import type { Variables } from './secret-variables.ts';

export interface Corrected {
  readonly kind: Kind;
  readonly id: string;
  readonly declared: JsonObject;
  readonly corrections: readonly {
    readonly path: Pointer;
    readonly value: Json | undefined;
    readonly isSet: boolean;
  }[];
  readonly span?: Span;
}

export class Corrections {
  readonly #drafts: Drafts;
  readonly #context: Context;
  readonly #homes: Homes;
  readonly #variables: Variables;
  readonly #account: Account;

  constructor(drafts: Drafts, context: Context, homes: Homes, variables: Variables, account: Account) {
    this.#drafts = drafts;
    this.#context = context;
    this.#homes = homes;
    this.#variables = variables;
    this.#account = account;
  }

  /** A declared resource whose live values are others. */
  write({ kind, id, declared, corrections, span }: Corrected): void {
    const address = addressOf(kind.name, id);
    const next = corrections.reduce<JsonObject>((body, { path, value }) => withValueAt(body, path, value), declared);
    const { refused } = presentable(kind, id, next, this.#context.schemas);
    const isRefused = (at: Pointer) =>
      refused.some((each) => each === at || at.startsWith(`${each}/`) || each.startsWith(`${at}/`));
    const usable = corrections.filter(({ path }) => !isRefused(path));
    for (const { path } of corrections.filter((each) => isRefused(each.path)))
      this.#account.kept(fieldAddress(address, path), 'Its live value is nothing that the configuration can hold.');
    if (usable.length === 0) return;
    if (span !== undefined) {
      this.#correctRow(kind, id, address, declared, usable, span);
      return;
    }
    const names = kind.singleton ? [kind.collection] : [kind.collection, id];
    const isMember = (path: Pointer) => kind.name === 'channel' && tokensOf(path)[0] === 'members';
    for (const { path, value, isSet } of usable.filter((each) => !isMember(each.path))) {
      const below = tokensOf(path);
      const written = value === undefined ? undefined : asWritten(value, (at) => this.#variables.nameFor(kind, id, at));
      this.#edit(
        fieldAddress(address, path),
        names,
        kind.name === 'channel' ? (body) => customNames(below, body) : () => below,
        written === undefined ? { type: 'remove' } : { type: 'set', value: written, isSet },
      );
    }
    const ids = new Set(usable.filter((each) => isMember(each.path)).flatMap(({ path }) => tokensOf(path).slice(1, 2)));
    if (ids.size > 0) this.#correctMembers(kind, address, names, ids, next);
  }

  /** The places that may define a resource: the environment, then the files. */
  #places(names: readonly string[]): readonly { readonly draft: FileDraft; readonly names: readonly string[] }[] {
    const { env } = this.#context;
    const overlay = env === undefined ? [] : [{ draft: this.#drafts.root, names: ['environments', env, ...names] }];
    return [...overlay, ...this.#drafts.all.map((draft) => ({ draft, names }))];
  }

  #edit(
    subject: string,
    names: readonly string[],
    belowIn: (body: Node | undefined) => readonly string[],
    edit: Edit,
  ): void {
    const tries = this.#places(names).flatMap((place) => {
      if (place.draft.contents === undefined) return [];
      const own = probe(place.draft.contents, place.names);
      const below = belowIn(own.depth === place.names.length ? own.node : undefined);
      const all = [...place.names, ...below];
      const found = probe(place.draft.contents, all);
      const isWhole = found.depth === all.length;
      // How far of the way is left: an environment counts only where it defines the value itself.
      const isOverlay = place.names.length > names.length;
      return isOverlay && !isWhole ? [] : [{ draft: place.draft, all, found, left: all.length - found.depth }];
    });
    const best = tries.sort((a, b) => a.left - b.left)[0];
    if (best === undefined) return;
    const reason = whyKept(best.found, edit, best.left);
    if (reason !== undefined) {
      this.#account.kept(subject, reason);
      return;
    }
    best.draft.put(best.all, edit);
    this.#account.wrote(subject, edit.type === 'remove' ? 'removed' : best.left === 0 ? 'changed' : 'new');
  }

  #correctMembers(
    kind: Kind,
    address: string,
    names: readonly string[],
    ids: ReadonlySet<string>,
    next: JsonObject,
  ): void {
    const places = this.#places(names).flatMap((place) => {
      const own = place.draft.contents === undefined ? undefined : probe(place.draft.contents, place.names);
      if (own === undefined || own.depth < place.names.length) return [];
      const hasPeople = ['members', 'moderators'].some((each) => probe(own.node, [each]).depth === 1);
      return hasPeople ? [{ ...place, own }] : [];
    });
    const [place] = places;
    const subject = `${address}.members`;
    if (place === undefined || places.length > 1) {
      this.#account.kept(subject, 'Its members stand in several places. Correct them by hand.');
      return;
    }
    const shared = [place.own, ...['members', 'moderators'].map((each) => probe(place.own.node, [each]))].some(
      (each) => each.isShared,
    );
    if (shared) {
      this.#account.kept(subject, SHARED);
      return;
    }
    for (const { names: below, edit } of memberEdits(kind, place.own.node, ids, next)) {
      const value = edit.type === 'set' ? asWritten(edit.value, (at) => at) : undefined;
      place.draft.put(
        [...place.names, ...below],
        edit.type === 'set' && value !== undefined ? { ...edit, value } : edit,
      );
    }
    for (const id of ids)
      this.#account.wrote(
        fieldAddress(address, pointer('members', id)),
        isObject(next['members']) && id in next['members'] ? 'changed' : 'removed',
      );
  }

  #correctRow(
    kind: Kind,
    id: string,
    address: string,
    declared: JsonObject,
    corrections: Corrected['corrections'],
    span: Span,
  ): void {
    if (formatOf(span.file) !== 'ndjson') {
      this.#account.kept(
        address,
        `It stands in ${this.#homes.nameOf(span.file)}, and only NDJSON rosters are edited. Correct the row by hand.`,
      );
      return;
    }
    const next = corrections.reduce<JsonObject>((body, { path, value }) => withValueAt(body, path, value), declared);
    const row = kind.pull?.shorten?.(next) ?? next;
    this.#homes.rosterAt(span.file).fix(span, { [idNameOf(kind)]: id, ...row });
    for (const { path, value } of corrections)
      this.#account.wrote(fieldAddress(address, path), value === undefined ? 'removed' : 'changed');
  }
}

function whyKept(found: Probe, edit: Edit, left: number): string | undefined {
  if (found.isShared && !(left > 0 && edit.type === 'set' && isMap(found.node) && !isAlias(found.node))) return SHARED;
  if (left > 0 && edit.type === 'remove') return SHARED;
  if (left > 0 && !isMap(found.node)) return 'Its short form has no place for it. Correct it by hand.';
  if (left === 0 && holdsVariable(found.node))
    return 'It comes from a variable. Set the variable, or write the live value in its place.';
  return undefined;
}
