// Pages that were built to break what reads them, or to hide it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardIn, hover, inBothBrowsers, KNOWN, lineOf, marksIn, middle, pageOf, untilCard, untilMarked, untilNoCard } from './harness/both.ts';
import { pause, until, type Tab } from './harness/driver.ts';

const ADDRESS = 'http://hostile.example/page';

/** Every tool of the language and of the DOM that a reader could use, replaced by one that writes down what it is given, and frozen. */
const TAMPERED = `<script>
  // Kept before they are replaced, or the traps would fall into themselves.
  const { apply } = Reflect;
  const search = String.prototype.indexOf;
  window.stolen = '';
  const steal = (owner, name) => {
    const own = owner[name];
    owner[name] = function (...given) {
      for (let i = 0; i < given.length; i++) if (typeof given[i] === 'string' && apply(search, given[i], ['Mosul']) >= 0) window.stolen += name + ' ';
      return apply(own, this, given);
    };
  };
  for (const [owner, names] of [
    [Array, ['from', 'isArray']], [Array.prototype, ['map', 'filter', 'push', 'join', 'some']], [String.prototype, ['replace', 'slice', 'match', 'split', 'trim']],
    [RegExp.prototype, ['exec', 'test']], [JSON, ['parse', 'stringify']], [Promise.prototype, ['then']], [Map.prototype, ['set', 'get']],
    [Element.prototype, ['attachShadow', 'append', 'closest', 'matches', 'getAttribute']], [Node.prototype, ['appendChild', 'contains']], [Document.prototype, ['createElement', 'createTreeWalker', 'createRange']],
  ]) for (const name of names) steal(owner, name);
  for (const owner of [Object, Array, String, RegExp, Promise, Map, Function, Element, Node, Document, EventTarget]) { Object.freeze(owner.prototype); Object.freeze(owner); }
</script>`;

/** Registered before anything of ours: no pointer event of the page ever comes to us. */
const DEAF = `<script>for (const type of ['pointermove', 'mousemove', 'pointerover', 'pointerdown', 'click']) addEventListener(type, (e) => e.stopImmediatePropagation(), true);</script>`;

/** Takes away at once whatever is hung beside its body, as often as it comes, and counts. */
const REMOVER = `<script>
  window.taken = 0;
  new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) if (node !== document.body && node !== document.head) { node.remove(); window.taken++; } })
    .observe(document.documentElement, { childList: true });
</script>`;

/** Clears every highlight, again and again, and counts how often there was one. */
const CLEARER = `<script>
  window.cleared = 0;
  setInterval(() => { if (CSS.highlights.size > 0) { window.cleared++; CSS.highlights.clear(); } }, 1);
</script>`;

inBothBrowsers((world) => {
  let tab: Tab;
  beforeEach(async () => {
    tab = await world().driver.newTab();
  });
  afterEach(() => tab.close());

  const open = async (body: string): Promise<void> => {
    world().web.serve(ADDRESS, { body });
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
  };

  test('prototypes that are tampered with and frozen: the card is right, and nothing was given away', async () => {
    await open(pageOf(KNOWN.sentence, TAMPERED));
    await hover(tab, KNOWN.mark);
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
    expect(await tab.evaluate('window.stolen')).toBe('');
    // The traps do catch what is said in the page's own world.
    expect(await tab.evaluate("('Mosul'.replace('Mosul', ''), window.stolen)")).toContain('replace');
  });

  test('a page that keeps the pointer from us can only do that: by key the card opens', async () => {
    await open(pageOf(KNOWN.sentence, DEAF));
    await hover(tab, KNOWN.mark);
    await pause(1_000);
    expect(await cardIn(tab)).toBeNull();
    await world().driver.command('next-figure', tab);
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
    await tab.press('Escape');
    await untilNoCard(tab);
  });

  test('a page that never comes to rest is read all the same, and its card stays open', async () => {
    await open(pageOf(`${KNOWN.sentence}<p id="ticker">0</p>`, '<script>setInterval(() => { const t = document.getElementById("ticker"); if (t) t.textContent = String(performance.now()); }, 1)</script>'));
    await tab.click(middle(await lineOf(tab, KNOWN.mark)));
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
    await pause(2_000);
    expect((await cardIn(tab))?.text).toContain(KNOWN.question);
    expect(await marksIn(tab)).toHaveLength(1);
  });

  test('a page that takes the card away at once and always gets its way after three more times, however often a card is asked for', async () => {
    await open(pageOf(KNOWN.sentence, REMOVER));
    for (let i = 0; i < 6; i++) {
      await world().driver.command('next-figure', tab);
      await pause(300);
    }
    // Once each: the first time, and three times more.
    expect(await tab.evaluate('window.taken')).toBe(4);
    expect(await cardIn(tab)).toBeNull();
    expect(await tab.evaluate('document.documentElement.children.length')).toBe(2);
    // The marks stay, and so does the list, which is no page's to take away.
    expect(await marksIn(tab)).toHaveLength(1);
    const popup = await world().driver.popup();
    await until('the figure in the popup', () => popup.evaluate<boolean>("document.body.innerText.includes('9,000 to 11,000')"));
    await popup.close();
  });

  test('a page that clears highlights without end: no fight over them, and the figure still opens', async () => {
    world().web.serve(ADDRESS, { body: pageOf(`<div id="story">${KNOWN.sentence}</div>`, CLEARER) });
    await tab.goto(ADDRESS);
    await until('marks, cleared', () => tab.evaluate<boolean>('window.cleared > 0'));
    await pause(2_000);
    // What is drawn anew is drawn when the page is read anew, and not because it was cleared.
    expect(await tab.evaluate<number>('window.cleared')).toBeLessThanOrEqual(2);
    await world().driver.command('next-figure', tab);
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
  });

  test('a page of more text than is read: what stands first is marked, what stands last is not, and a figure opens', async () => {
    const filler = '<p>The loaf was cut at noon, and whoever came late found the crust of it, which some like best of all.</p>'.repeat(26_000);
    await open(pageOf(`${KNOWN.sentence}${filler}${KNOWN.sentence}`));
    expect(await marksIn(tab)).toHaveLength(1);
    expect(await tab.evaluate('[...CSS.highlights.values()].reduce((n, h) => n + h.size, 0)')).toBe(1);
    await world().driver.command('next-figure', tab);
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
  });

  test('in full screen the card lies above what fills the screen', async () => {
    await open(pageOf(`<button onclick="document.querySelector('article').requestFullscreen()">All of it</button>${KNOWN.sentence}`, '<style>article { background: #fff }</style>'));
    const button = await tab.evaluate<{ x: number; y: number; width: number; height: number }>("(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector('button').getBoundingClientRect())");
    await tab.click(middle(button));
    await until('full screen', () => tab.evaluate<boolean>('document.fullscreenElement !== null'));
    await world().driver.command('next-figure', tab);
    const { node } = await untilCard(tab);
    const { x, y } = middle(await tab.rect(node));
    await until('the card on top', () => tab.evaluate<boolean>(`/^[a-z]{6}-[a-z]{6}$/.test(document.elementFromPoint(${x}, ${y}).localName)`));
  });

  test('right to left and at twice the size, the card is inside the window', async () => {
    await open(pageOf(KNOWN.sentence, '<style>html { direction: rtl; zoom: 2 }</style>'));
    await hover(tab, KNOWN.mark);
    const rect = await tab.rect((await untilCard(tab)).node);
    expect(rect.x).toBeGreaterThanOrEqual(7.5);
    expect(rect.x + rect.width).toBeLessThanOrEqual(1000 - 7.5);
  });
});
