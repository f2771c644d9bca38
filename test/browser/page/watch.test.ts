import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../../lib/page/watch.ts';
import type { PageChange } from '../../../lib/page/watch.ts';

let changes: PageChange[] = [];
let end = new AbortController();
const address = location.href;

function watch(on: (change: PageChange) => void = () => {}): void {
  changes = [];
  end = new AbortController();
  watchPage({ root: document, on: (change) => (changes.push(change), on(change)) }, end.signal);
}

function add(text: string, to: Element = document.body): HTMLParagraphElement {
  const p = document.createElement('p');
  p.textContent = text;
  to.append(p);
  return p;
}

const heard = (n: number): Promise<void> => vi.waitFor(() => expect(changes.length).toBe(n), { timeout: 6000 });

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  end.abort();
  history.replaceState(null, '', address);
});

describe('text that comes later', () => {
  test('what was added is read, and only that', async () => {
    watch();
    const p = add('Later it was said that 40 civilians were killed.');
    await heard(1);
    expect(changes).toEqual([{ roots: [p], navigated: false }]);
  });

  test('changes that follow each other are one change; what lies in another part is not named twice', async () => {
    watch();
    const section = document.createElement('section');
    document.body.append(section);
    add('one', section);
    await new Promise((done) => setTimeout(done, 50));
    add('two', section);
    await heard(1);
    expect(changes[0]?.roots).toEqual([section]);
  });

  test('a changed word names the element it stands in', async () => {
    const p = add('40 civilians');
    watch();
    if (p.firstChild) p.firstChild.nodeValue = '41 civilians';
    await heard(1);
    expect(changes[0]?.roots).toEqual([p]);
  });

  test('attributes and removals bring no figure', async () => {
    const p = add('40 civilians');
    const q = add('210 people');
    watch();
    p.className = 'x';
    p.style.color = 'red';
    q.remove();
    add('last');
    await heard(1);
    expect(changes[0]?.roots.map((e) => e.textContent)).toEqual(['last']);
  });

  test('what was added and taken away again is not read', async () => {
    watch();
    add('gone').remove();
    const p = add('stays');
    await heard(1);
    expect(changes[0]?.roots).toEqual([p]);
  });

  test('many parts are the whole page', async () => {
    watch();
    for (let i = 0; i < 40; i++) add(`part ${i}`);
    await heard(1);
    expect(changes[0]?.roots).toEqual([document.documentElement]);
  });
});

describe('a page that never rests', () => {
  test('a storm of changes is read a few times, not each time', async () => {
    watch();
    const ticker = add('0');
    for (let i = 0; i < 600; i++) {
      ticker.textContent = String(i);
      await Promise.resolve();
      if (i % 100 === 0) await new Promise((done) => setTimeout(done));
    }
    await heard(1);
    await new Promise((done) => setTimeout(done, 600));
    expect(changes.length).toBeLessThan(4);
  });

  test('reading that itself changes the page does not go round in circles', async () => {
    let n = 0;
    watch(() => {
      if (n++ < 3) add('made by reading');
    });
    add('first');
    await heard(4);
    await new Promise((done) => setTimeout(done, 900));
    expect(changes.length).toBe(4);
  });
});

describe('another address', () => {
  test.each(['pushState', 'replaceState'] as const)('%s: everything is void', async (how) => {
    watch();
    history[how](null, '', '/another/article');
    add('Another article');
    await heard(1);
    expect(changes[0]).toEqual({ roots: [document.documentElement], navigated: true });
  });

  test('a place in the same page is the same page', async () => {
    watch();
    location.hash = '#part-2';
    const p = add('more');
    await heard(1);
    expect(changes[0]).toEqual({ roots: [p], navigated: false });
  });

  test('back from the browser’s memory', async () => {
    watch();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await heard(1);
    expect(changes[0]?.navigated).toBe(true);
  });
});

test('nothing after the end', async () => {
  watch();
  add('before the end');
  end.abort();
  add('after the end');
  await new Promise((done) => setTimeout(done, 900));
  expect(changes).toEqual([]);
});
