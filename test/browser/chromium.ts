/** A real Chromium, from `CHROMIUM` or from where it usually is; pages of it that note everything they should not do. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const path = env['CHROMIUM'] ?? USUAL.find((each) => existsSync(each));
  if (path === undefined && env['CI'] === 'true')
    throw new Error('CI has to have Chromium: install it, or set CHROMIUM to its path');
  return path;
}

export interface Opened {
  readonly page: Page;
  /** What the console shows, what fails, dialogs that open, and requests beyond the page itself. */
  readonly complaints: readonly string[];
}

export interface Chromium {
  /** Opens the text as a file. */
  open(html: string, options?: BrowserContextOptions): Promise<Opened>;
  close(): Promise<void>;
}

export async function startChromium(executablePath: string): Promise<Chromium> {
  // A sandbox of its own is not available in many containers; the pages are ours.
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const folder = mkdtempSync(join(tmpdir(), 'chat-browser-'));
  let files = 0;
  return {
    async open(html, options = {}) {
      files += 1;
      const file = join(folder, `${files}.html`);
      writeFileSync(file, html);
      const url = pathToFileURL(file).href;
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on(
        'request',
        (request) => request.url().split('#')[0] !== url && complaints.push(`request: ${request.url()}`),
      );
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(url);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
