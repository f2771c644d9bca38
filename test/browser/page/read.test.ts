/// <reference types="vite/client" />
import { assert as always, constantFrom, nat, property } from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { pageReading, readPage, type PageText } from '../../../lib/page/page.ts';
import { toEnd } from '../../../lib/page/to-end.ts';
import { asExpected, type ExpectedPage } from '../../spec/page-case.ts';

const sources = import.meta.glob<string>('../../spec/pages/*/source.html', { query: '?raw', import: 'default', eager: true });
const expectations = import.meta.glob<ExpectedPage>('../../spec/pages/*/expected.json', { import: 'default', eager: true });
const cases = Object.entries(sources).map(([path, html]) => ({ slug: path.split('/').at(-2) ?? '', html, expected: expectations[path.replace('source.html', 'expected.json')] }));

const frames: HTMLIFrameElement[] = [];
afterEach(() => frames.splice(0).forEach((frame) => frame.remove()));

/** The page in a frame of its own, parsed and laid out as a page is. */
async function open(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.srcdoc = html;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('the frame has no document');
  return frame.contentDocument;
}
const body = (html: string): string => `<!doctype html><html lang="en"><head><title>A page</title></head><body>${html}</body></html>`;
const blocksOf = ({ page: { text, blocks } }: PageText): string[] => blocks.map((b) => text.slice(b.start, b.end));
const read = async (html: string): Promise<string[]> => blocksOf(readPage(await open(body(html))));

/** As the text has it: white space as one space, what cannot be seen left out. */
const flat = (words: string): string => words.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').replace(/\s+/g, ' ').trim();

describe('pages as they are read, laid out', () => {
  test.each(cases)('$slug', async ({ html, expected }) => {
    if (!expected) throw new Error('no expected.json');
    expect(asExpected(readPage(await open(html)), expected)).toEqual(expected);
  });

  test('reading changes nothing, and the page sees nothing of it', async () => {
    for (const { html } of cases) {
      const page = await open(html);
      const before = page.documentElement.outerHTML;
      const records: MutationRecord[] = [];
      const observer = new MutationObserver((seen) => records.push(...seen));
      observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
      const { page: made, range } = readPage(page);
      for (const block of made.blocks) range(block.start, block.end);
      records.push(...observer.takeRecords());
      expect(records).toEqual([]);
      expect(page.documentElement.outerHTML).toBe(before);
    }
  });
});

describe('the way back from the text to the page', () => {
  test('every character of every case stands where its range says', async () => {
    for (const { html, slug } of cases) {
      const { page: made, range } = readPage(await open(html));
      for (let i = 0; i < made.text.length; i++) {
        const character = made.text.charAt(i);
        if (/\S/.test(character)) expect(flat(range(i, i + 1).toString()), `${slug} at ${i}`).toBe(character);
      }
    }
  });

  test('any stretch of a block gives its own words', async () => {
    for (const { html } of cases) {
      const { page: made, range } = readPage(await open(html));
      // Where something is left out inside a block (a note's mark, hidden words), its range goes over it.
      const whole = made.blocks.filter((b) => flat(range(b.start, b.end).toString()) === made.text.slice(b.start, b.end));
      if (whole.length === 0) continue;
      always(
        property(constantFrom(...whole), nat(), nat(), (block, a, b) => {
          const size = block.end - block.start;
          const [from, to] = [a % size, b % size].toSorted((x, y) => x - y).map((n) => block.start + n);
          if (from === undefined || to === undefined || from === to) return;
          expect(flat(range(from, to).toString())).toBe(made.text.slice(from, to).trim());
        }),
        { numRuns: 60 },
      );
    }
  });

  test('a figure split over elements is one range with a box', async () => {
    const page = await open(body('<p>So far <b>7</b><i>35</i> <a href="/x">civilians</a> were killed.</p>'));
    const { page: made, range } = readPage(page);
    const start = made.text.indexOf('735');
    const found = range(start, start + '735 civilians'.length);
    expect(found.toString()).toBe('735 civilians');
    expect(found.startContainer).not.toBe(found.endContainer);
    expect(found.getBoundingClientRect().width).toBeGreaterThan(0);
  });

  test('a page that changed since gives the nearest place it still has, and never throws', async () => {
    const page = await open(body('<p>Forty people were killed.</p><p>Nine more died.</p>'));
    const { page: made, range } = readPage(page);
    const first = page.querySelector('p')?.firstChild;
    if (first?.nodeType === 3) (first as Text).data = 'Forty';
    page.querySelectorAll('p')[1]?.remove();
    for (let i = 0; i < made.text.length; i++) expect(() => range(i, made.text.length)).not.toThrow();
    expect(range(0, 12).toString()).toBe('Forty');
    expect(range(5, 5).collapsed).toBe(true);
  });
});

