import { afterEach, expect, test, vi } from 'vitest';
import { underline } from '../../../lib/page/underline.ts';
import type { Underline } from '../../../lib/page/underline.ts';

let lines: Underline | null = null;
afterEach(() => lines?.destroy());

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
  lines = underline(marks);
  lines.setActive(lines.ranges.get('40 civilians') ?? null);
  await new Promise((done) => setTimeout(done));
  expect(seen).toBe(0);
  expect(document.documentElement.outerHTML).toBe(before);
  const [name = ''] = registered();
  expect([...(CSS.highlights.get(name) ?? [])].map(String)).toEqual(['40 civilians', '210 people']);
  expect(rulesOf()).toContain(`::highlight(${name})`);
  expect(rulesOf()).toMatch(/^@media screen/);
});

test('the highlight draws a dotted line in the colour of the words, the active one a solid line on a grey ground', () => {
  lines = underline(marked());
  lines.setActive(lines.ranges.get('210 people') ?? null);
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
    lines = underline(marked());
    const [name = ''] = registered();
    lines.destroy();
    return name;
  });
  expect(names[0]).toMatch(/^[a-z]{6}-[a-z]{6}$/);
  expect(names[0]).not.toBe(names[1]);
});

test('destroy takes every trace away and leaves the page’s own sheets alone', () => {
  const own = new CSSStyleSheet();
  document.adoptedStyleSheets = [own];
  lines = underline(marked());
  lines.setActive(lines.ranges.get('210 people') ?? null);
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
  lines = underline(marks);
  vi.restoreAllMocks();
  const [name = ''] = registered();
  const p = document.querySelector('p') ?? document.body;
  expect(getComputedStyle(p, `::highlight(${name})`).textDecorationStyle).toBe('dotted');
  lines.destroy();
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a page that clears the registry does no harm', () => {
  lines = underline(marked());
  CSS.highlights.clear();
  lines.setActive(lines.ranges.get('210 people') ?? null);
  lines.setActive(null);
  lines.destroy();
  expect(lines.ranges.size).toBe(2);
  expect(registered()).toEqual([]);
});

test('figures with nothing beside them have thinner dots, and go with the others', () => {
  lines = underline(marked(), (id) => id === '210 people');
  const [name = '', bare = ''] = registered();
  expect([name, bare].map((n) => [...(CSS.highlights.get(n) ?? [])].map(String))).toEqual([['40 civilians'], ['210 people']]);
  const p = document.querySelector('p') ?? document.body;
  const thickness = (of: string): number => Number.parseFloat(getComputedStyle(p, `::highlight(${of})`).textDecorationThickness);
  expect(thickness(bare)).toBeLessThan(thickness(name));
  lines.destroy();
  expect(registered()).toEqual([]);
});
