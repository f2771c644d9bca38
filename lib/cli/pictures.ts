// Pictures of all that a reader sees, each in light and dark, taken from the built extension: node lib/cli/pictures.ts FOLDER.
// To be looked at after a change of looks. With --docs as well, those that the docs show are made anew in docs/pictures.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath, ensureBrowsers } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { closedShadow, findAll, said, type Seen } from './demo/closed-shadow.ts';
import { serve } from './demo/serve.ts';

/** One question of the database for each thing a plot has to draw. */
const PLOTS = {
  withdrawn: 'sanaa-funeral-2016-killed',
  replaced: 'beirut-port-2020-killed',
  disputed: 'derna-2023-flood-killed',
  projected: 'gaza-2023-total-attributable-deaths',
  tied: 'sudan-2023-war-killed',
  'in-words': 'mariupol-2022-siege-dead',
  denied: 'bucha-2022-civilians-killed',
  'over-time': 'west-bank-2023-palestinians-killed',
  compact: 'darfur-2003-deaths',
};

/** Name, width and height of the window. */
const OWN_PAGES = [
  ['popup', 340, 600],
  ['sidepanel', 400, 1100],
  ['options', 1000, 1000],
  ['welcome', 1000, 1000],
  ['browse', 1000, 1000],
  ['paste', 1000, 900],
  ['mine', 1000, 900],
  ['method', 1000, 900],
] as const;

/** What the docs show, by the name it has there. */
const IN_DOCS = { card: 'card-light', list: 'list-light', claim: 'claim-light', question: 'plot-tied-light' };

const [, , folder, forDocs] = process.argv;
if (folder === undefined) throw new Error('which folder are the pictures for?');
const target = resolve(folder);
mkdirSync(target, { recursive: true });

ensureBrowsers(['chromium']);
const extension = buildExtension('chrome');
const article = await serve(resolve(import.meta.dirname, '../../assets/demo/article.html'));
const context: BrowserContext = await chromium.launchPersistentContext('', {
  executablePath: chromiumPath() ?? 'chromium',
  headless: true,
  reducedMotion: 'reduce',
  args: [...CHROMIUM_FLAGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const origin = worker.url().replace(/\/[^/]*$/, '');
try {
  await inThePage();
  await inOurPages();
  await stepLine();
  await thirtyRows();
  await choose({ language: 'ar' });
  await inThePage('-ar');
  await inOurPages('-ar');
} finally {
  await context.close();
  article.close();
}
if (forDocs === '--docs') for (const [name, picture] of Object.entries(IN_DOCS)) copyFileSync(join(target, `${picture}.png`), resolve(import.meta.dirname, `../../docs/pictures/${name}.png`));

/** The card over the demo article: as it opens, unfolded, put away; narrow; with large text; in forced colours; in print. */
async function inThePage(ending = ''): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await open(page, article.address, { width: 760, height: 900 });
  await marked(page);
  await click(page, 0);
  await both(page, `card${ending}`);
  for (const fold of await nodes(session, (n) => n.name === 'summary')) await clickNode(page, session, fold);
  await overCard(page, session);
  await page.mouse.wheel(0, 5_000);
  await page.waitForTimeout(200);
  await both(page, `card-unfolded${ending}`);
  await page.keyboard.press('Escape');
  await click(page, 0);
  await page.waitForTimeout(400);
  await clickNode(page, session, (await nodes(session, (n) => n.attributes['class'] === 'btn plain'))[0]);
  await both(page, `card-hidden${ending}`);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 780 });
  await page.reload();
  await marked(page);
  await click(page, 1);
  await both(page, `card-narrow${ending}`);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 900, height: 900 });
  await click(page, 2);
  await page.emulateMedia({ forcedColors: 'active' });
  await both(page, `card-forced-colours${ending}`);
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await page.screenshot({ path: join(target, `page-in-print${ending}.png`) });
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Escape');
  await choose({ textSize: 2 });
  await page.setViewportSize({ width: 760, height: 900 });
  await marked(page);
  // The page is read anew after a change of settings.
  await page.waitForTimeout(1_000);
  await click(page, 0);
  await both(page, `card-text-200${ending}`);
  await choose({ textSize: 1 });
  await page.close();
}

async function inOurPages(ending = ''): Promise<void> {
  const front = await context.newPage();
  await open(front, article.address, { width: 760, height: 900 });
  await marked(front);
  for (const [name, width, height] of OWN_PAGES) {
    const page = await context.newPage();
    await open(page, `${origin}/${name}.html`, { width, height });
    await page.waitForTimeout(700);
    // The whole database is as high as a house.
    await both(page, name + ending, name !== 'browse');
    await page.close();
  }
  if (ending === '') await saveAll();
  await front.close();
  await inTheList(ending);
  for (const [name, question] of Object.entries(ending === '' ? PLOTS : { tied: PLOTS.tied })) {
    const page = await context.newPage();
    await open(page, `${origin}/browse.html#question=${question}`, { width: 430, height: 900 });
    await page.waitForTimeout(700);
    if (name === 'over-time') await page.locator('summary').first().click();
    await both(page, `plot-${name}${ending}`, true);
    if (name === 'compact' || name === 'tied') await page.emulateMedia({ media: 'print' }).then(() => both(page, `plot-${name}-in-print${ending}`, true));
    await page.close();
  }
}