describe('what only a laid-out page can tell', () => {
  test('hidden by a style sheet, in a closed <details>, in an unrendered child', async () => {
    expect(
      await read(`<style>.a{display:none}.b{visibility:hidden}.c{opacity:0}</style>
        <p class="a">One was killed.</p><p>Two <span class="a">or three </span>died.</p><p class="b">Four died.</p><p class="c">Five died.</p>
        <details><summary>Six died.</summary><p>Seven died.</p></details><details open><summary>More</summary><p>Eight died.</p></details>`),
    ).toEqual(['Two died.', 'Five died.', 'Six died.', 'More', 'Eight died.']);
  });

  test('boxes that touch in the markup are words apart, letters of one word are not', async () => {
    expect(
      await read(`<style>.box{display:inline-block;width:4em}.row{display:flex}.gap{margin-left:.3em}</style>
        <p><span class="box">injured</span><span class="box">1,200</span></p><p class="row"><b>735</b><i>killed</i></p>
        <p><b>T</b>hirty of the 15<b>th</b></p><p><span>12</span><span class="gap">dead</span></p>
        <p class="row"><span>6</span><span>12</span></p>`),
    ).toEqual(['injured 1,200', '735 killed', 'Thirty of the 15th', '12 dead', '6', '12']);
  });

  test('open shadow roots, also inside one another; closed ones and their slots are let be', async () => {
    expect(
      await read(`<p>In the page: one died.</p>
        <story-body><template shadowrootmode="open"><style>p{color:red}</style><p>In a root: <b>two</b> died.</p><slot></slot>
          <div><template shadowrootmode="open"><p>Deeper: three died.</p></template></div></template><p>Slotted: four died.</p></story-body>
        <x-card><template shadowrootmode="open"><p>No slot.</p></template><p>Not shown: five died.</p></x-card>
        <x-card><template shadowrootmode="closed"><p>Closed: six died.</p></template></x-card>
        <nav><x-menu><template shadowrootmode="open"><p>In a menu: seven died.</p></template></x-menu></nav>`),
    ).toEqual(['In the page: one died.', 'Slotted: four died.', 'In a root: two died.', 'Deeper: three died.', 'No slot.']);
  });

  test('ranges reach into a shadow root', async () => {
    const page = await open(body('<x-card><template shadowrootmode="open"><p>At least <b>12</b> died.</p></template></x-card>'));
    const { page: made, range } = readPage(page);
    const found = range(made.text.indexOf('12'), made.text.indexOf('12') + 2);
    expect(found.toString()).toBe('12');
    expect(found.startContainer.getRootNode()).toBe(page.querySelector('x-card')?.shadowRoot);
  });

  test('a page that is one editor has no text', async () => {
    const page = await open(body('<p>Nine died.</p>'));
    page.designMode = 'on';
    expect(readPage(page).page).toMatchObject({ text: '', blocks: [] });
  });
});

describe('a hostile page', () => {
  test('cannot stand in for the DOM by naming its inputs', async () => {
    const names = ['parentNode', 'nodeType', 'localName', 'childNodes', 'nextSibling', 'firstChild', 'textContent', 'closest', 'matches', 'getAttribute', 'querySelector', 'querySelectorAll', 'checkVisibility', 'ownerDocument', 'shadowRoot'];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    expect(await read(`<form>${inputs}<p>Twelve were killed.</p>Nine more died.<br>${inputs}Four are missing.</form><p>After it.</p>`)).toEqual([
      'Twelve were killed.',
      'Nine more died.',
      'Four are missing.',
      'After it.',
    ]);
  });

  test('cannot stop the reading by depth', async () => {
    const page = await open(body('<p>Before: one died.</p>'));
    let at: Element = page.body;
    for (let i = 0; i < 5000; i++) at = at.appendChild(page.createElement('div'));
    at.append('Very deep: two died.');
    page.body.append('After: three died.');
    expect(blocksOf(readPage(page))).toContain('After: three died.');
  });
});

