// A page so long that reading it takes a while: what can be seen is marked first, and all of it in the end.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardIn, hover, inBothBrowsers, KNOWN, marksIn, pageOf, says, untilCard, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const ADDRESS = 'http://news.example/long';
const LINE = 'The loaf was cut at noon, and whoever came late found the crust of it, which some like best of all, with butter and a little salt.';
/** A megabyte and a half: of more than two not all would be read. */
const REST = Array.from({ length: 2_800 }, (_, i) => `<p>${`${LINE} `.repeat(4)}${i}</p>`).join('');
const SECOND = '<p>A truck bomb near the Zoobe junction in Mogadishu killed 512 people on 14 October 2017.</p>';

/** With the first mark it takes all of the time for itself, until it is told to rest, so that idle time comes hardly (in Chromium the card is open before the rest is read; Firefox is sooner); and writes down how many marks there were. */
const BUSY = `<script>
  globalThis.seen = [];
  const { port1, port2 } = new MessageChannel();
  const look = () => { const n = new Set([...CSS.highlights.values()].flatMap((h) => [...h].map(String))).size; if (n !== seen.at(-1)) seen.push(n); };
  const busy = (ms) => { look(); const end = performance.now() + ms; while (performance.now() < end); };
  port2.onmessage = () => { busy(100); if (!globalThis.rests) port1.postMessage(0); };
  const wait = setInterval(() => { busy(5); if (seen.at(-1) > 0) { clearInterval(wait); setInterval(look, 1); port1.postMessage(0); } }, 10);
</script>`;

inBothBrowsers((world) => {
  let tab: Tab;
  beforeEach(async () => {
    tab = await world().driver.newTab();
    world().web.serve(ADDRESS, { body: pageOf(`${KNOWN.sentence}${REST}${SECOND}`, BUSY) });
  });
  afterEach(() => tab.close());

  const last = async (): Promise<boolean> => (await marksIn(tab)).some((mark) => mark.includes('512 people'));

  test('at its top it is marked while the rest is still being read; then all of it is, and an open card stays', async () => {
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
    await hover(tab, KNOWN.mark);
    const card = await untilCard(tab);
    expect(card.text).toContain(KNOWN.question);
    await tab.evaluate('void (globalThis.rests = true)');
    await until('the last figure marked', last);
    expect((await cardIn(tab))?.text).toBe(card.text);
    // The first alone before all of them, and never fewer than before: what was marked stays so.
    expect(await tab.evaluate('globalThis.seen')).toEqual([0, 1, 2]);
  });

  test('a part of the figures is not told as all of them', async () => {
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
    const popup = await world().driver.popup();
    await says(popup, 'The rest of this page is still being read');
    await says(popup, 'One figure on this page');
    await tab.evaluate('void (globalThis.rests = true)');
    await tab.toFront();
    await until('the last figure marked', last);
    await popup.toFront();
    await says(popup, 'Two figures on this page');
    expect(await popup.evaluate<boolean>("document.body.innerText.includes('still being read')")).toBe(false);
    await popup.close();
  });

  test('changed when it has been read, it is read anew, whole', async () => {
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
    await tab.evaluate('void (globalThis.rests = true)');
    await until('the last figure marked', last);
    await tab.evaluate(`void document.querySelector('article').append(...new DOMParser().parseFromString(${JSON.stringify(KNOWN.sentence.replace('Between 9,000 and 11,000', '40,000'))}, 'text/html').body.childNodes)`);
    await untilMarked(tab, '40,000 civilians');
    expect(await last()).toBe(true);
    expect((await marksIn(tab)).length).toBe(3);
  });
});
