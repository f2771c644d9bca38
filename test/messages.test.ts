import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadPage } from '../lib/claim/document.ts';
import { fit } from '../lib/messages/fit.ts';
import { check, pageNow, type Self, type Sender } from '../lib/messages/check.ts';
import { hold, putTogether } from '../entrypoints/background/pieces.ts';
import type { FromPage, FromPopup } from '../lib/messages/messages.ts';

const SELF: Self = { id: 'our-id', origin: 'chrome-extension://our-id' };
const PAGE: Sender = { id: 'our-id', url: 'https://news.example/a', origin: 'https://news.example', frameId: 0, tab: { id: 7 } };
const POPUP: Sender = { id: 'our-id', url: 'chrome-extension://our-id/popup.html', origin: 'chrome-extension://our-id' };
const OWN_TAB: Sender = { ...POPUP, frameId: 0, tab: { id: 8 } };
const FIREFOX_PAGE: Sender = { id: 'our-id', url: 'http://news.example/a', frameId: 0, tab: { id: 7 } };

const text = 'Twelve civilians were killed.';
const head: ReadPage['head'] = { address: null, canonical: null, title: null, lang: 'en', meta: [['date', '2026-11-14']], scripts: [], headings: [], times: [], dated: [] };
const page: ReadPage = { text, blocks: [{ start: 0, end: text.length, role: 'paragraph', header: null }], head };

const BESIDE = { from: 'arlen-civilians', to: 'arlen-police', page: { url: null, title: 'A page', headline: null, site: null, author: null, date: '2026-11-14', dateFrom: 'meta', lang: 'en' }, says: { figure: '12', unit: 'civilians killed', by: '' } };
const PAGE_BODIES: Record<keyof FromPage, unknown> = {
  gate: null,
  unread: { why: 'no-article' },
  piece: { of: 7, n: 0, part: false, text, blocks: page.blocks },
  lookup: { page, of: 12, n: 0, part: false },
  marked: null,
  beside: BESIDE,
  method: null,
  save: { text: 'Twelve civilians', start: 0 },
  unsave: { save: 'batch:1' },
  notThisEvent: { quote: 'Twelve civilians', question: 'arlen-civilians', hidden: true },
};
const POPUP_BODIES: Record<keyof FromPopup, unknown> = {
  page: { tab: 7 },
  hide: { tab: 7, quote: 'Twelve civilians', question: 'arlen-civilians', hidden: true },
  saveFigures: { tab: 7, figures: null },
  undoSave: { save: `claim:${'0'.repeat(32)}` },
  cardNow: { id: '0'.repeat(32) },
  estimatesNow: { question: 'a' },
  findIn: { tab: 7, id: '0'.repeat(32) },
  database: null,
  shipped: null,
  sample: { page },
  pasted: { page },
  savePasted: { page, figure: { text: 'Twelve civilians', start: 0 } },
  languages: null,
  ownBeside: BESIDE,
  set: { offSites: ['news.example'], clickOnly: true },
  listing: null,
  question: { id: 'arlen-civilians' },
  feeds: null,
  feed: { do: 'add', from: { typed: 'https://claims.example/' }, fingerprint: '0123 4567' },
};
const ALL = { ...PAGE_BODIES, ...POPUP_BODIES };
const TYPES = Object.keys(ALL);

describe('who may send what', () => {
  test.each(Object.entries(PAGE_BODIES))('%s: our script in a page, and nobody else', (type, body) => {
    expect(check({ type, body }, PAGE, SELF)).toMatchObject({ from: 'page', tab: 7, url: 'https://news.example/a', message: { type } });
    expect(check({ type, body }, FIREFOX_PAGE, SELF)).toMatchObject({ from: 'page' });
    expect(check({ type, body }, POPUP, SELF)).toBeNull();
  });

  test.each(Object.entries(POPUP_BODIES))('%s: our own pages, and nobody else', (type, body) => {
    expect(check({ type, body }, POPUP, SELF)).toMatchObject({ from: 'popup', message: { type, body } });
    expect(check({ type, body }, OWN_TAB, SELF)).toMatchObject({ from: 'popup' });
    expect(check({ type, body }, PAGE, SELF)).toBeNull();
    expect(check({ type, body }, FIREFOX_PAGE, SELF)).toBeNull();
  });

  test('the page itself, where the browser tells it from the next one in its tab', () => {
    expect(check({ type: 'marked', body: null }, { ...PAGE, documentId: 'D1' }, SELF)).toMatchObject({ tab: 7, document: 'D1' });
    expect(check({ type: 'marked', body: null }, FIREFOX_PAGE, SELF)).toMatchObject({ tab: 7, document: null });
  });

  const strangers: Record<string, Sender> = {
    'another extension': { ...POPUP, id: 'their-id' },
    'a web page': { ...PAGE, id: undefined },
    'a page that says it is our popup': { ...PAGE, url: POPUP.url },
    'a frame in a page': { ...PAGE, frameId: 3 },
    'a page that is in no tab': { ...PAGE, tab: undefined },
    'a local file': { ...PAGE, url: 'file:///etc/hosts', origin: 'file://' },
    'a page without an address': { ...PAGE, url: 'about:blank', origin: 'null' },
    'a page of another address than its origin': { ...PAGE, url: 'https://other.example/a' },
    'another extension of nearly our name': { ...POPUP, url: 'chrome-extension://our-id.evil/popup.html', origin: 'chrome-extension://our-id.evil' },
    'nobody': {},
  };
  test.each(Object.entries(strangers))('nothing from %s', (_, sender) => {
    for (const [type, body] of Object.entries(ALL)) expect(check({ type, body }, sender, SELF), type).toBeNull();
  });
});

