import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../../lib/page/watch.ts';
import type { PageChange } from '../../../lib/page/watch.ts';

let changes: PageChange[] = [];
/** What stood on the page when it was to be read. */
let read: string[] = [];
let end = new AbortController();
const address = location.href;

function watch(on: (change: PageChange) => void = () => {}): void {
  changes = [];
  read = [];
  end = new AbortController();
  const heard = (change: PageChange): void => {
    changes.push(change);
    read.push(document.body.textContent ?? '');
    on(change);
  };
  watchPage({ root: document, on: heard }, end.signal);
}

function add(text: string, to: Element = document.body): HTMLParagraphElement {
  const p = document.createElement('p');
  p.textContent = text;
  to.append(p);
  return p;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const heard = (n: number): Promise<void> => vi.waitFor(() => expect(changes.length).toBe(n), { timeout: 6000 });
/** Longer than any change waits that is not put off by another. */
const LONG = 1800;

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  end.abort();
  history.replaceState(null, '', address);
});

describe('text that comes later', () => {
  test('is read', async () => {
    watch();
    add('Later it was said that 40 civilians were killed.');
    await heard(1);
    expect(changes).toEqual([{ navigated: false }]);
    expect(read).toEqual(['Later it was said that 40 civilians were killed.']);
  });

  test('in pieces that follow each other, is read once, with all of them', async () => {
    watch();
    add('one ');
    await wait(50);
    add('two ');
    await wait(50);
    add('three');
    await heard(1);
    await wait(LONG);
    expect(read).toEqual(['one two three']);
  });

  test('a changed word is text that was not there', async () => {
    const p = add('40 civilians');
    watch();
    if (p.firstChild) p.firstChild.nodeValue = '41 civilians';
    await heard(1);
  });

  test('attributes, removals and what hangs beside the body bring no figure', async () => {
    const p = add('40 civilians');
    const q = add('210 people');
    watch();
    p.className = 'x';
    p.style.color = 'red';
    q.remove();
    const beside = document.createElement('our-card');
    document.documentElement.append(beside);
    await wait(LONG);
    beside.remove();
    expect(changes).toEqual([]);
  });

  test('a new body is a new page', async () => {
    watch();
    const { body } = document;
    const next = document.createElement('body');
    next.textContent = '40 civilians';
    body.replaceWith(next);
    await heard(1);
    next.replaceWith(body);
  });
});

describe('a page that never rests', () => {
  test('a storm of changes is read a few times, not each time', async () => {
    watch();
    const ticker = add('0');
    for (let i = 0; i < 600; i++) {
      ticker.textContent = String(i);
      await Promise.resolve();
      if (i % 100 === 0) await wait(0);
    }
    await heard(1);
    await wait(LONG);
    expect(changes.length).toBeLessThan(4);
  });

  test('changes that come faster than it comes to rest are read all the same', async () => {
    watch();
    const ticker = setInterval(() => add('more'), 100);
    await vi.waitFor(() => expect(changes.length).toBeGreaterThan(0), { timeout: 8000 });
    clearInterval(ticker);
  });

  test('reading that itself changes the page does not go round in circles', async () => {
    let n = 0;
    watch(() => {
      if (n++ < 3) add('made by reading');
    });
    add('first');
    await heard(4);
    await wait(LONG);
    expect(changes.length).toBe(4);
  });
});

describe('another address', () => {
  test.each(['pushState', 'replaceState'] as const)('%s: everything is void', async (how) => {
    watch();
    history[how](null, '', '/another/article');
    add('Another article');
    await heard(1);
    expect(changes).toEqual([{ navigated: true }]);
  });

  test('a place in the same page is the same page', async () => {
    watch();
    location.hash = '#part-2';
    add('more');
    await heard(1);
    expect(changes).toEqual([{ navigated: false }]);
  });

  test('back from the browser’s memory', async () => {
    watch();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await heard(1);
    expect(changes).toEqual([{ navigated: true }]);
  });
});

test('nothing after the end', async () => {
  watch();
  add('before the end');
  end.abort();
  add('after the end');
  await wait(LONG);
  expect(changes).toEqual([]);
});
