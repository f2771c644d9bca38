// The first-run page, which opens by itself when the extension comes (the harness waits for it and closes it).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barriers, choose, hover, clickIn, inBothBrowsers, KNOWN, lineOf, marksIn, middle, pageOf, says, untilCard, untilMarked, untilNoCard } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const SAMPLE = '9,000 and 11,000 civilians';

inBothBrowsers((world) => {
  let welcome: Tab;
  beforeEach(async () => {
    welcome = await world().driver.own('welcome');
    await says(welcome, 'The other tallies, beside the one you are reading');
  });
  afterEach(() => welcome.close());

  test('says what it does and what it never does, and asks for nothing that it has', async () => {
    for (const words of ['It does not mean that the figure is wrong', 'Give a verdict, or a score of sources.', 'no text, address or figure leaves this device', 'Next figure on this page']) await says(welcome, words);
    expect(await welcome.evaluate("document.querySelector('.permission')")).toBeNull();
    // Nothing comes from elsewhere.
    expect(world().web.requests().filter((address) => !address.includes('news.example') && address.includes('claims'))).toEqual([]);
  });

  test('the sample is read and marked as a page would be, and its card comes from the database', async () => {
    await untilMarked(welcome, SAMPLE);
    expect(await marksIn(welcome)).toHaveLength(1);
    await hover(welcome, SAMPLE);
    const card = await untilCard(welcome);
    expect(card.name).toContain('9,000 to 11,000 civilians killed');
    for (const words of ['How many civilians were killed in the battle of Mosul', 'Associated Press', 'Database 20']) expect(card.text).toContain(words);
    await welcome.press('Escape');
    await untilNoCard(welcome);
    await welcome.click(middle(await lineOf(welcome, SAMPLE)));
    await untilCard(welcome);
  });

  test('its keys work on it', async () => {
    await untilMarked(welcome, SAMPLE);
    await world().driver.command('next-figure', welcome);
    await untilCard(welcome);
    await welcome.press('Escape');
    await untilNoCard(welcome);
  });

  test('what is chosen in the settings holds here too', async () => {
    await untilMarked(welcome, SAMPLE);
    await choose(welcome, 'language', 'fr');
    await says(welcome, 'Ce que dit une marque');
    await until('a card in French', async () => {
      await untilMarked(welcome, SAMPLE);
      await world().driver.command('next-figure', welcome);
      const { text } = await untilCard(welcome);
      await welcome.press('Escape');
      await untilNoCard(welcome);
      return text.includes('Cette page dit');
    });
    await choose(welcome, 'language', null);
    await says(welcome, 'What a mark means');
  });

  test('axe finds nothing, light and dark, in either direction', async () => {
    await untilMarked(welcome, SAMPLE);
    for (const [theme, language] of [['light', null], ['dark', null], ['dark', 'ar']] as const) {
      await choose(welcome, 'language', language);
      await choose(welcome, 'theme', theme);
      await until('the theme', () => welcome.evaluate(`document.documentElement.dataset.theme === '${theme}' && document.documentElement.dir === '${language ? 'rtl' : 'ltr'}'`));
      expect(await barriers(welcome), `${theme} ${language}`).toEqual([]);
    }
    await choose(welcome, 'theme', null);
    await choose(welcome, 'language', null);
    await says(welcome, 'What a mark means');
  });

  test('asks for leave where the browser has withheld it, and works at once when it is given', async () => {
    const { driver, web } = world();
    // Chromium gives an extension no way to give its own leave back.
    if (driver.browser === 'chromium') return;
    web.serve('http://news.example/a', { body: pageOf(KNOWN.sentence) });
    await welcome.evaluate("browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] })");
    await says(welcome, 'Your browser has not yet let Tallyside read pages.');
    expect(await barriers(welcome)).toEqual([]);
    const tab = await driver.newTab();
    await tab.goto('http://news.example/a');
    const popup = await driver.popup();
    await says(popup, 'Needs your permission');
    expect(await marksIn(tab)).toEqual([]);
    await popup.close();
    await welcome.toFront();
    await clickIn(welcome, '.permission button', 'Allow on all sites');
    await until('the question to go', () => welcome.evaluate("document.querySelector('.permission') === null"));
    await tab.toFront();
    await untilMarked(tab, KNOWN.mark);
    await tab.close();
  });
});
