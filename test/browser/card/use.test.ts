// What a reader does in an open card.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mouse, opened, painted, paragraph, press, resize, span, stage, viewOf } from './stage.ts';
import type { Stage } from './stage.ts';

let on: Stage;
beforeEach(() => resize(1000, 800));
afterEach(() => on.end());

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
