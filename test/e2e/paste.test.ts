// A text of the reader's own: read like a page, with the same marks and cards, and kept only where the reader says so.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barriers, choose, clickIn, clickOnCard, hover, inBothBrowsers, marksIn, says, untilCard, untilMarked, untilNoCard } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';
import { type } from './harness/form.ts';

// As it comes out of a PDF: broken by width, with a title above.
const TEXT = `What the battle of Mosul cost

The battle began in October 2016 and lasted for nine months. Much of the
west of the city lay in ruins when it was over. Between 9,000 and 11,000
civilians were killed in the battle of Mosul, the Associated Press found.`;
const MARK = '9,000 and 11,000 civilians';

inBothBrowsers((world) => {
  let page: Tab;
  beforeEach(async () => {
    page = await world().driver.own('paste');
    await says(page, 'Read a text of your own');
  });
  afterEach(() => page.close());

  const read = async (text: string, date = ''): Promise<void> => {
    await type(page, '#text', text);
    await type(page, '#date', date);
    await clickIn(page, 'form button', 'Read the text');
  };
  const saved = async (): Promise<{ quote: { exact: string }; page: { title: string; date: string; url: string | null } }[]> =>
    page.evaluate(`(async () => {
      const names = (await indexedDB.databases()).map((d) => d.name).filter((n) => n.includes('saved'));
      const rows = [];
      for (const name of names) {
        const db = await new Promise((done, not) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = () => not(r.error); });
        if (db.objectStoreNames.contains('claims')) {
          const all = db.transaction('claims').objectStore('claims').getAll();
          rows.push(...await new Promise((done, not) => { all.onsuccess = () => done(all.result); all.onerror = () => not(all.error); }));
        }
        db.close();
      }
      return rows.map((row) => row.claim ?? row);
    })()`);

  test('a text that was broken by width is read, marked and carded as a page would be', async () => {
    await read(TEXT, '2017-12-21');
    await untilMarked(page, MARK);
    expect(await marksIn(page)).toHaveLength(1);
    expect(await page.evaluate("document.querySelector('article h2').textContent")).toBe('What the battle of Mosul cost');
    await says(page, 'One figure in this text');
    await hover(page, MARK);
    const card = await untilCard(page);
    for (const words of ['How many civilians were killed in the battle of Mosul', 'Associated Press', '21 Dec 2017']) expect(card.text).toContain(words);
    await page.press('Escape');
    await untilNoCard(page);
    // The same card without a pointer on its mark.
    await clickIn(page, 'nav button.figure', '9,000 to 11,000');
    expect((await untilCard(page)).text).toContain('Associated Press');
  });

  test('nothing of it is kept, asked for or changed; going back finds the text as it was', async () => {
    const before = await page.evaluate("JSON.stringify(Object.keys({ ...localStorage, ...sessionStorage }))");
    const kept = `JSON.stringify(await (globalThis.browser ?? chrome).storage.local.get(null))`;
    world().web.requests();
    await read(`${TEXT} Unmistakable words.`);
    await untilMarked(page, MARK);
    expect(await page.evaluate(`(async () => ${kept})()`)).not.toContain('Unmistakable');
    expect(await page.evaluate("JSON.stringify(Object.keys({ ...localStorage, ...sessionStorage }))")).toBe(before);
    expect((await saved()).filter((c) => JSON.stringify(c).includes('Unmistakable'))).toEqual([]);
    // Browsers ask for things of their own.
    expect(world().web.requests().filter((address) => /mosul|unmistakable|tallyside/i.test(address))).toEqual([]);
    await clickIn(page, 'button', 'Change the text');
    await until('the field with the text', () => page.evaluate(`document.getElementById('text')?.value.endsWith('Unmistakable words.')`));
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
    expect(await marksIn(page)).toEqual([]);
  });

  test('a figure of it can be kept, dated as the reader dated it, and that taken back', async () => {
    await read(TEXT, '2017-12-21');
    await untilMarked(page, MARK);
    await hover(page, MARK);
    await clickOnCard(page, 'Save');
    const [claim] = await until('the saved claim', async () => ((list) => (list.length > 0 ? list : null))(await saved()));
    expect(claim?.page).toMatchObject({ title: 'Pasted text', date: '2017-12-21', dateFrom: 'given', url: null });
    expect(claim?.quote.exact).toMatch(/^Between 9,000 and 11,000 civilians were killed/);
    await until('the way back', async () => (await untilCard(page)).text.includes('Undo'));
    await clickOnCard(page, 'Undo');
    await until('an empty list', async () => (await saved()).length === 0);
  });

  test('an empty field, a text without figures and one in another language are told in words', async () => {
    await clickIn(page, 'form button', 'Read the text');
    await says(page, 'There is no text yet');
    await read('The bread rose well in the warm kitchen, and nobody was in a hurry that morning.');
    await says(page, 'No casualty figures found in this text');
    await clickIn(page, 'button', 'Change the text');
    await read('Les combats pour la ville ont duré neuf mois. Selon l’agence, entre 9 000 et 11 000 civils ont été tués pendant la bataille, et une grande partie de la vieille ville a été détruite par les bombardements.');
    await says(page, 'The text seems to be in this language: French');
    expect(await marksIn(page)).toEqual([]);
  });

  test('axe finds nothing, light and dark, in either direction, before and after reading', async () => {
    for (const [theme, language] of [['light', null], ['dark', 'ar']] as const) {
      await choose(page, 'language', language);
      await choose(page, 'theme', theme);
      await until('the theme', () => page.evaluate(`document.documentElement.dataset.theme === '${theme}' && document.documentElement.dir === '${language ? 'rtl' : 'ltr'}'`));
      expect(await barriers(page), `${theme} ${language}, to be filled`).toEqual([]);
      await type(page, '#text', TEXT);
      await clickIn(page, 'form .btn.primary');
      await untilMarked(page, MARK);
      expect(await barriers(page), `${theme} ${language}, read`).toEqual([]);
      await clickIn(page, '.told button');
      await until('the form', () => page.evaluate("document.querySelector('form') !== null"));
    }
    await choose(page, 'theme', null);
    await choose(page, 'language', null);
    await says(page, 'Read a text of your own');
  });
});
