// Keeping a figure: from its card, by a command, from the menu on selected text; what is in the list then, and taken back.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buttonOf, clickIn, clickOnCard, hover, inBothBrowsers, KNOWN, marksIn, pageOf, reports, untilCard, untilMarked, untilNoCard } from './harness/both.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import { until, type Tab } from './harness/driver.ts';
import { fill } from './harness/list.ts';

type Kept = { quote: { exact: string; prefix: string; suffix: string }; figure: { low: number; high: number; measure: string } | null; page: Record<string, string | null>; match: { question: string; relation: string } | null; sources: string[] };

inBothBrowsers((world) => {
  let tab: Tab;
  let own: Tab;
  beforeEach(async () => {
    const { web, driver } = world();
    web.serve('http://news.example/kept', {
      body: pageOf(`${KNOWN.sentence}<p>Nobody said who fell there. The road stayed closed.</p>`, '<link rel="canonical" href="http://news.example/kept"><meta name="author" content="Ada Writer">'),
    });
    own = await driver.popup();
    tab = await driver.newTab();
    await tab.goto('http://news.example/kept?utm_source=mail');
    await untilMarked(tab, KNOWN.mark);
  });
  afterEach(async () => {
    // The next case starts with an empty list.
    await own.evaluate(`new Promise((done) => {
      const opening = indexedDB.open('tallyside-saved');
      opening.onsuccess = () => {
        const names = [...opening.result.objectStoreNames];
        if (names.length === 0) { opening.result.close(); done(null); return; }
        const t = opening.result.transaction(names, 'readwrite');
        for (const name of names) t.objectStore(name).clear();
        t.oncomplete = () => { opening.result.close(); done(null); };
      };
    })`);
    await own.close();
    await tab.close();
  });

  /** The rows of the list, as they lie on the disk. */
  const list = (): Promise<Kept[]> =>
    own.evaluate<Kept[]>(`new Promise((done) => {
      const opening = indexedDB.open('tallyside-saved');
      opening.onsuccess = () => {
        if (!opening.result.objectStoreNames.contains('claims')) { opening.result.close(); done([]); return; }
        const asking = opening.result.transaction('claims').objectStore('claims').getAll();
        asking.onsuccess = () => { opening.result.close(); done(asking.result); };
      };
    })`);

  const untilKept = (n: number): Promise<Kept[]> => until(`${n} saved claims`, async () => ((await list()).length === n ? list() : null));

  const press = (words: string): Promise<void> => clickOnCard(tab, words);

  test('from the card: with its sentence, its page, its question; and taken back', async () => {
    await hover(tab, KNOWN.mark);
    await press('Save');
    await until('the card to say so', async () => (await untilCard(tab)).text.includes('Saved') || null);
    const [kept] = await untilKept(1);
    expect(kept).toMatchObject({
      quote: { exact: 'Between 9,000 and 11,000 civilians were killed in the battle of Mosul, the Associated Press found.' },
      figure: { low: 9_000, high: 11_000, measure: 'killed' },
      page: { url: 'http://news.example/kept?utm_source=mail', canonical: 'http://news.example/kept', key: 'news.example/kept', author: 'Ada Writer', date: '2017-12-21', lang: 'en' },
      match: { relation: 'same' },
    });
    expect(kept?.sources.length).toBeGreaterThan(1);
    await press('Undo');
    await untilKept(0);
    // The list is written before the card is told.
    await until('the card to say so no longer', async () => !(await untilCard(tab)).text.includes('Saved') || null);
  });

  test('saved twice it is there once', async () => {
    await hover(tab, KNOWN.mark);
    await press('Save');
    await untilKept(1);
    const popup = await world().driver.popup();
    await clickIn(popup, 'button', 'Save all');
    await reports(popup, 'Saved');
    expect(await list()).toHaveLength(1);
    await popup.close();
  });

  test('a card opened again knows that its figure is in the list, and takes it out; not what has the reader’s notes', async () => {
    const again = async (): Promise<void> => {
      await tab.reload();
      await untilMarked(tab, KNOWN.mark);
      await hover(tab, KNOWN.mark);
    };
    const pressed = async (words: string): Promise<string | undefined> => buttonOf(await untilCard(tab), words).attributes['aria-pressed'];
    await hover(tab, KNOWN.mark);
    expect(await pressed('Save')).toBe('false');
    await press('Save');
    const [claim] = await untilKept(1);
    await again();
    expect(await pressed('Saved')).toBe('true');
    await press('Saved');
    await untilKept(0);
    await until('the card to say so', async () => (await untilCard(tab)).text.includes('Removed from your list') || null);
    expect(await pressed('Save')).toBe('false');

    await fill(own, [{ ...(claim as unknown as SavedClaim), beside: null, note: 'Compare.' }]);
    await again();
    await press('Saved');
    await until('the reason', async () => (await untilCard(tab)).text.includes('It holds your notes or tags.') || null);
    expect(await list()).toHaveLength(1);
  });

  test('by a command: the figure whose card is open', async () => {
    await hover(tab, KNOWN.mark);
    await untilCard(tab);
    await world().driver.command('save-figure', tab);
    expect((await untilKept(1))[0]?.figure?.low).toBe(9_000);
  });

  test('words that were selected, from the menu', async () => {
    await tab.evaluate(`(() => {
      const text = document.querySelectorAll('p')[1].firstChild;
      getSelection().setBaseAndExtent(text, 0, text, 'Nobody said who fell there.'.length);
    })()`);
    if (!(await world().driver.savePassage(tab))) return;
    const [kept] = await untilKept(1);
    expect(kept).toMatchObject({ quote: { exact: 'Nobody said who fell there.', suffix: expect.stringMatching(/^ The road stayed closed\./) as string }, figure: null, match: null });
  });

  test('all figures of the page from the popup, and taken back', async () => {
    // About the page that was seen last.
    const popup = await world().driver.popup();
    await clickIn(popup, 'button', 'Save all');
    const kept = await untilKept(1);
    expect(kept[0]?.figure?.low).toBe(9_000);
    // The page's own card knows of it, and that it was taken back, without loading.
    const untilPressed = async (pressed: 'true' | 'false'): Promise<void> => {
      await tab.toFront();
      await until(`a card whose “Save” is pressed: ${pressed}`, async () => {
        await tab.press('Escape');
        await tab.move({ x: 5, y: 5 });
        await hover(tab, KNOWN.mark);
        return buttonOf(await untilCard(tab), 'Save').attributes['aria-pressed'] === pressed || null;
      });
      await tab.press('Escape');
      await untilNoCard(tab);
    };
    await untilPressed('true');
    await popup.toFront();
    await clickIn(popup, 'button', 'Undo');
    await untilKept(0);
    await untilPressed('false');
    await popup.close();
  });

  test('found again on its page, though that was edited; and not when it is gone', async () => {
    await hover(tab, KNOWN.mark);
    await press('Save');
    await untilKept(1);
    const find = (): Promise<{ answer?: { is: string; now?: string } }> =>
      own.evaluate(`(async () => {
        const { runtime, tabs } = globalThis.browser ?? globalThis.chrome;
        const id = await new Promise((done) => {
          const opening = indexedDB.open('tallyside-saved');
          opening.onsuccess = () => {
            const asking = opening.result.transaction('claims').objectStore('claims').getAllKeys();
            asking.onsuccess = () => { opening.result.close(); done(asking.result[0]); };
          };
        });
        const [page] = await tabs.query({ url: 'http://news.example/*' });
        return runtime.sendMessage({ type: 'findIn', body: { tab: page.id, id } });
      })()`);
    const serve = (sentence: string): void => world().web.serve('http://news.example/kept', { body: pageOf(`<p>It was read again in spring.</p>${sentence}`) });
    expect((await find()).answer).toMatchObject({ is: 'exact' });
    serve('<p>Between 9,000 and 12,000 civilians were killed in the battle of Mosul, the Associated Press found.</p>');
    await tab.reload();
    expect((await find()).answer).toMatchObject({ is: 'altered', now: 'Between 9,000 and 12,000 civilians were killed in the battle of Mosul, the Associated Press found.' });
    await until('the passage to be marked', async () => (await marksIn(tab)).some((mark) => mark.startsWith('Between 9,000 and 12,000 civilians were killed')) || null);
    serve('<p>Nobody knows.</p>');
    await tab.reload();
    expect((await find()).answer).toEqual({ is: 'gone' });
  });

  test('a page cannot take back what was saved elsewhere, nor save for another tab', async () => {
    await hover(tab, KNOWN.mark);
    await press('Save');
    await untilKept(1);
    const answer = await own.evaluate<{ error?: string }>("(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: 'unsave', body: { save: 'batch:1' } })");
    expect(answer.error).toBe('refused');
    expect(await list()).toHaveLength(1);
  });
});
