/** The one way from a plan to text, whatever the format. What a format needs is loaded when it is asked for. */
import type { TerminalOptions } from './terminal.ts';
import type { PlanView } from './view.ts';

export type Format = 'terminal' | 'markdown' | 'json' | 'html';

/** Every format takes of it what it has a use for. */
export type FormatOptions = TerminalOptions & { readonly relative: (file: string) => string };

export async function renderPlan(view: PlanView, format: Format, options: FormatOptions): Promise<string> {
  switch (format) {
    case 'terminal':
      return (await import('./terminal.ts')).renderTerminal(view, options);
    case 'markdown':
      return (await import('./markdown.ts')).renderMarkdown(view, options);
    case 'json':
      return (await import('./json.ts')).renderPlanJson(view, options);
    case 'html':
      return (await import('./html/page.ts')).renderHtml(view, options);
  }
}
