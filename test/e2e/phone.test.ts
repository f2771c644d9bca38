// In the window of a telephone and with a finger: no page of ours may need a pointer that hovers, or
// more width than there is. Where the card comes to stand is in reach.test.ts.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { said, findAll } from '../../lib/cli/demo/closed-shadow.ts';
import { barriers, buttonOf, cardIn, inBothBrowsers, KNOWN, lineOf, middle, pageOf, says, untilCard, untilMarked, untilNoCard } from './harness/both.ts';
import { pause, until, type OwnPage, type Tab } from './harness/driver.ts';

const ADDRESS = 'http://news.example/phone';
const WIDTH = 360;
const PHONE = { width: WIDTH, height: 640, phone: true };

inBothBrowsers((world) => {
  let tab: Tab;
  beforeEach(async () => {
    const { driver, web } = world();
    web.serve(ADDRESS, { body: pageOf(KNOWN.sentence, '<meta name="viewport" content="width=device-width">') });
    tab = await driver.newTab();
    await tab.resize(PHONE);
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
  });
  afterEach(() => tab.close());

  const open = async (): Promise<void> => {
    await tab.tap(middle(await lineOf(tab, KNOWN.mark)));
    await untilCard(tab);
    // Taps in its first moments were meant for what was there before.
    await pause(400);
  };

  test('its buttons answer a finger: pinned, folded open, closed', async () => {
    await open();
    const tap = async (words: string): Promise<void> => tab.tap(middle(await tab.rect(buttonOf(await untilCard(tab), words))));
    await tap('Keep open');
    await until('the card to be pinned', async () => ((card) => card && findAll(card.node, (n) => n.attributes['aria-pressed'] === 'true').length > 0)(await cardIn(tab)));
    const [fold] = findAll((await untilCard(tab)).node, (n) => n.name === 'summary' && said(n).includes('Why this question'));
    expect(fold).toBeDefined();
    if (fold) await tab.tap(middle(await tab.rect(fold)));
    await until('the reasons', async () => ((card) => card && findAll(card.node, (n) => n.name === 'details' && 'open' in n.attributes).length > 0)(await cardIn(tab)));
    await tap('Close');
    await untilNoCard(tab);
  });

  test.each<[OwnPage, string]>([
    ['popup', 'Tallyside'],
    ['options', 'Settings'],
    ['welcome', 'What a mark means'],
    ['paste', 'Read a text of your own'],
    ['method', 'How figures are compared'],
    ['browse', 'Gaza war since October 2023'],
    ['list', 'Saved claims'],
    ['mine', 'My data'],
  ])('the page %s needs no more width than there is, and axe finds nothing', async (name, words) => {
    const page = await world().driver.own(name);
    await page.resize(PHONE);
    await says(page, words);
    await until('the narrow window', () => page.evaluate<boolean>(`innerWidth === ${WIDTH}`));
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), 'wider than the window').toBeLessThanOrEqual(WIDTH);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});
