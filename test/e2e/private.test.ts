// A private window: what is read there is marked and answered as anywhere, and nothing of it is kept.
import { expect, test } from 'vitest';
import { buttonOf, hover, inBothBrowsers, KNOWN, middle, pageOf, says, untilCard, untilMarked } from './harness/both.ts';
import { pause, until } from './harness/driver.ts';
import { kept } from './harness/list.ts';

const ADDRESS = 'http://news.example/private';

inBothBrowsers((world) => {
  test('a figure has its card; saved is nothing, and the card says why', async () => {
    const { driver, web } = world();
    web.serve(ADDRESS, { body: pageOf(KNOWN.sentence) });
    const tab = await driver.privateTab();
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
    await hover(tab, KNOWN.mark);
    const card = await untilCard(tab);
    expect(card.text).toContain(KNOWN.question);
    // Clicks in the first moments were meant for what was there before.
    await pause(400);
    await tab.click(middle(await tab.rect(buttonOf(card, 'Save'))));
    await until('the reason', async () => (await untilCard(tab)).text.includes('Private windows save nothing.') || null);
    await tab.close();

    const list = await driver.own('list');
    await says(list, 'Nothing saved yet');
    expect(await kept(list)).toEqual([]);
    const stored = JSON.stringify(await list.evaluate('(async () => { const { storage } = globalThis.browser ?? chrome; return [await storage.local.get(), await storage.session.get()]; })()'));
    expect(stored).not.toContain('news.example');
    await list.close();
  });
});
