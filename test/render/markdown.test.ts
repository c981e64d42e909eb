import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { code, fence, prose } from '../../src/render/markdown/escape.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { viewPlan } from '../../src/render/view.ts';
import { HOSTILE, hostileText } from './hostile.ts';
import { aChange, aHugePlan, anOperation, aPlan, aPlanFullOf, aRichPlan } from './plans.ts';

const relative = (file: string) => file.replace('/repo/', '');

function shown(plan = aRichPlan(), limit?: number): string {
  const view = viewPlan(plan, { command: 'chat apply --env staging' });
  return renderMarkdown(view, { relative, ...(limit === undefined ? {} : { limit }) });
}

/** Kinds of tokens, with what HTML and links hold: what a text turned into. */
function structure(markdown: string): readonly string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'text' || token.type === 'codespan' || token.type === 'escape' || token.type === 'space') return;
    found.push(token.type === 'html' ? `html ${token.raw.trim()}` : token.type);
  });
  return found;
}

/** Text outside of code: GitHub looks there for mentions, issues, commits, emoji and formulas. */
function looseText(markdown: string): string {
  const out: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if ((token.type === 'text' && !('tokens' in token && token.tokens)) || token.type === 'escape')
      out.push(token.text);
  });
  return out.join('\n');
}

const MEANINGFUL = /@\w|#\d|GH-\d|\w\/\w|:\w+:|\$|https?:|www\.|[<>[\]*_~`|\\]|\b[0-9a-f]{7,}\b/;

describe('text in Markdown', () => {
  test.each([
    ['a word', '`a word`'],
    ['', '`""`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    [' a', '`  a `'],
    ['a\n\u001b', '`a\\n\\u001b`'],
  ])('%j as code', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  test.each([
    ['The role is gone, and 1,204 users (30 %) lose it.', 'The role is gone, and 1,204 users (30 %) lose it.'],
    ['It’s "well-known": yes!', 'It’s "well-known": yes!'],
    ['Take `protect: true` away.', 'Take `protect: true` away.'],
    ['Use user.alice, or (user.bob).', 'Use `user.alice`, or (`user.bob`).'],
    ['Ask @alice about #12', 'Ask `@alice` about `#12`'],
    ['deadbeef', '`deadbeef`'],
    ['1. one\ntwo', '1\\. one two'],
    ['`a``b`', '`a` `b`'],
  ])('%j as prose', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  test('a block outgrows the ticks inside of it', () => {
    expect(fence('text', ['````', 'x'])).toBe('`````text\n````\nx\n`````');
  });

  test('is never anything else', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const markdown = `- **x**: ${prose(`${a} \`${b}\`${a}`)} ${code(b)}\n\n${fence('diff', [a, `+ ${b}`])}`;
        expect(structure(markdown)).toEqual(['list', 'list_item', 'strong', 'code']);
        expect(looseText(markdown)).not.toMatch(MEANINGFUL);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a plan as Markdown', () => {
  test('shows one of everything', async () => {
    await expect(shown()).toMatchFileSnapshot('__snapshots__/plan.md');
  });

  test('begins with the verdict and ends with the command', () => {
    const lines = shown().trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^### Plan: 2 to create, 3 to update, 1 to replace, 1 to delete · 1 breaking, 1 data loss, 1 waived · 1 held back · 7 calls/,
    );
    expect(lines.at(-1)).toBe('To apply: `chat apply --env staging`');
  });

  test('is short when nothing differs', () => {
    expect(shown(aPlan())).toBe(
      '### No changes. 1,204 resources match.\n\napp `1729640` (Acme) at `https://chat.stream-io-api.com`, environment staging\n\n1,204 unchanged\n',
    );
  });

  test('does not repeat a command that is longer than everything else', () => {
    const text = renderMarkdown(viewPlan(aRichPlan(), { command: `chat apply ${'--target user.x '.repeat(5000)}` }), {
      relative,
    });
    expect(text.length).toBeLessThan(10_000);
    expect(text).toContain('the terminal shows it');
  });

  test('holds no secret', () => {
    expect(shown()).not.toContain('$secret');
    expect(shown()).toContain('apn_config.auth_key: (sensitive)');
  });
});

