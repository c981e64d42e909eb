/**
 * Writes live values into the files of a configuration: a corrected value where it stands, a new resource where its collection
 * is. Nothing is written until `save`, and then all of it.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isAlias, isMap, type Node } from 'yaml';
import { addressOf, fieldAddress } from '../../core/address.ts';
import { type Diagnostic, DiagnosticError } from '../../core/diagnostic.ts';
import { isObject, type Json, type JsonObject, type Pointer, pointer, tokensOf, withValueAt } from '../../core/json.ts';
import type { Kind, Omitted } from '../../core/kind.ts';
import type { Span } from '../../core/reference.ts';
import { CODES } from '../codes.ts';
import type { Context } from '../context.ts';
import { formatOf, idNameOf } from '../roster/rows.ts';
import type { Edit } from './apply.ts';
import { customNames, memberEdits } from './channel-edits.ts';
import { commentsOf } from './comments.ts';
import { type Drafts, type FileDraft, includeFile } from './drafts.ts';
import { holdsVariable, type Probe, probe } from './place.ts';
import { asWritten, presentable } from './presentable.ts';
import { RosterDraft } from './roster-draft.ts';
import { type FileChange, saveFiles } from './save.ts';
import { Variables } from './secret-variables.ts';

/** So many users or channels still read well in a YAML file; more of them get a roster. */
const INLINE = 100;

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

export interface Fresh {
  readonly kind: Kind;
  readonly id: string;
  readonly body: JsonObject;
  readonly omitted: readonly Omitted[];
}

export interface WriterOptions {
  /** One file a collection, under `config/`. */
  readonly split: boolean;
  /** Many users or channels may go to a roster file. */
  readonly rosters: boolean;
  /** Files that are there and not part of the configuration may be replaced. */
  readonly force: boolean;
}

export interface RosterChange {
  readonly file: string;
  readonly added: number;
  readonly changed: number;
}

/** A value of a resource, or a whole resource, that will stand in the files. */
export interface Written {
  readonly address: string;
  readonly action: 'new' | 'changed' | 'removed';
}

export interface Draft {
  readonly files: readonly FileChange[];
  readonly rosters: readonly RosterChange[];
  readonly written: readonly Written[];
  readonly notes: readonly Diagnostic[];
  readonly variables: ReadonlyMap<string, string>;
  save(): void;
  discard(): void;
}

/** A new resource whose place depends on how many there will be. */
interface Waiting {
  readonly id: string;
  readonly value: JsonObject;
  readonly comments: readonly string[];
  readonly row: JsonObject;
}

export class Writer {
  readonly #drafts: Drafts;
  readonly #context: Context;
  readonly #options: WriterOptions;
  readonly #rosters = new Map<string, RosterDraft>();
  readonly #waiting = new Map<Kind, Waiting[]>();
  readonly #rosterOf = new Map<Kind, RosterDraft>();
  readonly #written: Written[] = [];
  readonly #notes: Diagnostic[] = [];
  readonly #variables = new Variables();
  readonly #leftOut = new Map<string, string[]>();

  constructor(drafts: Drafts, context: Context, options: WriterOptions) {
    this.#drafts = drafts;
    this.#context = context;
    this.#options = options;
  }

