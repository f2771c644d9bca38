import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { HTML, middle, mouse, opened, painted, press, resize, stage, viewOf } from './stage.ts';
import type { Stage } from './stage.ts';

let on: Stage;
beforeEach(() => resize(1000, 800));
afterEach(() => on.end());

const VIEW = viewOf();
const span = (mark: string): HTMLElement => document.querySelector<HTMLElement>(`[data-mark="${mark}"]`) ?? document.body;
const paragraph = (): HTMLElement => document.querySelector('p') ?? document.body;

describe('opening and closing', () => {
  test('the page is untouched before a card is opened and after it is closed, but for one element while it is open', async () => {
    on = stage();
    const before = document.documentElement.outerHTML;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((r) => records.push(...r));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    await userEvent.hover(paragraph(), { position: { x: 5, y: 5 } });
    expect(document.documentElement.outerHTML).toBe(before);
    on.card.send(opened());
    await painted();
    const host = on.host();
    expect(host?.parentNode).toBe(document.documentElement);
    expect([...document.documentElement.children].filter((e) => e !== host)).toEqual([document.head, document.body]);
    expect(host?.attributes).toHaveLength(1);
    on.card.send({ type: 'close' });
    expect(document.documentElement.outerHTML).toBe(before);
    observer.disconnect();
    expect(records.every((r) => [...r.addedNodes, ...r.removedNodes].every((n) => n === host))).toBe(true);
    expect(records.filter((r) => r.type !== 'childList' && r.target !== host)).toEqual([]);
  });

  test('resting on a mark opens its card without taking the focus; leaving closes it', async () => {
    on = stage();
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await userEvent.hover(span('a'));
    await vi.waitFor(() => expect(on.element()?.getAttribute('aria-label')).toBe('This page says: 40 civilians killed'), { timeout: 3000 });
    expect(document.activeElement).toBe(document.body);
    expect(on.states.at(-1)).toEqual({ open: 'a', blocked: false });
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await vi.waitFor(() => expect(on.element()).toBeNull(), { timeout: 3000 });
    expect(on.states.at(-1)).toEqual({ open: null, blocked: false });
  });

  describe('while the reader waits', () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
    afterEach(() => {
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
  });

  test('the pointer can go into the card and stay there', async () => {
    on = stage();
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await userEvent.hover(span('a'));
    await vi.waitFor(() => expect(on.element()).not.toBeNull(), { timeout: 3000 });
    await painted();
    await mouse('mouseMoved', middle(on.find('h3')));
    await new Promise((done) => setTimeout(done, 700));
    expect(on.element()).not.toBeNull();
  });

  test('a click opens at once; a click elsewhere closes', async () => {
    on = stage({ settings: { clickOnly: true } });
    await userEvent.click(span('b'));
    expect(on.element()).not.toBeNull();
    expect(on.states.at(-1)?.open).toBe('b');
    await userEvent.click(paragraph(), { position: { x: 2, y: 2 } });
    expect(on.element()).toBeNull();
  });

  test('by key: focus goes to the heading, Tab goes through the controls in order, Esc goes back to where it was', async () => {
    on = stage();
    document.querySelector('a')?.focus();
    on.card.send(opened('a', 'key'));
    const root = on.find('.card').getRootNode() as ShadowRoot;
    expect(root.activeElement?.tagName).toBe('H2');
    const order: string[] = [];
    for (let i = 0; i < 5; i++) {
      await userEvent.tab();
      const { activeElement: e } = root;
      order.push(e?.getAttribute('aria-label') ?? e?.textContent ?? '');
    }
    expect(order).toEqual(['Keep open', 'Close', 'Why this question?', 'guard.example', 'How counted: Coast Guard']);
    await userEvent.keyboard('{Escape}');
    expect(on.element()).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('a'));
  });

  test('the page does not hear the Esc that closed the card, and hears the next one', async () => {
    on = stage();
    const heard = vi.fn<(event: Event) => void>();
    document.addEventListener('keydown', heard);
    on.card.send(opened());
    await userEvent.keyboard('{Escape}');
    expect(heard).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', heard);
  });

  test('from mark to mark there is one card', async () => {
    on = stage();
    on.card.send(opened('a'));
    on.card.send(opened('b'));
    await painted();
    expect(document.querySelectorAll(':popover-open')).toHaveLength(1);
    expect(on.states.map((s) => s.open)).toEqual(['a', 'b']);
  });

  test('a mark without a card opens nothing and leaves nothing behind', () => {
    on = stage({ view: () => null });
    const before = document.documentElement.outerHTML;
    on.card.send(opened());
    expect(document.documentElement.outerHTML).toBe(before);
    expect(on.states).toEqual([]);
  });
});

