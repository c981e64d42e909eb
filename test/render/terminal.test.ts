import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.ts';
import { columns } from '../../src/render/text.ts';
import { viewPlan } from '../../src/render/view.ts';
import { aChange, anOperation, aPlan, aRichPlan } from './plans.ts';

const plain = { color: false, width: 100, calls: false };

function shown(plan = aRichPlan(), options = plain): string {
  return renderTerminal(viewPlan(plan, { command: 'chat apply --env staging' }), options);
}

describe('a plan on a terminal', () => {
  test('shows one of everything', async () => {
    await expect(shown(aRichPlan(), { ...plain, calls: true })).toMatchFileSnapshot('__snapshots__/plan.txt');
  });

  test('shows the same text in a narrow window, in colour', async () => {
    await expect(shown(aRichPlan(), { color: true, width: 60, calls: true })).toMatchFileSnapshot(
      '__snapshots__/plan-narrow-colour.txt',
    );
  });

  test('says so when nothing differs', () => {
    expect(shown(aPlan())).toBe(
      'No changes. 1,204 resources match.\n\napp 1729640 (Acme) at https://chat.stream-io-api.com, environment staging\n',
    );
  });

  test('counts one resource as one', () => {
    const plan = aPlan({ counts: { unchanged: 1, unmanaged: 0, heldBack: 0, blind: [] } });
    expect(shown(plan)).toMatch(/^No changes\. 1 resource matches\.\n/);
  });

  test('says why nothing will happen when everything is held back', () => {
    const held = { ...aChange('user', 'bob', 'remove'), removal: 'deactivate', heldBack: 'allow-delete' } as const;
    const text = shown(aPlan({ changes: [held], counts: { unchanged: 3, unmanaged: 0, heldBack: 1, blind: [] } }));
    expect(text).toMatch(/^No changes\. 3 resources match\. 1 change held back\.\n/);
    expect(text).toContain('- delete user.bob (deactivated, can be reactivated): needs --allow-delete');
    expect(text).not.toContain('To apply');
  });

  test('shows nothing of unchanged resources', () => {
    const plan = aPlan({
      changes: [aChange('user', 'u1', 'update', [{ path: '/name', before: 'A', after: 'B' }])],
      operations: [anOperation('users.1', 'user', 0, ['user.u1'])],
      counts: { unchanged: 9999, unmanaged: 0, heldBack: 0, blind: [] },
      estimate: { calls: 1, seconds: 0.1, stages: [], budget: [] },
    });
    expect(shown(plan).split('\n')).toEqual([
      'Plan: 0 to create, 1 to update, 0 to delete · 1 call, under 1 s',
      '',
      'user (1)',
      '  ~ update user.u1',
      '      ~ name: A → B',
      '',
      '9,999 unchanged',
      'app 1729640 (Acme) at https://chat.stream-io-api.com, environment staging',
      'To apply: chat apply --env staging',
      '',
    ]);
  });

  test('leaves no escape sequence without colour', () => {
    expect(shown()).not.toContain('\u001b');
  });
});

