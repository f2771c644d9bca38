// A page without figures cannot tell that we are there; and no page ever makes us ask for anything.
import { expect, test } from 'vitest';
import { inBothBrowsers, KNOWN, pageOf, untilMarked } from './harness/both.ts';
import { pause, until, type Tab } from './harness/driver.ts';

const clean = (words: string): string => pageOf(
  `<h1>Bread</h1><p>${words}</p><table><tr><td>Flour</td><td>500 g</td></tr></table>`,
  `<script>
    const names = () => Object.getOwnPropertyNames(window);
    const before = names();
    const noticed = [];
    new MutationObserver((records) => document.readyState === 'complete' && noticed.push(...records.map((r) => r.type))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const type of ['message', 'error', 'securitypolicyviolation']) addEventListener(type, () => noticed.push(type));
    for (const name of ['attachShadow', 'append', 'setAttribute']) { const own = Element.prototype[name]; Element.prototype[name] = function (...given) { noticed.push(name); return own.apply(this, given); }; }
    const traces = () => ({ noticed, names: names().filter((name) => !before.includes(name)), highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length, elements: document.querySelectorAll('*').length });
  </script>`,
);

inBothBrowsers((world) => {
  /** Which of our scripts are in a page: asked in the world they share, where no page can look. */
  const scriptsIn = (popup: Tab, address: string): Promise<string> =>
    popup.evaluate<string>(`(async () => {
      const { tabs, scripting } = globalThis.browser ?? chrome;
      const [tab] = await tabs.query({ url: ${JSON.stringify(address)} });
      const [{ result }] = await scripting.executeScript({ target: { tabId: tab.id }, func: () => {
        const here = globalThis[Symbol.for('tallyside')];
        return [here && 'gate', here?.reader && 'reader', here?.mountCard && 'card'].filter(Boolean).join();
      } });
      return result;
    })()`);

  /** The language of a page that has been read and answered; null before. */
  const languageOf = (popup: Tab, address: string): Promise<string | null> =>
    popup.evaluate<string | null>(`(async () => {
      const { tabs } = globalThis.browser ?? chrome;
      const [tab] = await tabs.query({ url: ${JSON.stringify(address)} });
      const { answer } = await tabs.sendMessage(tab.id, { type: 'figures', body: null }, { frameId: 0 });
      return answer.lang;
    })()`);

  test.each([
    ['without a word of harm', 'http://news.example/bread', 'Warm water, flour and salt. Bake it for 40 minutes at 230 degrees.', 'gate'],
    ['with words that only might tell of harm', 'http://news.example/home', 'She shot her last film about 40 years of passing life at home, and was missed.', 'gate,reader'],
  ])('a page without figures, %s, is looked at and left alone: no trace', async (_, address, words, scripts) => {
    const { driver, web } = world();
    web.serve(address, { body: clean(words) });
    const tab = await driver.newTab();
    await tab.goto(address);
    const popup = await driver.popup();
    await until('“No casualty figures found”', () => popup.evaluate<boolean>("document.body.textContent.includes('No casualty figures found')"));
    if (scripts !== 'gate') await until('the answer of the worker', async () => (await languageOf(popup, address)) === 'en');
    // What draws cards comes with the first mark: nothing is asked for after this.
    await pause(500);
    expect(await scriptsIn(popup, address)).toBe(scripts);
    expect(await tab.evaluate('traces()')).toEqual({ noticed: [], names: [], highlights: 0, sheets: 0, elements: await tab.evaluate('new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html").querySelectorAll("*").length') });
    await popup.close();
    await tab.close();
  });

  test('the same questions where there is a figure, so that wrong ones cannot pass for good answers', async () => {
    const { driver, web } = world();
    const tab = await driver.newTab();
    const popup = await driver.popup();
    const other = 'http://news.example/figure';
    web.serve(other, { body: pageOf(KNOWN.sentence) });
    await tab.goto(other);
    await untilMarked(tab, KNOWN.mark);
    await until('all three', async () => (await scriptsIn(popup, other)) === 'gate,reader,card');
  });

  test('nothing is asked for but the pages themselves', async () => {
    const { web } = world();
    const asked = web.requests();
    expect(asked.filter((address) => address.startsWith('http://news.example/'))).toEqual(['http://news.example/bread', 'http://news.example/home', 'http://news.example/figure']);
    expect(asked.filter((address) => !address.startsWith('http://news.example/') && !isTheBrowsersOwn(address))).toEqual([]);
  });
});

/** What the browsers ask for by themselves in spite of all settings; nothing of ours is at these hosts. */
const isTheBrowsersOwn = (address: string): boolean => /(?:^|[/. ])(?:mozilla\.(?:com|org|net)|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|dummy\.test)(?::\d+)?(?:\/|$)/.test(address.replace(/^https?:\/\/|^connect /, '/'));
