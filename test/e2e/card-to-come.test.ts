// The card's script comes into a page after its marks, and only there. What the reader does before it is there must not be lost.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardIn, hover, inBothBrowsers, KNOWN, lineOf, marksIn, middle, pageOf, untilCard, untilMarked } from './harness/both.ts';
import { pause, type Tab } from './harness/driver.ts';

const ADDRESS = 'http://news.example/to-come';
/** Longer than a pointer has to rest, ms. */
const WAIT = 700;

inBothBrowsers((world) => {
  let tab: Tab;
  beforeEach(async () => {
    const { driver, web } = world();
    web.serve(ADDRESS, { body: pageOf(KNOWN.sentence) });
    await driver.inWorker(`
      const { scripting } = worker.browser?.runtime?.id ? worker.browser : worker.chrome;
      const bring = (worker.bring ??= scripting.executeScript);
      const held = new Promise((done) => { worker.release = done; });
      scripting.executeScript = async (what) => {
        if (what.files?.includes('/card.js')) { await held; if (worker.refused-- > 0) throw new Error('closed'); }
        return bring.call(scripting, what);
      };
      worker.refused = 0;`);
    tab = await driver.newTab();
    await tab.goto(ADDRESS);
    // The marks do not wait for it.
    await untilMarked(tab, KNOWN.mark);
  });
  afterEach(() => tab.close());

  const release = (): Promise<void> => world().driver.inWorker('worker.release();');

  test.each<[string, () => Promise<void>]>([
    ['a pointer that rests on the figure', () => hover(tab, KNOWN.mark)],
    ['a click', async () => tab.click(middle(await lineOf(tab, KNOWN.mark)))],
    ['the keyboard command', () => world().driver.command('next-figure', tab)],
  ])('%s opens the card as soon as that is there', async (_, act) => {
    await act();
    await pause(WAIT);
    expect(await cardIn(tab)).toBeNull();
    await release();
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
  });

  test('a pointer that has gone on by then opens nothing', async () => {
    await hover(tab, KNOWN.mark);
    await pause(WAIT);
    await tab.move({ x: 5, y: 700 });
    await release();
    await pause(WAIT);
    expect(await cardIn(tab)).toBeNull();
    // It is there.
    await hover(tab, KNOWN.mark);
    await untilCard(tab);
  });

  test('a page that could not be entered keeps its marks, and is tried again', async () => {
    await world().driver.inWorker('worker.refused = 1; worker.release();');
    await hover(tab, KNOWN.mark);
    expect(await marksIn(tab)).not.toEqual([]);
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
  });
});