describe('a page past all measure', () => {
  const ONE = 8_000;
  const filler = 'The loaf was cut, and nobody counted. '.repeat(300).slice(0, ONE - 40);

  test('of too many letters is read up to two million, and what is read is marked', async () => {
    const page = await open(body('<p>At first: 12 people died.</p>'));
    for (let i = 0; i < 300; i++) page.body.append(Object.assign(page.createElement('p'), { textContent: `Part ${i}: ${filler}` }));
    page.body.append(Object.assign(page.createElement('p'), { textContent: 'At last: nine died.' }));
    const whole = readPage(page);
    const { page: made, range } = whole;
    const blocks = blocksOf(whole);
    expect(blocks[0]).toBe('At first: 12 people died.');
    expect(blocks.at(-1)).toMatch(/^Part 2\d\d: The loaf/);
    expect(made.text.length).toBeGreaterThan(2e6 - 2 * ONE);
    expect(made.text.length).toBeLessThan(2e6 + ONE);
    const at = made.text.indexOf('12 people');
    expect(String(range(at, at + 9))).toBe('12 people');
    expect(String(range(made.text.length - 8, made.text.length))).toBe(made.text.slice(-8));
  });

  test('of too many nodes is read up to as many, shadow roots with the rest', async () => {
    const page = await open(body('<p>At first: 12 people died.</p><x-end><template shadowrootmode="open"><p>In a root: two died.</p></template></x-end>'));
    const many = page.createElement('p');
    for (let i = 0; i < 220_000; i++) many.append(page.createElement('i'), ' ');
    page.body.append(many, Object.assign(page.createElement('p'), { textContent: 'At last: nine died.' }));
    expect(blocksOf(readPage(page))).toEqual(['At first: 12 people died.']);
    many.remove();
    expect(blocksOf(readPage(page))).toEqual(['At first: 12 people died.', 'At last: nine died.', 'In a root: two died.']);
  });
});

describe('what can be seen of a long page is told before the rest', () => {
  const words = 'Bread rises when the dough is warm, and the crust will be the better for it. '.repeat(4);
  const long = (paragraphs: number): string => body(Array.from({ length: paragraphs }, (_, i) => `<p>Part ${i}: ${words}</p>`).join(''));

  /** The parts that were told on the way, and the whole. */
  function told(page: Document): { parts: PageText[]; whole: PageText } {
    const parts: PageText[] = [];
    const whole = toEnd(pageReading(page, (part) => parts.push({ ...part, page: structuredClone(part.page) })));
    return { parts, whole };
  }

  test('once, as the whole begins, with its places in the page', async () => {
    const { parts, whole } = told(await open(long(1_500)));
    expect(parts).toHaveLength(1);
    for (const { page, sum, range } of parts) {
      expect(whole.page.text.startsWith(`${page.text}\n`)).toBe(true);
      expect(page.blocks.length).toBeGreaterThan(300);
      expect(page.blocks).toEqual(whole.page.blocks.slice(0, page.blocks.length));
      expect(page.head).toEqual(whole.page.head);
      expect(sum).not.toBe(whole.sum);
      for (const { start, end } of page.blocks) expect(String(range(start, end))).toBe(page.text.slice(start, end));
    }
  });

  test('as far as to what stands below the window, wherever the page is scrolled to', async () => {
    const page = await open(long(1_500));
    const window = page.defaultView;
    if (!window) throw new Error('the page has no window');
    page.querySelectorAll('p')[1_000]?.scrollIntoView();
    const [part] = told(page).parts;
    expect(part?.page.blocks.length).toBeGreaterThan(1_000);
    expect(part?.page.blocks.length).toBeLessThan(1_500);
    page.querySelectorAll('p')[1_499]?.scrollIntoView();
    expect(told(page).parts).toEqual([]);
  });

  test('not of a page as long as articles are', async () => expect(told(await open(long(190))).parts).toEqual([]));
});

test('one element of a page is read by itself, and still knows where it is', async () => {
  const page = await open(body('<p>Outside.</p><article><p>Inside: nine died.</p></article><nav><div>In a menu: ten died.</div></nav>'));
  const [article, menu] = [page.querySelector('article'), page.querySelector('nav div')];
  if (!article || !menu) throw new Error('the case has lost its elements');
  expect(blocksOf(readPage(article))).toEqual(['Inside: nine died.']);
  expect(blocksOf(readPage(menu))).toEqual([]);
});
