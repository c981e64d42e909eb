/** Where new resources go: the file of their collection, or a roster. Files are made where there is none yet. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DiagnosticError } from '../../core/diagnostic.ts';
import type { Json } from '../../core/json.ts';
import type { Kind } from '../../core/kind.ts';
import { CODES } from '../codes.ts';
import { formatOf } from '../roster/rows.ts';
import { type Drafts, type FileDraft, includeFile } from './drafts.ts';
import { probe } from './place.ts';
import { RosterDraft } from './roster-draft.ts';

export interface HomesOptions {
  /** One file a collection, under `config/`. */
  readonly split: boolean;
  /** Files that are there and not part of the configuration may be replaced. */
  readonly force: boolean;
}

export class Homes {
  readonly #drafts: Drafts;
  readonly #options: HomesOptions;
  readonly #rosters = new Map<string, RosterDraft>();
  readonly #rosterOf = new Map<Kind, RosterDraft>();

  constructor(drafts: Drafts, options: HomesOptions) {
    this.#drafts = drafts;
    this.#options = options;
  }

  /** All rosters that are edited or made. */
  get rosters(): readonly RosterDraft[] {
    return [...this.#rosters.values()];
  }

  /** Whether any file has the collection. */
  hasCollection(kind: Kind): boolean {
    return this.#drafts.all.some((draft) => isHomeOf(draft, kind));
  }

  /** The file that has the collection; else the one that a pull would make for it. */
  fileFor(kind: Kind): FileDraft {
    const known = this.#drafts.all.find((draft) => isHomeOf(draft, kind));
    if (known !== undefined) return known;
    if (!this.#options.split) return this.#drafts.root;
    const file = join(dirname(this.#drafts.root.file), 'config', `${kind.collection}.yaml`);
    const made = this.#drafts.all.find((each) => each.file === file);
    if (made !== undefined) return made;
    this.#refuseFile(file);
    return includeFile(this.#drafts, file);
  }

  /** The roster that takes new resources of the kind, if it has one. */
  rosterFor(kind: Kind): RosterDraft | undefined {
    const known = this.#rosterOf.get(kind);
    if (known !== undefined) return known;
    const file = this.#drafts.rosters(kind.collection).find((each) => formatOf(each) === 'ndjson');
    if (file === undefined) return undefined;
    const roster = this.rosterAt(file);
    this.#rosterOf.set(kind, roster);
    return roster;
  }

  /** A roster where there was none, and its name in the configuration. */
  newRoster(kind: Kind): RosterDraft {
    const draft = this.fileFor(kind);
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
    const roster = this.rosterAt(file, true);
    this.#rosterOf.set(kind, roster);
    return roster;
  }

  /** The roster in that file; `isReplaced`: what the file holds now goes. */
  rosterAt(file: string, isReplaced = false): RosterDraft {
    const known = this.#rosters.get(file) ?? new RosterDraft(file, isReplaced);
    this.#rosters.set(file, known);
    return known;
  }

  /** As the root would name it. */
  nameOf(file: string): string {
    return relative(dirname(this.#drafts.root.file), file);
  }

  /** Files that the configuration does not know are nobody's to overwrite. */
  #refuseFile(file: string): void {
    if (this.#options.force || !existsSync(file)) return;
    throw fileInTheWay(this.nameOf(file));
  }
}

/** A file stands where one would have to be made, and nothing says that it may go. */
function fileInTheWay(name: string): DiagnosticError {
  const detail = `${name} is there already, and may hold something that nobody wants to lose. Move it, or add --force.`;
  return new DiagnosticError([{ severity: 'error', code: 'file-exists', summary: CODES['file-exists'], detail }], 1);
}

function isHomeOf({ contents }: FileDraft, kind: Kind): boolean {
  return contents !== undefined && probe(contents, [kind.collection]).depth === 1;
}
