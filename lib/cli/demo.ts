// npm start: builds the extension and shows it on the demo article. With a display, in a browser that stays until it is
// closed. Without one, unseen: takes a picture of a card, prints what every figure's card says, and ends.
import { relative, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath, ensureBrowsers } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { closedShadow, findAll, type Seen } from './demo/closed-shadow.ts';
import { printCard } from './demo/print-card.ts';
import { serve } from './demo/serve.ts';
import { reasonOf } from './reason.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURE = resolve(ROOT, '.output/demo-card.png');

const hasDisplay = process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

await main().catch((error: unknown) => {
  console.error(reasonOf(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  ensureBrowsers(['chromium']);
  const extension = buildExtension('chrome');
  console.log(`Built ${relative(process.cwd(), extension)}`);
  const article = await serve(resolve(ROOT, 'assets/demo/article.html'));
  try {
    let visible = hasDisplay;
    const context = await launch(extension, visible).catch((error: unknown) => {
      if (!visible) throw error;
      // A display that is named and not there, as some build machines have it.
      visible = false;
      return launch(extension, visible);
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(article.address);
    // The first-run page, which the extension opens by itself, must not lie in front of it.
    context.on('page', () => void page.bringToFront());
    await page.bringToFront();
    if (visible) await untilClosed(context);
    else await tell(context, page);
    await context.close();
  } finally {
    article.close();
  }
}

async function launch(extension: string, visible: boolean): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: chromiumPath() ?? 'chromium',
    headless: !visible,
    // For the picture: sharp, and not in the middle of fading in.
    ...(visible ? { viewport: null } : { viewport: { width: 1100, height: 900 }, deviceScaleFactor: 2, reducedMotion: 'reduce' as const }),
    args: [...CHROMIUM_FLAGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return context;
}

async function untilClosed(context: BrowserContext): Promise<void> {
  console.log('The demo article is open: rest the pointer on a dotted figure. Close the window to end.');
  await new Promise<void>((done) => context.on('close', () => done()));
}

/** Goes from mark to mark with a real pointer, as a reader would. */
async function tell(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const card = async (): Promise<Seen | null> => {
    const shadow = await closedShadow(session);
    return (shadow && findAll(shadow, (node) => node.attributes['role'] === 'dialog')[0]) ?? null;
  };
  const count = await until('marks', () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, marks) => sum + marks.size, 0)));
  console.log(`${count} figures with other counts on the demo article:\n`);
  for (let i = 0; i < count; i++) {
    const { x, y } = await page.evaluate(middleOf, i);
    await page.mouse.click(x, y);
    console.log(`${i + 1}. ${printCard(await until('a card', card)).join('\n')}\n`);
    if (i === 0) await page.screenshot({ path: PICTURE });
    await page.keyboard.press('Escape');
    await until('the card to close', async () => (await card()) === null);
  }
  console.log(`Picture of a card: ${relative(process.cwd(), PICTURE)}`);
}

/** Runs in the page: scrolls to the n-th mark and says where its first line is. */
function middleOf(nth: number): { x: number; y: number } {
  const range = Array.from(CSS.highlights.values()).flatMap((marks) => Array.from(marks))[nth] as Range | undefined;
  range?.startContainer.parentElement?.scrollIntoView({ block: 'start', behavior: 'instant' });
  window.scrollBy(0, -120);
  const line = range?.getClientRects()[0] ?? new DOMRect();
  return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
}

async function until<T>(what: string, ask: () => Promise<T | null | false | 0>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Waited in vain for ${what}`);
}