describe('a field', () => {
  const line = (before: unknown, after: unknown, more: object = {}, width = 100) =>
    shown(
      aPlan({
        changes: [
          aChange('app', '', 'update', [
            {
              path: '/field',
              ...(before === undefined ? {} : { before: before as never }),
              ...(after === undefined ? {} : { after: after as never }),
              ...more,
            },
          ]),
        ],
        operations: [anOperation('app.1', 'app', 0, ['app'])],
      }),
      { ...plain, width },
    )
      .split('\n\n')[1]
      ?.split('\n')
      .slice(2)
      .map((each) => each.slice(6));

  test.each([
    ['a string that looks like a number is quoted', '5', 5, ['~ field: "5" → 5']],
    ['a string that looks like a boolean is quoted', 'true', true, ['~ field: "true" → true']],
    ['an empty string is quoted', '', 'x', ['~ field: "" → x']],
    ['white space at the ends is quoted', 'x ', 'x', ['~ field: "x " → x']],
    ['text that imitates the notation is quoted', '(sensitive)', 'a → b', ['~ field: "(sensitive)" → "a → b"']],
    ['null is a value', null, 'x', ['~ field: null → x']],
    ['a new value', undefined, 'x', ['+ field: x']],
    ['a value that goes', 'x', undefined, ['- field: x']],
    ['lists are compact', ['a', 1], ['a, b', {}], ['~ field: [a, 1] → ["a, b", {}]']],
    [
      'an object is shown by its leaves',
      { a: 1, b: { c: 1, d: 2 } },
      { a: 1, b: { c: 3 } },
      ['~ field.b.c: 1 → 3', '- field.b.d: 2'],
    ],
    ['names with dots keep their brackets', { 'a.b': 1 }, { 'a.b': 2 }, ['~ field["a.b"]: 1 → 2']],
    ['a secret inside a value is not shown', { k: { $secret: '/app/k' } }, { k: 'x' }, ['~ field.k: (sensitive)']],
    ['a secret that is new is not shown', undefined, [{ k: { $secret: '/app/k' } }], ['+ field: [{k: (sensitive)}]']],
  ])('%s', (_, before, after, lines) => {
    expect(line(before, after)).toEqual(lines);
  });

  test('an entry that has nothing but its name', () => {
    const change = aChange('channel', 'a:b', 'update', [
      { path: '/members/alice', after: {} },
      { path: '/members/bob', before: {} },
      { path: '/config_overrides', after: {} },
    ]);
    const text = shown(aPlan({ changes: [change], operations: [anOperation('c.1', 'channel', 0, ['channel.a:b'])] }));
    expect(text).toContain('\n      + members.alice\n      - members.bob\n      + config_overrides: {}\n');
    expect(shown(aPlan({ changes: [{ ...change, action: 'create', fields: change.fields.slice(0, 1) }] }))).toContain(
      '+ create channel.a:b  members.alice\n',
    );
  });

  test('a hidden value is never shown, whatever it is', () => {
    expect(line('hunter2', 'hunter3', { hidden: true })).toEqual(['~ field: (sensitive)']);
  });

  test('sets show what comes and goes, over as many lines as needed', () => {
    const after = Array.from({ length: 12 }, (_, index) => `permission-${index}`);
    expect(line(['old'], after, { set: true }, 60)).toEqual([
      '~ field',
      '    +permission-0 +permission-1 +permission-2',
      '    +permission-3 +permission-4 +permission-5',
      '    +permission-6 +permission-7 +permission-8',
      '    +permission-9 +permission-10 +permission-11 -old',
    ]);
  });

  test('an emptied set and a set that is made empty are told apart', () => {
    expect(line(['a'], [], { set: true })).toEqual(['~ field: -a']);
    expect(line(undefined, [], { set: true })).toEqual(['+ field: []']);
  });

  test('long text is cut where it does not differ', () => {
    const start = 'The quick brown fox jumps over the lazy dog. '.repeat(4);
    const [text = ''] = line(`${start}First.`, `${start}Second.`, {}, 80) ?? [];
    expect(text).toContain('First.');
    expect(text).toContain('Second.');
    expect(columns(text)).toBeLessThanOrEqual(80);
  });

  test('text of several lines is a line diff', () => {
    expect(line('a\nb\nc\nd\ne', 'a\nb\nc\nd\nE')).toEqual(['~ field', '      d', '    - e', '    + E']);
  });

  test('a long diff is cut and counted', () => {
    const text = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    const lines = line(undefined, text) ?? [];
    expect(lines).toHaveLength(42);
    expect(lines.at(-1)).toContain('60 more lines');
  });
});

describe('hostile text', () => {
  const evil = '\u001b[2J\u001b]0;pwned\u0007 a|b `x` <b>\r\n\u202egnp.exe\u009b31m\u200b';
  const plan = aPlan({
    target: { appId: 1, appName: evil, baseUrl: 'https://x' },
    changes: [
      aChange('channel', evil, 'create', [{ path: `/custom/${evil}`, after: evil }]),
      aChange('channel', 'b', 'update', [
        { path: '/custom/list', before: [evil], after: [evil, { [evil]: evil }], set: true },
        { path: '/custom/text', before: `one\n${evil}`, after: `two\n${evil}` },
        { path: '/name', before: evil, after: evil.repeat(50) },
      ]),
    ],
    operations: [
      {
        ...anOperation('c.1', 'channel', 0, [`channel.${evil}`], { message: { text: evil, user_id: evil } }),
        bestEffort: true,
      },
    ],
    diagnostics: [
      {
        severity: 'warning',
        code: 'x',
        summary: evil,
        detail: evil,
        subject: evil,
        source: { file: evil, line: 1, column: 3, excerpt: evil },
      },
    ],
    counts: { unchanged: 0, unmanaged: 0, heldBack: 0, blind: [evil] },
  });

  test('reaches no terminal as it is', () => {
    const text = shown(plan, { ...plain, calls: true });
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u200b\u202a-\u202e]/u);
    expect(text).toContain('\\u001b[2J');
    expect(text).toContain('\\u202egnp.exe');
  });

  test('starts no line of its own', () => {
    const lines = shown(plan, plain).split('\n');
    expect(lines.filter((each) => /^\\u202e|^gnp/.test(each.trim()))).toHaveLength(1); // the detail, which is a paragraph
  });

  test.each([60, 80, 100])('stays within %i columns where it can be cut', (width) => {
    const rows = shown(aRichPlan(), { color: false, width, calls: true })
      .split('\n')
      .filter((row) => / → |^ {10}[-+ ]|^ {4}[A-Z]+ +\//.test(row));
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(columns(row)).toBeLessThanOrEqual(width);
  });
});
