// Who reads otherwise than with a mouse in a wide window: with a finger, much enlarged, from right to left, on paper.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findAll } from '../../lib/cli/demo/closed-shadow.ts';
import { buttonOf, cardIn, choose, clickOnCard, inBothBrowsers, KNOWN, lineOf, middle, pageOf, untilCard, untilMarked, untilNoCard } from './harness/both.ts';
import { pause, until, type Rect, type Tab } from './harness/driver.ts';

const ADDRESS = 'http://news.example/reach';
const PHONE = { width: 390, height: 780, phone: true };
/** A window of 1280 by 1024 px at 400 %: https://www.w3.org/WAI/WCAG22/Understanding/reflow.html */
const ENLARGED = { width: 320, height: 256 };
const HEAD = '<meta name="viewport" content="width=device-width">';

inBothBrowsers((world) => {
  let tab: Tab;
  beforeEach(async () => {
    tab = await world().driver.newTab();
  });
  afterEach(() => tab.close());

  const open = async (size: Parameters<Tab['resize']>[0], body = KNOWN.sentence, head = HEAD): Promise<void> => {
    world().web.serve(ADDRESS, { body: pageOf(body, head) });
    await tab.resize(size);
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
  };
  const inside = ({ x, y, width, height }: Rect, window: { width: number; height: number }): void => {
    expect(x).toBeGreaterThanOrEqual(7.5);
    expect(y).toBeGreaterThanOrEqual(7.5);
    expect(x + width).toBeLessThanOrEqual(window.width - 7.5);
    expect(y + height).toBeLessThanOrEqual(window.height - 7.5);
  };

  test('a finger: a tap on a figure opens its card inside the window, a tap on Close closes it, one beside it as well', async () => {
    await open(PHONE);
    await tab.tap(middle(await lineOf(tab, KNOWN.mark)));
    const card = await untilCard(tab);
    expect(card.text).toContain(KNOWN.question);
    inside(await tab.rect(card.node), PHONE);
    await pause(400);
    // Chromium is told that it runs on a phone; Firefox runs with a mouse beside the finger.
    const least = world().driver.browser === 'chromium' ? 44 : 24;
    for (const button of findAll(card.node, (n) => n.name === 'button' && /\b(?:icon|btn)\b/.test(n.attributes['class'] ?? ''))) expect((await tab.rect(button)).height).toBeGreaterThanOrEqual(least);
    await tab.tap(middle(await tab.rect(buttonOf(card, 'Close'))));
    await untilNoCard(tab);
    await tab.tap(middle(await lineOf(tab, KNOWN.mark)));
    const { y } = await tab.rect((await untilCard(tab)).node);
    await pause(400);
    await tab.tap({ x: 10, y: y > 40 ? 10 : 770 });
    await untilNoCard(tab);
  });

  test('at 400 %: all of the card can be brought into the window, its buttons work', async () => {
    await open(ENLARGED);
    await world().driver.command('next-figure', tab);
    const card = await untilCard(tab);
    inside(await tab.rect(card.node), ENLARGED);
    expect((await tab.rect(card.node)).width).toBeGreaterThan(250);
    // By key to the last control of the card: the browser scrolls it into view.
    const last = buttonOf(card, 'Something wrong with this entry?');
    const seen = ({ y, height }: Rect): boolean => y >= 8 && y + height <= ENLARGED.height - 8;
    expect(seen(await tab.rect(last))).toBe(false);
    for (let i = 0; i < 40 && !seen(await tab.rect(last)); i++) await tab.press('Tab');
    expect(seen(await tab.rect(last))).toBe(true);
    expect((await tab.rect(last)).height).toBeGreaterThanOrEqual(24);
    await tab.press('Escape');
    await untilNoCard(tab);
  });

  describe('from right to left', () => {
    let own: Tab;
    beforeEach(async () => {
      own = await world().driver.own('options');
      await choose(own, 'language', 'ar');
    });
    afterEach(async () => {
      await choose(own, 'language', null);
      await own.close();
    });

    test('the card speaks Arabic, begins at the right and stays inside the window', async () => {
      await open({ width: 1000, height: 800 });
      await tab.toFront();
      await untilMarked(tab, KNOWN.mark);
      await tab.click(middle(await lineOf(tab, KNOWN.mark)));
      const { node, name } = await untilCard(tab);
      expect(node.attributes['dir']).toBe('rtl');
      expect(node.attributes['lang']).toBe('ar');
      expect(name).toMatch(/[\u0600-\u06ff]/);
      const card = await tab.rect(node);
      inside(card, { width: 1000, height: 800 });
      // Where English has its heading, Arabic has its buttons.
      const close = findAll(node, (n) => (n.attributes['class'] ?? '').split(' ').includes('close'))[0];
      const heading = findAll(node, (n) => n.name === 'h2')[0];
      if (close === undefined || heading === undefined) throw new Error('no heading, or no buttons');
      expect((await tab.rect(close)).x).toBeLessThan((await tab.rect(heading)).x);
      expect(card.x + card.width - ((h) => h.x + h.width)(await tab.rect(heading))).toBeLessThan(24);
    });
  });

  test('searching the window for words of the card tells a page no more than is public: nothing of what was saved, no address of another page', async () => {
    await open({ width: 1000, height: 800 });
    await tab.click(middle(await lineOf(tab, KNOWN.mark)));
    await clickOnCard(tab, 'Save');
    await until('the card to say so', async () => ((now) => now && /Saved/.test(now.text))(await cardIn(tab)));
    // Elsewhere the figure is open, with what the list already holds of it.
    world().web.serve('http://other.example/', { body: pageOf(KNOWN.sentence, HEAD) });
    await tab.goto('http://other.example/');
    await untilMarked(tab, KNOWN.mark);
    await tab.click(middle(await lineOf(tab, KNOWN.mark)));
    const { text } = await untilCard(tab);
    expect(text).not.toContain('news.example');
    const finds = (words: string): Promise<boolean> => tab.evaluate<boolean>(`(getSelection().removeAllRanges(), find(${JSON.stringify(words)}, false, false, true, false, true, false))`);
    // A closed root keeps no secret from find(): so nothing secret may stand in it. These are the words of nobody but the page.
    expect(await finds('civilians were killed in the battle')).toBe(true);
    for (const secret of ['news.example', ADDRESS, 'Saved']) expect(await finds(secret)).toBe(false);
    // And what find() selects in it is not handed out.
    expect(await tab.evaluate<number>("[...document.querySelectorAll('*')].filter((e) => e.shadowRoot !== null).length")).toBe(0);
  });
});
