/** What ends a command: expected failures as diagnostics, everything else as a bug, each with its exit code. */
import { CallError } from '../core/call.ts';
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { visible } from '../render/text.ts';
import type { Look } from './world.ts';

export const INTERRUPTED = 130;

/** Ctrl-C: the reason that aborted signals carry. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

/** An expected failure of the command line itself. */
export function failure(code: string, summary: string, detail: string, exitCode = 1): DiagnosticError {
  return new DiagnosticError([{ severity: 'error', code, summary, detail }], exitCode);
}

/** The text for stderr, and the exit code. */
export function explainFailure(error: unknown, look: Look): { readonly text: string; readonly code: number } {
  if (isInterruption(error)) return { text: 'Interrupted.\n', code: INTERRUPTED };
  if (error instanceof DiagnosticError)
    return { text: renderDiagnostics(error.diagnostics, look), code: error.exitCode };
  if (error instanceof CallError) return { text: renderDiagnostics([apiError(error)], look), code: 1 };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [first = '', ...rest] = visible(stack, { newlines: 'keep' }).split('\n');
  return { text: [`chat: this is a bug, please report it: ${first}`, ...rest, ''].join('\n'), code: 1 };
}

function isInterruption(error: unknown): boolean {
  return error instanceof Interrupted || (error instanceof Error && error.cause instanceof Interrupted);
}

function apiError(error: CallError): Diagnostic {
  const reply = error.status === 0 ? 'no answer' : `status ${error.status}, code ${error.code}`;
  const request = error.requestId === undefined ? '' : `, request ${error.requestId}`;
  const hint = hintFor(error);
  return {
    severity: 'error',
    code: 'api-error',
    summary: error.status === 0 ? 'The API could not be reached' : 'The API refused a call',
    detail: `${error.op} (${reply}${request}): ${error.message}${hint === undefined ? '' : `\n${hint}`}`,
  };
}

/** What the API's own message does not tell: where to look. */
function hintFor({ status, code }: CallError): string | undefined {
  if (status === 0) return 'Check the network, a proxy between here and the API, and target.base_url.';
  if (status === 401 && code === 2) return 'In the configuration: target.api_key and target.base_url.';
  if (status === 401 && (code === 5 || code === 43)) return 'In the configuration: target.api_secret.';
  if (status === 401 && code >= 40 && code <= 42)
    return 'The API refuses the time in the token: see the clock of this machine.';
  if (status === 404 && code === -1) return 'This does not look like the API: see target.base_url.';
  return undefined;
}
