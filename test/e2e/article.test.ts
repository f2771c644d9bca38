// The main job, on the demo article: marks, a card with the right question and estimates, and a page that is as it was.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cardIn, clickIn, clickOnCard, DEMO, hover, inBothBrowsers, lineOf, marksIn, middle, untilCard, untilMarked, untilNoCard } from './harness/both.ts';
import { findAll, said, type Seen } from '../../lib/cli/demo/closed-shadow.ts';
import { until, type Tab } from './harness/driver.ts';

const ADDRESS = 'http://news.example/mosul';
const SPLIT = '9,000 and 11,000 civilians';
const SPLIT_CARD = 'This page says: 9,000 to 11,000 civilians killed';

inBothBrowsers((world) => {
  let tab: Tab;
  beforeAll(async () => {
    const { driver, web } = world();
    web.serve(ADDRESS, { body: DEMO });
    tab = await driver.newTab();
    await tab.goto(ADDRESS);
    await untilMarked(tab, SPLIT);
  });

  // Each case starts without a card, whatever the one before it left.
  beforeEach(async () => {
    await tab.press('Escape');
    await untilNoCard(tab);
  });

  describe('marks', () => {
    test.each([
      ['in the first paragraph', 'at least 9,000 civilians'],
      ['split over elements', SPLIT],
      ['in a caption', 'more than 22,000 civilians'],
      ['in a live blog', '288 people'],
    ])('a figure %s', async (_, words) => {
      expect((await marksIn(tab)).filter((mark) => mark.includes(words))).toHaveLength(1);
    });

    test('no number that counts something else', async () => {
      const marks = (await marksIn(tab)).join(' | ');
      for (const other of ['318', '1.2 million', '29 to 64', '14 earlier', '2,400', '2016', '14 January']) expect(marks).not.toContain(other);
    });
  });

  describe('the card', () => {
    const right = async (): Promise<void> => {
      const card = await untilCard(tab);
      expect(card.name).toBe(SPLIT_CARD);
      expect(card.text).toContain('How many civilians were killed in the battle of Mosul');
      for (const said of ["Iraqi Prime Minister's office 970 to 1,260", 'UN Assistance Mission for Iraq at least 2,521', 'Associated Press 9,000 to 11,000']) expect(card.text).toContain(said);
      expect(card.text).not.toMatch(/average|true|false/i);
    };

    test('opens when the pointer rests on a mark, and goes when it leaves', async () => {
      await hover(tab, SPLIT);
      await right();
      await tab.move({ x: 5, y: 700 });
      await untilNoCard(tab);
    });

    test('opens by a click at once, and closes by Escape', async () => {
      await tab.click(middle(await lineOf(tab, 'at least 2,521 civilians')));
      expect((await untilCard(tab)).text).toContain('battle of Mosul');
      await tab.press('Escape');
      await untilNoCard(tab);
    });

    test('closes by its own button', async () => {
      await tab.click(middle(await lineOf(tab, 'at least 2,521 civilians')));
      await clickOnCard(tab, 'Close');
      await untilNoCard(tab);
    });

    test('opens for the next and the previous figure by keyboard command', async () => {
      await tab.evaluate('scrollTo(0, 0)');
      await world().driver.command('next-figure', tab);
      const first = (await untilCard(tab)).name;
      await world().driver.command('next-figure', tab);
      await until('the second card', async () => (await cardIn(tab))?.name !== first || null);
      await right();
      await world().driver.command('previous-figure', tab);
      await until('the first card', async () => (await cardIn(tab))?.name === first || null);
      await tab.press('Escape');
      await untilNoCard(tab);
    });

    test('by keys alone: the card of what counts something else, its difference named, and back', async () => {
      await tab.evaluate('scrollTo(0, 0)');
      const BESIDE = 'Civilians killed by coalition';
      const inCard = async (name: string, words: string): Promise<Seen | undefined> => findAll((await untilCard(tab)).node, (node) => node.name === name && said(node).includes(words))[0];
      const unfolded = async (): Promise<boolean> => findAll((await untilCard(tab)).node, (node) => node.name === 'details' && node.attributes['open'] !== undefined && said(node).includes(BESIDE)).length > 0;
      /** With the Tab key, as far as need be. */
      const goTo = (name: string, words: string): Promise<true> =>
        until(`the keyboard at “${words}”`, async () => {
          await tab.press('Tab');
          const node = await inCard(name, words);
          return (node !== undefined && (await tab.focused(node))) || null;
        });
      await lineOf(tab, SPLIT);
      for (let i = 0; i < 12 && (await cardIn(tab))?.name !== SPLIT_CARD; i++) {
        await world().driver.command('next-figure', tab);
        await untilCard(tab);
      }
      await goTo('summary', 'Counts something else');
      await tab.press('Enter');
      await until('the fold to open', unfolded);
      await goTo('button', BESIDE);
      await tab.press('Enter');
      const beside = await until('the other card', async () => ((card) => (card?.text.includes('Back to this figure') ? card : null))(await cardIn(tab)));
      expect(beside.name).toBe(SPLIT_CARD);
      expect(beside.text).toContain('Counts something else Part of this question');
      expect(beside.text).toContain('coalition and Iraqi fire');
      // The keyboard is on the way back already.
      await tab.press('Enter');
      await until('the card before it', async () => !(await cardIn(tab))?.text.includes('Back to this figure') || null);
      await right();
    });

    test('opens from the list in the popup', async () => {
      const popup = await world().driver.popup();
      await clickIn(popup, 'button.figure', '9,000 to 11,000');
      await right();
      await tab.toFront();
      await tab.press('Escape');
      await untilNoCard(tab);
    });
  });

  describe('the page', () => {
    test('is byte for byte what was sent, but for the one element that holds an open card', async () => {
      // What the parser makes of the same bytes where nobody else is.
      const untouched = `new DOMParser().parseFromString(${JSON.stringify(DEMO)}, 'text/html').documentElement.outerHTML`;
      const same = `document.documentElement.outerHTML === ${untouched}`;
      expect(await tab.evaluate(same)).toBe(true);
      await tab.click(middle(await lineOf(tab, 'at least 2,521 civilians')));
      await untilCard(tab);
      const withoutOurs = `(() => { const copy = document.documentElement.cloneNode(true); copy.lastElementChild.remove(); return copy.outerHTML === ${untouched}; })()`;
      expect(await tab.evaluate(withoutOurs)).toBe(true);
      await tab.press('Escape');
      await untilNoCard(tab);
      expect(await tab.evaluate(same)).toBe(true);
    });

    test('was asked for once, and nothing else was asked for by it or by us', async () => {
      const asked = world().web.requests().filter((address) => /news\.example|tallyside/.test(address));
      expect(asked).toEqual([ADDRESS]);
    });
  });
});
