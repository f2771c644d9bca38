// The parts of the list page that can be told without a page: which rows are drawn, what is chosen, points over time, the way back.
import { describe, expect, test } from 'vitest';
import { all, toggled, upTo, within, type Selection } from '../entrypoints/list/selection.ts';
import { timelineOf, timeOf } from '../entrypoints/list/timeline.ts';
import { shownOf } from '../entrypoints/list/window.ts';
import { wordsFor } from '../lib/card/words.ts';
import { listed } from '../lib/saved/list.ts';
import type { SavedClaim } from '../lib/saved/schema.ts';
import { passageAddress } from '../lib/saved/text-fragment.ts';
import { english } from './card-content.ts';
import { estimateOf, savedOf } from './saved-content.ts';
import days from './spec/list/days.json' with { type: 'json' };
import fragments from './spec/list/fragments.json' with { type: 'json' };
import selections from './spec/list/selection.json' with { type: 'json' };
import windows from './spec/list/window.json' with { type: 'json' };

describe('the rows that are drawn', () => {
  test.each(windows)('$name', ({ from, to, name: _name, ...at }) => {
    expect(shownOf(at)).toEqual({ from, to, high: at.high });
  });
});

describe('what is chosen', () => {
  const LIST = ['a', 'b', 'c', 'd', 'e'];
  const step = (was: Selection, [what, ...on]: (string | number)[]): Selection => {
    if (what === 'toggle') return toggled(was, String(on[0]));
    if (what === 'stretch') return upTo(was, LIST, { from: Number(on[0]), to: Number(on[1]) });
    return what === 'all' ? all(LIST) : within(was, (id) => on.includes(id));
  };
  test.each(selections)('$name', ({ ids, anchor, do: steps, then, begins }) => {
    const chosen = steps.reduce<Selection>(step, { ids: new Set(ids), anchor });
    expect([...chosen.ids].sort()).toEqual(then);
    expect(chosen.anchor).toBe(begins);
  });
});

describe('the way back to a passage', () => {
  test.each(fragments)('$name', async ({ url, canonical, exact, address }) => {
    const { page, quote } = await savedOf();
    expect(passageAddress({ page: { ...page, url, canonical }, quote: { ...quote, exact } })).toBe(address);
  });
});

describe('a question over time', () => {
  test.each(days)('$given', ({ given, 'stands at': day }) => {
    const time = timeOf(given);
    expect(Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)).toBe(day);
  });

  const words = wordsFor(english, 'en');
  const told = { words, source: (id: string) => `Name of ${id}` };
  const claim = async (change: Partial<SavedClaim['page']>, figure: Partial<NonNullable<SavedClaim['figure']>> | null = {}): Promise<ReturnType<typeof listed>> => {
    const saved = await savedOf();
    return listed({ ...saved, page: { ...saved.page, ...change }, figure: figure && saved.figure && { ...saved.figure, ...figure } });
  };

  test('pages and sources by their days, oldest first; a range has both ends, a stated end one', async () => {
    const estimates = [
      estimateOf({ id: 'later', source: 'watch', best: 1_300, low: 1_200, high: 1_400, as_of: '2019-01-01' }),
      estimateOf({ id: 'replaced', source: 'guard', low: 700, qualifier: 'at-least', as_of: '2018', status: 'superseded' }),
      estimateOf({ id: 'published', source: 'guard', best: 800, published: '2018-05' }),
    ];
    const { points, undated, axis } = timelineOf([await claim({ date: '2018-04-09' })], estimates, told);
    expect(points.map(({ is, by, day, at, low, high, gone }) => [is, by, day, at, low, high, gone])).toEqual([
      ['claim', 'The Example', '2018-04-09', 735, null, null, false],
      ['estimate', 'Name of guard', '2018-05', 800, null, null, false],
      ['estimate', 'Name of guard', '2018', 700, null, null, true],
      ['estimate', 'Name of watch', '2019-01-01', 1_300, 1_200, 1_400, false],
    ]);
    expect(undated).toBe(0);
    expect(axis).not.toBeNull();
  });

  test('what has no day or no number is counted, not placed', async () => {
    const { points, undated } = timelineOf([await claim({ date: null }), await claim({ date: 'last spring' }), await claim({}, null)], [estimateOf({ id: 'x', source: 'watch', best: 4 })], told);
    expect(points).toEqual([]);
    expect(undated).toBe(4);
  });

  test('one day alone has a month around it; years are named where there are many, and never more than nine', async () => {
    const one = timelineOf([await claim({ date: '2018-04-09' })], [], told);
    expect(one.to - one.from).toBe(30 * 86_400_000);
    const many = timelineOf([await claim({ date: '1994-04-09' })], [estimateOf({ id: 'x', source: 'watch', best: 4, as_of: '2024-04-09' })], told);
    expect(many.ticks.length).toBeGreaterThan(3);
    expect(many.ticks.length).toBeLessThan(10);
    expect(many.ticks.every(({ t, label }) => /^\d{4}$/.test(label) && t >= many.from && t <= many.to)).toBe(true);
    expect(timelineOf([], [], told)).toMatchObject({ points: [], undated: 0, axis: null });
  });
});
