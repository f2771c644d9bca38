// When: "since 2014", "between March and May 2017", "on 7 October 2023", and times that only the page's date can fix.
import type { ClaimPeriod } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { couldBeYear } from './shapes.ts';
import { textOf } from './span.ts';
import { endsWith, has, marked } from './token-tests.ts';

type Day = { to: number; year: number | null; month: number | null; day: number | null; long: boolean };
export type Found = ClaimPeriod & { at: number };

/** Words that may stand between "since" and its date: "since the full-scale invasion of 24 February 2022". */
const MAX_OCCASION = 6;

/** Every stretch of time a sentence names; the date inside a longer one is not another. */
export function periodsOf(s: Sentence, text: string): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < s.tokens.length; i++) {
    const period = yearBefore(s, i, found, text) ?? periodAt(s, i, text);
    if (!period) continue;
    found.push(period);
    const end = (s.tokens[i]?.start ?? 0) + period.text.length;
    while ((s.tokens[i + 1]?.end ?? Infinity) <= end) i++;
  }
  return found;
}

function periodAt(s: Sentence, i: number, text: string): Found | null {
  const t = s.tokens[i];
  const whole = (to: number): string => textOf(s, { from: i, to }, text);
  if (marked(t, 'since') || marked(t, 'between')) {
    // "died from an overdose in 2017": of it, and not since.
    const a = dateAt(s, i + 1) ?? (marked(t, 'since') && !marked(t, 'from') ? occasionAt(s, i + 1) : null);
    if (!a) return null;
    const link = s.tokens[a.to];
    const b = has(link, T.and) || marked(link, 'to') || marked(link, 'until') || link?.text === '-' ? dateAt(s, a.to + 1) : null;
    if (b) return { at: i, text: whole(b.to), from: iso({ ...a, year: a.year ?? b.year }), to: iso(b) };
    // "a decline from 2019"
    if (marked(t, 'from') && (has(s.tokens[i - 1], T.rise) || marked(s.tokens[i - 1], 'less'))) return null;
    return marked(t, 'between') ? null : { at: i, text: whole(a.to), from: iso(a), to: null };
  }
  if (marked(t, 'until') || marked(t, 'during')) {
    const a = dateAt(s, i + 1);
    // "an increase on last year"
    if (!a && !has(s.tokens[i + 1], T.date) && (has(s.tokens[i - 1], T.rise) || s.phrases[s.owner[i - 1] ?? -1]?.number.kind === 'share')) return null;
    if (!a) return marked(s.tokens[i + 1], 'lately') ? { at: i, text: whole(i + 2), from: null, to: null } : null;
    return { at: i, text: whole(a.to), from: marked(t, 'until') ? null : iso(a), to: a.long ? iso({ ...a, year: (a.year ?? 0) + 9 }) : iso(a) };
  }
  if (marked(t, 'lately') && !hasDateWord(s, i - 1)) return { at: i, text: whole(i + 1), from: null, to: null };
  // "the invasion of 24 February": the words of the date begin behind the preposition.
  const a = hasDateWord(s, i - 1) || has(t, T.det | T.of) ? null : dateAt(s, i);
  // "the 2008 total"
  const year = has(t, T.det) && has(s.tokens[i + 2], T.toll) ? yearAt(s, i + 1) : null;
  if (year !== null) return { at: i, text: textOf(s, { from: i + 1, to: i + 2 }, text), from: String(year), to: String(year) };
  // A bare year counts only behind a preposition; a day and month speak for themselves.
  return a && a.day !== null ? { at: i, text: whole(a.to), from: iso(a), to: iso(a) } : null;
}

/** The date of what it is since: "the invasion of 24 February 2022", "the war began in March 2015". */
function occasionAt(s: Sentence, from: number): Day | null {
  for (let i = from; i < from + MAX_OCCASION; i++) {
    const t = s.tokens[i];
    if (!t || s.owner[i] !== -1 || marked(t, 'since') || !/[\p{L}\p{N}-]/u.test(t.text)) return null;
    const day = has(t, T.of | T.prep) ? dateAt(s, i + 1) : null;
    if (day) return day;
  }
  return null;
}

