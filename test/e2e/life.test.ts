// What lasts longer than a page: what the reader has put away, and the extension being replaced under an open page.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { said } from '../../lib/cli/demo/closed-shadow.ts';
import { cardIn, clickOnCard, hover, inBothBrowsers, KNOWN, lineOf, marksIn, middle, pageOf, pasted, untilCard, untilMarked, untilNoCard, untilUnmarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const HERE = 'http://news.example/here';
const THERE = 'http://news.example/there';

inBothBrowsers((world) => {
  let tab: Tab;
  beforeEach(async () => {
    const { driver, web } = world();
    for (const address of [HERE, THERE]) web.serve(address, { body: pageOf(KNOWN.sentence) });
    tab = await driver.newTab();
  });
  afterEach(() => tab.close());

  const openCard = async (): Promise<void> => {
    await tab.click(middle(await lineOf(tab, KNOWN.mark)));
    await untilCard(tab);
  };

  test('"not this event" is remembered for this page and this figure, and can be taken back', async () => {
    await tab.goto(HERE);
    await untilMarked(tab, KNOWN.mark);
    await openCard();
    await clickOnCard(tab, 'Not this event');
    await until('the card to say so', async () => ((card) => card && said(card.node).includes('Hidden here'))(await cardIn(tab)));
    await clickOnCard(tab, 'Copy a correction for the maintainers');
    await until('the card to say so', async () => ((card) => card && said(card.node).includes('Copied'))(await cardIn(tab)));
    const copied = await pasted(tab);
    for (const line of ['Question: Civilians killed', 'Sentence: “Between 9,000 and 11,000 civilians were killed in the battle of Mosul', `Address: ${HERE}`, 'Linked because: ', 'Database version: 20'])
      expect(copied).toContain(line);
    await clickOnCard(tab, 'Undo');
    await until('the card to be back', async () => ((card) => card && said(card.node).includes('Not this event'))(await cardIn(tab)));
    await clickOnCard(tab, 'Not this event');
    await until('the card to say so again', async () => ((card) => card && said(card.node).includes('Hidden here'))(await cardIn(tab)));
    await tab.press('Escape');
    await untilNoCard(tab);
    await untilUnmarked(tab);

    await tab.goto(THERE);
    await untilMarked(tab, KNOWN.mark);
    await tab.goto(HERE);
    const popup = await world().driver.popup();
    await until('the figure without its card', () => popup.evaluate<boolean>("document.body.textContent.includes('Nothing to set beside them')"));
    expect(await marksIn(tab)).toEqual([]);
    await popup.close();
  });

  test('an extension that is loaded anew leaves nothing of the old one in open pages, and takes them over', async () => {
    const { driver } = world();
    await tab.goto(THERE);
    await untilMarked(tab, KNOWN.mark);
    const name = '[...CSS.highlights.keys()].join()';
    const before = await tab.evaluate(name);
    const popup = await driver.popup();
    await popup.evaluate('void setTimeout(() => (globalThis.browser ?? chrome).runtime.reload(), 100)');
    // Headless Chromium does not load an extension again that it was given on the command line.
    const comesBack = driver.browser === 'firefox';
    await until(comesBack ? 'the marks of one reader' : 'no marks', async () => {
      // In Chromium the old reader runs on, and finds out that nobody is behind it when the pointer moves.
      await tab.move({ x: 5, y: 400 });
      await tab.move({ x: 300, y: 300 });
      const found = await tab.evaluate<number[]>('[CSS.highlights.size, document.adoptedStyleSheets.length]');
      return found.every((n) => n === (comesBack ? 1 : 0)) && (await tab.evaluate(name)) !== before;
    });
    if (!comesBack) return;
    await hover(tab, KNOWN.mark);
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
  });
});
