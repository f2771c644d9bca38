// How figures are compared: a page of ours that every card leads to.
import { expect, test } from 'vitest';
import { barriers, choose, clickOnCard, hover, inBothBrowsers, KNOWN, pageOf, says, untilMarked } from './harness/both.ts';
import { until } from './harness/driver.ts';

inBothBrowsers((world) => {
  test('a card in a page opens it in a tab of its own', async () => {
    const { driver, web } = world();
    web.serve('http://news.example/method', { body: pageOf(KNOWN.sentence) });
    const tab = await driver.newTab();
    await tab.goto('http://news.example/method');
    await untilMarked(tab, KNOWN.mark);
    const own = await driver.own('method');
    const tabs = (): Promise<number> => own.evaluate<number>("(globalThis.browser ?? chrome).tabs.query({}).then((all) => all.filter((t) => t.url?.endsWith('/method.html')).length)");
    const before = await tabs();
    await tab.toFront();
    await hover(tab, KNOWN.mark);
    await clickOnCard(tab, 'Method');
    await until('one more such tab', async () => (await tabs()) === before + 1);
    await own.evaluate("(globalThis.browser ?? chrome).tabs.query({}).then((all) => (globalThis.browser ?? chrome).tabs.remove(all.filter((t) => t.url?.endsWith('/method.html') && t.active).map((t) => t.id)))");
    await own.close();
    await tab.close();
  });

  test('it says what is compared, what is never done and how to dispute an entry; axe finds nothing', async () => {
    const page = await world().driver.own('method');
    for (const words of ['What counts as the same quantity', 'A row of dots under a figure says', 'How entries are checked', 'No mean, middle or sum that no source stated', 'How to dispute an entry', 'Standards for Casualty Recording'])
      await says(page, words);
    for (const [theme, language] of [['light', null], ['dark', 'ar']] as const) {
      await choose(page, 'language', language);
      await choose(page, 'theme', theme);
      await until('the theme', () => page.evaluate(`document.documentElement.dataset.theme === '${theme}' && document.documentElement.dir === '${language ? 'rtl' : 'ltr'}'`));
      expect(await barriers(page), `${theme} ${language}`).toEqual([]);
    }
    await choose(page, 'language', 'fr');
    await says(page, 'Cette page est en anglais');
    await says(page, 'retiré');
    await choose(page, 'theme', null);
    await choose(page, 'language', null);
    await page.close();
  });
});
