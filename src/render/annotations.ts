/** Problems of a configuration as commands that GitHub's runner turns into annotations of the lines that they are about. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { sorted } from './diagnostics.ts';
import { visible } from './text.ts';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** `relative` names a file below the repository. */
export function renderAnnotations(diagnostics: readonly Diagnostic[], relative: (file: string) => string): string {
  return sorted(diagnostics)
    .map((each) => {
      const { source, subject, summary, code, detail } = each;
      const place =
        source === undefined
          ? []
          : [`file=${property(relative(source.file))}`, `line=${source.line}`, `col=${source.column}`];
      const properties = [...place, `title=${property(`${summary} [${code}]`)}`].join(',');
      const about = subject === undefined || subject.startsWith('/') ? '' : `${subject}: `;
      return `::${COMMANDS[each.severity]} ${properties}::${data(`${about}${detail ?? summary}`)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return visible(text, { newlines: 'keep' }).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
