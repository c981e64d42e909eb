import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { SCRIPT, SCRIPT_DIGEST, STYLE, STYLE_DIGEST } from '../../src/render/html/assets.ts';
import { renderHtml } from '../../src/render/html/page.ts';
import { html, sentences } from '../../src/render/html/tag.ts';
import { visible } from '../../src/render/text.ts';
import { viewPlan } from '../../src/render/view.ts';
import { HOSTILE, hostileText } from './hostile.ts';
import { aChange, aHugePlan, anOperation, aPlan, aPlanFullOf, aRichPlan } from './plans.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

function shown(plan = aRichPlan(), command: string | undefined = 'chat apply --env staging'): string {
  const view = viewPlan(plan, command === undefined ? {} : { command });
  return renderHtml(view, { relative: (file) => file.replace('/repo/', '') });
}

/** All elements, and what the parser had to mend. */
function parsed(page: string): { readonly elements: readonly Element[]; readonly mended: readonly string[] } {
  const mended: string[] = [];
  const elements: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(page, { onParseError: ({ code }) => mended.push(code) }));
  return { elements, mended };
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Everything that makes an element do something: names of elements and attributes, and the values of those that are not read by people. */
function active(elements: readonly Element[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { tagName, attrs } of elements) {
    found.add(tagName);
    for (const { name, value } of attrs) {
      const isText = name === 'title' || name === 'aria-label';
      const isAnchor = (name === 'id' && /^c\d+$/.test(value)) || (name === 'href' && /^#c\d+$/.test(value));
      for (const part of isText || isAnchor ? [''] : name === 'class' ? value.split(' ') : [value])
        found.add(`${tagName} ${name}=${part}`);
    }
  }
  return found;
}

describe('a plan as a page', () => {
  const page = shown();
  const { elements, mended } = parsed(page);
  const byName = (name: string) => elements.filter((each) => each.tagName === name);

  test('needs no mending by a parser', () => {
    expect(mended).toEqual([]);
    expect(parsed(shown(aPlan())).mended).toEqual([]);
  });

  test('shows one of everything', () => {
    const text = elements
      .filter(({ tagName }) => tagName === 'body')
      .map(textOf)
      .join('')
      .replaceAll(/\s+/g, ' ');
    for (const part of [
      'Plan: 2 to create, 3 to update, 1 to replace, 1 to delete',
      '1 held back · 7 calls, about 14 s',
      '1 loses data, 1 breaks clients',
      'max_message_length: CB03 5000 → 500',
      'apn_config.auth_key: (sensitive)',
      'commands: CB05 -imgur +ticket',
      'webhook_url: drift "" → https://example.com/hook',
      '- No spoilers. + No spoilers, please.',
      'Waived until 2027-01-31: No client offers it since 4.2.',
      'ban-channel-member– → any',
      'delete-messageany → own',
      'channel.livestream:launch as bot',
      'disabled, nothing is lost needs --allow-delete',
      'chat.config.yaml:40:20 created-by-ignored',
      'bound by UpdateUsers, 240 a minute',
      'UpdateUsers42401.7 %',
      "--send 'app.apn_config.auth_key'",
      '1,204 unchanged · 7 unmanaged · 1 held back · 2 blind',
      'To apply chat apply --env staging',
    ])
      expect(text).toContain(part);
    expect(page).not.toContain('$secret');
  });

  test('loads nothing, and its policy allows only its own style and script', () => {
    const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect([STYLE_DIGEST, SCRIPT_DIGEST]).toEqual([digest(STYLE), digest(SCRIPT)]);
    expect(byName('style').map(textOf)).toEqual([STYLE]);
    expect(byName('script').map(textOf)).toEqual([SCRIPT]);
    const policy = byName('meta').find(({ attrs }) => attrs.some(({ value }) => value === 'Content-Security-Policy'));
    expect(policy?.attrs.find(({ name }) => name === 'content')?.value).toBe(
      `default-src 'none'; style-src '${STYLE_DIGEST}'; script-src '${SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'`,
    );
    expect(STYLE).not.toMatch(/url\(|@import/);
    expect(
      elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => /^(?:src|style|on)/.test(name)),
    ).toEqual([]);
  });

  test('points only at what is there, under names that are there once', () => {
    const ids = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^(?:href|for|aria-labelledby)$/.test(name)),
    );
    expect(links.length).toBeGreaterThan(10);
    for (const { value } of links) expect(ids).toContain(value.replace('#', ''));
  });

  test('has no empty parts when nothing differs', () => {
    const quiet = shown(aPlan());
    expect(textOf(parse(quiet))).toContain('No changes. 1,204 resources match.');
    for (const part of ['<section', '<form', '<nav', 'class="command"', 'class="risk"'])
      expect(quiet).not.toContain(part);
  });

  test('says what was managed before, where that is known', () => {
    const { configuration } = aPlan();
    const page = shown(aPlan({ configuration: { ...configuration, base: { ref: 'main', commit: 'abc' } } }));
    expect(page).toContain('managed at <code>main</code> (<code>abc</code>)');
  });

  test('folds what is long', () => {
    const page = shown(aHugePlan(600));
    expect(page).toContain('<details class="group k0">');
    expect(shown()).toContain('<details class="group k0" open>');
    const calls = Array.from({ length: 600 }, (_, index) => anOperation(`users.${index}`, 'user', 3, ['user.a']));
    expect(shown({ ...aHugePlan(600), operations: calls })).toContain('<li>… and 100 more</li>');
  });

  test('puts long values below each other and cuts endless ones', () => {
    const fields = [
      { path: '/a', before: 'x '.repeat(50), after: 'y' },
      { path: '/b', after: 'z'.repeat(9000) },
      { path: '/c', before: 'a\nb', after: Array.from({ length: 90 }, (_, line) => `line ${line}`).join('\n') },
      { path: '/d', before: ['a'], after: [], set: true as const },
      { path: '/e', after: [], set: true as const },
    ];
    const page = shown(aPlan({ changes: [aChange('app', '', 'update', fields)] }));
    expect(page).toContain('class="value sides long"');
    expect(page).not.toContain('z'.repeat(4000));
    expect(page).toMatch(/… \d+ more lines/);
    expect(page).toContain('<span class="value">[]</span>');
  });
});

