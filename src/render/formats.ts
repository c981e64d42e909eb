/** The formats of a plan by name. Each is loaded only when it is asked for. */
import type { PlanView } from './view.ts';

export type Format = 'terminal' | 'markdown' | 'json' | 'html';

export interface FormatOptions {
  readonly color: boolean;
  readonly width: number;
  /** List each HTTP call. */
  readonly calls: boolean;
  /** How a file is named to the reader. */
  readonly relative: (file: string) => string;
}

export async function renderPlan(view: PlanView, format: Format, options: FormatOptions): Promise<string> {
  switch (format) {
    case 'terminal':
      return (await import('./terminal.ts')).renderTerminal(view, options);
    case 'markdown':
      return (await import('./markdown.ts')).renderMarkdown(view, options);
    case 'json':
      return (await import('./json.ts')).renderPlanJson(view);
    case 'html':
      return (await import('./html/page.ts')).renderHtml(view, options);
  }
}
