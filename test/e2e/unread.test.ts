// Pages that are not read, and why the popup says so: no article, a place to write, a publisher's wish, no text.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clickIn, inBothBrowsers, KNOWN, marksIn, pageOf, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';
import type { Served } from './harness/web.ts';

const ADDRESS = 'http://news.example/page';
/** Undated: a date of publication is what articles have. */
const LINKS = `<!doctype html><html lang="en"><title>Headlines</title><link rel="icon" href="data:,"><ul><li>${KNOWN.sentence}</li></ul></html>`;

inBothBrowsers((world) => {
  let tab: Tab;
  let popup: Tab | null = null;
  beforeEach(async () => {
    tab = await world().driver.newTab();
  });
  afterEach(async () => {
    await popup?.close();
    popup = null;
    await tab.close();
  });

  const open = async (page: Served): Promise<void> => {
    world().web.serve(ADDRESS, page);
    await tab.goto(ADDRESS);
  };
  const says = async (words: string): Promise<Tab> => {
    const own = (popup ??= await world().driver.popup());
    await until(`the popup to say “${words}”`, () => own.evaluate<boolean>(`document.body.innerText.includes(${JSON.stringify(words)})`));
    return own;
  };
  const buttons = (own: Tab): Promise<string[]> => own.evaluate("[...document.querySelectorAll('.msg button')].map((b) => b.textContent)");

  test('a page of headlines is not read by itself, and is when the reader asks', async () => {
    await open({ body: LINKS });
    const own = await says('Not read: not an article');
    expect(await marksIn(tab)).toEqual([]);
    await clickIn(own, '.msg button', 'Read this page');
    await untilMarked(tab, KNOWN.mark);
    await says('One figure on this page');
    // Asked for this page, not for the next one.
    await tab.evaluate("void (history.pushState(null, '', '/other'), document.querySelector('ul').append('.'))");
    // A page behind another waits to be seen.
    await tab.toFront();
    await says('Not read: not an article');
    expect(await marksIn(tab)).toEqual([]);
  });

  test('or by a command', async () => {
    await open({ body: LINKS });
    await says('Not read: not an article');
    await world().driver.command('read-page', tab);
    await untilMarked(tab, KNOWN.mark);
  });

  test.each([
    ['an editor', pageOf(`<div contenteditable style="min-height:600px">${KNOWN.sentence}</div>`), 'Not read: a place to write or work'],
    ['a publisher who asks for it', pageOf(KNOWN.sentence, '<meta name="tallyside" content="off">'), 'Not read: its publisher asks for that'],
  ])('%s is not read, and there is no way to ask for it', async (_, body, words) => {
    await open({ body });
    const own = await says(words);
    expect(await buttons(own)).toEqual([]);
    await world().driver.command('read-page', tab);
    await says(words);
    expect(await marksIn(tab)).toEqual([]);
  });

  test('a part its publisher has taken out is left alone, the rest is read', async () => {
    await open({ body: pageOf(`${KNOWN.sentence}<section data-tallyside="off"><p>At least 2,521 civilians were killed in the battle of Mosul.</p></section>`) });
    await untilMarked(tab, KNOWN.mark);
    expect(await marksIn(tab)).toHaveLength(1);
    await says('One figure on this page');
  });

  test('data is not read', async () => {
    await open({ body: `<?xml version="1.0"?><news>${KNOWN.sentence}</news>`, type: 'application/xml' });
    await says('Not read: no text to read');
  });

  test('a story that comes later makes an article of the page', async () => {
    await open({ body: LINKS });
    await says('Not read: not an article');
    await tab.toFront();
    await tab.evaluate(`void (document.body.innerHTML = new DOMParser().parseFromString(${JSON.stringify(pageOf(KNOWN.sentence))}, 'text/html').body.innerHTML)`);
    await untilMarked(tab, KNOWN.mark);
  });

  test('content that comes into an open shadow root is read', async () => {
    await open({ body: pageOf("<news-story></news-story><script>document.querySelector('news-story').attachShadow({ mode: 'open' }).innerHTML = '<div>Wait</div>'</script>") });
    await says('No casualty figures found');
    await tab.toFront();
    const hung = "document.querySelector('news-story').shadowRoot.firstChild";
    await tab.evaluate(`void (${hung}.innerHTML = ${JSON.stringify(KNOWN.sentence)})`);
    await untilMarked(tab, KNOWN.mark);
    // And once the reader is there.
    await tab.evaluate(`void (${hung}.innerHTML += '<p>At least 2,521 civilians were killed in the battle of Mosul.</p>')`);
    await untilMarked(tab, '2,521 civilians');
  });
});

