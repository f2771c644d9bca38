import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { holders, watchHover } from '../../../lib/page/hover.ts';
import type { HoverEvent } from '../../../lib/page/hover.ts';

let events: HoverEvent[] = [];
let end = new AbortController();
beforeEach(async () => {
  await page.viewport(900, 700);
  await userEvent.hover(document.body, { position: { x: 0, y: 0 } });
});
afterEach(() => end.abort());

/** Watches every element with data-mark in `html`; a mark may begin and end in the middle of its text nodes. */
function watch(html: string, root: ParentNode = document): Map<string, Range> {
  if (root === document) {
    const all = document.createRange();
    all.selectNodeContents(document.body);
    all.deleteContents();
    document.body.append(all.createContextualFragment(html));
  }
  events = [];
  end = new AbortController();
  const marks = new Map<string, Range>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-mark]')) {
    const range = document.createRange();
    range.selectNodeContents(element);
    marks.set(element.dataset['mark'] ?? '', range);
  }
  watchHover({ marks, on: (event) => events.push(event) }, end.signal);
  return marks;
}

const $ = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector) ?? document.body;
const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
const lastMark = (): string | null | undefined => events.findLast((e) => e.type === 'move')?.mark;
async function over(element: Element | DOMRect): Promise<void> {
  const { x, y, width, height } = element instanceof Element ? element.getBoundingClientRect() : element;
  await at(x + width / 2, y + height / 2);
}
async function at(x: number, y: number): Promise<void> {
  const { x: left, y: top } = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + left, y: y + top, button: 'none', buttons: 0 });
  await frame();
}

describe('the pointer', () => {
  test('on a mark, beside it in the same paragraph, and elsewhere', async () => {
    watch('<p style="font:20px/40px sans-serif">Before <span data-mark="a">40 civilians</span> after, far away.</p><p id="other">Other</p>');
    await over($('[data-mark]'));
    expect(lastMark()).toBe('a');
    const { right, y, height } = $('[data-mark]').getBoundingClientRect();
    await at(right + 30, y + height / 2);
    expect(lastMark()).toBeNull();
    await over($('#other'));
    expect(lastMark()).toBeNull();
  });

  test('a mark whose text stands directly in a shadow root', async () => {
    watch('<x-story style="font:20px/40px sans-serif"></x-story>');
    const text = new Text('40 civilians');
    $('x-story').attachShadow({ mode: 'open' }).append(text);
    const range = document.createRange();
    range.selectNodeContents(text);
    watchHover({ marks: new Map([['a', range]]), on: (event) => events.push(event) }, end.signal);
    await over(range.getBoundingClientRect());
    expect(lastMark()).toBe('a');
  });

  test('a mark inside one text node ends where it ends', async () => {
    document.body.innerText = '';
    watch('<p style="font:20px/40px monospace">killed 40 people today</p>');
    const text = $('p').firstChild;
    const range = document.createRange();
    range.setStart(text ?? document.body, 7);
    range.setEnd(text ?? document.body, 16);
    end.abort();
    events = [];
    end = new AbortController();
    watchHover({ marks: new Map([['m', range]]), on: (e) => events.push(e) }, end.signal);
    const box = range.getBoundingClientRect();
    await over(box);
    expect(lastMark()).toBe('m');
    await at(box.right + 12, box.y + 10);
    expect(lastMark()).toBeNull();
    await at(box.left - 12, box.y + 10);
    expect(lastMark()).toBeNull();
  });

  test('a figure split over inline elements, a link and two lines is one mark', async () => {
    watch('<p style="width:150px;font:20px/40px sans-serif"><span data-mark="a">at least <b>1,<i id="i">200</i></b> <a href="#x">security personnel</a></span></p>');
    for (const part of ['#i', 'b', 'a']) {
      await over($(part).getClientRects()[0] ?? new DOMRect());
      expect(lastMark(), part).toBe('a');
    }
    const lines = [...$('a').getClientRects()];
    await over(lines.at(-1) ?? new DOMRect());
    expect(lastMark()).toBe('a');
  });

  test('what lies over a mark hides it', async () => {
    watch('<p><span data-mark="a">40 civilians</span></p><div id="over" style="position:fixed;inset:0"></div>');
    await over($('[data-mark]'));
    expect(lastMark()).toBeNull();
  });

  test('in an open shadow root', async () => {
    watch('<div id="host"></div>');
    end.abort();
    const root = $('#host').attachShadow({ mode: 'open' });
    root.append(document.createRange().createContextualFragment('<p>It says <span data-mark="s">40 civilians</span></p>'));
    watch('', root);
    await over(root.querySelector('[data-mark]') ?? document.body);
    expect(lastMark()).toBe('s');
  });

  test('at most one report a frame, and leaving the window', async () => {
    watch('<p><span data-mark="a">40 civilians</span></p>');
    const rects = vi.spyOn(Range.prototype, 'getClientRects');
    for (let i = 0; i < 20; i++) await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 400 + i, y: 400, button: 'none', buttons: 0 });
    await frame();
    // Over an element without a mark no layout is asked for.
    expect(rects).not.toHaveBeenCalled();
    expect(events.filter((e) => e.type === 'move').length).toBeGreaterThan(0);
    vi.restoreAllMocks();
  });

  test('gone into a frame is gone', async () => {
    watch('<p style="font:20px/40px sans-serif"><span data-mark="a">40 civilians</span><iframe srcdoc="an advertisement" style="position:absolute;left:0;top:100px;width:300px;height:200px"></iframe></p>');
    await over($('[data-mark]'));
    expect(lastMark()).toBe('a');
    await over($('iframe'));
    await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'out' }));
  });

  test('nothing while a button is held: that is selecting', async () => {
    watch('<p>Some words and <span data-mark="a">40 civilians</span></p>');
    const { x: left, y: top } = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
    const to = $('[data-mark]').getBoundingClientRect();
    const drag = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, buttons: number) => cdp().send('Input.dispatchMouseEvent', { type, x: x + left, y: to.y + top + 5, button: 'left', buttons, clickCount: 1 });
    await drag('mousePressed', to.x - 60, 1);
    await drag('mouseMoved', to.x - 20, 1);
    await drag('mouseMoved', to.x + 20, 1);
    await frame();
    expect(events.filter((e) => e.type === 'move' && e.mark !== null)).toEqual([]);
    await drag('mouseReleased', to.x + 20, 0);
    expect(events.filter((e) => e.type === 'open')).toEqual([]);
    getSelection()?.removeAllRanges();
  });

  test('events that a script makes up are not heard, and none after the end', async () => {
    watch('<p><span data-mark="a">40 civilians</span></p>');
    for (const type of ['pointermove', 'click', 'pointerdown']) $('[data-mark]').dispatchEvent(new PointerEvent(type, { bubbles: true, detail: 1 }));
    await frame();
    expect(events).toEqual([]);
    end.abort();
    await over($('[data-mark]'));
    await userEvent.click($('[data-mark]'));
    expect(events).toEqual([]);
  });
});