describe('what is asked of a feed', () => {
  const cases: Record<string, unknown> = {
    'a deed nobody knows': { do: 'believe', key: 'small-01234567' },
    'a key that is a path': { do: 'remove', key: '../tallyside' },
    'an address and a file at once': { do: 'offer', from: { typed: 'https://claims.example/', file: 'AA==' } },
    'bytes instead of base64': { do: 'bring', key: 'small', from: { file: [1, 2] } },
    'no fingerprint': { do: 'add', from: { typed: 'https://claims.example/' } },
  };
  test.each(Object.entries(cases))('is refused with %s', (_, body) => {
    expect(check({ type: 'feed', body: { do: 'turn', key: 'small-01234567', on: false } }, POPUP, SELF)).not.toBeNull();
    expect(check({ type: 'feed', body }, POPUP, SELF)).toBeNull();
  });
});

describe('a lookup', () => {
  const lookup = (change: object): unknown => check({ type: 'lookup', body: { page, of: 1, n: 0, part: false, ...change } }, PAGE, SELF);
  const cases: Record<string, object> = {
    'a block outside the text': { page: { ...page, blocks: [{ start: 0, end: 400, role: 'paragraph', header: null }] } },
    'a block that ends before it starts': { page: { ...page, blocks: [{ start: 20, end: 10, role: 'paragraph', header: null }] } },
    'a block of a kind nobody knows': { page: { ...page, blocks: [{ start: 0, end: 4, role: 'script', header: null }] } },
    'a key nobody knows': { page: { ...page, html: '<b>' } },
    'claims of its own': { claims: [] },
  };
  test.each(Object.entries(cases))('is refused with %s', (_, change) => {
    expect(lookup({})).not.toBeNull();
    expect(lookup(change)).toBeNull();
  });
});

describe('a page that is too long', () => {
  const long = 'x'.repeat(2_000_000);
  const half = { start: 0, end: 1_500_000, role: 'paragraph', header: long } as const;
  const huge: ReadPage = {
    text: `${long}${long}`,
    blocks: [half, { start: 1_500_001, end: 3_000_000, role: 'paragraph', header: null }],
    head: { address: long, canonical: long, title: long, lang: long, meta: Array.from({ length: 300 }, (): [string, string] => [long, long]), scripts: Array.from({ length: 300 }, () => long), headings: [long], times: [long], dated: Array.from({ length: 300 }, () => long) },
  };

  test('is cut to what is taken of one, at a block: whole, in pieces and when it is kept', () => {
    const asked = { of: 1, n: 0, part: false };
    const sent = (message: object): unknown => check(message, PAGE, SELF);
    const cut = fit(huge);
    expect(sent({ type: 'lookup', body: { page: huge, ...asked } })).toMatchObject({ message: { body: { page: cut, ...asked } } });
    expect(sent({ type: 'piece', body: { text: huge.text, blocks: huge.blocks, of: 1, n: 3, part: true } })).toMatchObject({ message: { body: { text: long, blocks: cut.blocks, n: 3 } } });
    expect(pageNow({ page: huge, selected: null })?.page).toEqual(cut);
    expect(cut.text).toHaveLength(2_000_000);
    expect(cut.blocks).toEqual([{ ...half, header: 'x'.repeat(5_000) }]);
    expect(cut.head).toMatchObject({ title: 'x'.repeat(2_000), scripts: [], headings: ['x'.repeat(2_000)] });
    expect(cut.head.meta).toHaveLength(200);
  });

  test('any other is taken as it is', () => {
    expect(fit(page)).toEqual(page);
  });
});

