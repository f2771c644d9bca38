// Pages that hide, move, cover or remove the card. Each was seen to work against a plain element.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { faded, middle, opened, painted, press, resize, stage, TOLD, viewOf } from './stage.ts';
import type { Stage } from './stage.ts';

let on: Stage;
let sheet: CSSStyleSheet;
beforeEach(async () => {
  await resize(1000, 800);
  sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
});
afterEach(() => {
  on.end();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
});

function expectSeen(): void {
  const card = on.find('.card');
  const { x, y, width, height } = card.getBoundingClientRect();
  expect(width).toBeGreaterThan(300);
  expect(height).toBeGreaterThan(200);
  expect(document.elementFromPoint(x + width / 2, y + height / 2)).toBe(on.host());
  const host = getComputedStyle(on.host() ?? document.body);
  expect([host.opacity, host.visibility, host.transform, host.filter, host.clipPath, host.pointerEvents]).toEqual(['1', 'visible', 'none', 'none', 'none', 'auto']);
  const inner = getComputedStyle(card);
  expect([inner.opacity, inner.visibility, inner.fontSize, inner.letterSpacing, inner.textTransform, inner.direction]).toEqual(['1', 'visible', '13px', 'normal', 'none', 'ltr']);
}

describe('page style does not reach the card', () => {
  test.each([
    ['html made invisible', 'html { opacity: 0 !important }'],
    ['html moved', 'html { transform: translateX(5000px) !important; perspective: 1px }'],
    ['html filtered and clipped', 'html { filter: opacity(0) !important; clip-path: inset(50%) !important; overflow: hidden }'],
    ['everything hidden', '* { opacity: 0 !important; visibility: hidden !important }'],
    ['everything unreachable', '* { pointer-events: none !important; transform: scale(0) !important }'],
    ['its host cut', 'html > :last-child { clip-path: circle(0) !important; width: 0 !important; display: none !important; position: static !important }'],
    ['inherited manners', 'html { font: 40px/3 fantasy !important; letter-spacing: 9px !important; text-transform: uppercase !important; direction: rtl !important; color: red !important }'],
    ['our colours overwritten', ':root, html > * { --paper: red !important; --ink: red !important; --text: 9 !important }'],
    ['a layer over everything', 'body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; background: #000 }'],
  ])('%s', async (_name, css) => {
    sheet.replaceSync(css);
    on = stage();
    on.card.send(opened());
    await painted();
    await faded(on);
    expectSeen();
    expect(getComputedStyle(on.find('.card')).backgroundColor).not.toBe('rgb(255, 0, 0)');
    expect(on.states.at(-1)).toEqual({ open: 'a', blocked: false });
  });

  test('a page that makes nothing of the whole document is noticed and told', async () => {
    on = stage();
    on.card.send(opened());
    sheet.replaceSync('html { content-visibility: hidden !important; display: none !important }');
    await vi.waitFor(() => expect(on.states.at(-1)?.blocked).toBe(true));
    sheet.replaceSync('');
  });
});

test('nothing of the card can be read or reached from its element', async () => {
  on = stage();
  on.card.send(opened());
  await painted();
  const host = on.host();
  expect(host?.shadowRoot).toBeNull();
  expect(host?.innerText).toBe('');
  expect(host?.textContent).toBe('');
  expect(host?.getBoundingClientRect().width).toBe(0);
  expect(host?.localName).toMatch(/^[a-z]{6}-[a-z]{6}$/);
});

test('its name is new with every page load', () => {
  const names = Array.from({ length: 3 }, () => {
    on = stage();
    on.card.send(opened());
    const name = on.host()?.localName;
    on.end();
    return name;
  });
  expect(new Set(names).size).toBe(3);
});

test('a page that opens something above the card only covers it once', async () => {
  on = stage({ html: '<p><span data-mark="a">40</span></p><div id="top" popover="manual" style="position:fixed;inset:0;width:auto;height:auto;border:0;margin:0">over all</div>' });
  on.card.send(opened());
  document.querySelector<HTMLElement>('#top')?.showPopover();
  await vi.waitFor(() => expect(document.elementFromPoint(middle(on.find('.card')).x, middle(on.find('.card')).y)).toBe(on.host()));
});

test('one that keeps covering it gets its way, and the reader is told', async () => {
  on = stage({ html: '<p><span data-mark="a">40</span></p><div id="top" popover="manual" style="position:fixed;inset:0;width:auto;height:auto;border:0;margin:0">over all</div>' });
  const top = document.querySelector<HTMLElement>('#top');
  const end = new AbortController();
  const cover = (): void => {
    if (end.signal.aborted) return;
    top?.hidePopover();
    top?.showPopover();
    requestAnimationFrame(cover);
  };
  on.card.send(opened());
  cover();
  await vi.waitFor(() => expect(on.states.at(-1)).toEqual({ open: 'a', blocked: true }), { timeout: 3000 });
  end.abort();
});

