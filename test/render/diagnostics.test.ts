import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { renderDiagnostics } from '../../src/render/diagnostics.ts';

const options = { color: false, width: 80, relative: (file: string) => file.replace('/repo/', '') };

function aDiagnostic(parts: Partial<Diagnostic>): Diagnostic {
  return { severity: 'error', code: 'unknown-role', summary: 'Unknown role', ...parts };
}

test('shows the place, the line with a caret, and the wrapped detail', async () => {
  const text = renderDiagnostics(
    [
      aDiagnostic({ severity: 'note', code: 'n', summary: 'A note', subject: 'user.alice' }),
      aDiagnostic({
        source: { file: '/repo/config/users.yaml', line: 12, column: 11, excerpt: '    role: hosst' },
        detail:
          'Role "hosst" is not declared, and it is not one of the built-in roles of the API.\nDid you mean "host"?',
      }),
      aDiagnostic({ source: { file: '/repo/chat.config.yaml', line: 3, column: 1, excerpt: 'rolls: [a]' } }),
      aDiagnostic({ severity: 'warning', source: { file: '/repo/a.yaml', line: 1, column: 2, excerpt: '\tx: 世界' } }),
    ],
    options,
  );
  await expect(text).toMatchFileSnapshot('__snapshots__/diagnostics.txt');
});

test('one alone has no tally, none is nothing', () => {
  expect(renderDiagnostics([aDiagnostic({})], options)).toBe('error: Unknown role [unknown-role]\n');
  expect(renderDiagnostics([], options)).toBe('');
});

test.each([
  ['in a narrow window', { line: 7, column: 200, excerpt: 'x'.repeat(160) }],
  ['beyond the excerpt', { line: 7, column: 50, excerpt: 'short' }],
])('no caret %s', (_, place) => {
  const text = renderDiagnostics([aDiagnostic({ source: { file: 'f', ...place } })], options);
  expect(text).not.toContain('^');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('the caret stands under wide characters', () => {
  const text = renderDiagnostics(
    [aDiagnostic({ source: { file: 'f', line: 1, column: 5, excerpt: '世界: x' } })],
    options,
  );
  expect(text.split('\n')[2]).toBe(`${' '.repeat('  1 | '.length + 6)}^`);
});
