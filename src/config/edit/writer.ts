/**
 * Writes live values into the files of a configuration: a corrected value where it stands, a new resource where its collection
 * is. Nothing is written until `save`, and then all of it.
 */
import { isAlias } from 'yaml';
import { addressOf, fieldAddress } from '../../core/address.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isObject, type JsonObject } from '../../core/json.ts';
import type { Kind, Omitted } from '../../core/kind.ts';
import type { Context } from '../context.ts';
import { idNameOf } from '../roster/rows.ts';
import { Account, type Written } from './account.ts';
import { commentsOf } from './comments.ts';
import { type Corrected, Corrections } from './corrections.ts';
import type { Drafts } from './drafts.ts';
import { Homes, type HomesOptions } from './homes.ts';
import { probe, SHARED } from './place.ts';
import { asWritten, presentable } from './presentable.ts';
import { type FileChange, saveFiles } from './save.ts';
import { Variables } from './secret-variables.ts';

/** So many users or channels still read well in a YAML file; more of them get a roster. */
const INLINE = 100;

export interface Fresh {
  readonly kind: Kind;
  readonly id: string;
  readonly body: JsonObject;
  readonly omitted: readonly Omitted[];
}

export interface WriterOptions extends HomesOptions {
  /** Many users or channels may go to a roster file. */
  readonly rosters: boolean;
}

export interface RosterChange {
  readonly file: string;
  readonly added: number;
  readonly changed: number;
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
  readonly #waiting = new Map<Kind, Waiting[]>();
  readonly #variables = new Variables();
  readonly #account = new Account();
  readonly #homes: Homes;
  readonly #corrections: Corrections;

  constructor(drafts: Drafts, context: Context, options: WriterOptions) {
    this.#drafts = drafts;
    this.#context = context;
    this.#options = options;
    this.#homes = new Homes(drafts, options);
    this.#corrections = new Corrections(drafts, context, this.#homes, this.#variables, this.#account);
  }

  /** A declared resource whose live values are others. */
  correct(corrected: Corrected): void {
    this.#settleOthers(corrected.kind);
    this.#corrections.write(corrected);
  }

  /** A live resource that is not declared. */
  add({ kind, id, body, omitted }: Fresh): void {
    this.#settleOthers(kind);
    const { schemas } = this.#context;
    const shown = presentable(kind, id, body, schemas);
    const address = addressOf(kind.name, id);
    if (shown.body === undefined) {
      this.#account.leftOut(address, 'Its id or its values are nothing that the configuration can hold.');
      return;
    }
    const comments = commentsOf([...omitted, ...shown.refused.map((at): Omitted => ({ at, why: 'unpatchable' }))]);
    const row = kind.pull?.shorten?.(shown.body) ?? shown.body;
    const value = asWritten(row, (at) => this.#variables.nameFor(kind, id, at));
    if (!isObject(value)) return;
    const isRow = schemas.hasRosters(kind) && this.#options.rosters;
    const roster = isRow ? this.#homes.rosterFor(kind) : undefined;
    const rowOf = (each: { id: string; row: JsonObject }) => ({ [idNameOf(kind)]: each.id, ...each.row });
    for (const at of shown.refused)
      this.#account.leftOut(fieldAddress(address, at), 'The API or the configuration could not take it back.');
    if (roster !== undefined) {
      roster.add(rowOf({ id, row }));
      return;
    }
    if (schemas.hasRosters(kind) && id === 'from') {
      this.#account.leftOut(address, '`from` names rosters here. Move this one into a roster by hand.');
      return;
    }
    const isList = schemas.takesNames(kind) && !this.#homes.hasCollection(kind);
    if (!isRow && !isList) {
      this.#addInline(kind, id, value, comments);
      return;
    }
    const waiting = this.#waiting.get(kind) ?? [];
    waiting.push({ id, value, comments, row });
    this.#waiting.set(kind, waiting);
    if (!isRow || waiting.length <= INLINE) return;
    const made = this.#homes.newRoster(kind);
    for (const each of waiting) made.add(rowOf(each));
    this.#waiting.delete(kind);
  }

  /** A declared resource that is not live. */
  gone(kind: Kind, id: string): void {
    this.#account.gone(kind, id);
  }

  finish(): Draft {
    this.#settleOthers(undefined);
    const files = this.#drafts.all
      .map((each) => ({ file: each.file, before: each.before, after: each.after() }))
      .filter((each) => each.before !== each.after);
    const rosters = this.#homes.rosters;
    for (const roster of rosters) roster.finish();
    return {
      files,
      rosters: rosters.map((each) => ({ file: each.file, added: each.rows, changed: each.fixes })),
      written: this.#account.written,
      notes: this.#account.notes(),
      variables: this.#variables.all,
      save: () => saveFiles(files, rosters),
      discard: () => {
        for (const roster of rosters) roster.discard();
      },
    };
  }

  discard(): void {
    for (const roster of this.#homes.rosters) roster.discard();
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
    this.#homes.fileFor(kind).put([kind.collection], { type: 'set', value: waiting.map((each) => each.id) });
    for (const { id } of waiting) this.#account.wrote(addressOf(kind.name, id), 'new');
  }

  #addInline(kind: Kind, id: string, value: JsonObject, comments: readonly string[]): void {
    const address = addressOf(kind.name, id);
    const draft = this.#homes.fileFor(kind);
    const names = kind.singleton ? [kind.collection] : [kind.collection, id];
    const found = draft.contents === undefined ? undefined : probe(draft.contents, names);
    if (found !== undefined && found.depth === names.length) {
      this.#account.kept(address, 'The file has it already, and this environment takes it out.');
      return;
    }
    if (found?.isShared || (found !== undefined && isAlias(found.node))) {
      this.#account.kept(address, SHARED);
      return;
    }
    draft.put(names, { type: 'set', value, comments });
    this.#account.wrote(address, 'new');
  }
}
