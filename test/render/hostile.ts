/** Texts that try to be more than text. */
import fc from 'fast-check';

export const HOSTILE: readonly string[] = [
  '| a | b |',
  '|---|---|',
  '`code`',
  '``` js',
  '```',
  '~~~',
  '<img src=x onerror=alert(1)>',
  '</details><script>alert(1)</script>',
  '<!-- -->',
  ']]>',
  '&lt;b&gt; &#60;i&#62;',
  '@alice',
  'hi @org/team, see #123',
  'GH-12 owner/repo#5 deadbeefcafe 0123456789abcdef',
  'https://evil.example/x www.evil.example mail@evil.example',
  '[x](javascript:alert(1)) ![x](https://evil.example/p.png)',
  '[x]: https://evil.example',
  '**bold** _it_ ~~no~~ :tada: $x^2$',
  '# heading',
  '1. one',
  '- item',
  '> quote',
  '===',
  '---',
  '    indented',
  '\u001b[2J\u001b]0;pwned\u0007',
  '\u202egnp.exe\u2028\u200b',
  'line one\n\n<b>line two</b>\r\n# three',
  '\\`x\\` \\',
  'a`b',
  '``',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '\ud800',
  '',
];

/** Made of pieces of the above and whatever else there is. */
export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(
      fc.oneof(fc.constantFrom(...HOSTILE, ' ', '\n', '`', '<', '\\'), fc.string({ unit: 'binary', maxLength: 6 })),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
);
