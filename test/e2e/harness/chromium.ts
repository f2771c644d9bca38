import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../../lib/cli/browsers.ts';
import { closedShadow } from '../../../lib/cli/demo/closed-shadow.ts';
import { until, type Driver, type OwnPage, type Rect, type Tab } from './driver.ts';
import type { Web } from './web.ts';

const EXTENSION = resolve('.output/chrome-mv3');

/** Only Chromium can be told to kill a worker in the middle of its work. */
export type ChromiumDriver = Driver & { killWorker(): Promise<void> };

export async function launchChromium(web: Web): Promise<ChromiumDriver> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('no Chromium');
  const errors: string[] = [];
  const profile = await newProfile();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1000, height: 800 },
    args: [
      ...CHROMIUM_FLAGS,
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      `--proxy-server=127.0.0.1:${web.port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  worker.on('console', (message) => message.type() === 'error' && errors.push(`worker: ${message.text()}`));
  context.on('weberror', (error) => errors.push(`page: ${error.error().message}`));
  let killer: Promise<CDPSession> | null = null;
  const origin = worker.url().replace(/\/[^/]*$/, '');

  // The first-run page opens by itself, in front of whatever a test opens.
  await (await until('the first-run page', async () => context.pages().find((page) => page.url() === `${origin}/welcome.html`))).close();

  const own = async (name: OwnPage): Promise<Tab> => {
    const page = await context.newPage();
    await page.goto(`${origin}/${name}.html`);
    return tabOf(page);
  };

  return {
    browser: 'chromium',
    newTab: async () => tabOf(await context.newPage()),
    async privateTab() {
      const opened = context.waitForEvent('page');
      await worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: { windows: { create(what: object): Promise<unknown> } } };
        await chrome.windows.create({ incognito: true, url: 'about:blank' });
      });
      return tabOf(await opened);
    },
    own,
    popup: () => own('popup'),
    async command(name, tab) {
      await tab.toFront();
      // Headless Chromium has no accelerators; this is what it does when one is pressed.
      await worker.evaluate((name) => {
        const { chrome } = globalThis as unknown as { chrome: { commands: { onCommand: { dispatch(name: string): void } } } };
        chrome.commands.onCommand.dispatch(name);
      }, name);
    },
    async killWorker() {
      killer ??= context.newPage().then((page) => context.newCDPSession(page));
      const workers = await killer;
      await workers.send('ServiceWorker.enable');
      await workers.send('ServiceWorker.stopAllWorkers');
    },
    async panelOpen() {
      const views = await worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: { runtime: { getContexts(filter: object): Promise<unknown[]> } } };
        return chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
      });
      return views.length > 0;
    },
    async savePassage(tab) {
      await tab.toFront();
      await worker.evaluate(async () => {
        type Menus = { contextMenus: { onClicked: { dispatch(info: object, tab: object): void } }; tabs: { query(q: object): Promise<object[]> } };
        const { chrome } = globalThis as unknown as { chrome: Menus };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        if (tab) chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-passage', frameId: 0, selectionText: '' }, tab);
      });
      return true;
    },
    inWorker: (act) => worker.evaluate(`((worker) => { ${act} })(globalThis)`),
    install: () => Promise.resolve(false),
    errors: () => errors.splice(0),
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** A profile that lets the extension into private windows: no test can reach the switch. An unpacked extension is called after its folder. */
async function newProfile(): Promise<string> {
  const id = createHash('sha256').update(EXTENSION).digest('hex').slice(0, 32).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  const profile = await mkdtemp(join(tmpdir(), 'tallyside-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { settings: { [id]: { incognito: true } } } }));
  return profile;
}

function tabOf(page: Page): Tab {
  let session: Promise<CDPSession> | null = null;
  const debug = (): Promise<CDPSession> => (session ??= page.context().newCDPSession(page));
  return {
    goto: async (address) => void (await page.goto(address)),
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    // In steps: a pointer that jumps has not moved over anything.
    move: ({ x, y }) => page.mouse.move(x, y, { steps: 6 }),
    click: ({ x, y }) => page.mouse.click(x, y),
    async tap({ x, y }) {
      const session = await debug();
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    async resize({ width, height, phone = false }) {
      await page.setViewportSize({ width, height });
      if (!phone) return;
      const session = await debug();
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
      await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 2, mobile: true });
    },
    press: (key) => page.keyboard.press(key),
    shadow: async () => closedShadow(await debug()),
    async rect({ handle }): Promise<Rect> {
      const { model } = await (await debug()).send('DOM.getBoxModel', { backendNodeId: handle as number });
      const [x = 0, y = 0] = model.border;
      return { x, y, width: model.width, height: model.height };
    },
    async focused({ handle }) {
      const session = await debug();
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: handle as number });
      const { result } = await session.send('Runtime.callFunctionOn', { objectId: object.objectId ?? '', functionDeclaration: "function () { return this.matches(':focus'); }", returnByValue: true });
      return result.value === true;
    },
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
