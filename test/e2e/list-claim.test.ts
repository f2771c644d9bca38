// One saved claim: kept from a page, opened from the list, noted, cited, exported, taken in by an empty list, found again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { savedOf } from '../saved-content.ts';
import ownStyles from '../spec/export/styles.json' with { type: 'json' };
import { barriers, choose, clickIn, inBothBrowsers, KNOWN, pageOf, says, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';
import { catchFiles, caught, giveFile, pick, type } from './harness/form.ts';
import { empty, fill, kept } from './harness/list.ts';

const PAGE = 'http://news.example/varland';
const SENTENCE = 'At least 735 civilians were killed in the harbour of Varland, it said.';

inBothBrowsers((world) => {
  let list: Tab;
  beforeEach(async () => {
    list = await world().driver.own('list');
  });
  afterEach(async () => {
    await empty(list);
    await list.close();
  });

  const one = async (): Promise<void> => {
    const claim = await savedOf();
    await fill(list, [{ ...claim, page: { ...claim.page, url: PAGE, canonical: null, key: 'news.example/varland' } }]);
    await list.reload();
    await says(list, '1 claim');
    await clickIn(list, '.body a', 'civilians killed');
    await says(list, 'Then and now');
  };
  const choosing = (name: string, text: string): Promise<void> => giveFile(list, 'input[type=file]', name, text);
  const exported = async (format: string): Promise<string> => {
    await clickIn(list, 'header button', 'Export');
    await until(`${format} to be chosen`, async () => {
      await clickIn(list, 'dialog .choice', format);
      return list.evaluate<boolean>(`document.querySelector('dialog input:checked').closest('label').textContent.includes(${JSON.stringify(format)})`);
    });
    await clickIn(list, 'dialog button', 'Export');
    return caught(list);
  };

  test('saved on a page it is in the open list at once; noted; and exported it comes back the same into an empty list', async () => {
    const { web, driver } = world();
    web.serve('http://news.example/kept', { body: pageOf(KNOWN.sentence) });
    const tab = await driver.newTab();
    await tab.goto('http://news.example/kept');
    await untilMarked(tab, KNOWN.mark);
    const popup = await driver.popup();
    await clickIn(popup, 'button', 'Save all');
    await popup.close();
    await list.toFront();
    await says(list, '9,000 to 11,000');
    await clickIn(list, '.body a', 'civilians killed');
    await says(list, 'Today, at the page’s date');
    await until('both cards', () => list.evaluate<boolean>("[...document.querySelectorAll('.answers > div')].filter((host) => (host.shadowRoot?.textContent ?? '').includes('Associated Press')).length === 2"));
    await type(list, '#note', 'Compare with the morgue’s list.');
    await type(list, '#tags', 'Mosul, chapter 2');
    await clickIn(list, '.edit button', 'Keep');
    await says(list, 'Kept.');
    await clickIn(list, 'article a', 'Saved claims');
    await says(list, '1 claim');
    await catchFiles(list);
    const file = await exported('Everything');
    const before = await kept(list);
    expect(before[0]).toMatchObject({ note: 'Compare with the morgue’s list.', tags: ['Mosul', 'chapter 2'], figure: { low: 9_000, high: 11_000 } });
    await list.evaluate("document.querySelector('[role=grid]').focus()");
    await list.press('Delete');
    await says(list, 'Nothing saved yet');
    await clickIn(list, 'header button', 'Import');
    await choosing('list.json', file);
    await says(list, '1 claim can be taken in.');
    await clickIn(list, 'dialog button', 'Take in');
    await says(list, '1 claim taken in.');
    expect(await kept(list)).toEqual(before);
    await tab.close();
  });

  test('a file with bad rows: each with its line and reason, the rest comes in; a file that is none says so', async () => {
    await one();
    await clickIn(list, 'article a', 'Saved claims');
    await catchFiles(list);
    const table = await exported('Table');
    const [head = '', row = ''] = table.trim().split(/\r?\n(?=[0-9a-f]{32})/);
    await empty(list);
    await list.reload();
    await says(list, 'Nothing saved yet');
    await clickIn(list, 'header button', 'Import');
    await choosing('notes.txt', 'nothing of the kind');
    await says(list, '“notes.txt” is none of the kinds of file that can be read here.');
    await choosing('list.csv', [head, row, row.replace(/^[0-9a-f]{32}/, 'f'.repeat(32)).replace(',killed,', ',slain,')].join('\r\n'));
    await says(list, '1 row could not be read');
    await says(list, 'Row 3: “measure” holds none of the words that are possible there.');
    expect(await barriers(list)).toEqual([]);
    await clickIn(list, 'dialog button', 'Take in');
    await says(list, '1 claim taken in.');
    expect(await kept(list)).toHaveLength(1);
  });

  test('found again on its page: as it was, altered with the difference, and gone', async () => {
    const { web } = world();
    const serve = (sentence: string): void => web.serve(PAGE, { body: pageOf(`<p>The coast guard spoke on Monday.</p><p>${sentence}</p>`) });
    serve(SENTENCE);
    await one();
    const look = async (told: string): Promise<void> => {
      await list.toFront();
      await clickIn(list, 'button', 'Find it on the page');
      await says(list, told);
    };
    // Opened by the list itself.
    await look('The words stand there as they were saved.');
    await list.evaluate("(async () => { const { tabs } = globalThis.browser ?? chrome; await tabs.remove((await tabs.query({ url: 'http://news.example/*' })).map(({ id }) => id)); })()");
    const tab = await world().driver.newTab();
    serve(SENTENCE.replace('735', '741'));
    await tab.goto(PAGE);
    await look('The words were altered.');
    expect(await list.evaluate("[...document.querySelectorAll('.quote ins, .quote del')].map((e) => e.localName + ' ' + e.textContent)")).toEqual(['del 735', 'ins 741']);
    serve('Nobody knows.');
    await tab.reload();
    await look('The words are no longer on the page');
    await tab.close();
  });

  test('a backup holds the settings too, and brings all of it back', async () => {
    await one();
    await clickIn(list, 'article a', 'Saved claims');
    await choose(list, 'textSize', 1.3);
    await catchFiles(list);
    await clickIn(list, '.keeping button', 'Make a backup');
    await says(list, 'Last backup today.');
    const file = await caught(list);
    const before = await kept(list);
    await choose(list, 'textSize', 1);
    await empty(list);
    await list.reload();
    await says(list, 'Nothing saved yet');
    await clickIn(list, 'header button', 'Import');
    await choosing('backup.json', file);
    await says(list, 'Restore the settings as well');
    await clickIn(list, 'dialog button', 'Take in');
    await says(list, '1 claim taken in.');
    expect(await kept(list)).toEqual(before);
    await until('the text size', () => list.evaluate<boolean>("document.documentElement.style.getPropertyValue('--chosen') === '1.3'"));
    await choose(list, 'textSize', 1);
  });

  test('one question over time: drawn, and told in a table', async () => {
    await one();
    await clickIn(list, 'article a', 'All saved claims of this question over time');
    await says(list, 'saved page');
    expect(await list.evaluate("document.querySelectorAll('.timeline .k-page').length")).toBe(1);
    expect(await list.evaluate("document.querySelector('tbody').innerText.replace(/\\s+/g, ' ')")).toContain('9 Apr 2018 The Example saved page at least 735 civilians killed');
    expect(await barriers(list)).toEqual([]);
  });

  test('cited as a style asks, and in a style of the reader’s own; the choice is kept', async () => {
    await one();
    const citation = 'document.querySelector("pre.citation")?.textContent ?? ""';
    const choosesStyle = (label: string): Promise<void> => pick(list, '[aria-labelledby=cite] select', label);
    const reads = (words: string): Promise<unknown> => until(`the citation “${words}”`, async () => (await list.evaluate<string>(citation)).includes(words));
    await reads('“Shelling goes on at Varland harbour”');
    await choosesStyle('APA');
    await reads('(2018, April 9). Shelling goes on at Varland harbour.');
    await choosing('notes.txt', 'Not a style.');
    await says(list, 'notes.txt is not a citation style.');
    await choosing('press.csl', ownStyles.own[0]?.file ?? '');
    await reads(`Shelling goes on at Varland harbour | ${PAGE}.`);
    await clickIn(list, '[aria-labelledby=cite] button', 'Copy citation');
    await says(list, 'Copied');
    await list.reload();
    await reads(`Shelling goes on at Varland harbour | ${PAGE}.`);
    expect(await barriers(list)).toEqual([]);
    await list.evaluate("void (globalThis.browser ?? chrome).storage.local.remove(['citeAs', 'ownStyle'])");
  });

  test('a write that fails says so and keeps what was typed; the archive asks first', async () => {
    await one();
    await list.evaluate("(() => { globalThis.put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; })()");
    await type(list, '#note', 'A note that must not be lost.');
    await clickIn(list, '.edit button', 'Keep');
    await says(list, 'there is no room left on this device');
    await says(list, 'What was typed is still here.');
    expect(await list.evaluate("document.querySelector('#note').value")).toBe('A note that must not be lost.');
    await list.evaluate('void (IDBObjectStore.prototype.put = globalThis.put)');
    await clickIn(list, '.edit button', 'Keep');
    await says(list, 'Kept.');
    expect((await kept(list))[0]?.note).toBe('A note that must not be lost.');
    expect(await list.evaluate("document.querySelector('a[href^=\"https://web.archive.org\"]')")).toBeNull();
    await clickIn(list, 'button', 'Archive');
    await says(list, 'sends it the address of this page');
    expect(await list.evaluate("document.querySelector('a[href^=\"https://web.archive.org\"]').href")).toBe(`https://web.archive.org/save/${PAGE}`);
    for (const theme of ['light', 'dark']) {
      await choose(list, 'theme', theme);
      expect(await barriers(list), theme).toEqual([]);
    }
    await choose(list, 'theme', null);
  });

  test('the figure of a passage is entered by hand, and a number that is none is told', async () => {
    const claim = await savedOf();
    await fill(list, [{ ...claim, figure: null, match: null, beside: null, page: { ...claim.page, url: PAGE } }]);
    await list.evaluate(`void (location.hash = '#claim=${claim.id}')`);
    await says(list, 'The figure in this passage');
    await type(list, '#figure-low', 'many');
    await clickIn(list, '.edit button', 'Keep');
    await says(list, 'The number is missing, or is no whole number.');
    await type(list, '#figure-low', '1,200');
    await type(list, '#figure-saidBy', 'the harbour master');
    await clickIn(list, '.edit button', 'Keep');
    await says(list, 'Kept.');
    await says(list, 'The figure was entered or corrected by hand.');
    expect((await kept(list))[0]).toMatchObject({ byHand: true, figure: { low: 1_200, high: 1_200, bound: 'exact', saidBy: 'the harbour master', measure: 'killed' } });
  });
});