describe('a page in pieces', () => {
  const from = { tab: 7, document: 'D1' };
  const whole = 'Twelve civilians were killed.\nThe bridge is closed.';
  const first = { of: 5, n: 0, part: false, text: whole.slice(0, 10), blocks: [{ start: 0, end: 29, role: 'paragraph', header: null }] } as const;
  const second = { of: 5, n: 1, part: false, text: whole.slice(10, 20), blocks: [] };
  const last = { of: 5, n: 2, page: { text: whole.slice(20), blocks: [{ start: 30, end: 51, role: 'item', header: null }], head } } satisfies Parameters<typeof putTogether>[1];
  const piece = (change: object = {}): null => hold(from, { ...first, blocks: [...first.blocks], ...change });

  test('is put together, and again when the last one is sent again', () => {
    piece();
    hold(from, second);
    const together = { text: whole, blocks: [...first.blocks, ...last.page.blocks], head };
    expect(putTogether(from, last)).toEqual(together);
    expect(putTogether(from, last)).toEqual(together);
  });

  test('is one page when it is one message', () => expect(putTogether(from, { ...last, n: 0 })).toBe(last.page));

  test('of which one is missing, or is another reading’s, another page’s or another tab’s, is none', () => {
    piece();
    expect(() => putTogether(from, last)).toThrow('missing');
    expect(() => hold(from, { ...second, of: 6 })).toThrow('missing');
    expect(() => hold(from, { ...second, n: 2 })).toThrow('missing');
    expect(() => hold({ ...from, document: 'D2' }, second)).toThrow('missing');
    expect(() => hold({ ...from, tab: 8 }, second)).toThrow('missing');
    hold(from, second);
    // A reading that begins anew takes the place of the one that was left.
    piece();
    expect(() => putTogether(from, last)).toThrow('missing');
  });

  test('whose blocks do not lie in its text is none', () => {
    piece();
    expect(() => putTogether(from, { ...last, n: 1 })).toThrow('not of one page');
  });

  test('that is too long is cut at a block, as one message is', () => {
    piece();
    const end = 2_000_100;
    hold(from, { ...second, text: 'x'.repeat(1_999_900), blocks: [{ start: 30, end: 900, role: 'item', header: null }, { start: 901, end, role: 'item', header: null }] });
    const { text, blocks } = putTogether(from, { ...last, page: { text: 'x'.repeat(1_000), blocks: [{ start: end + 1, end: end + 90, role: 'item', header: null }], head } });
    expect(text).toHaveLength(2_000_000);
    expect(blocks.map((b) => b.end)).toEqual([29, 900]);
  });

  test('of many tabs only the latest are held', () => {
    for (let tab = 20; tab < 30; tab++) hold({ tab, document: null }, { ...first, blocks: [] });
    expect(() => hold({ tab: 20, document: null }, second)).toThrow('missing');
    hold({ tab: 29, document: null }, second);
  });
});

describe('garbage', () => {
  // The same cases on every run: what fails here fails for everybody.
  const runs = { seed: 20261121, numRuns: 1_000 };
  const believed = (message: unknown): boolean => [PAGE, POPUP].some((sender) => check(message, sender, SELF) !== null);

  test.each(TYPES)('%s with any body', (type) => {
    // `gate` carries nothing: null is its body.
    const anything = fc.anything().filter((body) => body !== null);
    fc.assert(fc.property(anything, (body) => !believed({ type, body })), runs);
  });

  test.each(Object.entries(ALL).filter(([, body]) => body !== null))('%s with one part of its body replaced', (type, body) => {
    const parts = paths(body).filter((path) => path.length > 0);
    const odd = fc.constantFrom<unknown>(undefined, Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, { toString: 'x' }, [[]], Symbol('s'));
    fc.assert(
      fc.property(fc.constantFrom(...parts), odd, (path, value) => !believed({ type, body: replaced(body, path, value) })),
      runs,
    );
  });

  test('types nobody knows, and things that are no message', () => {
    for (const type of ['', 'constructor', '__proto__', 'toString', 'settings', 'install', 'delete', 7, null])
      expect(believed({ type, body: null }), String(type)).toBe(false);
    fc.assert(fc.property(fc.anything(), (message) => !believed(message)), runs);
  });
});

type Path = readonly string[];

/** Every place in a JSON-like value, the value itself first. */
function paths(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const found: Path[] = [[]];
  for (const [key, part] of Object.entries(value)) for (const path of paths(part)) found.push([key, ...path]);
  return found;
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = by;
  return copy;
}

describe('a setting', () => {
  const set = (body: unknown): unknown => check({ type: 'set', body }, POPUP, SELF);
  test.each([
    ['offEverywhere', true],
    ['offSites', []],
    ['openDelay', 300],
    ['clickOnly', true],
    ['markBare', true],
    ['leftOut', ['wounded']],
    ['textSize', 1.5],
    ['theme', null],
    ['theme', 'dark'],
    ['language', 'ar'],
  ])('%s may be %j', (setting, value) => expect(set({ [setting]: value })).not.toBeNull());

  test.each([
    ['offEverywhere', 'yes'],
    ['offSites', 'news.example'],
    ['offSites', [7]],
    ['openDelay', 0],
    ['openDelay', '450'],
    ['leftOut', ['dead']],
    ['textSize', 40],
    ['theme', 'sepia'],
    ['language', 'xx'],
    ['hiddenMatches', []],
    ['toString', true],
    ['__proto__', {}],
  ])('%s may not be %j', (setting, value) => expect(set(JSON.parse(`{${JSON.stringify(setting)}:${JSON.stringify(value)}}`))).toBeNull());

  test('several at once, if all of them are sound; never none', () => {
    expect(set({ clickOnly: true, theme: 'dark' })).not.toBeNull();
    expect(set({ clickOnly: true, theme: 'sepia' })).toBeNull();
    expect(set({ clickOnly: true, also: 1 })).toBeNull();
    expect(set({})).toBeNull();
    expect(set([])).toBeNull();
    expect(set(null)).toBeNull();
  });
});
