// What the side panel has chosen while the page under it changes.
import { describe, expect, test } from 'vitest';
import { follow, NOTHING_CHOSEN, type Chosen } from '../entrypoints/sidepanel/follow.ts';
import type { Figure, PageState } from '../lib/messages/messages.ts';

const figure = (n: number, text: string, counts: number | null): Figure => ({ figure: n, claim: { text } as Figure['claim'], role: 'paragraph', counts });
const page = (figures: [text: string, counts: number | null][], current: number | null = null): PageState => ({
  is: 'looked',
  site: 'news.example',
  database: { version: '2026.11.21', created: '2026-11-21' },
  foreign: null,
  lang: 'en',
  why: null,
  figures: figures.map(([text, counts], n) => figure(n, text, counts)),
  current,
});
const CARD = {} as NonNullable<Chosen['card']>;
const chosen = (state: PageState, n: number): Chosen => ({ ...follow(NOTHING_CHOSEN, 1, state), figure: state.is === 'looked' ? (state.figures[n] ?? null) : null, card: CARD });

const THREE: [string, number | null][] = [['9 people', null], ['40 people', 2], ['60 people', 3]];

describe('the chosen figure', () => {
  test('is at first the first that has a card', () => expect(follow(NOTHING_CHOSEN, 1, page(THREE)).figure?.claim.text).toBe('40 people'));
  test('is none where none has a card', () => expect(follow(NOTHING_CHOSEN, 1, page([['9 people', null]])).figure).toBeNull());
  test('stays, with its card, while the page stays', () => expect(follow(chosen(page(THREE), 2), 1, page(THREE))).toMatchObject({ figure: { figure: 2 }, card: CARD }));
  test('stays when the page grows above it', () => expect(follow(chosen(page(THREE), 2), 1, page([['1 person', null], ...THREE])).figure).toMatchObject({ figure: 3, claim: { text: '60 people' } }));
  test('stays itself among others in the same words', () => {
    const twice: [string, number | null][] = [['40 people', 2], ['9 people', null], ['40 people', 2]];
    expect(follow(chosen(page(twice), 2), 1, page(twice)).figure?.figure).toBe(2);
  });
  test('is the first again when it has gone', () => expect(follow(chosen(page(THREE), 2), 1, page([['9 people', null], ['40 people', 2]]))).toMatchObject({ figure: { figure: 1 }, card: null }));
  test('is the one whose card is opened in the page', () => expect(follow(chosen(page(THREE), 1), 1, page(THREE, 2)).figure?.figure).toBe(2));
  test('is not torn back to that one while its card merely stays open', () => {
    const opened = follow(chosen(page(THREE), 1), 1, page(THREE, 2));
    const elsewhere = { ...opened, figure: figure(1, '40 people', 2) };
    expect(follow(elsewhere, 1, page(THREE, 2)).figure?.figure).toBe(1);
  });
  test('is forgotten in another tab', () => expect(follow(chosen(page(THREE), 2), 2, page(THREE))).toMatchObject({ figure: { figure: 1 }, card: null }));
  test('is forgotten while the page is not read', () => expect(follow(chosen(page(THREE), 2), 1, { is: 'off-everywhere', site: 'news.example' })).toMatchObject({ figure: null, card: null }));
});

test('a card that was put away stays on show until another figure is chosen', () => {
  const away = { ...chosen(page(THREE), 1), away: true };
  const without: [string, number | null][] = [['9 people', null], ['40 people', null], ['60 people', 3]];
  expect(follow(away, 1, page(without))).toMatchObject({ figure: { figure: 1 }, card: CARD, away: true });
  expect(follow(away, 1, page(without, 2))).toMatchObject({ figure: { figure: 2 }, card: null, away: false });
});
