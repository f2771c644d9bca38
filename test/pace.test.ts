import { expect, test } from 'vitest';
import { pace } from '../lib/messages/pace.ts';

test('a burst passes, then one in every span; each key has its own', () => {
  const allow = pace({ burst: 3, every: 100 });
  expect([0, 1, 2, 3].map((now) => allow(1, now))).toEqual([true, true, true, false]);
  expect(allow(2, 3)).toBe(true);
  expect([50, 110, 115, 260].map((now) => allow(1, now))).toEqual([false, true, false, true]);
});

test('rest fills it up to the burst and no further', () => {
  const allow = pace({ burst: 2, every: 100 });
  for (const now of [0, 0]) allow(1, now);
  expect([10_000, 10_000, 10_000].map((now) => allow(1, now))).toEqual([true, true, false]);
});
