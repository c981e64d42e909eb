/** Problems of a configuration as SARIF 2.1.0, which code hosts show in the lines that they are about. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { sorted } from './diagnostics.ts';
import { escapeHarmful } from './text.ts';

export interface SarifOptions {
  readonly version: string;
  /** How a file is named below the repository. */
  readonly relative: (file: string) => string;
}

const LEVELS = { error: 'error', warning: 'warning', note: 'note' } as const;

export function renderSarif(diagnostics: readonly Diagnostic[], { version, relative }: SarifOptions): string {
  const found = sorted(diagnostics);
  const rules = new Map(found.map((each) => [each.code, each.summary]));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'chat',
            semanticVersion: version,
            rules: [...rules].map(([id, text]) => ({ id, shortDescription: { text } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: found.map((each) => ({
          ruleId: each.code,
          level: LEVELS[each.severity],
          message: { text: textOf(each) },
          ...(each.source === undefined
            ? {}
            : {
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: { uri: encodeURI(relative(each.source.file)) },
                      region: { startLine: each.source.line, startColumn: each.source.column },
                    },
                  },
                ],
              }),
        })),
      },
    ],
  };
  return `${escapeHarmful(JSON.stringify(document, undefined, 2))}\n`;
}

function textOf({ summary, subject, detail }: Diagnostic): string {
  const about = subject === undefined || subject.startsWith('/') ? '' : ` (${subject})`;
  return `${summary}${about}. ${detail ?? ''}`.trim();
}