describe('text in a page', () => {
  test.each(HOSTILE)('%j stays text, in content and in attributes', (text) => {
    const [element] = parseFragment(html`<p title="${text}">${text}${[text, [text]]}</p>`.toString())
      .childNodes as Element[];
    const seen = visible(text, { newlines: 'keep' });
    expect(element?.attrs).toEqual([{ name: 'title', value: seen }]);
    expect(element === undefined ? '' : textOf(element)).toBe(seen.repeat(3));
  });

  test('code stands between backticks', () => {
    expect(html`${sentences('Take `a<b` away')}`.toString()).toBe('Take <code>a&lt;b</code> away');
  });

  test('nothing is left out that is a number, and nothing is shown that is not there', () => {
    expect(html`${0}${false}${undefined}`.toString()).toBe('0');
  });
});

describe('hostile text', () => {
  /** Long values, and texts of one line, of several, of none have their own layouts. */
  const allowed = new Set(
    ['x', '', 'x'.repeat(100), 'x\ny', 'x\n'.repeat(100), 'a `b` c'].flatMap((text) => [
      ...active(parsed(shown(aPlanFullOf(text))).elements),
    ]),
  );

  test.each(HOSTILE)('%j becomes no element and no attribute', (text) => {
    const page = shown(aPlanFullOf(text));
    const { elements, mended } = parsed(page);
    expect(mended).toEqual([]);
    expect([...active(elements)].filter((each) => !allowed.has(each))).toEqual([]);
    expect(page).not.toMatch(/(?!\n)\p{Cc}|[\u200b\u2028\u202a-\u202e]/u);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { elements, mended } = parsed(shown(aPlanFullOf(text), text));
        expect(mended).toEqual([]);
        expect([...active(elements)].filter((each) => !allowed.has(each))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
