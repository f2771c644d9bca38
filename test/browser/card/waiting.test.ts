// What is done while the reader's pointer rests on a figure, before its card comes up.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { opened, resize, stage, viewOf } from './stage.ts';
import type { Stage } from './stage.ts';

const VIEW = viewOf();

let on: Stage;
beforeEach(async () => {
  await resize(1000, 800);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  on.end();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const rest = (late: number): void => {
  on.card.send({ type: 'move', at: { x: 1, y: 1 }, mark: null, time: performance.now() - late - 100 });
  on.card.send({ type: 'move', at: { x: 120, y: 50 }, mark: 'a', time: performance.now() - late });
};

test.each([
  ['at once', 0, 450],
  ['a little later', 60, 390],
  ['much later: the hand may be elsewhere by then', 5000, 350],
])('the wait begins with the movement, though the page got round to it %s', (_, late, wait) => {
  on = stage();
  rest(late);
  vi.advanceTimersByTime(wait - 1);
  expect(on.element()).toBeNull();
  vi.advanceTimersByTime(1);
  expect(on.states).toEqual([{ open: 'a', blocked: false }]);
});

test('the card is made ready where no script of the page sees it, and is the one that is shown', () => {
  const asked: string[] = [];
  on = stage({ view: (mark) => (asked.push(mark), VIEW) });
  const before = document.documentElement.outerHTML;
  rest(0);
  vi.advanceTimersByTime(449);
  expect(document.documentElement.outerHTML).toBe(before);
  expect(on.states).toEqual([]);
  expect(asked).toEqual(['a']);
  const made = vi.spyOn(document, 'createElementNS');
  vi.advanceTimersByTime(1);
  expect(on.find('h2').textContent).toBe('40 civilians killed');
  expect(made).not.toHaveBeenCalled();
});

test('the fonts most of it is set in are looked for before it is waited for', () => {
  const looked = new Set<string>();
  const fontOf = (style: { fontWeight: string; fontSize: string; fontFamily: string }): string => [style.fontWeight, style.fontSize, style.fontFamily].join(' ');
  const { measureText } = OffscreenCanvasRenderingContext2D.prototype;
  vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'measureText').mockImplementation(function (this: OffscreenCanvasRenderingContext2D, text) {
    const { style } = document.createElement('p');
    style.font = this.font;
    looked.add(fontOf({ fontWeight: style.fontWeight === 'normal' ? '400' : style.fontWeight, fontSize: style.fontSize, fontFamily: style.fontFamily }));
    return measureText.call(this, text);
  });
  on = stage();
  rest(0);
  vi.advanceTimersByTime(449);
  expect(on.states).toEqual([]);
  vi.advanceTimersByTime(1);
  for (const selector of ['.card', 'h2 bdi', '.unit', '.q', 'h3', '.name', '.value b', '.meta', '.tick', '.btn', '.tick-size']) expect([...looked], selector).toContain(fontOf(getComputedStyle(on.find(selector))));
});

test('for a pointer that only passes none is made', () => {
  const asked: string[] = [];
  on = stage({ view: (mark) => (asked.push(mark), VIEW) });
  rest(0);
  vi.advanceTimersByTime(300);
  on.card.send({ type: 'move', at: { x: 120, y: 300 }, mark: null, time: performance.now() });
  vi.advanceTimersByTime(5000);
  expect(asked).toEqual([]);
  expect(on.states).toEqual([]);
});

test('what was made ready for one figure, or before the page was read again, is not shown for another', () => {
  const views = [VIEW, { ...viewOf(), figure: '41' }];
  on = stage({ view: (mark) => (mark === 'b' ? { ...viewOf(), figure: '210' } : (views[0] ?? null)) });
  rest(0);
  vi.advanceTimersByTime(400);
  on.card.send(opened('b'));
  expect(on.find('h2').textContent).toBe('210 civilians killed');
  on.card.send({ type: 'close' });
  on.card.send({ type: 'move', at: { x: 1, y: 300 }, mark: null, time: performance.now() });
  rest(0);
  vi.advanceTimersByTime(400);
  views.shift();
  vi.advanceTimersByTime(50);
  expect(on.find('h2').textContent).toBe('41 civilians killed');
});