/** "the year before", "the previous year": told from the year that the sentence named before it. */
function yearBefore(s: Sentence, i: number, known: readonly Found[], text: string): Found | null {
  const [first, second, behind] = [s.tokens[i + 1], s.tokens[i + 2], s.tokens[i + 3]];
  const closed = behind === undefined || has(behind, T.prep | T.and | T.subordinate) || !/^[\p{L}\p{N}]/u.test(behind.text);
  if (!has(s.tokens[i], T.det) || !((marked(first, 'earlier') && marked(second, 'year')) || (closed && marked(first, 'year') && marked(second, 'earlier')))) return null;
  // "a rise of 5 % on the previous year", "fewer than the year before": what is compared with, unless a figure stands before it.
  const before = s.tokens[i - 1];
  const base = has(before, T.prep | T.subordinate | T.to) && i > 1 && s.phrases[s.owner[i - 2] ?? -1]?.number.kind !== 'count';
  if (base && !has(behind, T.subordinate)) return null;
  const named = known.findLast((p) => p.from !== null && p.from === p.to && /^\d{4}$/.test(p.from));
  const year = named?.from ? String(Number(named.from) - 1) : null;
  return { at: i, text: textOf(s, { from: i, to: i + 3 }, text), from: year, to: year };
}

const hasDateWord = (s: Sentence, i: number): boolean => marked(s.tokens[i], 'since') || marked(s.tokens[i], 'between') || marked(s.tokens[i], 'until') || marked(s.tokens[i], 'during') || marked(s.tokens[i], 'month');

/** "7 October 2023", "October 7, 2023", "October 2023", "the 1990s", "mid-2014", "2014". */
function dateAt(s: Sentence, from: number): Day | null {
  let i = from;
  while (has(s.tokens[i], T.det | T.of) || marked(s.tokens[i], 'about-time') || s.tokens[i]?.text === '-') i++;
  const month = monthAt(s, i);
  if (month !== null) {
    let k = s.tokens[i + 1]?.text === '.' && s.tokens[i + 2]?.digits ? i + 2 : i + 1;
    const day = dayAt(s, k);
    if (day !== null) k++;
    if (day !== null && s.tokens[k]?.text === ',' && yearAt(s, k + 1) !== null) k++;
    const year = yearAt(s, k);
    return { to: year === null ? k : k + 1, year, month, day, long: false };
  }
  const day = dayAt(s, i);
  const later = monthAt(s, has(s.tokens[i + 1], T.of) ? i + 2 : i + 1);
  if (day !== null && later !== null) {
    const k = has(s.tokens[i + 1], T.of) ? i + 3 : i + 2;
    const year = yearAt(s, k);
    return { to: year === null ? k : k + 1, year, month: later, day, long: false };
  }
  const year = yearAt(s, i);
  if (year === null) return null;
  const decade = endsWith(s.tokens[i]?.text ?? '', s.lexicon.language.endings.plural);
  return { to: i + 1, year, month: null, day: null, long: decade };
}

const monthAt = (s: Sentence, i: number): number | null => s.lexicon.months.get(s.tokens[i]?.text ?? '') ?? null;

function dayAt(s: Sentence, i: number): number | null {
  const d = s.tokens[i]?.digits;
  return d && d.whole && !d.grouped && d.value >= 1 && d.value <= 31 && (d.kind === 'count' || d.kind === 'ordinal') ? d.value : null;
}

function yearAt(s: Sentence, i: number): number | null {
  const d = s.tokens[i]?.digits;
  return d && d.whole && d.kind !== 'percent' && couldBeYear(s.tokens[i]) ? d.value : null;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** ISO at the precision the words have; null without a year. */
function iso({ year, month, day }: Pick<Day, 'year' | 'month' | 'day'>): string | null {
  if (year === null) return null;
  return month === null ? String(year) : day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