  /** A declared resource whose live values are others. */
  correct({ kind, id, declared, corrections, span }: Corrected): void {
    this.#settleOthers(kind);
    const address = addressOf(kind.name, id);
    const next = corrections.reduce<JsonObject>((body, { path, value }) => withValueAt(body, path, value), declared);
    const { refused } = presentable(kind, id, next, this.#context.schemas);
    const isRefused = (at: Pointer) =>
      refused.some((each) => each === at || at.startsWith(`${each}/`) || each.startsWith(`${at}/`));
    const usable = corrections.filter(({ path }) => !isRefused(path));
    for (const { path } of corrections.filter((each) => isRefused(each.path)))
      this.#kept(fieldAddress(address, path), 'Its live value is nothing that the configuration can hold.');
    if (usable.length === 0) return;
    if (span !== undefined) {
      this.#correctRow(kind, id, address, declared, usable, span);
      return;
    }
    const names = kind.singleton ? [kind.collection] : [kind.collection, id];
    const isMember = (path: Pointer) => kind.name === 'channel' && tokensOf(path)[0] === 'members';
    for (const { path, value, isSet } of usable.filter((each) => !isMember(each.path))) {
      const below = tokensOf(path);
      const written = this.#asWritten(kind, id, value);
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

  /** A live resource that is not declared. */
  add({ kind, id, body, omitted }: Fresh): void {
    this.#settleOthers(kind);
    const { schemas } = this.#context;
    const shown = presentable(kind, id, body, schemas);
    const address = addressOf(kind.name, id);
    if (shown.body === undefined) {
      this.#leaveOut(address, 'Its id or its values are nothing that the configuration can hold.');
      return;
    }
    const comments = commentsOf([...omitted, ...shown.refused.map((at): Omitted => ({ at, why: 'unpatchable' }))]);
    const row = kind.pull?.shorten?.(shown.body) ?? shown.body;
    const value = this.#asWritten(kind, id, row);
    if (!isObject(value)) return;
    const isRow = schemas.hasRosters(kind) && this.#options.rosters;
    const roster = isRow ? this.#rosterFor(kind) : undefined;
    const rowOf = (each: { id: string; row: JsonObject }) => ({ [idNameOf(kind)]: each.id, ...each.row });
    for (const at of shown.refused)
      this.#leaveOut(fieldAddress(address, at), 'The API or the configuration could not take it back.');
    if (roster !== undefined) {
      roster.add(rowOf({ id, row }));
      return;
    }
    if (schemas.hasRosters(kind) && id === 'from') {
      this.#leaveOut(address, '`from` names rosters here. Move this one into a roster by hand.');
      return;
    }
    const isList = schemas.takesNames(kind) && !this.#isAnywhere(kind);
    if (!isRow && !isList) {
      this.#addInline(kind, id, value, comments);
      return;
    }
    const waiting = this.#waiting.get(kind) ?? [];
    waiting.push({ id, value, comments, row });
    this.#waiting.set(kind, waiting);
    if (!isRow || waiting.length <= INLINE) return;
    const made = this.#newRoster(kind);
    for (const each of waiting) made.add(rowOf(each));
    this.#waiting.delete(kind);
  }

  /** A declared resource that is not live: it stays, because whether it is wanted is not the live side's to say. */
  gone(kind: Kind, id: string): void {
    this.#notes.push({
      severity: 'note',
      code: 'pull-gone',
      summary: CODES['pull-gone'],
      subject: addressOf(kind.name, id),
      detail: 'It stays in the configuration, and a plan would create it. Take it out if nobody wants it.',
    });
  }

  finish(): Draft {
    this.#settleOthers(undefined);
    for (const [subject, ids] of this.#leftOut)
      this.#notes.push({
        severity: 'note',
        code: 'pull-left-out',
        summary: CODES['pull-left-out'],
        subject: ids[0] ?? '',
        detail: ids.length > 1 ? `${subject} So it is with ${ids.length - 1} more.` : subject,
      });
    const files = this.#drafts.all
      .map((each) => ({ file: each.file, before: each.before, after: each.after() }))
      .filter((each) => each.before !== each.after);
    const rosters = [...this.#rosters.values()];
    for (const roster of rosters) roster.finish();
    return {
      files,
      rosters: rosters.map((each) => ({ file: each.file, added: each.rows, changed: each.fixes })),
      written: this.#written,
      notes: this.#notes,
      variables: this.#variables.all,
      save: () => saveFiles(files, rosters),
      discard: () => {
        for (const roster of rosters) roster.discard();
      },
    };
  }

  discard(): void {
    for (const roster of this.#rosters.values()) roster.discard();
  }

  #asWritten(kind: Kind, id: string, value: Json): Json;
  #asWritten(kind: Kind, id: string, value: Json | undefined): Json | undefined;
  #asWritten(kind: Kind, id: string, value: Json | undefined): Json | undefined {
    if (value === undefined) return undefined;
    return asWritten(value, (at) => this.#variables.nameFor(kind, id, at));
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
      this.#kept(subject, reason);
      return;
    }
    best.draft.put(best.all, edit);
    this.#written.push({
      address: subject,
      action: edit.type === 'remove' ? 'removed' : best.left === 0 ? 'changed' : 'new',
    });
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
      this.#kept(subject, 'Its members stand in several places. Correct them by hand.');
      return;
    }
    const shared = [place.own, ...['members', 'moderators'].map((each) => probe(place.own.node, [each]))].some(
      (each) => each.isShared,
    );
    if (shared) {
      this.#kept(subject, SHARED);
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
      this.#written.push({
        address: fieldAddress(address, pointer('members', id)),
        action: isObject(next['members']) && id in next['members'] ? 'changed' : 'removed',
      });
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
      this.#kept(
        address,
        `It stands in ${this.#name(span.file)}, and only NDJSON rosters are edited. Correct the row by hand.`,
      );
      return;
    }
    const next = corrections.reduce<JsonObject>((body, { path, value }) => withValueAt(body, path, value), declared);
    const row = kind.pull?.shorten?.(next) ?? next;
    this.#rosterAt(span.file).fix(span, { [idNameOf(kind)]: id, ...row });
    for (const { path, value } of corrections)
      this.#written.push({ address: fieldAddress(address, path), action: value === undefined ? 'removed' : 'changed' });
  }

  /** Kinds come one after another: where the next one begins, the one before is complete. */
  #settleOthers(next: Kind | undefined): void {
    for (const [kind, waiting] of [...this.#waiting]) {
      if (kind === next) continue;
      this.#waiting.delete(kind);
      this.#addWaiting(kind, waiting);
    }
  }

  /** All of a kind at once: a list of names, if there is nothing to say of them but that. */
  #addWaiting(kind: Kind, waiting: readonly Waiting[]): void {
    const isPlain = waiting.every(({ value, comments }) => Object.keys(value).length + comments.length === 0);
    if (!isPlain || !this.#context.schemas.takesNames(kind)) {
      for (const { id, value, comments } of waiting) this.#addInline(kind, id, value, comments);
      return;
    }
    this.#homeOf(kind).put([kind.collection], { type: 'set', value: waiting.map((each) => each.id) });
    for (const { id } of waiting) this.#written.push({ address: addressOf(kind.name, id), action: 'new' });
  }

  #addInline(kind: Kind, id: string, value: JsonObject, comments: readonly string[]): void {
    const address = addressOf(kind.name, id);
    const draft = this.#homeOf(kind);
    const names = kind.singleton ? [kind.collection] : [kind.collection, id];
    const found = draft.contents === undefined ? undefined : probe(draft.contents, names);
    if (found !== undefined && found.depth === names.length) {
      this.#kept(address, 'The file has it already, and this environment takes it out.');
      return;
    }
    if (found?.isShared || (found !== undefined && isAlias(found.node))) {
      this.#kept(address, SHARED);
      return;
    }
    draft.put(names, { type: 'set', value, comments });
    this.#written.push({ address, action: 'new' });
  }

  #isAnywhere(kind: Kind): boolean {
    return this.#drafts.all.some((draft) => hasCollection(draft, kind));
  }

  /** The file that has the collection; else the one that a pull would make for it. */
  #homeOf(kind: Kind): FileDraft {
    const known = this.#drafts.all.find((draft) => hasCollection(draft, kind));
    if (known !== undefined) return known;
    if (!this.#options.split) return this.#drafts.root;
    const file = join(dirname(this.#drafts.root.file), 'config', `${kind.collection}.yaml`);
    const made = this.#drafts.all.find((each) => each.file === file);
    if (made !== undefined) return made;
    this.#refuseFile(file);
    return includeFile(this.#drafts, file);
  }

  #rosterFor(kind: Kind): RosterDraft | undefined {
    const known = this.#rosterOf.get(kind);
    if (known !== undefined) return known;
    const file = this.#drafts.rosters(kind.collection).find((each) => formatOf(each) === 'ndjson');
    if (file === undefined) return undefined;
    const roster = this.#rosterAt(file);
    this.#rosterOf.set(kind, roster);
    return roster;
  }

  #newRoster(kind: Kind): RosterDraft {
    const draft = this.#homeOf(kind);
    const file = join(dirname(this.#drafts.root.file), 'data', `${kind.collection}.ndjson`);
    this.#refuseFile(file);
    const collection = draft.contents === undefined ? undefined : probe(draft.contents, [kind.collection, 'from']);
    const known = collection?.depth === 2 ? (collection.node.toJSON() as Json) : [];
    const name = relative(dirname(draft.file), file);
    draft.put([kind.collection, 'from'], {
      type: 'set',
      value: [...(Array.isArray(known) ? known : [known]), name],
      isSet: true,
    });
    const roster = this.#rosterAt(file, true);
    this.#rosterOf.set(kind, roster);
    return roster;
  }

  #rosterAt(file: string, isReplaced = false): RosterDraft {
    const known = this.#rosters.get(file) ?? new RosterDraft(file, isReplaced);
    this.#rosters.set(file, known);
    return known;
  }

  /** Files that the configuration does not know are nobody's to overwrite. */
  #refuseFile(file: string): void {
    if (this.#options.force || !existsSync(file)) return;
    throw fileInTheWay(this.#name(file));
  }

  #name(file: string): string {
    return relative(dirname(this.#drafts.root.file), file);
  }

  #kept(subject: string, detail: string): void {
    this.#notes.push({ severity: 'note', code: 'pull-kept', summary: CODES['pull-kept'], subject, detail });
  }

  #leaveOut(address: string, why: string): void {
    this.#leftOut.set(why, [...(this.#leftOut.get(why) ?? []), address]);
  }
}

/** A file stands where one would have to be made, and nothing says that it may go. */
export function fileInTheWay(name: string): DiagnosticError {
  const detail = `${name} is there already, and may hold something that nobody wants to lose. Move it, or add --force.`;
  return new DiagnosticError([{ severity: 'error', code: 'file-exists', summary: CODES['file-exists'], detail }], 1);
}

const SHARED =
  'It stands behind an anchor, an alias or a `<<`, and other places would change with it. Correct it by hand.';

function whyKept(found: Probe, edit: Edit, left: number): string | undefined {
  if (found.isShared && !(left > 0 && edit.type === 'set' && isMap(found.node) && !isAlias(found.node))) return SHARED;
  if (left > 0 && edit.type === 'remove') return SHARED;
  if (left > 0 && !isMap(found.node)) return 'Its short form has no place for it. Correct it by hand.';
  if (left === 0 && holdsVariable(found.node))
    return 'It comes from a variable. Set the variable, or write the live value in its place.';
  return undefined;
}

function hasCollection({ contents }: FileDraft, kind: Kind): boolean {
  return contents !== undefined && probe(contents, [kind.collection]).depth === 1;
}
