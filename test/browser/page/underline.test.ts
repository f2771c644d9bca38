import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sweep } from '../../../lib/page/sweep.ts';
import { underline, type Underline } from '../../../lib/page/underline.ts';

let lines = underline();
beforeEach(() => {
  lines = underline();
});
afterEach(() => lines.destroy());

/** The marks, drawn. */
function drawn(isBare?: (id: string) => boolean): Map<string, Range> {
  const marks = marked();
  lines.show(marks, isBare);
  return marks;
}

function marked(): Map<string, Range> {
  document.body.replaceChildren();
  const marks = new Map<string, Range>();
  for (const text of ['40 civilians', '210 people']) {
    const p = document.createElement('p');
    p.textContent = `It says that ${text} died.`;
    document.body.append(p);
    const range = document.createRange();
    range.setStart(p.firstChild ?? p, 13);
    range.setEnd(p.firstChild ?? p, 13 + text.length);
    marks.set(text, range);
  }
  return marks;
}

const registered = (): string[] => [...CSS.highlights.keys()];
const rulesOf = (): string => document.adoptedStyleSheets.flatMap((s) => [...s.cssRules].map((r) => r.cssText)).join('\n');

test('marks are registered, the page’s nodes are not touched', async () => {
  const marks = marked();
  const before = document.documentElement.outerHTML;
  let seen = 0;
  const observer = new MutationObserver((records) => (seen += records.length));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  lines.show(marks);
  lines.setActive(marks.get('40 civilians') ?? null);
  await new Promise((done) => setTimeout(done));
  expect(seen).toBe(0);
  expect(document.documentElement.outerHTML).toBe(before);
  const [name = ''] = registered();
  expect([...(CSS.highlights.get(name) ?? [])].map(String)).toEqual(['40 civilians', '210 people']);
  expect(rulesOf()).toContain(`::highlight(${name})`);
  expect(rulesOf()).toMatch(/^@media screen/);
});

test('the highlight draws a dotted line in the colour of the words, the active one a solid line on a grey ground', () => {
  const marks = drawn();
  lines.setActive(marks.get('210 people') ?? null);
  const [name = '', active = ''] = registered();
  const p = document.querySelector('p') ?? document.body;
  p.style.color = 'rgb(200, 10, 20)';
  const style = (of: string): CSSStyleDeclaration => getComputedStyle(p, `::highlight(${of})`);
  expect([style(name).textDecorationLine, style(name).textDecorationStyle, style(name).textDecorationColor]).toEqual(['underline', 'dotted', 'rgb(200, 10, 20)']);
  expect([style(active).textDecorationStyle, style(active).backgroundColor]).toEqual(['solid', 'rgba(128, 128, 128, 0.26)']);
  expect([...(CSS.highlights.get(active) ?? [])].map(String)).toEqual(['210 people']);
  lines.setActive(null);
  expect(registered()).toEqual([name]);
});

test('names say nothing and are new each time', () => {
  const names = [1, 2].map(() => {
    const own: Underline = underline();
    own.show(marked());
    const [name = ''] = registered();
    own.destroy();
    return name;
  });
  expect(names[0]).toMatch(/^[a-z]{6}-[a-z]{6}$/);
  expect(names[0]).not.toBe(names[1]);
});

test('destroy takes every trace away and leaves the page’s own sheets alone', () => {
  const own = new CSSStyleSheet();
  document.adoptedStyleSheets = [own];
  const marks = drawn();
  lines.setActive(marks.get('210 people') ?? null);
  const later = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, later];
  lines.destroy();
  expect(registered()).toEqual([]);
  expect(document.adoptedStyleSheets).toEqual([own, later]);
  document.adoptedStyleSheets = [];
});

test('where a browser lets no sheet be adopted, marks are drawn by an element, which goes with them', () => {
  vi.spyOn(CSSStyleSheet.prototype, 'replaceSync').mockImplementation(() => {
    throw new DOMException('Sheet constructor document does not match', 'NotAllowedError');
  });
  const marks = marked();
  const before = document.documentElement.outerHTML;
  lines.show(marks);
  vi.restoreAllMocks();
  const [name = ''] = registered();
  const p = document.querySelector('p') ?? document.body;
  expect(getComputedStyle(p, `::highlight(${name})`).textDecorationStyle).toBe('dotted');
  lines.destroy();
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a page that clears the registry does no harm', () => {
  const marks = drawn();
  CSS.highlights.clear();
  lines.setActive(marks.get('210 people') ?? null);
  lines.setActive(null);
  lines.destroy();
  expect(registered()).toEqual([]);
});

test('figures with nothing beside them have thinner dots, and go with the others', () => {
  drawn((id) => id === '210 people');
  const [name = '', bare = ''] = registered();
  expect([name, bare].map((n) => [...(CSS.highlights.get(n) ?? [])].map(String))).toEqual([['40 civilians'], ['210 people']]);
  const p = document.querySelector('p') ?? document.body;
  const thickness = (of: string): number => Number.parseFloat(getComputedStyle(p, `::highlight(${of})`).textDecorationThickness);
  expect(thickness(bare)).toBeLessThan(thickness(name));
  lines.destroy();
  expect(registered()).toEqual([]);
});