describe('where a prior tells what was changed here', () => {
  const drift = { origin: 'drift' } as const;
  const config = { origin: 'config' } as const;
  const plan = aPlan({
    changes: [
      aChange('app', '', 'update', [
        { path: '/a', before: 1, after: 2, ...config },
        { path: '/b', before: 1, after: 2, ...drift },
        { path: '/c', before: 1, after: 2, origin: 'conflict' },
        { path: '/d', before: { x: 1 }, after: { x: 2 }, ...drift },
      ]),
      aChange('role', 'new', 'create'),
      aChange('user', 'u1', 'update', [{ path: '/name', before: 'A', after: 'B', ...drift }]),
      aChange('user', 'u2', 'update', [{ path: '/name', before: 'A', after: 'B', ...drift }]),
      { ...aChange('user', 'u3', 'remove', [{ path: '/state', before: 'active', after: 'deactivated', ...drift }]) },
    ],
    operations: [anOperation('app.1', 'app', 0, ['app']), anOperation('users.1', 'user', 1, ['user.u1', 'user.u2'])],
    impacts: [{ code: 'SE01', class: 'SE', address: 'app', path: '/d/x', summary: 'Less secure', detail: 'It is.' }],
  });
  const text = shown(plan);

  test('lists what this change set did, conflicts, impacts and deletions', () => {
    for (const line of [
      '~   a: 1 → 2 [config]',
      '~   c: 1 → 2 [conflict]',
      '~   d.x: 1 → 2 [drift]',
      '+ create role.new',
      '- delete user.u3',
    ])
      expect(text.split('\n')).toContain(line);
  });

  test('counts the rest by kind and calls', () => {
    expect(text).not.toContain('user.u1');
    expect(text).not.toContain(' b: 1');
    expect(text).toContain(
      'Also put right, because the live app moved: app 1 (1 field), user 2 (2 fields), in 2 calls.',
    );
  });

  test('lists everything without one', () => {
    const plain = aPlan({ changes: [aChange('user', 'u1', 'update', [{ path: '/name', before: 'A', after: 'B' }])] });
    expect(shown(plain)).toContain('~   name: A → B');
    expect(shown(plain)).not.toContain('Also put right');
  });
});

describe('size', () => {
  const bytes = (text: string) => Buffer.byteLength(text);

  test('ten thousand changes fit GitHub, with totals and what was left out', () => {
    const text = shown(aHugePlan(10_000));
    expect(bytes(text)).toBeLessThan(65_536);
    expect(bytes(text)).toBeGreaterThan(60_000);
    expect(text).toMatch(/^### Plan: 8,999 to create, 1,000 to update, 1 to delete · 100 calls/);
    expect(text).toContain('user: 8,999 to create, 1,000 to update, 1 to delete');
    const [, left = '', of = ''] = /Left out: user \(([\d,]+) of ([\d,]+)\)/.exec(text) ?? [];
    const listed = text.split('\n').filter((line) => /^[+~-] (?:create|update|delete) user/.test(line)).length;
    expect(of).toBe('10,000');
    expect(Number(left.replace(',', '')) + listed).toBe(10_000);
    expect(text).toContain(`  … and ${left} more`);
    expect(text.trimEnd().endsWith('To apply: `chat apply --env staging`')).toBe(true);
  });

  test('short sections survive long ones', () => {
    const rich = aRichPlan();
    const text = shown({ ...rich, changes: [...aHugePlan(5000).changes, ...rich.changes] });
    for (const part of ['`CB03`', 'messaging:old', 'created-by-ignored', 'max_message_length: 5000 → 500'])
      expect(text).toContain(part);
  });

  test.each([5000, 8000, 20_000])('%i bytes are kept, with every total', (limit) => {
    const text = shown({ ...aRichPlan(), changes: [...aHugePlan(300).changes, ...aRichPlan().changes] }, limit);
    expect(bytes(text)).toBeLessThanOrEqual(limit);
    expect(text).toContain('Too long to be shown whole');
    expect(text).toContain('<summary>user: 270 to create, 30 to update, 2 to delete</summary>');
    expect(text).toContain('To apply: `chat apply --env staging`');
  });

  test('many texts of many bytes fit as well', () => {
    const changes = Array.from({ length: 600 }, (_, index) =>
      aChange('user', `${index}-${'世'.repeat(50)}`, 'update', [
        { path: '/name', before: '界'.repeat(300), after: '😀'.repeat(300) },
      ]),
    );
    const diagnostics = Array.from({ length: 100 }, () => ({
      severity: 'note' as const,
      code: 'x',
      summary: 'S',
      detail: '世 '.repeat(500),
    }));
    expect(bytes(shown(aPlan({ changes, diagnostics })))).toBeLessThan(65_536);
  });
});

describe('hostile text', () => {
  const tame = structure(shown(aPlanFullOf('x')));

  test.each(HOSTILE)('%j turns into nothing', (text) => {
    const markdown = shown(aPlanFullOf(text));
    expect(structure(markdown)).toEqual(tame);
    expect(looseText(markdown).replaceAll('[!CAUTION]', '')).not.toMatch(MEANINGFUL);
    expect(markdown).not.toMatch(/(?!\n)\p{Cc}|[\u200b\u2028\u202a-\u202e]/u);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = shown(aPlanFullOf(text));
        expect(structure(markdown)).toEqual(tame);
        expect(looseText(markdown).replaceAll('[!CAUTION]', '')).not.toMatch(MEANINGFUL);
      }),
      { numRuns: 100 },
    );
  });
});