test('a press on what a page has laid over the card, all but invisible, saves nothing', async () => {
  on = stage({ html: '<p><span data-mark="a">40</span></p><div id="top" popover="manual" style="position:fixed;inset:0;width:auto;height:auto;border:0;margin:0;opacity:.001">over all</div>' });
  on.card.send(opened());
  await painted();
  // After the card has looked whether it can be seen.
  await new Promise((done) => setTimeout(done, 300));
  document.querySelector<HTMLElement>('#top')?.showPopover();
  await press(on.find('.keep'));
  expect(on.saves).toEqual([]);
  document.querySelector<HTMLElement>('#top')?.hidePopover();
  await press(on.find('.keep'));
  expect(on.saves).toHaveLength(1);
});

test('over a story in a modal dialog the card can be read and pressed, though all beside the dialog is inert', async () => {
  on = stage({ html: '<dialog><p><span data-mark="a">40 civilians</span> died.</p></dialog>' });
  const dialog = document.querySelector('dialog');
  dialog?.showModal();
  on.card.send(opened());
  await painted();
  await faded(on);
  expectSeen();
  expect(on.host()?.closest('dialog')).toBe(dialog);
  on.card.send({ type: 'close' });
  expect(dialog?.childElementCount).toBe(1);
  dialog?.close();
});

test('taken away, the card comes back three times on a page, and then no more', async () => {
  on = stage();
  on.card.send(opened());
  const known = on.host();
  let taken = 0;
  for (let i = 0; i < 10; i++) {
    if (!known?.isConnected) break;
    known.remove();
    taken++;
    await painted();
  }
  expect(taken).toBe(4);
  expect(known?.isConnected).toBe(false);
  expect(on.states.at(-1)).toEqual({ open: null, blocked: true });
  on.card.send(opened('b'));
  expect(on.element()).toBeNull();
});

test('names of form fields that stand for properties of the page’s elements do no harm', async () => {
  const fields = ['parentNode', 'parentElement', 'childNodes', 'contains', 'getBoundingClientRect', 'matches', 'closest', 'isConnected', 'append', 'nodeType', 'textContent'];
  on = stage({ html: `<form>${fields.map((n) => `<input name="${n}">`).join('')}<span data-mark="a">40 civilians</span></form>` });
  on.card.send(opened());
  await painted();
  await faded(on);
  expectSeen();
});

test('a page that zooms its root: the card keeps its size and its place', async () => {
  sheet.replaceSync('html { zoom: 1.5 }');
  on = stage();
  on.card.send(opened());
  await painted();
  const card = on.find('.card').getBoundingClientRect();
  const mark = on.marks.get('a')?.getClientRects()[0] ?? new DOMRect();
  expect(card.width).toBeCloseTo(360, 0);
  expect(card.y - mark.bottom).toBeCloseTo(8, 0);
  expect(mark.x - card.x).toBeCloseTo(24, 0);
});

test('where a browser lets no sheet be adopted, the card is dressed all the same', async () => {
  vi.spyOn(CSSStyleSheet.prototype, 'replaceSync').mockImplementation(() => {
    throw new DOMException('Sheet constructor document does not match', 'NotAllowedError');
  });
  on = stage();
  for (const mark of ['a', 'b']) {
    on.card.send(opened(mark));
    await painted();
    await faded(on);
    expectSeen();
    on.card.send({ type: 'close' });
  }
  on.card.send(opened());
  vi.restoreAllMocks();
});

test('not in print', async () => {
  on = stage();
  on.card.send(opened());
  await painted();
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  expect(getComputedStyle(on.host() ?? document.body).display).toBe('none');
  await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  expect(getComputedStyle(on.host() ?? document.body).display).toBe('block');
});

test('opening moves nothing and takes no room', async () => {
  on = stage();
  const size = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
  on.card.send(opened());
  await painted();
  expect([document.documentElement.scrollWidth, document.documentElement.scrollHeight]).toEqual(size);
});

test('strings from the database and from the page are words, never markup', async () => {
  const bad = '<img src=x onerror="window.broken=true"><b>bold</b>&amp;';
  const view = viewOf({
    question: { ...TOLD.question, title: bad },
    claim: { ...TOLD.claim, saidBy: bad, groupText: bad, text: bad },
    estimates: TOLD.estimates.map((e) => Object.assign({}, e, { method: bad, title: bad, claimant: bad, scope: { text: bad }, comparable: 'partial' as const })),
  });
  on = stage({ view: () => view });
  on.card.send(opened());
  await painted();
  expect(on.find('.card').querySelectorAll('img')).toHaveLength(0);
  expect([...on.find('.card').querySelectorAll('b')].filter((b) => b.textContent === 'bold')).toEqual([]);
  expect('broken' in window).toBe(false);
  expect(on.find('.q').textContent).toBe(bad);
});