test('marked again, a page keeps the sheet and the names; without a mark it keeps nothing', () => {
  drawn((id) => id === '210 people');
  const [sheet] = document.adoptedStyleSheets;
  const names = registered();
  const [first] = drawn();
  expect(document.adoptedStyleSheets[0]).toBe(sheet);
  expect(registered()).toEqual(names.slice(0, 1));
  lines.show(new Map(first ? [first] : []));
  expect([...(CSS.highlights.get(names[0] ?? '') ?? [])].map(String)).toEqual(['40 civilians']);
  lines.show(new Map());
  expect([registered(), document.adoptedStyleSheets]).toEqual([[], []]);
  drawn();
  expect(registered()).toEqual(names.slice(0, 1));
});

test('rules are for the elements that hold marks: what comes later in others is drawn, and names that are no selector', () => {
  const marks = drawn();
  const [name = ''] = registered();
  expect(rulesOf()).not.toMatch(/(?:^|[\s,])(?:::|b::)/);
  const styleIn = (html: string): string => {
    const parsed = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild ?? document.body;
    document.body.append(parsed);
    const range = document.createRange();
    range.selectNodeContents(parsed);
    lines.show(new Map([...marks, ['new', range]]));
    return getComputedStyle(parsed, `::highlight(${name})`).textDecorationStyle;
  };
  expect(styleIn('<b>12 people</b>')).toBe('dotted');
  expect(styleIn('<o:p>12 people</o:p>')).toBe('dotted');
  expect(registered()).toEqual([name]);
  expect(document.adoptedStyleSheets).toHaveLength(1);
});

test('on a huge page rules are for as many siblings as hold marks, and for some more; a mark further on is drawn as well', () => {
  const range = (element: Element): Range => {
    const made = document.createRange();
    made.selectNodeContents(element);
    return made;
  };
  const paragraphs = Array.from({ length: 5_500 }, () => Object.assign(document.createElement('p'), { textContent: '12 people' }));
  document.body.replaceChildren(...paragraphs);
  const [third = document.body, late = document.body, last = document.body] = [2, 3_000, -1].map((at) => paragraphs.at(at) ?? document.body);
  const drawn = (element: Element): boolean => registered().some((name) => getComputedStyle(element, `::highlight(${name})`).textDecorationStyle === 'dotted');
  lines.show(new Map([['third', range(third)]]));
  expect([third, late, last].map(drawn)).toEqual([true, false, false]);
  // A page may put something before a mark that is there already.
  document.body.prepend(...Array.from({ length: 90 }, () => document.createElement('p')));
  expect(drawn(third)).toBe(true);
  const [sheet] = document.adoptedStyleSheets;
  lines.show(new Map([['third', range(third)]]));
  expect(document.adoptedStyleSheets).toEqual([sheet]);
  lines.show(new Map([['third', range(third)], ['late', range(late)]]));
  expect([third, late, last].map(drawn)).toEqual([true, true, false]);
  expect(document.adoptedStyleSheets).toHaveLength(1);
  // Of one that has become smaller all are drawn.
  document.body.replaceChildren(third, last);
  lines.show(new Map([['last', range(last)]]));
  expect([third, last].map(drawn)).toEqual([true, true]);
});

test('a mark in a shadow root is drawn', () => {
  const host = document.createElement('x-story');
  const p = document.createElement('p');
  p.textContent = '12 people';
  document.body.replaceChildren(host);
  host.attachShadow({ mode: 'open' }).append(p);
  const bare = new Text('9 more');
  host.shadowRoot?.append(bare);
  const ranges = [p.firstChild ?? p, bare].map((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range;
  });
  lines.show(new Map(ranges.map((range) => [String(range), range])));
  const [name = ''] = registered();
  expect([p, host].map((of) => getComputedStyle(of, `::highlight(${name})`).textDecorationStyle)).toEqual(['dotted', 'dotted']);
  expect(CSS.highlights.get(name)?.size).toBe(2);
});

test('of what a predecessor left, whose scripts were ended, sheet and names are swept away; what lives stays, and what the page has', () => {
  const old: Underline = underline();
  const marks = marked();
  old.show(marks, (id) => id === '210 people');
  old.setActive(marks.get('40 civilians') ?? null);
  const left = new CSSStyleSheet();
  left.replaceSync(rulesOf().replaceAll(/[a-z]{6}-[a-z]{6}/g, (name) => `${name.slice(7)}-${name.slice(0, 6)}`));
  const own = new CSSStyleSheet();
  own.replaceSync('@media screen{p::highlight(search-result){color:red}}');
  const [sheet] = document.adoptedStyleSheets;
  const names = registered();
  for (const name of names) CSS.highlights.set(`${name.slice(7)}-${name.slice(0, 6)}`, new Highlight());
  CSS.highlights.set('search-result', new Highlight());
  document.adoptedStyleSheets = [left, own, ...document.adoptedStyleSheets];
  sweep();
  expect(document.adoptedStyleSheets).toHaveLength(2);
  expect(document.adoptedStyleSheets[0]).toBe(own);
  expect(document.adoptedStyleSheets[1]).toBe(sheet);
  expect(registered().toSorted()).toEqual([...names, 'search-result'].toSorted());
  old.destroy();
  CSS.highlights.clear();
  document.adoptedStyleSheets = [];
});
