// The side panel: the figures of the page in front and a full card of one of them, while the page is read.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barriers, choose, clickIn, inBothBrowsers, KNOWN, lineOf, marksIn, middle, pageOf, says, untilCard, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const HERE = 'http://news.example/a';
const THERE = 'http://news.example/b';
const NONE = 'http://news.example/none';
const BARE = '<p>Officials in Redmark said on Monday that 14 people had been wounded when a ferry struck the pier.</p>';
/** Far down, so that going there is to be seen. */
const SECOND = '<p style="margin-top: 4000px">Between 970 and 1,260 civilians were killed in the battle of Mosul, the office of the prime minister of Iraq said.</p>';

inBothBrowsers((world) => {
  let tab: Tab;
  let panel: Tab;
  beforeEach(async () => {
    const { driver, web } = world();
    web.serve(HERE, { body: pageOf(KNOWN.sentence + BARE + SECOND) });
    web.serve(THERE, { body: pageOf(KNOWN.sentence) });
    web.serve(NONE, { body: pageOf('<p>Bread rises.</p>') });
    tab = await driver.newTab();
    await tab.goto(HERE);
    await untilMarked(tab, KNOWN.mark);
    panel = await driver.own('sidepanel');
    await says(panel, '9,000 to 11,000 civilians killed');
  });
  afterEach(async () => {
    await panel.close();
    await tab.close();
  });

  const inCard = "document.querySelector('.chosen div')?.shadowRoot";
  const cardSays = (words: string): Promise<unknown> => until(`the card to say “${words}”`, () => panel.evaluate<boolean>(`(${inCard}?.textContent ?? '').includes(${JSON.stringify(words)})`));
  const lines = (): Promise<string[]> => panel.evaluate("[...document.querySelectorAll('.figure')].map((e) => e.innerText.replace(/\\s+/g, ' '))");
  const current = (): Promise<string> => panel.evaluate("document.querySelector('.figure[aria-current=true]')?.innerText.replace(/\\s+/g, ' ') ?? ''");

  test('the figures in the order of the page, and the card of the first that has one', async () => {
    const list = await lines();
    expect(list.map((line) => /^[\d,]+(?: to [\d,]+)?/.exec(line)?.[0])).toEqual(['9,000 to 11,000', '14', '970 to 1,260']);
    await cardSays('Associated Press');
    expect(await panel.evaluate(`${inCard}.querySelector('.card').getAttribute('role')`)).toBe('region');
    // The same as over the page.
    await tab.toFront();
    await tab.click(middle(await lineOf(tab, KNOWN.mark)));
    const over = await untilCard(tab);
    for (const row of await panel.evaluate<string[]>(`[...${inCard}.querySelectorAll('.row .name')].map((e) => e.textContent.trim())`)) expect(over.text).toContain(row);
  });

  test('a chosen figure is shown here and in the page', async () => {
    expect(await tab.evaluate('scrollY')).toBe(0);
    await clickIn(panel, '.figure', '970');
    await until('the card', async () => (await current()).startsWith('970'));
    await until('the page to be there', () => tab.evaluate<boolean>('scrollY > 1000'));
    expect(await marksIn(tab)).not.toHaveLength(0);
    await clickIn(panel, '.figure', '14');
    await says(panel, 'No comparable estimate is known.');
    await until('the page to be there', () => tab.evaluate<boolean>('scrollY < 1000'));
    await tab.evaluate('scrollTo(0, 4000)');
    await clickIn(panel, 'footer button', 'Show in the page');
    await until('the page to be there again', () => tab.evaluate<boolean>('scrollY < 1000'));
  });

  test('goes from one to the next, of those that are shown', async () => {
    await clickIn(panel, 'header button', '↓');
    await until('the second', async () => (await current()).startsWith('14'));
    await panel.evaluate(`(() => {
      const filter = document.querySelector('#filter');
      filter.selectedIndex = 1;
      filter.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await until('the others to go', async () => (await lines()).length === 2);
    await clickIn(panel, 'header button', '↓');
    await clickIn(panel, 'header button', '↓');
    await says(panel, '2 of 2');
  });

  test('follows the card that is opened in the page, and the page in front', async () => {
    await tab.toFront();
    await tab.click(middle(await lineOf(tab, '970 and 1,260')));
    await untilCard(tab);
    await until('the panel to follow', async () => (await current()).startsWith('970'));
    const other = await world().driver.newTab();
    await other.goto(THERE);
    await untilMarked(other, KNOWN.mark);
    await until('the other page', async () => (await lines()).length === 1);
    await other.goto(NONE);
    await says(panel, 'No casualty figures found');
    await other.close();
    await tab.toFront();
    await until('the first page again', async () => (await lines()).length === 3);
  });

  test('off, and on again', async () => {
    await choose(panel, 'offEverywhere', true);
    await tab.toFront();
    await says(panel, 'Off for all sites');
    expect(await barriers(panel)).toEqual([]);
    await choose(panel, 'offEverywhere', false);
    await tab.toFront();
    await says(panel, '9,000 to 11,000 civilians killed');
  });

  test('"not this event" puts the figure away in the page as well, and can be taken back', async () => {
    const press = async (words: string): Promise<void> => {
      const rect = await until(words, () =>
        panel.evaluate<{ x: number; y: number } | null>(`(() => {
          const button = [...(${inCard}?.querySelectorAll('button') ?? [])].find((b) => b.textContent.includes(${JSON.stringify(words)}));
          if (!button) return null;
          button.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = button.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        })()`),
      );
      await panel.click(rect);
    };
    await panel.toFront();
    await press('Not this event');
    // A page behind another is read when it is seen; a real panel stands beside its page.
    await tab.toFront();
    await until('the mark to go', async () => !(await marksIn(tab)).some((mark) => mark.includes(KNOWN.mark)));
    await cardSays('Hidden here');
    await panel.toFront();
    await press('Undo');
    await tab.toFront();
    await untilMarked(tab, KNOWN.mark);
    await until('the figure to have its card again', async () => /\d counts/.test((await lines())[0] ?? ''));
    await cardSays('Not this event');
  });

  test('what counts something else has its card here too, with a way back', async () => {
    const click = (selector: string): Promise<unknown> => until(selector, () => panel.evaluate(`(() => { const e = ${inCard}?.querySelector(${JSON.stringify(selector)}); e?.click(); return Boolean(e); })()`));
    const question = (): Promise<string> => panel.evaluate(`${inCard}?.querySelector('.q')?.textContent ?? ''`);
    await cardSays('Associated Press');
    const first = await question();
    await click('.fold summary');
    await click('.else button.what');
    await until('the other card', async () => (await question()) !== first);
    expect(await barriers(panel)).toEqual([]);
    await click('.back');
    await until('the first card', async () => (await question()) === first);
  });

  test('axe finds nothing, light and dark, in either direction', async () => {
    for (const [theme, language] of [['light', null], ['dark', null], ['dark', 'ar']] as const) {
      await choose(panel, 'language', language);
      await tab.toFront();
      await choose(panel, 'theme', theme);
      await tab.toFront();
      await until('the theme', () => panel.evaluate(`document.documentElement.dataset.theme === '${theme}' && document.documentElement.dir === '${language ? 'rtl' : 'ltr'}'`));
      await until('the card in that language', () => panel.evaluate(`${inCard}?.querySelector('.card')?.dir === '${language ? 'rtl' : 'ltr'}'`));
      const ground = (element: string): Promise<string> => panel.evaluate(`getComputedStyle(${element}).backgroundColor`);
      expect(await ground(`${inCard}.querySelector('.card')`), 'the card is of one colour with the panel').toBe(await ground('document.body'));
      expect(await barriers(panel), `${theme} ${language}`).toEqual([]);
    }
    await choose(panel, 'theme', null);
    await tab.toFront();
    await choose(panel, 'language', null);
    await tab.toFront();
    await says(panel, 'Figures on this page');
  });

  test('opens from the popup', async () => {
    const { driver } = world();
    expect(await driver.panelOpen()).toBe(false);
    const popup = await driver.popup();
    await popup.toFront();
    await clickIn(popup, 'footer button', 'Side panel');
    await until('the side panel', () => driver.panelOpen());
  });
});
