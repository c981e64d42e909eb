/** The one way from a plan to text, whatever the format. What a format needs is loaded when it is asked for. */
import { DiagnosticError } from '../core/diagnostic.ts';
import type { TerminalOptions } from './terminal.ts';
import type { PlanView } from './view.ts';

export type Format = 'terminal' | 'markdown' | 'json' | 'html';

/** Every format takes of it what it has a use for. */
export type FormatOptions = TerminalOptions;

export async function renderPlan(view: PlanView, format: Format, options: FormatOptions): Promise<string> {
  switch (format) {
    case 'terminal':
      return (await import('./terminal.ts')).renderTerminal(view, options);
    case 'json':
      return (await import('./json.ts')).renderPlanJson(view, options);
    case 'markdown':
    case 'html':
      throw new DiagnosticError(
        [{ severity: 'error', code: 'not-built', summary: 'Not built yet', detail: 'This format is not built yet.' }],
        1,
      );
  }
}
