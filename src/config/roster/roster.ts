/**
 * Rosters: files of many users or channels, read as streams. Of a row that was read, only a hash of its id and the number of its
 * line are kept, so memory does not grow with what the rows hold.
 */
import { addressOf } from '../../core/address.ts';
import type { Diagnostic, Source } from '../../core/diagnostic.ts';
import { asString, type Json, type JsonObject, type Pointer, tokensOf } from '../../core/json.ts';
import type { Kind, Wanted } from '../../core/kind.ts';
import type { Digest, Hash } from '../../core/prior.ts';
import type { Code } from '../codes.ts';
import type { Context } from '../context.ts';
import { explain } from '../explain.ts';
import type { Validators } from '../judge.ts';
import { placeText, shown } from '../report.ts';
import { errorCode, excerptOf } from '../source.ts';
import { worded } from '../validate.ts';
import { IdIndex } from './id-index.ts';
import type { Line } from './lines.ts';
import { idNameOf, type Row, readRows } from './rows.ts';

/** After so many problems in one file, more of them help nobody. */
const MOST_PROBLEMS = 1000;
const DIGEST_BLOCK = 64 * 1024;

export interface RosterFile {
  readonly file: string;
  /** Where the configuration names it. */
  readonly source: Source;
}

/** What a row is checked with beside its schema. */
export interface RowChecks {
  /** Why an id cannot stand in a roster: it is declared in the YAML files, or removed. */
  refuse(id: string, file: string): Pick<Reported, 'code' | 'detail'> | undefined;
  references(id: string, body: JsonObject, report: (found: Reported) => void): void;
  /** The rows were checked before; only what `references` finds is reported. */
  readonly isAgain?: true;
}

export interface Reported {
  readonly code: Code;
  readonly severity?: Diagnostic['severity'];
  readonly detail: string;
  readonly at: Pointer;
}

interface FileState extends RosterFile {
  /** Up to which line problems were reported: a file that is read again reports nothing twice. */
  reportedLine: number;
  problems: number;
  digest: Digest | undefined;
}

export class Roster {
  readonly kind: Kind;
  readonly #files: readonly FileState[];
  readonly #ids = new IdIndex();
  readonly #context: Context;
  readonly #hash: Hash;
  isRead = false;
  /** A file could not be read to its end. */
  isIncomplete = false;

