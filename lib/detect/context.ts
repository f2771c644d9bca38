// What the text says about a figure beside its number: who says so, by whose hand, where, when.
import type { Claim } from '../claim/claim.ts';
import { actorOf } from './actor.ts';
import { T } from './lexicon.ts';
import { periodsOf } from './period.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { placesOf } from './place.ts';
import type { Reading } from './reading.ts';
import { speakersOf } from './said-by.ts';
import type { Sentence } from './sentence.ts';
import { textOf } from './span.ts';
import { has, marked } from './token-tests.ts';

export type Context = Pick<Claim, 'saidBy' | 'actor' | 'place' | 'period'>;

/** How many sentences back a pronoun may point, or a place may go without saying. */
export const REACH = 5;

/** What a sentence names, looked for once however many figures it holds. */
type Told = { said: (string | null | undefined)[]; place: (string | null | undefined)[] };
/** `told`: what it answers to the sentences behind it, by how far these may still reach back. */
type Named = { told: Told; speakers: ReturnType<typeof speakersOf>; places: ReturnType<typeof placesOf>; periods: ReturnType<typeof periodsOf>; joints: number[] };
const cache = new WeakMap<Sentence, Named>();

function named(s: Sentence, text: string): Named {
  let found = cache.get(s);
  if (!found) cache.set(s, (found = { told: { said: [], place: [] }, speakers: speakersOf(s), places: placesOf(s), periods: periodsOf(s, text), joints: jointsOf(s) }));
  return found;
}

function nearest<Item extends { at: number }>(items: readonly Item[], distance: (item: Item) => number): Item | null {
  let best: Item | null = null;
  for (const item of items) if (best === null || distance(item) < distance(best)) best = item;
  return best;
}

export function contextOf(s: Sentence, phrase: Phrase, reading: Reading, text: string): Context {
  // The figure's own words end with its verb or with itself, whichever is later; what stands behind the next figure is that one's.
  const at = Math.max(reading.at, phrase.to - 1);
  const end = nextFigure(s, phrase, at);
  const { periods, joints } = named(s, text);
  // An explicit stretch says more than a day named in passing.
  const from = isCompared(s, phrase) ? phrase.from : 0;
  const period = nearest(periods.filter((p) => p.at >= from && p.at < end), (p) => away(joints, at, p.at) - (p.from !== p.to ? 8 : 0) - (isOnlyYear(p.text) && p.at < phrase.from && phrase.from - p.at <= NAMED_BY ? 8 : 0));
  const actor = actorOf(s, reading);
  return {
    saidBy: speaker(s, reading.at, text, REACH),
    actor: actor && textOf(s, actor, text),
    place: place(s, at, end, text, REACH),
    period: period && { text: period.text, from: period.from, to: period.to },
  };
}

/** "The 2014 total of 3,279": words from a time to the figure that it names. */
const NAMED_BY = 4;
const isOnlyYear = (text: string): boolean => /^\d{4}$/.test(text);

/** "320 this year, compared with 240", "down from 240": no time before it is its own. */
const isCompared = (s: Sentence, phrase: Phrase): boolean => marked(s.tokens[leftOf(s.tokens, phrase)], 'compared') || (marked(s.tokens[phrase.from - 1], 'from') && [2, 3, 4].some((k) => marked(s.tokens[phrase.from - k], 'shift')));

/** Where the first figure behind `at` begins, which is not before the end of `phrase`. */
function nextFigure(s: Sentence, phrase: Phrase, at: number): number {
  for (let i = (s.owner[phrase.from] ?? -1) + 1; i < s.phrases.length; i++) {
    const p = s.phrases[i];
    if (p !== undefined && p.from > at && p.number.kind !== 'name' && !(marked(s.tokens[p.headAt], 'time') && has(s.tokens[p.to], T.of))) return p.from;
  }
  return s.tokens.length;
}

/** What follows a figure belongs to it rather than what stands before; a comma or "and" between them parts them. */
function away(joints: readonly number[], at: number, x: number): number {
  const between = Math.abs((joints[Math.min(x, joints.length - 1)] ?? 0) - (joints[Math.min(at, joints.length - 1)] ?? 0));
  return (x >= at ? x - at : (at - x) * 2) + between * 6;
}

/** A semicolon parts as much as so many commas. */
const CLAUSE = 4;

/** Per token, how many commas and "and"s stand up to it. */
function jointsOf(s: Sentence): number[] {
  let n = 0;
  return s.tokens.map((t) => (n += t.text === ';' ? CLAUSE : t.text === ',' || has(t, T.and) ? 1 : 0));
}

function speaker(s: Sentence, at: number, text: string, reach: number): string | null {
  const { speakers } = named(s, text);
  const best = nearest(speakers, (x) => Math.abs(x.at - at));
  if (best && best.speaker !== 'again') return textOf(s, best.speaker, text);
  // In the figure's own sentence only a pronoun points back; further back the last one named is meant.
  if ((!best && reach === REACH) || reach === 0) return null;
  const before = speakers.findLast((x) => x.speaker !== 'again' && best !== null && x.at < best.at);
  if (before && before.speaker !== 'again') return textOf(s, before.speaker, text);
  const earlier = s.before ?? s.above();
  return earlier && toldBy(earlier, 'said', text, reach - 1);
}

/** The last speaker, or the first place, of an earlier sentence: the same for all figures behind it. */
function toldBy(s: Sentence, what: keyof Told, text: string, reach: number): string | null {
  const told = named(s, text).told[what];
  const known = told[reach];
  return known === undefined ? (told[reach] = what === 'said' ? speaker(s, 1e6, text, reach) : place(s, 0, Infinity, text, reach)) : known;
}

function place(s: Sentence, at: number, end: number, text: string, reach: number): string | null {
  const { places, joints } = named(s, text);
  const best = nearest(places.filter((x) => x.at < end), (x) => away(joints, at, x.at));
  if (best) return best.span && textOf(s, best.span, text);
  return s.before && reach > 0 ? toldBy(s.before, 'place', text, reach - 1) : null;
}
