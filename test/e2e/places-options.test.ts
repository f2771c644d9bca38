// The settings page: what is chosen there takes effect at once in open tabs, and it can be used by everybody.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { barriers, cardIn, choose, clickIn, hover, inBothBrowsers, KNOWN, lineOf, marksIn, middle, pageOf, says, untilCard, untilMarked, untilNoCard, untilUnmarked } from './harness/both.ts';
import { pause, until, type Tab } from './harness/driver.ts';
import { giveFile, type } from './harness/form.ts';

const HERE = 'http://news.example/a';
const BARE = 'Officials in Redmark said on Monday that 14 people had been wounded when a ferry struck the pier.';

inBothBrowsers((world) => {
  let tab: Tab;
  let options: Tab;
  beforeEach(async () => {
    const { driver, web } = world();
    web.serve(HERE, { body: pageOf(`${KNOWN.sentence}<p>${BARE}</p>`) });
    tab = await driver.newTab();
    await tab.goto(HERE);
    await untilMarked(tab, KNOWN.mark);
    await tab.evaluate('void (window.sameDocument = true)');
    options = await driver.own('options');
    await says(options, 'Settings');
  });
  afterEach(async () => {
    await clickIn(options, 'button', 'As at first');
    await says(options, 'All settings are as at first.');
    expect(await tab.evaluate('window.sameDocument')).toBe(true);
    await options.close();
    await tab.close();
  });

  const openCard = async () => {
    await tab.toFront();
    await tab.click(middle(await lineOf(tab, KNOWN.mark)));
    return untilCard(tab);
  };

  describe('at once, without loading the page again:', () => {
    test('cards only on click', async () => {
      await clickIn(options, '.choice', 'Open cards only on click');
      await says(options, 'Kept. In effect in all open tabs.');
      await tab.toFront();
      await hover(tab, KNOWN.mark);
      // Longer than any card of a resting pointer takes.
      await pause(2_000);
      expect(await cardIn(tab)).toBeNull();
      await openCard();
      await tab.press('Escape');
      await untilNoCard(tab);
    });

    test('figures with nothing beside them, and their card says so', async () => {
      expect((await marksIn(tab)).some((mark) => mark.includes('14 people'))).toBe(false);
      await clickIn(options, '.choice', 'Also mark figures');
      await tab.toFront();
      await untilMarked(tab, '14 people');
      await tab.toFront();
      await tab.click(middle(await lineOf(tab, '14 people')));
      const card = await untilCard(tab);
      expect(card.text).toContain('No comparable estimate is known.');
      expect(card.text).not.toContain('Not this event');
      await tab.press('Escape');
      await untilNoCard(tab);
      await options.toFront();
      await clickIn(options, '.choice', 'Also mark figures');
      await tab.toFront();
      await until('the mark to go', async () => !(await marksIn(tab)).some((mark) => mark.includes('14 people')));
      await options.toFront();
    });

    test('a kind of harm is left out, of the page and of the list', async () => {
      await clickIn(options, 'fieldset .choice', 'killed');
      // A page behind another is read when it is seen.
      await tab.toFront();
      await untilUnmarked(tab);
      const popup = await world().driver.popup();
      await says(popup, 'Left out by your settings: killed.');
      expect(await popup.evaluate("document.body.innerText.includes('9,000')")).toBe(false);
      await popup.close();
      await options.toFront();
      await clickIn(options, 'fieldset .choice', 'killed');
      await tab.toFront();
      await untilMarked(tab, KNOWN.mark);
      await options.toFront();
    });

    test('language, colours and text size of the card', async () => {
      await choose(options, 'language', 'ar');
      await says(options, 'الإعدادات');
      expect(await options.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual(['ar', 'rtl']);
      await choose(options, 'theme', 'dark');
      await choose(options, 'textSize', 2);
      const card = await until('a card in Arabic', async () => {
        // Until the page is read anew its marks have no card: then a click opens nothing.
        await tab.toFront();
        await tab.click(middle(await lineOf(tab, KNOWN.mark)));
        await pause(300);
        const card = await cardIn(tab);
        if (card?.text.includes('تقول هذه الصفحة')) return card;
        await tab.press('Escape');
        return null;
      });
      expect(card.node.attributes).toMatchObject({ dir: 'rtl', lang: 'ar', 'data-theme': 'dark' });
      expect(card.node.attributes['style']).toContain('--text: 2');
      await tab.press('Escape');
      await choose(options, 'language', null);
      await says(options, 'Settings');
    });
  });

  test('a site is added, and taken off', async () => {
    const add = async (text: string): Promise<void> => {
      await type(options, '#site', text);
      await clickIn(options, 'form button', 'Add');
    };
    for (const [typed, problem] of [
      ['', 'No site was given.'],
      ['the morning paper', '“the morning paper” is not a site.'],
      ['file:///etc/hosts', '“file:///etc/hosts” is not on the web'],
    ] as const) {
      await add(typed);
      await says(options, problem);
      expect(await options.evaluate("document.querySelector('#site').getAttribute('aria-invalid')")).toBe('true');
    }
    expect(await barriers(options)).toEqual([]);
    expect(await marksIn(tab)).not.toEqual([]);
    await add('https://www.news.example/a?b');
    await untilUnmarked(tab);
    await add('live.news.example');
    await says(options, 'Nothing is read there already: news.example is on the list.');
    await clickIn(options, '.sites button', 'Remove');
    await tab.toFront();
    await untilMarked(tab, KNOWN.mark);
    await options.toFront();
    await says(options, 'No site is listed.');
  });

  test('says what the database holds, and how old it is', async () => {
    await says(options, 'CC BY 4.0');
    const facts = await options.evaluate<string>("document.querySelector('#data').closest('section').innerText.replace(/\\s+/g, ' ')");
    expect(facts).toMatch(/Version \d{4}\.\d+\.\d+/);
    expect(facts).toMatch(/days? old/);
    const [, questions = '', estimates = ''] = /([\d,]+) questions · ([\d,]+) estimates · [\d,]+ sources/.exec(facts) ?? [];
    expect(Number(questions.replace(',', ''))).toBeGreaterThan(100);
    expect(Number(estimates.replace(',', ''))).toBeGreaterThan(Number(questions.replace(',', '')));
  });

  test('settings come from a file, whole or not at all', async () => {
    const load = (text: string): Promise<void> => giveFile(options, '[aria-labelledby=transfer] input[type=file]', 'settings.json', text);
    const file = (settings: object): string => JSON.stringify({ format: 'tallyside-settings', version: 1, settings });
    await load('{"format":');
    await says(options, 'it is not JSON, or it is cut short. Nothing was changed.');
    await load(file({ offEverywhere: true, textSize: 9 }));
    await says(options, 'could not be understood: textSize. Nothing was changed.');
    expect(await marksIn(tab)).not.toEqual([]);
    expect(await barriers(options)).toEqual([]);
    await load(file({ offSites: ['news.example'], clickOnly: true }));
    await says(options, 'The settings of the file are in effect.');
    await untilUnmarked(tab);
    await says(options, 'Remove');
  });

  test('every key that is suggested is one the browser gives', async () => {
    const wanted = await options.evaluate<[string, string][]>("Object.entries((globalThis.browser ?? chrome).runtime.getManifest().commands).flatMap(([name, { suggested_key: keys }]) => (keys ? [[name, keys.default]] : []))");
    const given = await options.evaluate<[string, string][]>('(globalThis.browser ?? chrome).commands.getAll().then((all) => all.filter((c) => c.shortcut).map((c) => [c.name, c.shortcut]))');
    expect(Object.fromEntries(given)).toMatchObject(Object.fromEntries(wanted));
    for (const [, keys] of given) await says(options, keys);
  });

  test('by keyboard alone', async () => {
    // A page behind another is read when it is seen.
    const inSight = async (what: () => Promise<unknown>): Promise<void> => {
      await tab.toFront();
      await what();
      await options.toFront();
    };
    await options.toFront();
    await options.evaluate("void document.querySelector('h1').setAttribute('tabindex', '-1'), void document.querySelector('h1').focus()");
    await options.press('Tab');
    await options.press('Space');
    await inSight(() => untilUnmarked(tab));
    expect(await options.evaluate('document.activeElement.type')).toBe('checkbox');
    await options.press('Space');
    await inSight(() => untilMarked(tab, KNOWN.mark));
    for (let i = 0; i < 40 && (await options.evaluate('document.activeElement.id')) !== 'site'; i++) await options.press('Tab');
    for (const key of 'news.example') await options.press(key);
    await options.press('Enter');
    await inSight(() => untilUnmarked(tab));
  });

  test('text twice as large stands in a narrow window, nothing beside it', async () => {
    await choose(options, 'textSize', 2);
    // As wide as a window of 1280 pixels at 400 % zoom.
    await options.evaluate("void (document.querySelector('main').style.inlineSize = '320px')");
    await until('the larger text', () => options.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--chosen') === '2'"));
    expect(await options.evaluate("[...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > document.querySelector('main').getBoundingClientRect().right + 1).map((e) => e.tagName + ' ' + e.textContent)")).toEqual([]);
  });

  test('axe finds nothing, light and dark, in either direction', async () => {
    await choose(options, 'offSites', ['bank.example']);
    for (const [theme, language] of [['light', null], ['dark', null], ['dark', 'ar']] as const) {
      await choose(options, 'language', language);
      await choose(options, 'theme', theme);
      await until('the theme', () => options.evaluate(`document.documentElement.dataset.theme === '${theme}' && document.documentElement.dir === '${language ? 'rtl' : 'ltr'}'`));
      expect(await barriers(options), `${theme} ${language}`).toEqual([]);
    }
    await choose(options, 'language', null);
    await says(options, 'Settings');
  });
});
