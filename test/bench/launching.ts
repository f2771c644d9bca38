// Chromium as it is measured: with our extension, without any, or with one that does next to nothing.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath, ensureBrowsers } from '../../lib/cli/browsers.ts';
import { buildExtension } from '../../lib/cli/build-extension.ts';

const OURS = resolve(import.meta.dirname, '../../.output/chrome-mv3');
/** The first answer waits for the database to be installed: that is done once, and not what is measured. Milliseconds. */
const INSTALLED = 4_000;

/** Without any extension. */
export async function launchPlain(): Promise<BrowserContext> {
  ensureBrowsers(['chromium']);
  return launched([]);
}

/** With our extension, built anew, and its database at rest. */
export async function launchWithUs(): Promise<BrowserContext> {
  ensureBrowsers(['chromium']);
  buildExtension('chrome');
  const context = await launched([`--disable-extensions-except=${OURS}`, `--load-extension=${OURS}`]);
  await new Promise((done) => setTimeout(done, INSTALLED));
  for (const page of context.pages()) if (page.url().endsWith('/welcome.html')) await page.close();
  return context;
}

/** What any extension that can be spoken to costs a page: its world, and the browser's making of what it speaks with. */
export const LISTENER = 'listener.js';

/** With an extension whose script in the page listens to its worker, and does nothing else. */
export async function launchListening(): Promise<BrowserContext> {
  ensureBrowsers(['chromium']);
  const folder = writtenExtension({ [LISTENER]: 'chrome.runtime.onMessage.addListener(() => {});' }, { content_scripts: [{ matches: ['http://*/*'], js: [LISTENER] }] });
  return launched([`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]);
}

/** An extension of these files, in a temporary folder, which it answers. */
export function writtenExtension(files: Record<string, string>, manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'tallyside-extension-'));
  const all = { ...files, 'manifest.json': JSON.stringify({ manifest_version: 3, name: 'Nothing', version: '1', ...manifest }) };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return folder;
}

const launched = (args: readonly string[]): Promise<BrowserContext> => {
  const executablePath = chromiumPath();
  return chromium.launchPersistentContext('', { ...(executablePath === undefined ? {} : { executablePath }), headless: true, args: [...CHROMIUM_FLAGS, ...args] });
};

/** Evaluates in a world of its own in this page, as content scripts have one. What is there has not run before: a cold start. */
export async function isolated(page: Page): Promise<<T>(expression: string) => Promise<T>> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  return async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
}

/** What the browser counts of a page: layouts, milliseconds of tasks, bytes of JavaScript. */
export async function metricsOf(session: CDPSession): Promise<{ layouts: number; styles: number; tasks: number; heap: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((m) => m.name === name)?.value ?? 0;
  return { layouts: of('LayoutCount'), styles: of('RecalcStyleCount'), tasks: 1000 * of('TaskDuration'), heap: of('JSHeapUsedSize') };
}
