import { resolve } from 'node:path';
import { launch, type KeyInput, type Page } from 'puppeteer-core';
import { firefoxPath } from '../../../lib/cli/browsers.ts';
import type { Seen } from '../../../lib/cli/demo/closed-shadow.ts';
import { pause, until, type Driver, type OwnPage, type Point, type Rect, type Tab } from './driver.ts';
import type { Web } from './web.ts';

const EXTENSION = resolve('.output/firefox-mv3');
/** Firefox gives every profile another address for an extension's pages; a preference says which. */
const UUID = '0b9c5d1e-6f3a-4c58-9e0d-7a2f4b8c1d35';
const addressOf = (page: OwnPage): string => `moz-extension://${UUID}/${page}.html`;

/** Keys without a character of their own. https://w3c.github.io/webdriver/#keyboard-actions */
const KEYS: Record<string, string> = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ', ArrowDown: '\uE015', Delete: '\uE017', Shift: '\uE008', Control: '\uE009' };

/** What Firefox has to say of a page itself comes by the same way as errors of scripts. */
const COMPLAINT = /Content-Security-Policy|downloadable font|Security Error|character encoding/;

/** Puppeteer's own connection: for the parts of WebDriver BiDi it does not wrap. https://w3c.github.io/webdriver-bidi/ */
type Bidi = { send(method: string, params: object): Promise<{ result: never }> };

