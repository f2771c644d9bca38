import { afterEach, describe, expect, test } from 'vitest';
import { opened, painted, resize, stage, TOLD, viewOf } from './stage.ts';
import type { Stage } from './stage.ts';

let on: Stage;
afterEach(() => on.end());

const at = (left: number, top: number, text = '40 civilians'): string =>
  `<div style="position:absolute;left:${left}px;top:${top}px;font:16px/20px sans-serif;white-space:nowrap"><span data-mark="a">${text}</span></div>`;

async function boxes(html: string, settings = {}): Promise<{ card: DOMRect; mark: DOMRect }> {
  on = stage({ html, settings });
  on.card.send(opened());
  await painted();
  const mark = on.marks.get('a')?.getClientRects()[0] ?? new DOMRect();
  return { card: on.find('.card').getBoundingClientRect(), mark };
}

describe('beside its mark', () => {
  test('8 px below, starting 24 px before it', async () => {
    await resize(1000, 900);
    const { card, mark } = await boxes(at(300, 100));
    expect(card.y - mark.bottom).toBeCloseTo(8, 0);
    expect(mark.x - card.x).toBeCloseTo(24, 0);
  });

  test('above when there is no room below, held by its lower edge so that it grows upwards', async () => {
    await resize(1000, 900);
    const { card, mark } = await boxes(at(300, 800));
    expect(mark.y - card.bottom).toBeCloseTo(8, 0);
    on.find<HTMLDetailsElement>('.why').open = true;
    await painted();
    const grown = on.find('.card').getBoundingClientRect();
    expect(grown.bottom).toBeCloseTo(card.bottom, 0);
    expect(grown.y).toBeGreaterThanOrEqual(8);
  });

  test('a mark over two lines: the line the pointer is on', async () => {
    await resize(1000, 900);
    on = stage({ html: '<p style="position:absolute;left:100px;top:60px;width:90px;font:16px/30px sans-serif"><span data-mark="a">at least 40 civilians</span></p>' });
    const lines = [...(on.marks.get('a')?.getClientRects() ?? [])];
    const second = lines.at(-1) ?? new DOMRect();
    on.card.send({ ...opened(), by: 'click', at: { x: second.x + 3, y: second.y + 5 } });
    await painted();
    expect(lines.length).toBeGreaterThan(1);
    expect(on.find('.card').getBoundingClientRect().y - second.bottom).toBeCloseTo(8, 0);
  });

  test('right to left it starts 24 px before the mark on the other side', async () => {
    await resize(1000, 900);
    on = stage({ html: at(500, 100), view: () => viewOf({}, 'ar') });
    on.card.send(opened());
    await painted();
    const mark = on.marks.get('a')?.getBoundingClientRect() ?? new DOMRect();
    expect(on.find('.card').getBoundingClientRect().right - mark.right).toBeCloseTo(24, 0);
    // The axis starts on the right.
    const ticks = [...on.find('.inner').querySelectorAll('.tick')].map((t) => t.getBoundingClientRect().x);
    expect(ticks[0]).toBeGreaterThan(ticks.at(-1) ?? 0);
  });
});