  constructor(kind: Kind, files: readonly RosterFile[], context: Context, hash: Hash) {
    this.kind = kind;
    this.#files = files.map((each) => ({ ...each, reportedLine: 0, problems: 0, digest: undefined }));
    this.#context = context;
    this.#hash = hash;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Digests of the files' texts; known once the roster was read. */
  get digests(): readonly (Digest | undefined)[] {
    return this.#files.map((each) => each.digest);
  }

  /** The valid rows of all files, in blocks. Problems go to the report. */
  async *read(checks: RowChecks): AsyncGenerator<readonly (Wanted & { readonly body: JsonObject })[]> {
    for (const [index, file] of this.#files.entries()) yield* this.#readFile(file, index, checks);
    this.isRead = true;
  }

  async *#readFile(file: FileState, index: number, checks: RowChecks) {
    const digest = new StreamDigest(this.#hash);
    const valid = this.#context.schemas.validators(this.kind);
    try {
      for await (const rows of readRows(file.file, this.kind, this.#context.schemas, this.#context.files, (text) =>
        digest.add(text),
      )) {
        const block: (Wanted & { readonly body: JsonObject })[] = [];
        for (const row of rows) {
          const wanted = this.#accept(row, file, index, checks, valid);
          if (wanted !== undefined) block.push(wanted);
          file.reportedLine = Math.max(file.reportedLine, row.line.line);
        }
        yield block;
      }
      file.digest = digest.end();
    } catch (cause) {
      if (errorCode(cause) === undefined) throw cause;
      this.isIncomplete = true;
      const detail = `The roster cannot be read: ${errorCode(cause)}.`;
      if (file.reportedLine === 0) this.#context.report.add({ code: 'unreadable-file', detail, source: file.source });
      file.digest = digest.end();
    }
  }

  #accept(row: Row, file: FileState, index: number, checks: RowChecks, valid: Validators) {
    const { line, object } = row;
    const isNew = checks.isAgain !== true && line.line > file.reportedLine;
    const say = (code: Code, detail: string, at: Pointer = '', subject?: string): undefined => {
      if (isNew) this.#problem(file, line, { code, detail, at }, subject);
      return undefined;
    };
    if (object === undefined) {
      const code = row.isHeader ? 'roster-header' : 'roster-line';
      return say(code, `Line ${line.line} cannot be used. ${row.problem ?? ''}`.trim());
    }
    const idName = idNameOf(this.kind);
    const id = object[idName];
    if (typeof id !== 'string' || id === '') return say('missing-key', `Each row needs \`${idName}\`, a text.`);
    // Made where it is needed: of a hundred thousand rows, nearly none has a problem.
    const subject = () => addressOf(this.kind.name, id);
    const { schemas } = this.#context;
    if (valid.id?.(id) === false) {
      const [badId] = worded(explain(schemas, schemas.id(this.kind), id, '', shown), '');
      return say('bad-id', `${badId?.detail ?? ''} ${this.#idRule()}`.trim(), `/${idName}`, subject());
    }
    const refused = checks.refuse(id, file.file);
    if (refused !== undefined) return say(refused.code, refused.detail, `/${idName}`, subject());
    const place = { file: index, line: line.line };
    const first = this.#ids.add(id, place);
    if (first !== undefined && (first.file !== place.file || first.line !== place.line)) {
      const where = placeText({ file: this.#files[first.file]?.file ?? '', line: first.line, column: 1 }, file.file);
      return say('duplicate-resource', `It is already defined at ${where}. Keep one of them.`, `/${idName}`, subject());
    }
    const raw = without(object, idName);
    const body = this.kind.normalise(raw) ?? raw;
    if (!valid.body(body)) {
      const findings = worded(explain(schemas, schemas.body(this.kind), body, '', shown), '');
      for (const { code, detail, at } of findings) say(code, detail, at, subject());
      return undefined;
    }
    if (isNew || checks.isAgain) checks.references(id, body, (found) => this.#problem(file, line, found, subject()));
    return { id, body, span: { file: file.file, offset: line.offset, length: line.length } };
  }

  #idRule(): string {
    const { description } = this.#context.schemas.id(this.kind).schema;
    return description === undefined ? '' : asString(description);
  }

  #problem(file: FileState, line: Line, found: Reported, subject: string | undefined): void {
    file.problems++;
    if (file.problems > MOST_PROBLEMS + 1) return;
    const text = line.text?.split('\n')[0] ?? '';
    const name = tokensOf(found.at).findLast((token) => text.includes(`"${token}"`));
    const column = name === undefined ? 1 : text.indexOf(`"${name}"`) + 1;
    const source = { file: file.file, line: line.line, column, excerpt: excerptOf(text, column) };
    if (file.problems > MOST_PROBLEMS) {
      const detail = `The roster has more than ${MOST_PROBLEMS} problems; the rest of them is not listed. Mend these first.`;
      this.#context.report.add({ code: 'roster-too-many-problems', detail, source });
      return;
    }
    const { code, detail, severity } = found;
    this.#context.report.add({ code, detail, subject, source, ...(severity === undefined ? {} : { severity }) });
  }
}

/** A loop, because it runs for every row: a rest pattern with a computed name costs several times as much. */
function without(object: JsonObject, name: string): JsonObject {
  const rest: Record<string, Json> = {};
  for (const key of Object.keys(object)) if (key !== name) rest[key] = object[key] as Json;
  return rest;
}

/** Digest of a stream of lines with a hash that takes whole texts: a chain over blocks, cut where lines end. */
class StreamDigest {
  readonly #hash: Hash;
  #chain = '';
  #block: string[] = [];
  #length = 0;

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  add(line: string): void {
    this.#block.push(line);
    this.#length += line.length + 1;
    if (this.#length >= DIGEST_BLOCK) this.#close();
  }

  end(): Digest {
    return this.#close();
  }

  #close(): Digest {
    const digest = this.#hash(`${this.#chain}\n${this.#block.join('\n')}`);
    this.#chain = digest;
    this.#block = [];
    this.#length = 0;
    return digest;
  }
}
