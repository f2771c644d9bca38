import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { nextMark, reveal } from '../../../lib/page/next-mark.ts';

const marks = new Map<string, Range>();

beforeEach(async () => {
  await page.viewport(600, 400);
  document.body.replaceChildren();
  marks.clear();
  const places = { first: 0, middle: 1200, far: 3000 };
  for (const [id, top] of Object.entries(places)) {
    const p = document.createElement('p');
    p.id = id;
    p.textContent = id;
    p.style.cssText = `position:absolute;top:${top}px`;
    document.body.append(p);
  }
  for (const id of Object.keys(places)) {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(`#${id}`) ?? document.body);
    marks.set(id, range);
  }
  window.scrollTo(0, 0);
});

test('in the order of the reading, round the end', () => {
  expect(nextMark(marks, 'first', 1)).toBe('middle');
  expect(nextMark(marks, 'far', 1)).toBe('first');
  expect(nextMark(marks, 'first', -1)).toBe('far');
});

test('without a current mark: the first from here on, or the last before', () => {
  expect(nextMark(marks, null, 1)).toBe('first');
  window.scrollTo({ top: 500, behavior: 'instant' });
  expect(nextMark(marks, null, 1)).toBe('middle');
  expect(nextMark(marks, null, -1)).toBe('first');
});

test('a mark that is not laid out or has left the page is passed over', () => {
  const middle = marks.get('middle')?.startContainer as HTMLElement;
  middle.style.display = 'none';
  expect(nextMark(marks, 'first', 1)).toBe('far');
  middle.remove();
  expect(nextMark(marks, 'first', 1)).toBe('far');
  expect(nextMark(new Map(), null, 1)).toBeNull();
});

test('into a shadow tree and out of it again', () => {
  const host = document.createElement('div');
  const inner = document.createElement('p');
  inner.textContent = 'inner';
  host.attachShadow({ mode: 'open' }).append(inner);
  document.body.prepend(host);
  const range = document.createRange();
  range.selectNodeContents(inner);
  marks.set('inner', range);
  expect(nextMark(marks, 'far', 1)).toBe('inner');
  expect(nextMark(marks, 'inner', 1)).toBe('first');
});

test('reveal brings a mark into sight and leaves one that is there where it is', () => {
  const far = marks.get('far') ?? document.createRange();
  reveal(far);
  const { top, bottom } = far.getBoundingClientRect();
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThan(400);
  const y = window.scrollY;
  reveal(far);
  expect(window.scrollY).toBe(y);
});

test('in a paragraph higher than the window it is the mark that comes into sight', () => {
  const p = document.createElement('p');
  p.style.cssText = 'position:absolute;top:4000px;width:60px;font:16px/20px sans-serif';
  p.textContent = `${'many words before it '.repeat(80)}40 civilians${' and many after it'.repeat(80)}`;
  document.body.append(p);
  const range = document.createRange();
  const at = p.textContent.indexOf('40');
  range.setStart(p.firstChild ?? p, at);
  range.setEnd(p.firstChild ?? p, at + 12);
  reveal(range);
  expect(range.getBoundingClientRect().top).toBeGreaterThan(0);
  expect(range.getBoundingClientRect().bottom).toBeLessThan(400);
});