describe('what counts something else', () => {
  const other = { ...viewOf({ question: { title: 'Civilians wounded by shelling of the Salt Coast', rule: 'all', period: [null, null] } }), id: 'w', relation: 'Wounded, not killed' };

  test('opens in the same card with its difference named, and back again to where it was', async () => {
    const asked: string[] = [];
    on = stage({ beside: (from, to) => (asked.push(`${from.id} ${to}`), Promise.resolve(other)) });
    on.card.send(opened());
    await painted();
    on.find<HTMLDetailsElement>('.fold:last-of-type').open = true;
    await painted();
    on.find('button.what').scrollIntoView();
    await press(on.find('button.what'));
    await vi.waitFor(() => expect(on.find('.aside').textContent).toContain('Wounded, not killed'));
    expect(asked).toEqual(['q w']);
    expect(on.find('.q').textContent).toBe('How many civilians were wounded by shelling of the Salt Coast?');
    expect(on.find('h2').textContent).toBe('40 civilians killed');
    const root = on.find('.card').getRootNode() as ShadowRoot;
    expect(root.activeElement?.textContent).toBe('Back to this figure');
    expect([...on.find('footer').querySelectorAll('button')].map((b) => b.textContent)).toEqual(['Copy citation', 'Something wrong with this entry?', 'Method']);
    await painted();
    await press(on.find('.back'));
    expect(on.find('.q').textContent).toBe('How many civilians have been killed by shelling of the Salt Coast since March 2021?');
    expect(root.activeElement?.getAttribute('data-id')).toBe('w');
    expect(root.activeElement?.getBoundingClientRect().height).toBeGreaterThan(0);
    expect(on.find('footer').textContent).toContain('Not this event');
  });

  test('where it cannot be read, that is said, and the card stays as it is', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    on.find<HTMLDetailsElement>('.fold:last-of-type').open = true;
    await painted();
    on.find('button.what').scrollIntoView();
    await press(on.find('button.what'));
    await vi.waitFor(() => expect(on.find('[role=status]').textContent).toBe('That card could not be read. Try again.'));
    expect(on.find('.q').textContent).toContain('killed');
  });
});

test('something wrong with an entry: a text for its maintainers is copied, nothing is sent', async () => {
  on = stage({ view: () => ({ ...viewOf(), contact: 'corrections@feed.example' }) });
  on.card.send(opened());
  await painted();
  let copied = '';
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => ((copied = text), Promise.resolve()));
  await press(on.find('.wrong'));
  await vi.waitFor(() => expect(on.find('[role=status]').textContent).toBe('Copied. Nothing was sent. Corrections go to corrections@feed.example.'));
  expect(copied).toContain('an entry is wrong');
  expect(copied).toContain('Coast Guard: at least 40');
  write.mockRestore();
});

