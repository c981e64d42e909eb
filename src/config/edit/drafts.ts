/** The files of a configuration while a pull edits them: which text each has, and which edits wait for it. */

import { dirname, relative } from 'node:path';
import { isMap, type Node, parseDocument } from 'yaml';
import type { Context } from '../context.ts';
import { DISK } from '../files.ts';
import { filesMatching } from '../glob.ts';
import { unite } from '../unite.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './edit.ts';

export class FileDraft {
  readonly file: string;
  /** Undefined: the file is new. */
  readonly before: string | undefined;
  readonly start: string;
  readonly contents: Node | undefined;
  readonly #members = new Map<string, Edit>();

  constructor(file: string, before: string | undefined, start: string, contents: Node | undefined) {
    this.file = file;
    this.before = before;
    this.start = start;
    this.contents = contents;
  }

  get isEdited(): boolean {
    return this.#members.size > 0;
  }

  put(names: readonly string[], edit: Edit): void {
    let members: Map<string, Edit> = this.#members;
    for (const name of names.slice(0, -1)) {
      const below = members.get(name);
      const inner = below?.type === 'inside' ? (below.members as Map<string, Edit>) : new Map<string, Edit>();
      members.set(name, { type: 'inside', members: inner });
      members = inner;
    }
    const last = names.at(-1);
    if (last !== undefined) members.set(last, edit);
  }

  /** The new text. What comes out is read again: an edit that would break a file is a bug, and nothing may be written then. */
  after(): string {
    if (!this.isEdited) return this.start;
    const text = applyEdits(this.start, this.contents, this.#members);
    const { errors } = parseDocument(text);
    if (errors.length > 0) throw new Error(`an edit of ${this.file} broke it: ${errors[0]?.message ?? ''}`);
    return text;
  }
}

export interface Drafts {
  readonly root: FileDraft;
  readonly all: FileDraft[];
  /** Rosters of a collection that the files name, in order. */
  rosters(collection: string): readonly string[];
}

/** Of a configuration that is there. */
export function draftsOf(file: string, context: Context): Drafts {
  const united = unite(file, context);
  const all = (united?.documents ?? []).map(
    ({ file: name, parsed }) => new FileDraft(name, parsed.source.text, parsed.source.text, parsed.contents),
  );
  const [root] = all;
  if (united === undefined || root === undefined) throw new Error('the configuration was loaded before');
  return {
    root,
    all,
    rosters: (collection) =>
      united.rosters
        .filter((each) => each.kind.collection === collection)
        .flatMap(({ pattern, source }) => filesMatching(dirname(source.file), pattern, DISK)),
  };
}

/** Of a configuration that is to be made, with this head. */
export function newDrafts(file: string, head: string): Drafts {
  const root = newFile(file, head);
  return { root, all: [root], rosters: () => [] };
}

export function newFile(file: string, start: string): FileDraft {
  const { contents } = parseDocument(start);
  return new FileDraft(file, undefined, start, contents ?? undefined);
}

/** A further file, and its entry in the root's `include`. */
export function includeFile(drafts: Drafts, file: string): FileDraft {
  const draft = newFile(file, '');
  drafts.all.push(draft);
  const { contents } = drafts.root;
  const include = isMap(contents) ? contents.toJSON()['include'] : undefined;
  const known: readonly string[] = Array.isArray(include) ? include.map(String) : [];
  const added = drafts.all
    .filter((each) => each !== drafts.root && each.before === undefined)
    .map((each) => relative(dirname(drafts.root.file), each.file))
    .filter((each) => !known.some((pattern) => matches(pattern, each)));
  if (added.length > 0) drafts.root.put(['include'], { type: 'set', value: [...known, ...added], isSet: true });
  return draft;
}

function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replace(/^\.\//, '')
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('[^/]*')}$`).test(name);
}
