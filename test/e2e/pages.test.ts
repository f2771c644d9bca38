// Pages as they are on the web: strict, moving, changing their address, getting in the way.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardIn, hover, inBothBrowsers, KNOWN, lineOf, marksIn, middle, pageOf, untilCard, untilMarked, untilNoCard, untilUnmarked } from './harness/both.ts';
import { pause, until, type Tab } from './harness/driver.ts';
import type { Served } from './harness/web.ts';

const OTHER = { sentence: '<p>At least 2,521 civilians were killed in the battle of Mosul, the UN mission in Iraq said.</p>', mark: '2,521 civilians' };
const FILLER = '<p>Bread rises when the dough is warm, and the crust will be better for it.</p>'.repeat(40);

inBothBrowsers((world) => {
  let tab: Tab;
  beforeEach(async () => {
    tab = await world().driver.newTab();
  });
  afterEach(() => tab.close());

  const open = async (page: Served, address = 'http://news.example/page'): Promise<void> => {
    world().web.serve(address, page);
    await tab.goto(address);
  };

  describe('a strict page', () => {
    test.each([
      ['nothing may be loaded or styled', "default-src 'none'; img-src data:"],
      ['trusted types, and none allowed', "default-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'"],
    ])('%s', async (_, policy) => {
      await open({ body: pageOf(KNOWN.sentence), headers: { 'content-security-policy': policy } });
      await untilMarked(tab, KNOWN.mark);
      await hover(tab, KNOWN.mark);
      const card = await untilCard(tab);
      expect(card.text).toContain(KNOWN.question);
      // Styled all the same: unstyled, it would be as wide as the window.
      expect((await tab.rect(card.node)).width).toBeLessThan(400);
    });
  });

  describe('a page that changes', () => {
    test('content added later is marked, and earlier marks stay', async () => {
      await open({ body: pageOf(KNOWN.sentence) });
      await untilMarked(tab, KNOWN.mark);
      await tab.evaluate(`void document.querySelector('article').insertAdjacentHTML('beforeend', ${JSON.stringify(OTHER.sentence)})`);
      await untilMarked(tab, OTHER.mark);
      expect(await marksIn(tab)).toHaveLength(2);
    });

    test('a first figure that comes late is found', async () => {
      await open({ body: pageOf('<p>Bread rises.</p>') });
      await pause(300);
      await tab.evaluate(`void document.querySelector('article').insertAdjacentHTML('beforeend', ${JSON.stringify(KNOWN.sentence)})`);
      await untilMarked(tab, KNOWN.mark);
    });

    test('an open card stays open while other parts change', async () => {
      await open({ body: pageOf(KNOWN.sentence) });
      await untilMarked(tab, KNOWN.mark);
      await tab.click(middle(await lineOf(tab, KNOWN.mark)));
      await untilCard(tab);
      await tab.evaluate(`void document.querySelector('article').insertAdjacentHTML('beforeend', ${JSON.stringify(OTHER.sentence)})`);
      await untilMarked(tab, OTHER.mark);
      expect((await cardIn(tab))?.text).toContain(KNOWN.question);
    });

    test('a figure that is taken away loses its mark', async () => {
      await open({ body: pageOf(KNOWN.sentence + OTHER.sentence) });
      await untilMarked(tab, OTHER.mark);
      await tab.evaluate(`void document.querySelectorAll('p')[1].remove()`);
      await until('one mark', async () => (await marksIn(tab)).filter((mark) => mark !== '').length === 1 || null);
    });

    test('text changed by the application is read again', async () => {
      await open({ body: pageOf('<p>Between <b id="n">eight</b> thousand and 11,000 civilians were killed in the battle of Mosul.</p>') });
      await untilMarked(tab, 'eight thousand');
      await tab.evaluate(`void (document.querySelector('#n').firstChild.data = 'nine')`);
      await untilMarked(tab, 'nine thousand');
    });
  });

  test('another article at another address without loading: old marks go, new ones come', async () => {
    await open({ body: pageOf(KNOWN.sentence) });
    await untilMarked(tab, KNOWN.mark);
    await tab.click(middle(await lineOf(tab, KNOWN.mark)));
    await untilCard(tab);
    await tab.evaluate(`void (history.pushState(null, '', '/second'), document.querySelector('article').innerHTML = ${JSON.stringify(OTHER.sentence)})`);
    await untilMarked(tab, OTHER.mark);
    expect((await marksIn(tab)).filter((mark) => mark !== '')).toHaveLength(1);
    expect(await cardIn(tab)).toBeNull();
    await tab.evaluate(`void (history.pushState(null, '', '/third'), document.querySelector('article').innerHTML = '<p>Bread rises.</p>')`);
    await untilUnmarked(tab);
  });

  test('back to a page that was left: its marks are there, once', async () => {
    await open({ body: pageOf(KNOWN.sentence) });
    await untilMarked(tab, KNOWN.mark);
    await open({ body: pageOf(OTHER.sentence) }, 'http://news.example/next');
    await untilMarked(tab, OTHER.mark);
    await tab.back();
    await untilMarked(tab, KNOWN.mark);
    expect(await marksIn(tab)).toHaveLength(1);
    expect(await tab.evaluate('CSS.highlights.size')).toBe(1);
  });

  test('in an open shadow root, in a form that hides its own properties, and far down', async () => {
    const form = `<form><input name="parentNode"><input name="childNodes"><input name="nodeType"><input name="textContent">${KNOWN.sentence}</form>`;
    const shadow = `<news-story></news-story><script>document.querySelector('news-story').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(OTHER.sentence)};</script>`;
    await open({ body: pageOf(form + FILLER + shadow) });
    await untilMarked(tab, KNOWN.mark);
    await untilMarked(tab, OTHER.mark);
  });

  test('a figure only in an open shadow root brings the reader as well', async () => {
    const shadow = `<news-story></news-story><script>document.querySelector('news-story').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(OTHER.sentence)};</script>`;
    await open({ body: pageOf(shadow) });
    await untilMarked(tab, OTHER.mark);
  });

  describe('a page that interferes', () => {
    test('events made by its scripts open nothing, nor do messages', async () => {
      await open({ body: pageOf(KNOWN.sentence) });
      await untilMarked(tab, KNOWN.mark);
      await tab.evaluate(`(() => {
        const p = document.querySelector('p');
        const { x, y, width, height } = [...CSS.highlights.values()].flatMap((h) => [...h])[0].getClientRects()[0];
        const at = { bubbles: true, composed: true, clientX: x + width / 2, clientY: y + height / 2, detail: 1 };
        for (const type of ['pointermove', 'pointerover', 'pointerdown', 'pointerup', 'click']) p.dispatchEvent(new PointerEvent(type, at));
        for (const type of ['gate', 'look', 'open', 'step', 'figures']) postMessage({ type, body: { figure: 0, by: 1 } }, '*');
      })()`);
      // Longer than a card takes to open.
      await pause(1_000);
      expect(await cardIn(tab)).toBeNull();
      await hover(tab, KNOWN.mark);
      await untilCard(tab);
    });

    test('clearing every highlight takes the marks away and breaks nothing', async () => {
      await open({ body: pageOf(KNOWN.sentence) });
      await untilMarked(tab, KNOWN.mark);
      const line = await lineOf(tab, KNOWN.mark);
      await tab.evaluate('CSS.highlights.clear()');
      await tab.click(middle(line));
      expect((await untilCard(tab)).text).toContain(KNOWN.question);
      await tab.press('Escape');
      await untilNoCard(tab);
    });
  });
});