/** A running count on a page: its step line, with the page's day on it. */
async function stepLine(): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await open(page, article.address, { width: 760, height: 900 });
  await marked(page);
  await click(page, await page.evaluate(() => [...CSS.highlights.values()].flatMap((h) => Array.from(h)).findIndex((range) => String(range).includes('46,006'))));
  const [older] = await nodes(session, (n) => n.name === 'summary' && n.children.some((child) => said(child).includes('Older and newer')));
  await clickNode(page, session, older);
  await overCard(page, session);
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(300);
  await both(page, 'card-over-time');
  await page.close();
}

/** More counts than the database has of anything: thirty of a reader's own, of an event that never was. */
async function thirtyRows(): Promise<void> {
  const roles = ['monitor', 'government', 'press', 'un', 'academic', 'record'];
  const rows = Array.from({ length: 30 }, (_, i) => `Dead of the Brenna flood,Brenna flood,Brenna flood,Brenna,PL,2017-07-02,${['River Watch', 'Brenna Council', 'Evening Post', 'Relief mission', 'Valley Survey', 'Parish register'][i % 6]} ${Math.floor(i / 6) + 1},${roles[i % 6]},${24 + ((i * 37) % 90)},2017-08-${String(i + 1).padStart(2, '0')},https://river.example/${i}`);
  const mine = await context.newPage();
  await open(mine, `${origin}/mine.html`, { width: 1000, height: 900 });
  await mine.locator('input[type=file]').first().setInputFiles({ name: 'counts.csv', mimeType: 'text/csv', buffer: Buffer.from(['title,event,names,place,countries,from,source,role,best,as_of,address', ...rows].join('\n')) });
  await mine.getByText('30 estimates added').waitFor();
  await both(mine, 'mine-with-data');
  const page = await context.newPage();
  await open(page, `${origin}/paste.html`, { width: 760, height: 900 });
  await page.locator('textarea').fill('The Brenna flood of July 2017 killed 31 people, the town said. It rained for three days.');
  await page.locator('form .btn.primary').click();
  await marked(page);
  await click(page, 0);
  await both(page, 'card-thirty-rows');
  await mine.evaluate(() => (globalThis as unknown as { chrome: { storage: { local: { remove(key: string): Promise<void> } } } }).chrome.storage.local.remove('mine'));
  await page.close();
  await mine.close();
}

/** The list with all figures of the article in it, wide and narrow; one claim of it; one question over time. */
async function inTheList(ending: string): Promise<void> {
  const page = await context.newPage();
  await open(page, `${origin}/list.html`, { width: 1200, height: 900 });
  await page.locator('.grid .body .row').first().waitFor();
  await both(page, `list${ending}`);
  await page.setViewportSize({ width: 400, height: 900 });
  await both(page, `list-narrow${ending}`);
  await page.setViewportSize({ width: 1200, height: 900 });
  const claim = page.locator('.grid .body .row', { hasText: '2,521' }).locator('a.line').first();
  await claim.click();
  await page.locator('.answers > div').nth(1).waitFor();
  await page.waitForTimeout(700);
  await both(page, `claim${ending}`, true);
  await page.locator('a[href^="#question"]').first().click();
  await page.locator('.timeline').waitFor();
  await both(page, `timeline${ending}`, true);
  await page.close();
}

/** Every figure of the page in front into the list, as the popup does it. */
async function saveAll(): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup.html`);
  await page.getByRole('button', { name: /Save all/ }).click();
  await page.waitForTimeout(1_000);
  await page.close();
}

async function open(page: Page, address: string, viewport: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(viewport);
  await page.goto(address);
}

async function both(page: Page, name: string, fullPage = false): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(target, `${name}-${colorScheme}.png`), fullPage });
  }
}

async function choose(settings: object): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/options.html`);
  // Until it listens, nothing of ours says what has the extension's powers.
  await page.evaluate((body) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({ type: 'set', body }), settings);
  await page.close();
}

async function marked(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(() => CSS.highlights.size > 0);
}

async function click(page: Page, nth: number): Promise<void> {
  const { x, y } = await page.evaluate((n) => {
    const range = [...CSS.highlights.values()].flatMap((h) => Array.from(h))[n] as Range | undefined;
    range?.startContainer.parentElement?.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy(0, -100);
    const line = range?.getClientRects()[0] ?? new DOMRect();
    return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  }, nth);
  await page.mouse.click(x, y);
  await page.waitForTimeout(300);
}

/** The pointer over what can be scrolled in the card. */
async function overCard(page: Page, session: CDPSession): Promise<void> {
  const [part] = await nodes(session, (n) => n.attributes['class'] === 'scroll');
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: part?.handle as number });
  await page.mouse.move((model.border[0] ?? 0) + model.width / 2, (model.border[1] ?? 0) + model.height / 2);
}

async function nodes(session: CDPSession, wanted: (node: Seen) => boolean): Promise<Seen[]> {
  const shadow = await closedShadow(session);
  return shadow === null ? [] : findAll(shadow, wanted);
}

async function clickNode(page: Page, session: CDPSession, node: Seen | undefined): Promise<void> {
  if (node === undefined) throw new Error('the card has no such part');
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.handle as number });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.handle as number });
  await page.mouse.click((model.border[0] ?? 0) + 20, (model.border[1] ?? 0) + model.height / 2);
  await page.waitForTimeout(100);
}
