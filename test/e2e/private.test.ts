// A private window: what is read there is marked and answered as anywhere, and nothing of it is kept.
import { expect, test } from 'vitest';
import { clickIn, clickOnCard, hover, inBothBrowsers, KNOWN, pageOf, reports, says, untilCard, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';
import { kept } from './harness/list.ts';

const ADDRESS = 'http://news.example/private';

/** The list, and when each claim of it was written. */
const stands = async (own: Tab): Promise<string[]> => (await kept(own)).map(({ id, edited }) => `${id} ${edited}`);

inBothBrowsers((world) => {
  test('a figure has its card; saved is nothing, and the card says why', async () => {
    const { driver, web } = world();
    web.serve(ADDRESS, { body: pageOf(KNOWN.sentence) });
    // What the list has of this page is no business of a private window.
    const open = await driver.newTab();
    await open.goto(ADDRESS);
    await untilMarked(open, KNOWN.mark);
    const popup = await driver.popup();
    await clickIn(popup, 'button', 'Save all');
    await reports(popup, 'Saved');
    await popup.close();
    await open.close();
    const before = await driver.own('list');
    await says(before, '1 claim');
    const there = await stands(before);
    await before.close();

    const tab = await driver.privateTab();
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
    await hover(tab, KNOWN.mark);
    const card = await untilCard(tab);
    expect(card.text).toContain(KNOWN.question);
    expect(card.text).not.toContain('Saved');
    await clickOnCard(tab, 'Save');
    await until('the reason', async () => (await untilCard(tab)).text.includes('Private windows save nothing.') || null);
    await tab.close();

    const list = await driver.own('list');
    await says(list, '1 claim');
    expect(await stands(list)).toEqual(there);
    const stored = JSON.stringify(await list.evaluate('(async () => { const { storage } = globalThis.browser ?? chrome; return [await storage.local.get(), await storage.session.get()]; })()'));
    expect(stored).not.toContain('news.example');
    await list.close();
  });
});
