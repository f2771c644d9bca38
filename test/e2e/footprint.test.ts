// A page without figures cannot tell that we are there; and no page ever makes us ask for anything.
import { expect, test } from 'vitest';
import { inBothBrowsers, KNOWN, pageOf, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const CLEAN = pageOf(
  '<h1>Bread</h1><p>Warm water, flour and salt. Bake it for 40 minutes at 230 degrees.</p><table><tr><td>Flour</td><td>500 g</td></tr></table>',
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
  /** Asks in the world our scripts share, where no page can look. */
  const readerIn = (popup: Tab, address: string): Promise<boolean> =>
    popup.evaluate<boolean>(`(async () => {
      const { tabs, scripting } = globalThis.browser ?? chrome;
      const [tab] = await tabs.query({ url: ${JSON.stringify(address)} });
      const [{ result }] = await scripting.executeScript({ target: { tabId: tab.id }, func: () => Symbol.for('tallyside reader') in globalThis });
      return result;
    })()`);

  test('a page without figures is looked at and left alone: no trace, no reader', async () => {
    const { driver, web } = world();
    const address = 'http://news.example/bread';
    web.serve(address, { body: CLEAN });
    const tab = await driver.newTab();
    await tab.goto(address);
    const popup = await driver.popup();
    await until('“No casualty figures found”', () => popup.evaluate<boolean>("document.body.textContent.includes('No casualty figures found')"));
    expect(await readerIn(popup, address)).toBe(false);
    expect(await tab.evaluate('traces()')).toEqual({ noticed: [], names: [], highlights: 0, sheets: 0, elements: await tab.evaluate('new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html").querySelectorAll("*").length') });

    // The same question where there is a figure, so that a wrong question cannot pass for a good answer.
    const other = 'http://news.example/figure';
    web.serve(other, { body: pageOf(KNOWN.sentence) });
    await tab.goto(other);
    await untilMarked(tab, KNOWN.mark);
    expect(await readerIn(popup, other)).toBe(true);
  });

  test('nothing is asked for but the pages themselves', async () => {
    const { web } = world();
    const asked = web.requests();
    expect(asked.filter((address) => address.startsWith('http://news.example/'))).toEqual(['http://news.example/bread', 'http://news.example/figure']);
    expect(asked.filter((address) => !address.startsWith('http://news.example/') && !isTheBrowsersOwn(address))).toEqual([]);
  });
});

/** What the browsers ask for by themselves in spite of all settings; nothing of ours is at these hosts. */
const isTheBrowsersOwn = (address: string): boolean => /(?:^|[/. ])(?:mozilla\.(?:com|org|net)|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|dummy\.test)(?::\d+)?(?:\/|$)/.test(address.replace(/^https?:\/\/|^connect /, '/'));
