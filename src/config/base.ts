/**
 * The configuration as it was at a commit: what was managed then. It is read with the same environment, includes and rosters, and
 * neither validated nor filled with variables, which may not exist any more: it is compared by its text.
 */
import { resolve } from 'node:path';
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import type { JsonObject } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { CODES } from './codes.ts';
import type { Context } from './context.ts';
import { bodiesOf } from './desired-of.ts';
import type { Repository } from './git.ts';
import { filesAt } from './git-files.ts';
import { lay } from './overlay.ts';
import { withFiles } from './recast.ts';
import { Report } from './report.ts';
import { rosterFiles } from './roster/files.ts';
import { idNameOf, readRows } from './roster/rows.ts';
import { Schemas } from './schema.ts';
import { SecretFields } from './secrets.ts';
import { unite } from './unite.ts';
import type { Environ } from './variables.ts';

export interface Base {
  /** What was declared of a kind, in the order of the files, then of the rosters. */
  declared(kind: Kind): AsyncIterable<{ readonly id: string; readonly body: JsonObject }>;
  readonly notes: readonly Diagnostic[];
}

export interface BaseOptions {
  readonly file: string;
  readonly env: string | undefined;
  readonly environ: Environ;
  readonly kinds: readonly Kind[];
  readonly schemaDir: string;
  readonly repository: Repository;
  readonly commit: string;
  /** An earlier text of the configuration with the values that the present one has for the same text. */
  readonly recast: (texts: JsonObject) => JsonObject;
}

/** Throws DiagnosticError when a file of the commit is no YAML or is missing. */
export function loadBase(options: BaseOptions): Base {
  const files = filesAt(options.repository, options.commit);
  const file = resolve(options.file);
  const context: Context = {
    kinds: options.kinds,
    schemas: new Schemas(options.schemaDir),
    secrets: new SecretFields(options.kinds),
    files,
    environ: options.environ,
    env: options.env,
    strict: false,
    report: new Report((at) => at),
  };
  if (!files.exists(file)) return nothing(options, 'the configuration');
  const united = unite(file, context);
  const root = united?.documents[0];
  if (united === undefined || root === undefined || united.isPartial) throw unreadable(context, options.commit);
  if (options.env !== undefined && !Object.hasOwn(root.environments, options.env)) {
    return nothing(options, `the environment \`${options.env}\``);
  }
  const laid = lay(united, root, context);
  const value = options.recast(withFiles(laid.value, files) as JsonObject);
  const rosters = rosterFiles(laid.rosters, context).files;
  return {
    notes: [],
    async *declared(kind) {
      yield* bodiesOf(value[kind.collection], kind.singleton === true);
      for (const { file: roster } of rosters.get(kind) ?? []) {
        for await (const rows of readRows(roster, kind, context.schemas, files, () => {})) {
          for (const { object } of rows) {
            const { [idNameOf(kind)]: id, ...raw } = object ?? {};
            if (typeof id === 'string') yield { id, body: kind.normalise(raw) ?? raw };
          }
        }
      }
    },
  };
}

function nothing({ commit }: BaseOptions, what: string): Base {
  return {
    async *declared() {},
    notes: [
      {
        severity: 'note',
        code: 'empty-base',
        summary: CODES['empty-base'],
        detail: `At ${commit.slice(0, 12)} ${what} was not there yet, so nothing counts as managed before.`,
      },
    ],
  };
}

function unreadable(context: Context, commit: string): DiagnosticError {
  const found = context.report.list().filter((each) => each.severity === 'error');
  const at = found.map(({ source, summary, detail }) => `${source?.file ?? ''}: ${detail ?? summary}`);
  return new DiagnosticError(
    [
      {
        severity: 'error',
        code: 'base-unreadable',
        summary: CODES['base-unreadable'],
        detail: `The configuration at ${commit.slice(0, 12)} cannot be used. ${at.slice(0, 3).join(' ')} Name another commit as the base.`,
      },
    ],
    7,
  );
}
