// The extension is removed while pages are open, and comes back: what it leaves behind, and what it finds.
import { expect, test } from 'vitest';
import { inBothBrowsers, KNOWN, marksIn, pageOf, untilMarked } from './harness/both.ts';
import { until } from './harness/driver.ts';

const ADDRESS = 'http://news.example/stays';

inBothBrowsers((world) => {
  test('removed, it leaves nothing that acts in an open page; installed again, it reads the page without loading it anew', async () => {
    const { driver, web } = world();
    web.serve(ADDRESS, { body: pageOf(KNOWN.sentence) });
    const tab = await driver.newTab();
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
    await tab.evaluate('void (globalThis.stays = true)');
    const own = await driver.own('options');
    // Its own page goes with it.
    await own.evaluate('void setTimeout(() => (globalThis.browser ?? chrome).management.uninstallSelf(), 50)');
    // While its page goes, Firefox may know of no page to bring to the front.
    const toFront = (): Promise<boolean> => tab.toFront().then(() => true, () => false);
    await until('the page in front', toFront);
    await until('its own page to go', () => own.evaluate('1').then(() => false, () => true));
    const traces = '[CSS.highlights.size, document.adoptedStyleSheets.length]';
    if (driver.browser === 'chromium') {
      await until('no marks, no card', async () => {
        // The old reader runs on, and finds out that nobody is behind it when the pointer moves.
        await tab.move({ x: 5, y: 400 });
        await tab.move({ x: 300, y: 300 });
        return String(await tab.evaluate(traces)) === '0,0' && (await tab.shadow()) === null;
      });
    }
    // Firefox ends scripts without a word: marks stay, and mean nothing, until the page is loaded anew or the extension comes back.
    // Chromium takes an extension in only when it starts.
    const name = '[...CSS.highlights.keys()].join()';
    const before = await tab.evaluate<string>(name);
    if (!(await driver.install())) return;
    await until('the marks of the new reader, and no others', async () => {
      // The first-run page opens in front, at a moment of its own, and a page behind another is not read.
      if (!(await toFront())) return null;
      return (await tab.evaluate(name)) !== before && String(await tab.evaluate(traces)) === '1,1';
    });
    await untilMarked(tab, KNOWN.mark);
    expect(await marksIn(tab)).toHaveLength(1);
    expect(await tab.evaluate('globalThis.stays')).toBe(true);
    await tab.close();
  });
});