describe('a click', () => {
  test('on a mark opens, elsewhere presses', async () => {
    watch('<p>Text <span data-mark="a">40 civilians</span></p><p id="other">Other text</p>');
    await userEvent.click($('[data-mark]'));
    expect(events.filter((e) => e.type === 'open' || e.type === 'press')).toMatchObject([{ type: 'open', mark: 'a', by: 'click' }]);
    await userEvent.click($('#other'));
    expect(events.filter((e) => e.type === 'open' || e.type === 'press').map((e) => e.type)).toEqual(['open', 'press']);
  });

  test('on a figure in a link or a button means what the page means by it', async () => {
    watch('<p><a href="#gone"><span data-mark="a">40 civilians</span></a> <button><span data-mark="b">210</span></button></p>');
    await userEvent.click($('[data-mark=a]'));
    await userEvent.click($('[data-mark=b]'));
    expect(events.filter((e) => e.type === 'open')).toEqual([]);
    expect(location.hash).toBe('#gone');
    history.replaceState(null, '', location.pathname + location.search);
  });

  test('that ends a selection opens nothing', async () => {
    watch('<p><span data-mark="a">40 civilians were killed here</span></p>');
    await userEvent.dblClick($('[data-mark]'));
    expect(events.filter((e) => e.type === 'open').length).toBeLessThan(2);
    expect(String(getSelection())).not.toBe('');
    getSelection()?.removeAllRanges();
  });

  test('a finger taps', async () => {
    watch('<p><span data-mark="a">40 civilians</span></p>');
    const { x, y } = $('[data-mark]').getBoundingClientRect();
    const { x: left, y: top } = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
    const point = { x: x + left + 10, y: y + top + 5 };
    await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await vi.waitFor(() => expect(events.filter((e) => e.type === 'open')).toMatchObject([{ mark: 'a', by: 'tap' }]));
    expect(events.filter((e) => e.type === 'move')).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('focus on a link that holds a figure, and off it', async () => {
    watch('<p><a id="l" href="#x">It says <span data-mark="a">40 civilians</span></a> <a id="m" href="#y">plain</a></p>');
    await userEvent.tab();
    expect(document.activeElement).toBe($('#l'));
    expect(events.at(-1)).toEqual({ type: 'focus', mark: 'a' });
    await userEvent.tab();
    expect(document.activeElement).toBe($('#m'));
    expect(events.at(-1)).toEqual({ type: 'blur' });
  });
});

test('a form whose fields are called parentNode and childNodes does not lead astray', () => {
  const marks = watch('<form><input name="parentNode"><input name="childNodes"><input name="firstChild">It says <span data-mark="a">40 <b>civilians</b></span></form>');
  const range = marks.get('a') ?? document.createRange();
  expect([...holders(range)].map((e) => e?.localName)).toEqual(['span', 'b']);
});
