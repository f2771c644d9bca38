// Pictures of cards on published pages, to be looked at: node test/bench/shots.ts FOLDER [how many]. The pages are other
// people's (../shared/pages), so the pictures stay outside the project.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { buildExtension } from '../../lib/cli/build-extension.ts';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../lib/cli/browsers.ts';
import { openWeb } from '../e2e/harness/web.ts';

const PAGES = resolve('../shared/pages/casualty');
/** Narrow and wide, px; each in light and dark. */
const SIZES = [
  { name: 'wide', width: 1200, height: 900 },
  { name: 'narrow', width: 390, height: 780 },
] as const;

const [, , folder, count = '20'] = process.argv;
if (folder === undefined) throw new Error('which folder are the pictures for?');
const target = resolve(folder);
if (!relative(resolve('.'), target).startsWith('..')) throw new Error('pictures of other people’s pages stay outside the project: choose another folder');
if (!existsSync(PAGES)) throw new Error('there are no pages in ../shared/pages');
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('no Chromium');
mkdirSync(target, { recursive: true });
buildExtension('chrome');

const extension = resolve('.output/chrome-mv3');
const web = await openWeb();
const context = await chromium.launchPersistentContext('', {
  executablePath,
  headless: true,
  args: [...CHROMIUM_FLAGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`, `--proxy-server=127.0.0.1:${web.port}`, '--proxy-bypass-list=<-loopback>'],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));

const names = readdirSync(PAGES).filter((f) => f.endsWith('.html')).sort();
const taken = new Set<string>();
await go();
if (taken.size < Number(count)) {
  // Then pages whose figures have nothing to set beside them: their card says that and no more.
  await worker.evaluate(() => (globalThis as unknown as { chrome: { storage: { local: { set(what: object): Promise<void> } } } }).chrome.storage.local.set({ markBare: true }));
  await go();
}
console.log(`${taken.size} pages in ${target}`);
await context.close();
await web.close();

async function go(): Promise<void> {
  for (const name of names) {
    if (taken.size === Number(count)) return;
    if (taken.has(name)) continue;
    const address = `http://pages.example/${name}`;
    web.serve(address, { body: readFileSync(join(PAGES, name)), type: 'text/html', headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" } });
    const page = await context.newPage();
    if (await pictures(page, address, name.slice(0, -5))) taken.add(name);
    await page.close();
  }
}

/** False: no figure of the page has a card. */
async function pictures(page: Page, address: string, name: string): Promise<boolean> {
  for (const { name: size, ...viewport } of SIZES) {
    await page.setViewportSize(viewport);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const line = await firstMark(page);
      if (line === null) return false;
      await page.mouse.click(line.x, line.y);
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(target, `${name}-${size}-${colorScheme}.png`) });
      await page.keyboard.press('Escape');
    }
  }
  return true;
}

/** A point on the first figure with a card, brought into the upper part of the window; null when none comes. */
async function firstMark(page: Page): Promise<{ x: number; y: number } | null> {
  try {
    await page.waitForFunction(() => CSS.highlights.size > 0, undefined, { timeout: 2_000 });
  } catch {
    return null;
  }
  return page.evaluate(() => {
    // A range in a registry may be a static one; ours are live.
    const ranges = [...CSS.highlights.values()].flatMap((h) => Array.from(h)).filter((r) => r instanceof Range);
    const range = ranges.find((r) => r.getClientRects().length > 0);
    if (!range) return null;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    scrollBy({ top: innerHeight / 4, behavior: 'instant' });
    const box = range.getClientRects()[0];
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  });
}