describe('what a reader does in it', () => {
  test('a click that was meant for the page under a card that has just come up does nothing', async () => {
    on = stage();
    on.card.send({ ...opened(), by: 'click', time: performance.now() + 60_000 });
    await painted();
    await press(on.find('[aria-label="Close"]'));
    expect(on.element()).not.toBeNull();
  });

  test('close, pin and unpin', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    const pin = on.find('[aria-label="Keep open"]');
    await press(pin);
    expect(pin.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(paragraph(), { position: { x: 2, y: 2 } });
    expect(on.element()).not.toBeNull();
    await press(pin);
    expect(pin.getAttribute('aria-pressed')).toBe('false');
    await press(on.find('[aria-label="Close"]'));
    expect(on.element()).toBeNull();
  });

  test('a script of the page cannot press its buttons', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    on.host()?.click();
    on.find('[aria-label="Close"]').click();
    on.find('[aria-label="Close"]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(on.element()).not.toBeNull();
  });

  test('what happens in the card does not reach the page', async () => {
    on = stage();
    const heard = vi.fn<(event: Event) => void>();
    for (const type of ['click', 'pointerdown', 'mousedown', 'keydown']) document.addEventListener(type, heard);
    on.card.send(opened());
    await painted();
    await press(on.find('summary'));
    await userEvent.keyboard('j');
    expect(on.find<HTMLDetailsElement>('details').open).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    for (const type of ['click', 'pointerdown', 'mousedown', 'keydown']) document.removeEventListener(type, heard);
  });

  test('copy citation, and say so', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    await press(on.find('.cite'));
    await vi.waitFor(() => expect(on.find('[role=status]').textContent).toBe('Copied'));
    expect(copied[0]).toContain('- Harbour Watch: at least 210 (as of 28 Jun 2021) https://watch.example/');
    vi.restoreAllMocks();
  });

  test('where the page has no clipboard, a copy event is answered', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    const seen = vi.fn<(event: Event) => void>();
    document.addEventListener('copy', seen);
    await press(on.find('.cite'));
    await vi.waitFor(() => expect(on.find('[role=status]').textContent).toBe('Copied'));
    expect(seen).not.toHaveBeenCalled();
    document.removeEventListener('copy', seen);
    vi.restoreAllMocks();
  });

  test('saved, said, and taken back', async () => {
    // As in a page, where a card is one and the same until the page is read again.
    const view = viewOf();
    on = stage({ view: () => view });
    on.card.send(opened());
    await painted();
    expect(on.find('.keep').textContent).toBe('Save');
    await press(on.find('.keep'));
    await vi.waitFor(() => expect(on.find('[role=status]').textContent).toBe('Saved'));
    expect(on.find('.keep').textContent).toBe('Undo');
    // Opened again it says what is the case, and no longer what was done a moment ago.
    on.card.send({ type: 'close' });
    on.card.send(opened());
    await painted();
    expect([on.find('.keep').textContent, on.find('.keep').ariaPressed]).toEqual(['Saved', 'true']);
    // Whatever else it says meanwhile.
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press(on.find('.cite'));
    await vi.waitFor(() => expect(on.find('[role=status]').textContent).toBe('Copied'));
    vi.restoreAllMocks();
    expect([on.find('.keep').textContent, on.find('.keep').ariaPressed]).toEqual(['Saved', 'true']);
    await press(on.find('.keep'));
    await vi.waitFor(() => expect(on.find('.keep').textContent).toBe('Save'));
    expect(on.find('.keep').ariaPressed).toBe('false');
    expect(on.find('[role=status]').textContent).toBe('');
    expect(on.saves).toEqual([['a', undefined], ['a', 'batch:7']]);
  });

  test('not this event: put away, said, and taken back', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    await press(on.find('.plain'));
    expect(on.away).toEqual([['a', true]]);
    expect(on.find('[role=status]').textContent).toMatch(/^Hidden here/);
    expect(on.find('[role=status]').getBoundingClientRect().bottom).toBeLessThanOrEqual(on.find('.cite').getBoundingClientRect().top);
    expect([...on.find('footer').querySelectorAll('button')].map((b) => b.textContent)).toEqual(['Copy a correction for the maintainers', 'Undo', 'Method']);
    expect(on.find('.card').querySelector('.plot')).toBeNull();
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    await press(on.find('.cite'));
    await vi.waitFor(() => expect(on.find('[role=status]').textContent).toBe('Copied. Nothing was sent.'));
    expect(copied[0]).toMatch(/^Correction to a claims database: the figure is about something else\n\nQuestion: Civilians killed by shelling of the Salt Coast/);
    vi.restoreAllMocks();
    await press(on.find('.plain'));
    expect(on.away.at(-1)).toEqual(['a', false]);
    expect(on.find('.plot')).not.toBeNull();
  });

  test('a card that has shrunk and grown again takes presses in all of it', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    await press(on.find('.plain'));
    on.card.send({ type: 'scroll' });
    await painted();
    await press(on.find('.plain'));
    await painted();
    await press(on.find('.plain'));
    expect(on.away.map(([, hidden]) => hidden)).toEqual([true, false, true]);
    expect(on.element()).not.toBeNull();
  });

  test('sources open apart, without telling where from', () => {
    on = stage();
    on.card.send(opened());
    const link = on.find<HTMLAnchorElement>('a');
    expect([link.target, link.rel, link.protocol, link.textContent]).toEqual(['_blank', 'noopener noreferrer', 'https:', 'guard.example']);
  });

  test('behind a row: how it was counted', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    const how = on.find('.how');
    const method = how.closest('li')?.querySelector<HTMLElement>('.method');
    expect(method?.offsetHeight).toBe(0);
    await press(how);
    expect(how.getAttribute('aria-expanded')).toBe('true');
    expect(method?.offsetHeight).toBeGreaterThan(0);
  });

  test('text can be selected, and that keeps the card', async () => {
    on = stage();
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await userEvent.hover(span('a'));
    await vi.waitFor(() => expect(on.element()).not.toBeNull(), { timeout: 3000 });
    await painted();
    await new Promise((done) => setTimeout(done, 350));
    await press(on.find('.q'), 2);
    expect(String(getSelection()).trim()).not.toBe('');
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await new Promise((done) => setTimeout(done, 700));
    expect(on.element()).not.toBeNull();
  });

  test('a selection may begin in the card and end outside it', async () => {
    on = stage();
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await userEvent.hover(span('a'));
    await vi.waitFor(() => expect(on.element()).not.toBeNull(), { timeout: 3000 });
    await painted();
    const text = on.find('.q').getBoundingClientRect();
    await mouse('mousePressed', { x: text.x + 5, y: text.y + 8 });
    await mouse('mouseMoved', { x: text.x + 150, y: text.y + 8 });
    await mouse('mouseMoved', { x: text.right + 200, y: text.y + 8 });
    await new Promise((done) => setTimeout(done, 500));
    expect(on.element()).not.toBeNull();
    await mouse('mouseReleased', { x: text.right + 200, y: text.y + 8 });
    await mouse('mouseMoved', { x: text.right + 250, y: text.y + 20 });
    await new Promise((done) => setTimeout(done, 500));
    expect(on.element()).not.toBeNull();
    expect(String(getSelection())).not.toBe('');
  });

  test('it can be dragged by its header and stays where it was put', async () => {
    on = stage();
    on.card.send(opened());
    await painted();
    const from = on.find('.card').getBoundingClientRect();
    const at = { x: from.x + 200, y: from.y + 8 };
    await mouse('mousePressed', at);
    await mouse('mouseMoved', { x: at.x + 60, y: at.y + 30 });
    await mouse('mouseMoved', { x: at.x + 120, y: at.y + 50 });
    await mouse('mouseReleased', { x: at.x + 120, y: at.y + 50 });
    await painted();
    const to = on.find('.card').getBoundingClientRect();
    expect([Math.round(to.x - from.x), Math.round(to.y - from.y)]).toEqual([120, 50]);
    expect(on.find('[aria-label="Keep open"]').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('scrolling', () => {
  const tall = `<div style="height:300px"></div>${HTML}<div style="height:3000px"></div>`;

  test('the card goes with its mark, and closes when that is out of sight', async () => {
    on = stage({ html: tall });
    on.card.send(opened());
    await painted();
    const before = on.find('.card').getBoundingClientRect().y;
    window.scrollBy({ top: 100, behavior: 'instant' });
    await painted();
    expect(on.find('.card').getBoundingClientRect().y).toBe(before - 100);
    window.scrollTo({ top: 2000, behavior: 'instant' });
    await painted();
    expect(on.element()).toBeNull();
    window.scrollTo(0, 0);
  });

  test('text that scrolls under a still pointer opens nothing', async () => {
    on = stage({ html: tall, settings: { openDelay: 50 } });
    const top = span('a').getBoundingClientRect();
    await userEvent.hover(document.body, { position: { x: 20, y: top.y - 100 } });
    await userEvent.hover(document.body, { position: { x: top.x + 20, y: top.y - 100 + 10 } });
    window.scrollBy({ top: 100, behavior: 'instant' });
    await new Promise((done) => setTimeout(done, 400));
    expect(on.element()).toBeNull();
    window.scrollTo(0, 0);
  });
});
