/** Everything the commands need from outside, so that they run the same in a process and in a test. Only main.ts makes a real one. */
export interface World {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Results: plans, reports, tokens, JSON. */
  readonly stdout: Output;
  /** Everything else: diagnostics, progress, questions. */
  readonly stderr: Output;
  /** Whether somebody can answer a question. */
  readonly canAsk: boolean;
  ask(question: string): Promise<'yes' | 'no' | 'cancelled'>;
  now(): number;
  /** Calls the handler on every Ctrl-C or request to terminate, instead of ending; returns what stops that. */
  onInterrupt(handler: () => void): () => void;
  /** Ends the process at once. */
  leave(code: number): void;
  readonly modules: Modules;
}

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** The rest of the tool, loaded only when a command needs it. */
export interface Modules {
  reconcile(): Promise<typeof import('../reconcile.ts')>;
  config(): Promise<typeof import('../config/index.ts')>;
  kinds(): Promise<typeof import('../kinds/index.ts')>;
  api(): Promise<typeof import('../api/index.ts')>;
  emulator(): Promise<typeof import('../emulator/index.ts')>;
}

/** Width of a log, where nobody can tell. */
const LOG_WIDTH = 120;

/** Looks of what is written to one output. */
export interface Look {
  readonly color: boolean;
  readonly width: number;
  readonly relative: (file: string) => string;
}

export interface LookFlags {
  /** False with --no-color. */
  readonly color?: boolean;
  readonly width?: number;
}

export function lookOf(world: World, output: Output, flags: LookFlags): Look {
  return {
    color: flags.color !== false && wantsColor(world, output),
    width: flags.width ?? output.columns ?? LOG_WIDTH,
    relative: (file) => relativeTo(world.cwd, file),
  };
}

/** NO_COLOR wins over FORCE_COLOR, both win over what the output is. */
function wantsColor(world: World, output: Output): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = world.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return output.isTTY && TERM !== 'dumb';
}

function relativeTo(cwd: string, file: string): string {
  const base = cwd.endsWith('/') ? cwd : `${cwd}/`;
  return file.startsWith(base) ? file.slice(base.length) : file;
}