describe('inside the window, 8 px from its edges, never over the mark', () => {
  const windows = [[1400, 1000], [1000, 700], [800, 500], [640, 900], [400, 700], [320, 568], [320, 300]] as const;
  test.each(windows)('%d × %d', async (width, height) => {
    await resize(width, height);
    for (const [x, y] of [[0, 0.02], [0.5, 0.5], [0.85, 0.3], [0.7, 0.95], [0.1, 0.7]] as const) {
      const { card, mark } = await boxes(at(x * width, y * height, '40'));
      const where = `mark at ${x}, ${y}`;
      expect(card.left, where).toBeGreaterThanOrEqual(7.9);
      expect(card.right, where).toBeLessThanOrEqual(width - 7.9);
      expect(card.top, where).toBeGreaterThanOrEqual(7.9);
      expect(card.bottom, where).toBeLessThanOrEqual(height - 7.9);
      expect(card.height, where).toBeGreaterThan(120);
      const apart = card.bottom <= mark.top || card.top >= mark.bottom || card.left >= mark.right || card.right <= mark.left;
      // Where a card worth reading and the mark do not fit beside each other, the card goes first.
      if (height > 500) expect(apart, where).toBe(true);
      on.end();
    }
    await boxes(at(10, 10));
  });

  test('twice the text: wider, all of it within reach by scrolling', async () => {
    await resize(1000, 900);
    const plain = await boxes(at(300, 100));
    on.end();
    const large = await boxes(at(300, 100), { textSize: 2 });
    expect(large.card.width).toBeCloseTo(plain.card.width * 1.5, 0);
    const scroll = on.find('.scroll');
    expect(scroll.scrollWidth).toBeLessThanOrEqual(scroll.clientWidth);
    expect(getComputedStyle(on.find('.q')).fontSize).toBe('30px');
  });

  test.each(['ordinary words', 'words without end'])('nothing sticks out of a card of 304 px: %s', async (words) => {
    await resize(320, 640);
    const endless = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const long = viewOf({
      question: { ...TOLD.question, title: endless },
      claim: { ...TOLD.claim, low: 123_456_789, high: 987_654_321, bound: 'range', groupText: endless, saidBy: endless },
      estimates: TOLD.estimates.map((e) => Object.assign({}, e, { method: endless, claimant: endless, scope: { text: endless }, comparable: 'partial' as const })),
    });
    on = stage({ html: at(10, 20), settings: { textSize: 2 }, view: () => (words === 'ordinary words' ? viewOf() : long) });
    on.card.send(opened());
    await painted();
    for (const fold of on.find('.scroll').querySelectorAll('details')) fold.open = true;
    await painted();
    const card = on.find('.card').getBoundingClientRect();
    expect(card.width).toBeCloseTo(304, 0);
    const out = [...on.find('.card').querySelectorAll('p, h2, h3, li, .name, .value, .meta, .btn, td')].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.right > card.right + 1 || box.left < card.left - 1;
    });
    expect(out.map((e) => `${e.className} ${e.textContent}`)).toEqual([]);
  });
});

describe('the plot', () => {
  test('marks stand where their numbers are on the axis, and the page’s line runs through all rows', async () => {
    await resize(1000, 900);
    await boxes(at(300, 60));
    const inner = on.find('.inner').getBoundingClientRect();
    const max = Number([...on.find('.inner').querySelectorAll('.tick')].at(-1)?.textContent);
    const x = (n: number): number => inner.x + (n / max) * inner.width;
    const center = (e: Element | null | undefined): number => (e ? e.getBoundingClientRect().x + e.getBoundingClientRect().width / 2 : NaN);
    const row = (name: string): Element | undefined => [...on.find('.field').querySelectorAll('.row')].find((r) => r.querySelector('.name')?.textContent === name);
    expect(center(row('Coast Guard')?.querySelector('.best'))).toBeCloseTo(x(40), 0);
    expect(center(row('Harbour Watch')?.querySelector('.best'))).toBeCloseTo(x(210), 0);
    const bar = row('The Daily Tide')?.querySelector('.bar')?.getBoundingClientRect() ?? new DOMRect();
    expect([bar.left, bar.right].map(Math.round)).toEqual([x(300), x(500)].map(Math.round));
    const line = on.find('.under .stem').getBoundingClientRect();
    expect(Math.abs(line.x + line.width / 2 - x(40))).toBeLessThan(1);
    expect(line.height).toBeGreaterThan([...on.find('.field').querySelectorAll('.row')].reduce((sum, r) => sum + r.getBoundingClientRect().height, 0));
    // An open end is a direction: the same length at any value.
    const arrows = [...on.find('.field').querySelectorAll('.more')].map((a) => a.getBoundingClientRect().width);
    expect(arrows).toEqual(arrows.map(() => 26));
  });
});