/** `forgets`: every window is a private one ("Always use private browsing mode"). */
export async function launchFirefox(web: Web, { forgets = false } = {}): Promise<Driver> {
  const executablePath = firefoxPath();
  if (executablePath === undefined) throw new Error('no Firefox');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    enableExtensions: true,
    defaultViewport: { width: 1000, height: 800 },
    // Without it no page of an extension can be gone to.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'tallyside@tallyside': UUID }),
      // Leave to read pages is given without its dialogue, which no test can reach.
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.privatebrowsing.autostart': forgets,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': web.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': web.port,
      'network.proxy.allow_hijacking_localhost': true,
    },
  });
  await browser.installExtension(EXTENSION);
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const errors: string[] = [];
  const watch = (page: Page): Page => page.on('pageerror', (error) => COMPLAINT.test(String(error)) || errors.push(`page: ${String(error)}`));

  /** In the browser's own window. */
  const inBrowser = async (expression: string): Promise<RemoteNode> => {
    const { contexts } = (await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as { contexts: { context: string }[] };
    return evaluate(bidi, contexts[0]?.context ?? '', expression);
  };

  /** What the switch in the browser's own settings does; it takes the extension in anew. */
  const allowInPrivate = (): Promise<unknown> =>
    inBrowser(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions.add('tallyside@tallyside', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID('tallyside@tallyside')).reload();
    })()`);
  if (forgets) await allowInPrivate();
  else {
    // The first-run page opens by itself, in front of whatever a test opens.
    const first = await until('the first-run page', async () => {
      const { contexts } = (await bidi.send('browsingContext.getTree', {})).result as { contexts: { context: string; url: string }[] };
      return contexts.find(({ url }) => url === addressOf('welcome'));
    });
    await bidi.send('browsingContext.close', { context: first.context });
  }

  const own = async (name: OwnPage): Promise<Tab> => {
    const { context } = (await bidi.send('browsingContext.create', { type: 'tab' })).result as { context: string };
    await bidi.send('browsingContext.navigate', { context, url: addressOf(name), wait: 'none' });
    return ownTab(context, addressOf(name), bidi);
  };

  /** One that stays: what it has put into the worker lives as long as it does. */
  let beside: Promise<Tab> | null = null;

  return {
    browser: 'firefox',
    async newTab() {
      const page = watch(await browser.newPage());
      return tabOf(page, bidi);
    },
    async privateTab() {
      await allowInPrivate();
      const known = new Set(await browser.pages());
      await inBrowser('void OpenBrowserWindow({ private: true })');
      const page = await until('the private window', async () => (await browser.pages()).find((page) => !known.has(page)));
      // It shows a page of the browser's own first, and whoever goes elsewhere before that is there is stopped.
      await until('its first page', () => page.evaluate("location.href === 'about:privatebrowsing' && document.readyState === 'complete'").catch(() => false));
      return tabOf(watch(page), bidi);
    },
    own,
    popup: () => own('popup'),
    async command(name, tab) {
      await tab.toFront();
      const nth = ['next-figure', 'previous-figure', 'read-page', 'side-panel', 'save-figure'].indexOf(name);
      // The browser's own key elements for the extension's commands: what pressing the keys comes down to.
      await inBrowser(`document.querySelectorAll('keyset[id^="ext-keyset"] key')[${nth}].doCommand()`);
    },
    async panelOpen() {
      return ((await inBrowser('SidebarController.isOpen')) as Remote).value === true;
    },
    // Its menus belong to the browser, not to any page that can be driven.
    savePassage: () => Promise.resolve(false),
    async inWorker(act) {
      await (await (beside ??= own('popup'))).evaluate(`((worker) => { ${act} })(browser.extension.getBackgroundPage())`);
    },
    install: () => browser.installExtension(EXTENSION).then(() => true),
    errors: () => errors.splice(0),
    close: () => browser.close(),
  };
}

type Remote = {
  type: string;
  sharedId?: string;
  value?: unknown;
};
type RemoteNode = Remote & { value?: { nodeType: number; localName?: string; nodeValue?: string; attributes?: Record<string, string>; children?: RemoteNode[]; shadowRoot?: RemoteNode; mode?: string } };

async function evaluate(bidi: Bidi, context: string, expression: string): Promise<RemoteNode> {
  const answer = (
    await bidi.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      serializationOptions: { maxDomDepth: 60, includeShadowTree: 'all' },
    })
  ).result as { type: string; result: RemoteNode; exceptionDetails?: { text: string } };
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
  return answer.result;
}

function tabOf(page: Page, bidi: Bidi): Tab {
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  return {
    // Who goes to a page looks at it; one behind another is not read.
    async goto(address) {
      await page.bringToFront();
      await page.goto(address);
    },
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    move: ({ x, y }) => page.mouse.move(x, y, { steps: 6 }),
    click: ({ x, y }) => page.mouse.click(x, y),
    tap: (at) => tap(bidi, context, at),
    resize: ({ width, height }) => page.setViewport({ width, height }),
    async press(keys) {
      const held = keys.split('+') as KeyInput[];
      for (const key of held) await page.keyboard.down(key);
      for (const key of held.toReversed()) await page.keyboard.up(key);
    },
    shadow: () => shadowIn(bidi, context),
    rect: ({ handle }) => rectOf(bidi, context, String(handle)),
    focused: ({ handle }) => focused(bidi, context, String(handle)),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** A page of the extension: reached over the bare protocol, for puppeteer waits in vain for it to load. */
async function ownTab(context: string, address: string, bidi: Bidi): Promise<Tab> {
  const run = async <T>(expression: string): Promise<T> => {
    // As JSON: plain values come back as they are in the other browser.
    const answer = (await evaluate(bidi, context, `(async () => JSON.stringify(await (${expression})))()`)) as Remote;
    return (typeof answer.value === 'string' ? JSON.parse(answer.value) : undefined) as T;
  };
  for (let i = 0; i < 100 && !(await run<boolean>(`location.href === '${address}' && document.readyState === 'complete'`)); i++) await pause(50);
  const pointer = (actions: object[]): Promise<unknown> =>
    bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  return {
    goto: async (url) => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'none' })),
    back: async () => void (await bidi.send('browsingContext.traverseHistory', { context, delta: -1 })),
    reload: async () => void (await bidi.send('browsingContext.reload', { context, wait: 'none' })),
    evaluate: run,
    move: async ({ x, y }) => void (await pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }])),
    click: async ({ x, y }) =>
      void (await pointer([
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ])),
    tap: (at) => tap(bidi, context, at),
    resize: async (viewport) => void (await bidi.send('browsingContext.setViewport', { context, viewport: { width: viewport.width, height: viewport.height } })),
    press: async (keys) => {
      // "/" and "+" are keys as well.
      const held = (keys.length > 1 ? keys.split('+') : [keys]).map((key) => KEYS[key] ?? key);
      const actions = [...held.map((value) => ({ type: 'keyDown', value })), ...held.toReversed().map((value) => ({ type: 'keyUp', value }))];
      await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
    },
    shadow: () => shadowIn(bidi, context),
    rect: ({ handle }) => rectOf(bidi, context, String(handle)),
    focused: ({ handle }) => focused(bidi, context, String(handle)),
    toFront: async () => void (await bidi.send('browsingContext.activate', { context })),
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  };
}

async function tap(bidi: Bidi, context: string, { x, y }: Point): Promise<void> {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }] });
}

/** Our element has a name that nobody has defined. The whole document, written out, would take a long page's half minute. */
async function shadowIn(bidi: Bidi, context: string): Promise<Seen | null> {
  const { value } = (await evaluate(bidi, context, "[...document.querySelectorAll(':not(:defined)')]")) as unknown as { value: RemoteNode[] };
  const closed = value.flatMap(closedRoots)[0];
  return closed === undefined ? null : seen(closed);
}

const rectOf = async (bidi: Bidi, context: string, sharedId: string): Promise<Rect> =>
  JSON.parse(await told(bidi, context, sharedId, '{ const { x, y, width, height } = node.getBoundingClientRect(); return JSON.stringify({ x, y, width, height }); }')) as Rect;

const focused = async (bidi: Bidi, context: string, sharedId: string): Promise<boolean> => (await told(bidi, context, sharedId, "{ return String(node.matches(':focus')); }")) === 'true';

/** What a function says of a node, as a string. */
async function told(bidi: Bidi, context: string, sharedId: string, body: string): Promise<string> {
  const { result } = (
    await bidi.send('script.callFunction', {
      functionDeclaration: `function (node) ${body}`,
      arguments: [{ sharedId }],
      target: { context },
      awaitPromise: false,
    })
  ).result as { result: { value: string } };
  return result.value;
}

function closedRoots(node: RemoteNode): RemoteNode[] {
  const { shadowRoot, children = [] } = node.value ?? {};
  return [...(shadowRoot?.value?.mode === 'closed' ? [shadowRoot] : []), ...children.flatMap(closedRoots)];
}

function seen(node: RemoteNode): Seen {
  const { nodeType, localName = '', nodeValue = '', attributes = {}, children = [] } = node.value ?? { nodeType: 0 };
  return { name: nodeType === 1 ? localName : '', text: nodeType === 3 ? nodeValue : '', attributes, children: children.map(seen), handle: node.sharedId };
}
