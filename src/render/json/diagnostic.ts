/** A problem as a member of the documents. */
import type { Diagnostic } from '../../core/diagnostic.ts';

/** With the line of the file, so that a saved plan shows its notes as the plan did. */
export function noteBody(each: Diagnostic) {
  const { source, ...body } = diagnosticBody(each);
  return { ...body, source: source && { ...source, excerpt: each.source?.excerpt } };
}

export function diagnosticBody(each: Diagnostic) {
  return {
    severity: each.severity,
    code: each.code,
    summary: each.summary,
    detail: each.detail,
    subject: each.subject,
    source: each.source && { file: each.source.file, line: each.source.line, column: each.source.column },
  };
}
