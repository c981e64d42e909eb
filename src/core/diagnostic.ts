/**
 * What the tool has to say about a problem that it expects: a value with a stable code, a place and a fix.
 * The summary is short and holds no text of the user's; the detail says what is wrong, why, and how to fix it, in full sentences.
 */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'note';
  /** Stable, kebab-case, listed in docs/diagnostics.md. */
  readonly code: string;
  readonly summary: string;
  readonly detail?: string;
  /** Address (`user.alice`) or configuration pointer that it is about. */
  readonly subject?: string;
  readonly source?: Source;
}

/** A place in a file: 1-based line and column; `excerpt` is the text of that line, cut to a readable length. */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly excerpt?: string;
}

/** An expected failure that ends a command: carries its diagnostics and the exit code they lead to. */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: number;
  constructor(diagnostics: readonly Diagnostic[], exitCode: number, options?: ErrorOptions) {
    super(diagnostics.map((each) => `${each.code}: ${each.summary}`).join('; '), options);
    this.name = 'DiagnosticError';
    this.diagnostics = diagnostics;
    this.exitCode = exitCode;
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error');
}
