/** The HTML report in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/core/plan.ts';
import { renderHtml } from '../../src/render/html/page.ts';
import { viewPlan } from '../../src/render/view.ts';
import { HOSTILE } from '../render/hostile.ts';
import { aHugePlan, aPlanFullOf, aRichPlan } from '../render/plans.ts';
import { type Chromium, findChromium, startChromium } from './chromium.ts';
import { faintTexts, nameless } from './readable.ts';

const path = findChromium();

function html(plan: Plan): string {
  return renderHtml(viewPlan(plan, { command: 'chat apply --env staging' }), { relative: (file) => file });
}

const RICH = html(aRichPlan());
/** Addresses of changes that can be seen. */
const listed = (page: Page) => page.locator('.groups .change:visible .head > code').allTextContents();

describe.skipIf(path === undefined)('the report in Chromium (set CHROMIUM to its path if it is not found)', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await startChromium(path ?? '');
  });
  afterAll(() => chromium?.close());

  test('opens without a complaint and without a request, in both schemes', async () => {
    const backgrounds = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await chromium.open(RICH, { colorScheme });
      backgrounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      expect(await page.title()).toContain('Plan: 2 to create');
      expect(complaints).toEqual([]);
    }
    expect(backgrounds).toEqual(['rgb(250, 249, 247)', 'rgb(18, 19, 21)']);
  });

  test.each(['light', 'dark'] as const)('every text stands out enough, %s', async (colorScheme) => {
    const { page } = await chromium.open(RICH, { colorScheme });
    expect(await page.evaluate(faintTexts)).toEqual([]);
  });

  test('everything that can be used has a name, and headings leave no level out', async () => {
    const { page } = await chromium.open(RICH);
    expect(await page.evaluate(nameless)).toEqual([]);
    const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((each) => Number(each.tagName[1])));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1)).toEqual([]);
    expect(await page.locator('main, h1').count()).toBe(2);
  });

  test('is used by keyboard alone', async () => {
    const { page, complaints } = await chromium.open(RICH);
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: 16 });
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('main');

    await page.reload();
    for (let presses = 0; (await focused()) !== 'k0' && presses < 40; presses++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      'solid',
    );
    expect(await listed(page)).toContain('role.host');
    await page.keyboard.press('Space');
    expect(await listed(page)).not.toContain('role.host');
    expect(await page.getByRole('status').textContent()).toBe('6 of 7 shown');
    while ((await focused()) !== 'w-delete') await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await listed(page)).not.toContain('user.carol');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await listed(page)).toHaveLength(7);
    expect(complaints).toEqual([]);
  });

  test('filters by risk, and by words', async () => {
    const { page } = await chromium.open(RICH);
    await page.getByLabel('none known').uncheck();
    expect(await listed(page)).toEqual(['blocklist["house rules"]', 'channel_type.livestream']);
    await page.getByLabel('DL loses data').uncheck();
    expect(await listed(page)).toEqual(['channel_type.livestream']);
    expect(await page.locator('.group:visible').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Find in changes').fill('SPOILERS');
    await expect.poll(() => listed(page)).toEqual(['channel.livestream:launch']);
    await page.getByLabel('Find in changes').fill('nowhere');
    await expect.poll(() => page.getByText('No change passes the filter.').isVisible()).toBe(true);
  });

  test('a link from an impact leads to its change, folded or not', async () => {
    const { page } = await chromium.open(RICH);
    await page.locator('.group summary').nth(3).click();
    await page.getByRole('link', { name: 'channel_type.livestream.max_message_length' }).click();
    await expect.poll(() => listed(page)).toContain('channel_type.livestream');
  });

  test('the matrix shows what changes, or everything', async () => {
    const { page } = await chromium.open(RICH);
    const rows = page.locator('.matrix tbody tr:visible');
    expect(await rows.count()).toBe(4);
    expect(await page.locator('.matrix .moved:visible').allTextContents()).toEqual([
      '– → any',
      '– → any',
      'any → own',
      '? → –',
    ]);
    await page.getByLabel('only permissions that change').uncheck();
    expect(await rows.count()).toBe(5);
  });

  test('reads and filters without its script', async () => {
    const { page, complaints } = await chromium.open(RICH, { javaScriptEnabled: false });
    expect(await listed(page)).toHaveLength(7);
    await page.getByLabel('role', { exact: false }).first().uncheck();
    expect(await listed(page)).toHaveLength(6);
    for (const dead of ['.copy', '#search']) expect(await page.locator(dead).first().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test.each([320, 400, 1600])('needs no scrolling sideways at %i pixels', async (width) => {
    const { page } = await chromium.open(RICH, { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.locator('#filters').isVisible()).toBe(width > 1000);
  });

  test('prints everything unfolded, without what paper cannot do', async () => {
    const { page } = await chromium.open(RICH);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('details:not([open])').count()).toBe(0);
    for (const gone of ['nav', '#filters', 'button']) expect(await page.locator(gone).first().isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
  });

  test('hostile text runs nothing and loads nothing', async () => {
    for (const text of [HOSTILE.join(' '), ...HOSTILE.filter((each) => /<|onload/.test(each))]) {
      const { page, complaints } = await chromium.open(html(aPlanFullOf(text)));
      expect(await page.locator('img, iframe, object, a[href^="javascript"], script').count()).toBe(1);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test('its policy stops what would be slipped in', async () => {
    const slipped = RICH.replace(
      '<main',
      '<img src=x onerror="document.title=1"><script>document.title=2</script><main',
    );
    const { page, complaints } = await chromium.open(slipped);
    expect(await page.title()).toContain('Plan: ');
    expect(complaints.filter((each) => each.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2);
  });

  test('ten thousand changes are there within two seconds, and can be searched', async () => {
    const { page } = await chromium.open(html(aHugePlan(10_000)));
    const times = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const [paint] = performance.getEntriesByType('paint');
      return { loaded: navigation?.domContentLoadedEventEnd ?? Infinity, painted: paint?.startTime ?? Infinity };
    });
    expect(times.loaded).toBeLessThan(2000);
    expect(times.painted).toBeLessThan(2000);
    await page.evaluate(() => {
      const { searched } = Object.assign(window, { searched: { start: 0, end: 0 } });
      document.getElementById('search')?.addEventListener('input', () => {
        searched.start = performance.now();
        requestAnimationFrame(() =>
          setTimeout(() => {
            searched.end = performance.now();
          }),
        );
      });
    });
    await page.getByLabel('Find in changes').fill('user-4321');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('1 of 10,000 shown');
    expect(await page.locator('.change:not([hidden]) .head > code').allTextContents()).toEqual(['user.user-4321']);
    const searched = await page.evaluate(() => {
      const { start, end } = (window as unknown as { searched: { start: number; end: number } }).searched;
      return end - start;
    });
    expect(searched).toBeLessThan(2000);
  });
});
