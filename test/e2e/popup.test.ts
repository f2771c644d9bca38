// What the popup says of the page in front, in every state, readable by everybody.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barriers, choose, clickIn, DEMO, inBothBrowsers, pageOf, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

inBothBrowsers((world) => {
  let tab: Tab;
  let popup: Tab;
  beforeEach(async () => {
    tab = await world().driver.newTab();
  });
  afterEach(async () => {
    await popup.close();
    await tab.close();
  });

  const says = (words: string): Promise<unknown> => until(`the popup to say “${words}”`, () => popup.evaluate<boolean>(`document.body.innerText.includes(${JSON.stringify(words)})`));

  test('figures in two groups, each with what the page says and who says it', async () => {
    world().web.serve('http://news.example/demo', { body: DEMO });
    await tab.goto('http://news.example/demo');
    await untilMarked(tab, '9,000 and 11,000 civilians');
    popup = await world().driver.popup();
    await says('figures on this page');
    const list = await popup.evaluate<string[]>("[...document.querySelectorAll('.figure')].map((e) => e.innerText.replace(/\\s+/g, ' '))");
    expect(list.some((line) => /^9,000 to 11,000 civilians killed \d counts/.test(line))).toBe(true);
    expect(list.some((line) => line.startsWith('More than 22,000 civilians wounded 2 counts Iraqi army source · caption'))).toBe(true);
    expect(list.some((line) => line.startsWith('3 people wounded no other count'))).toBe(true);
    await says('A mark does not mean wrong.');
    await says('No page text, address or behaviour leaves this device.');
    await says('Database 20');
    expect(await barriers(popup)).toEqual([]);
  });

  test('nothing found', async () => {
    world().web.serve('http://news.example/bread', { body: pageOf('<p>Bread rises.</p>') });
    await tab.goto('http://news.example/bread');
    popup = await world().driver.popup();
    await says('No casualty figures found');
    expect(await barriers(popup)).toEqual([]);
  });

  test('a page in a language that is not read', async () => {
    const german = 'Am Montag wurden bei einem Unglück im Hafen der Stadt mehrere Menschen verletzt. Die Behörden teilten mit, dass die Ursache noch geklärt werde und dass der Hafen bis auf Weiteres geschlossen bleibe. ';
    world().web.serve('http://news.example/de', { body: `<!doctype html><html lang="de"><meta charset="utf-8"><title>Unglück</title><article>${`<p>${german.repeat(3)}</p>`.repeat(5)}</article>` });
    await tab.goto('http://news.example/de');
    popup = await world().driver.popup();
    await says('Not in a language that is read');
    await says('German');
    expect(await barriers(popup)).toEqual([]);
  });

  test('a PDF file', async () => {
    const { driver, web } = world();
    // Chromium without a window has no viewer and takes such a file for a download.
    if (driver.browser === 'chromium') return void (popup = await driver.popup());
    web.serve('http://news.example/report.pdf', { body: '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>', type: 'application/pdf' });
    await tab.goto('http://news.example/report.pdf').catch(() => undefined);
    popup = await driver.popup();
    await says('PDF files, pictures and data are not read.');
  });

  test('the ways on: settings and side panel, in a popup that is readable in either theme and direction', async () => {
    world().web.serve('http://news.example/demo', { body: DEMO });
    await tab.goto('http://news.example/demo');
    popup = await world().driver.popup();
    await says('figures on this page');
    for (const [theme, language] of [['light', null], ['dark', null], ['dark', 'ar']] as const) {
      await choose(popup, 'language', language);
      await choose(popup, 'theme', theme);
      // What is chosen is read anew where it is seen; a real popup hides nothing.
      await tab.toFront();
      await until('the theme', () => popup.evaluate(`document.documentElement.dataset.theme === '${theme}' && document.documentElement.dir === '${language ? 'rtl' : 'ltr'}'`));
      expect(await barriers(popup), `${theme} ${language}`).toEqual([]);
    }
    await choose(popup, 'theme', null);
    await choose(popup, 'language', null);
    await tab.toFront();
    await says('Settings');
    await says('Side panel');
  });

  test('off here, and on again', async () => {
    world().web.serve('http://off.example/bread', { body: pageOf('<p>Bread rises.</p>') });
    await tab.goto('http://off.example/bread');
    popup = await world().driver.popup();
    await says('On at off.example');
    await clickIn(popup, 'header .switch');
    await says('Off at off.example');
    expect(await barriers(popup)).toEqual([]);
    await clickIn(popup, 'header .switch');
    await says('On at off.example');
  });

  test('a page of the browser is not read', async () => {
    popup = await world().driver.popup();
    await says('Not a page that can be read');
    expect(await barriers(popup)).toEqual([]);
  });
});
