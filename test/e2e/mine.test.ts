// A researcher's own data in the built extension: entered, seen on the cards of pages, brought in from a table, removed.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barriers, cardIn, choose, clickIn, hover, inBothBrowsers, KNOWN, marksIn, pageOf, reports, says, untilCard, untilMarked } from './harness/both.ts';
import { pause, until, type Tab } from './harness/driver.ts';
import { catchFiles, caught, giveCaught, giveFile, pick, type } from './harness/form.ts';
import { empty } from './harness/list.ts';

const HERE = 'http://news.example/mosul';
const FLOOD = 'http://news.example/brenna';

inBothBrowsers((world) => {
  let tab: Tab;
  let own: Tab;
  beforeEach(async () => {
    const { driver, web } = world();
    web.serve(HERE, { body: pageOf(KNOWN.sentence) });
    web.serve(FLOOD, { body: pageOf('<p>The Brenna flood of July 2017 killed 31 people, the town said.</p>') });
    tab = await driver.newTab();
    own = await driver.own('mine');
    await says(own, 'Nothing has been entered yet.');
  });
  afterEach(async () => {
    await own.evaluate("(globalThis.browser ?? chrome).storage.local.remove('mine')");
    await choose(own, 'language', null);
    await choose(own, 'theme', null);
    await own.close();
    await tab.close();
  });

  /** Types into a field as the page's own code sees it; a choice by its words. */
  const fill = async (field: string, value: string): Promise<void> => {
    await until(`the field ${field}`, () => own.evaluate<boolean>(`document.getElementById('f-${field}') !== null`));
    const choice = await own.evaluate<boolean>(`document.getElementById('f-${field}').tagName === 'SELECT'`);
    await (choice ? pick : type)(own, `#f-${field}`, value);
  };
  const bring = (name: string, text: string): Promise<void> => giveFile(own, 'input[type=file]', name, text);
  const cardOf = async (address: string, mark: string): Promise<string> => {
    await tab.toFront();
    await tab.goto(address);
    await untilMarked(tab, mark);
    await hover(tab, mark);
    return (await untilCard(tab)).text;
  };

  test('an estimate added to a question of the extension stands on the card, marked as mine, until it is removed', async () => {
    expect(await cardOf(HERE, KNOWN.mark)).not.toContain('mine, unverified');
    await own.toFront();
    await clickIn(own, 'button', 'Add to a known question');
    await until('the search', () => own.evaluate<boolean>("document.getElementById('find') !== null"));
    await type(own, '#find', 'civilians battle of mosul all sides');
    expect(await barriers(own)).toEqual([]);
    await clickIn(own, '.found .link', 'battle of Mosul by all sides');
    await fill('source', 'Diary of a surgeon');
    await fill('best', '9.500');
    await clickIn(own, 'button', 'Keep');
    await says(own, 'Not a whole number');
    expect(await own.evaluate<string>("document.activeElement.id + ' ' + [...document.querySelectorAll('[aria-invalid=true]')].map((e) => e.id).join()")).toBe('f-role f-role,f-best,f-address');
    expect(await barriers(own)).toEqual([]);
    await fill('role', 'Somebody else');
    // A mistake behind the fold unfolds it, and mending it does not fold it again.
    await fill('method', 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen');
    await fill('best', '9,512');
    await fill('address', 'https://archive.example/diary');
    await clickIn(own, 'button', 'Keep');
    await says(own, 'More than fourteen words.');
    await fill('method', 'Names and dates');
    expect(await own.evaluate<string>("String(document.querySelector('form details').open) + ' ' + document.querySelectorAll('.problem').length")).toBe('true 0');
    await fill('best', '9,512');
    await fill('as_of', '2017-12-19');
    await fill('address', 'https://archive.example/diary');
    await clickIn(own, 'button', 'Keep');
    await says(own, 'Kept.');
    expect(await barriers(own)).toEqual([]);

    const card = await cardOf(HERE, KNOWN.mark);
    expect(card).toContain('Diary of a surgeon');
    expect(card).toContain('9,512');
    expect(card.split('mine, unverified').length - 1).toBe(1);

    await own.toFront();
    await clickIn(own, 'button', 'Remove');
    await says(own, 'The estimate was removed.');
    expect(await cardOf(HERE, KNOWN.mark)).not.toContain('Diary of a surgeon');
    await own.toFront();
    await clickIn(own, 'button', 'Undo');
    await says(own, 'It is as it was before.');
    expect(await cardOf(HERE, KNOWN.mark)).toContain('Diary of a surgeon');
  });

  test('a question of one’s own links once two sources answer it, and no longer when it is removed', async () => {
    await clickIn(own, 'button', 'Enter a question of your own');
    for (const [field, value] of [['title', 'People killed in the Brenna flood, July 2017'], ['event', 'Brenna flood'], ['names', 'flood; Brenna flood'], ['place', 'Brenna'], ['countries', 'PL'], ['from', '2017-07-02'], ['to', '2017-07-04']] as const) await fill(field, value);
    await clickIn(own, 'button', 'Keep');
    await says(own, '“flood” stands in articles about many events');
    expect(await barriers(own)).toEqual([]);
    await fill('names', 'Brenna flood');
    await clickIn(own, 'button', 'Keep');
    await says(own, 'This question has a card once it has estimates of two.');
    for (const [source, best] of [['River Watch', '30'], ['Brenna Council', '24']] as const) {
      await clickIn(own, 'button', 'Add an estimate');
      for (const [field, value] of [['source', source], ['role', 'Monitoring group'], ['best', best], ['as_of', '2017-08-01'], ['address', 'https://river.example/brenna']] as const) await fill(field, value);
      await clickIn(own, 'button', 'Keep');
      await says(own, 'Kept.');
    }
    const card = await cardOf(FLOOD, '31 people');
    expect(card).toContain('River Watch');
    expect(card).toContain('Brenna Council');
    expect(card.split('mine, unverified').length - 1).toBe(2);

    await own.toFront();
    await clickIn(own, 'button', 'Remove the question');
    await says(own, 'The question was removed');
    await tab.toFront();
    await tab.reload();
    await pause(1_500);
    expect(await marksIn(tab)).toEqual([]);
    expect(await cardIn(tab)).toBeNull();
  });

  test('a saved claim is told what became of the estimates of one’s own that stood beside it', async () => {
    await bring(
      'counts.csv',
      [
        'title,event,names,place,countries,from,source,role,best,as_of,address',
        'Dead of the Brenna flood,Brenna flood,Brenna flood,Brenna,PL,2017-07-02,River Watch,monitor,30,2017-08,https://river.example/1',
        'Dead of the Brenna flood,,,,,,Brenna Council,government,24,2017-08,https://council.example/1',
      ].join('\n'),
    );
    await says(own, '2 estimates added');
    await cardOf(FLOOD, '31 people');
    const popup = await world().driver.popup();
    await clickIn(popup, 'button', 'Save all');
    await reports(popup, 'Saved');
    await popup.close();
    const list = await world().driver.own('list');
    await says(list, 'no change');
    await own.toFront();
    await clickIn(own, 'button', 'Remove the question');
    await says(own, 'Nothing has been entered yet.');
    await list.toFront();
    await says(list, 'no longer in the database');
    await empty(list);
    await list.close();
  });

  test('a table comes in but for its bad rows, which are told by line and reason', async () => {
    await bring(
      'counts.csv',
      [
        'question,title,event,names,place,countries,from,source,role,best,as_of,address',
        ',Dead of the Brenna flood,Brenna flood,Brenna flood,Brenna,PL,2017-07-02,River Watch,monitor,30,2017-08,https://river.example/1',
        ',Dead of the Brenna flood,,,,,,Brenna Council,government,24,2017-08,https://council.example/1',
        ',Dead of the Brenna flood,,,,,,Press A,press,twenty,2017-08,https://press.example/1',
      ].join('\n'),
    );
    await says(own, '1 question added · 2 estimates added · 0 changed');
    const rows = await own.evaluate<string[]>("[...document.querySelectorAll('.rejected tbody tr')].map((r) => r.innerText.replace(/\\s+/g, ' ').trim())");
    expect(rows).toEqual(['counts.csv line 4 best Not a whole number: 1300 or 1,300.']);
    expect(await barriers(own)).toEqual([]);
    expect(await cardOf(FLOOD, '31 people')).toContain('River Watch');

    await own.toFront();
    await bring('poem.txt', 'roses\nviolets');
    await says(own, 'neither a table with the columns below nor records of a claims database');
    await choose(own, 'language', 'ar');
    await says(own, 'بياناتي');
    expect(await own.evaluate<string>('document.documentElement.dir')).toBe('rtl');
    await choose(own, 'theme', 'dark');
    await until('dark colours', () => own.evaluate<boolean>("document.documentElement.dataset.theme === 'dark'"));
    expect(await barriers(own)).toEqual([]);
  });

  test('what could not be written is said so, and stays in the form', async () => {
    await own.evaluate("void ((globalThis.browser ?? chrome).storage.local.set = () => Promise.reject(new Error('the disk is full')))");
    await clickIn(own, 'button', 'Enter a question of your own');
    for (const [field, value] of [['title', 'Dead of the Brenna flood'], ['event', 'Brenna flood'], ['names', 'Brenna flood'], ['place', 'Brenna'], ['from', '2017-07-02']] as const) await fill(field, value);
    await clickIn(own, 'button', 'Keep');
    await says(own, 'It could not be kept');
    expect(await own.evaluate<string>("document.getElementById('f-title').value")).toBe('Dead of the Brenna flood');
    expect(await own.evaluate<object>("(globalThis.browser ?? chrome).storage.local.get('mine')")).toEqual({});
    expect(await barriers(own)).toEqual([]);
  });

  test.each(['Source folder', 'Table', 'Backup'])('what was saved as a file comes back from it: %s', async (button) => {
    await bring('counts.csv', 'title,event,names,place,from,source,role,best,as_of,address\nDead of the Brenna flood,Brenna flood,Brenna flood,Brenna,2017-07-02,River Watch,monitor,30,2017-08,https://river.example/1');
    await says(own, '1 estimate added');
    await catchFiles(own);
    await clickIn(own, 'button', button);
    await caught(own);
    await clickIn(own, 'button', 'Remove the question');
    await says(own, 'Nothing has been entered yet.');
    await giveCaught(own, 'input[type=file]');
    await says(own, 'Dead of the Brenna flood');
    await says(own, '1 question added · 1 estimate added · 0 changed');
  });

  test('what is not understood is left alone, and said', async () => {
    await own.evaluate("(globalThis.browser ?? chrome).storage.local.set({ mine: { version: 99 } })");
    await own.reload();
    await says(own, 'What is kept here cannot be understood');
    expect(await barriers(own)).toEqual([]);
    expect(await cardOf(HERE, KNOWN.mark)).toContain(KNOWN.question);
    await own.toFront();
    await clickIn(own, 'button', 'Discard it and begin anew');
    await says(own, 'Nothing has been entered yet.');
  });
});
