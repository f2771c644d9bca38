// The days a sentence speaks of, relative to the page's date: "since August 2014", "on Sunday", "in the past 24 hours".
import { dayOf, lastDay, monthOf, weekdayOf, yearOf } from './days.ts';
import { eachMatch } from './each-match.ts';
import { lastWords, LOOSE } from './last-words.ts';
import { isReached } from './leads-to.ts';
import type { Way } from './leads-to.ts';

/**
 * `since` is open at its end, `until` at its beginning; `span` is closed. Days since 1970; null where the page's date would be needed and is not known.
 * `yearless`: month and day as written, when the year is our guess. `said`: the day somebody spoke, or of something compared with, not the day of the harm.
 */
export type TimeCue = {
  kind: 'since' | 'span' | 'until';
  from: number | null;
  to: number | null;
  yearless: { month: number; day: number | null } | null;
  /** Written as a year alone. */
  year: boolean;
  /** Written as a part of one: "the first half of 2018". */
  yearPart: boolean;
  /** A day or less, or a stretch counted in days or weeks. */
  brief: boolean;
  said: boolean;
  /** A weekday: by how many weeks back is a guess. */
  weekday: boolean;
  start: number;
  end: number;
};

const MONTH = '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const YEAR = '(1[5-9]\\d\\d|20[0-6]\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, several: 4, few: 4 };
const UNIT_DAYS: Record<string, number> = { hour: 1 / 24, day: 1, week: 7, month: 31, year: 366, decade: 3653 };

// What all have in common is written once, since the whole is compiled at each waking of the worker: it takes a third of the time.
const DATES = new RegExp(
  `\\b(?:${[
    `${MONTH}(?: ${DAY}(?!\\d|,?\\d{3})(?:,? ${YEAR})?|,? (?:of )?${YEAR})\\b`,
    `${DAY} ${MONTH}(?:,? ${YEAR})?\\b`,
    `(?:in|since|until|to|and|of|through|last|early|late|mid|from|between)[ -]${MONTH}\\b(?! \\d)`,
    `${YEAR}(?:(?: ?- ?| to )(\\d{4}|\\d{2})\\b)?(?![\\d,.]\\d|\\d)`,
    `(?:(last|past|next) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?\\b`,
    `(?:past|last|previous|preceding|latest) (?:(\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few) (?=\\w+s?\\b)|(?=\\w*[a-rt-z]\\b))(hour|day|week|month|year|decade)s?\\b`,
    `(\\d+|a|one|two|three|four|five|six|seven|eight|nine|ten) (day|week|month|year)s? into\\b`,
    `(this|last) (week|month|year|summer|spring|autumn|fall|winter)\\b`,
    `(yesterday|today|overnight|tonight|dawn|midnight|this morning|earlier in the day|within hours|24 hours|48 hours)\\b`,
  ].join('|')})`,
  'g',
);

/** "The first half of the year", "the last three months of 2018"; and "since the start of the year". */
const PART_OF_YEAR = new RegExp(`\\b(?:since the (?:start|beginning|turn) of the year\\b|(first|second|last|final) (?:(two|three|four|five|six|seven|eight|nine|ten|\\d+) )?(half|quarter|months|weeks) of (?:(?:the|this|last) )?(?:year(?: ${YEAR})?|${YEAR})(?!\\d))`, 'g');
const PART_MONTHS: Record<string, number> = { half: 6, quarter: 3, months: 1, weeks: 7 / 31 };

const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;

/** "The last year", and "late last year", of which only the end is meant. */
const NOT_CALENDAR = /\b(?:the|late|early|mid)[ -]$/;

type Found = Pick<TimeCue, 'from' | 'to' | 'yearless' | 'year' | 'brief'>;

/** Reads one match of DATES. `page`: the page's day, null if unknown. */
function read(m: RegExpMatchArray, page: number | null): Found | null {
  const plain = { yearless: null, year: false, brief: false };
  const [whole = '', m1, d1, y1, y3, d2, m2, y2, m4, y5, y5b, , weekday, count, unit, intoCount, into, which, stretch, moment] = m;
  if (m1 !== undefined && y3 !== undefined) return { ...plain, ...monthSpan(Number(y3), monthNumber(m1)) };
  if (m1 !== undefined || m2 !== undefined) return dayDate(monthNumber(m1 ?? m2 ?? ''), Number(d1 ?? d2), y1 ?? y2, page);
  if (m4 !== undefined) {
    const month = monthNumber(m4);
    if (page === null) return { ...plain, from: null, to: null, yearless: { month, day: null } };
    const year = yearOf(page) - (month > monthOf(page) ? 1 : 0);
    return { ...plain, ...monthSpan(year, month), yearless: { month, day: null } };
  }
  if (y5 !== undefined) {
    const last = y5b === undefined ? y5 : y5b.length === 2 ? y5.slice(0, 2) + y5b : y5b;
    return { from: dayOf(Number(y5), 1, 1), to: lastDay(last), yearless: null, year: true, brief: false };
  }
  if (weekday !== undefined) {
    if (page === null) return { ...plain, from: null, to: null, brief: true };
    const back = (weekdayOf(page) - WEEKDAYS.indexOf(weekday) + 7) % 7;
    const on = page - (back === 0 && whole.startsWith('last') ? 7 : back);
    return { ...plain, from: on, to: on, brief: true };
  }
  if (unit !== undefined) {
    // "Last year" is the one before this; "in the last year" is the past twelve months.
    if (whole === 'last year' && page !== null && !NOT_CALENDAR.test((m.input ?? '').slice(0, m.index))) return { ...plain, from: dayOf(yearOf(page) - 1, 1, 1), to: dayOf(yearOf(page) - 1, 12, 31), year: true };
    const days = (count === undefined ? 1 : (NUMBERS[count] ?? Number(count))) * (UNIT_DAYS[unit] ?? 1);
    return { ...plain, from: page === null ? null : Math.floor(page - days), to: page, brief: days < 45 };
  }
  if (into !== undefined) {
    const days = (NUMBERS[intoCount ?? ''] ?? Number(intoCount)) * (UNIT_DAYS[into] ?? 1);
    return { ...plain, from: page === null ? null : Math.floor(page - days), to: page };
  }
  if (which !== undefined) return namedStretch(which, stretch ?? '', page);
  if (moment !== undefined) return { ...plain, from: page === null ? null : page - 1, to: page, brief: true };
  return null;
}

/** Reads one match of PART_OF_YEAR; null where it needs the page's day and that is not known. */
function partOfYear(m: RegExpMatchArray, page: number | null): Found | null {
  const [whole, which, count, unit, y1, y2] = m;
  const written = y1 ?? y2;
  if (written === undefined && page === null) return null;
  const year = written === undefined ? yearOf(page ?? 0) - (whole.includes('last year') ? 1 : 0) : Number(written);
  if (which === undefined) return { from: dayOf(year, 1, 1), to: page, yearless: null, year: false, brief: false };
  const months = Math.ceil((count === undefined ? 1 : (NUMBERS[count] ?? Number(count))) * (PART_MONTHS[unit ?? ''] ?? 1));
  const first = which === 'first' ? 1 : which === 'second' ? 1 + months : 13 - months;
  return { from: dayOf(year, first, 1), to: dayOf(year, first + months, 1) - 1, yearless: null, year: false, brief: false };
}

function monthSpan(year: number, month: number): { from: number; to: number } {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) - 1 };
}

function dayDate(month: number, day: number, year: string | undefined, page: number | null): Found | null {
  if (day < 1 || day > 31) return null;
  if (year !== undefined) {
    const on = dayOf(Number(year), month, day);
    return { from: on, to: on, yearless: null, year: false, brief: true };
  }
  if (page === null) return { from: null, to: null, yearless: { month, day }, year: false, brief: true };
  const own = dayOf(yearOf(page), month, day);
  const on = own > page + 1 ? dayOf(yearOf(page) - 1, month, day) : own;
  return { from: on, to: on, yearless: { month, day }, year: false, brief: true };
}

function namedStretch(which: string, stretch: string, page: number | null): Found {
  const plain = { yearless: null, year: false, brief: stretch === 'week' || stretch === 'month' };
  if (page === null) return { ...plain, brief: true, from: null, to: null };
  const year = yearOf(page) - (which === 'last' ? 1 : 0);
  if (stretch === 'week') return { ...plain, from: page - (which === 'last' ? 13 : 7), to: page };
  if (stretch === 'month') return { ...plain, from: page - (which === 'last' ? 61 : 31), to: page };
  return { ...plain, from: dayOf(year, 1, 1), to: Math.min(page, dayOf(year, 12, 31)) };
}

const SAID = new Set(
  ('calculated concluded reckoned determined stopped said says saying told reported announced confirmed statement added estimated wrote warned released ' +
    'published updated revealed remarks toll rose risen raised climbed passed reached stood stands').split(' '),
);
/** "Estimated in 2006", but not "estimated deaths in 2006". */
const JUST_BEFORE = new Set(['estimated']);
/** "Said on", "said late on": then the day. */
const LEADS_IN = new Set(['on', 'late', 'early', 'as', 'of', 'by']);
/** "Estimated that between March 2003 and June 2006": nobody speaks for so long. */
const SPANNING = /\bthat between $/;
/** Before a date. */
const DATING = new Set(['on', 'in', 'of']);
const SAID_REACH = 4;

/** Whether the day that these words lead up to is one on which somebody spoke. */
function isDayOfSaying(words: readonly string[]): boolean {
  let last = words.length;
  while (last > words.length - 2 && LEADS_IN.has(words[last - 1] ?? '')) last--;
  const near = words.slice(Math.max(0, last - 1 - SAID_REACH), last).map((word) => word.replace(',', ''));
  return near.some((word, i) => SAID.has(word) && (!JUST_BEFORE.has(word) || i >= near.length - 2 && DATING.has(near.at(-1) ?? '')));
}

/** "a war in December 2013 which has killed": where the date is that of the beginning. Of phrases their last two words. */
const BEGUN = new Set([
  'began', 'begun', 'started', 'erupted', 'ignited', 'launched', 'declared', 'invaded', 'rebelled', 'joined', 'opened', 'resumed',
  'broke out', 'rose up', 'seized power', 'took power', 'to power',
]);
/** Words between such a verb and the date. */
const BEGUN_REACH = 9;
const FROM_THEN = new Set(['since', 'starting', 'beginning', 'from', 'began on']);
const FROM_THEN_REACH = 2;
/** "Since the war began in", "since the start of". */
const SINCE_REACH = 11;

/** One of these words or pairs of words, with at most `reach` words behind it. */
const tellsWithin = (words: readonly string[], wanted: ReadonlySet<string>, reach: number): boolean =>
  words.some((word, i) => (i >= words.length - 1 - reach && wanted.has(word)) || (i > 0 && i >= words.length - 1 - reach && wanted.has(`${words[i - 1] ?? ''} ${word}`)));

/** Whether the date that these words lead up to is the one from which is counted. */
function isCountedFrom(words: readonly string[]): boolean {
  if (tellsWithin(words, BEGUN, BEGUN_REACH) || tellsWithin(words, FROM_THEN, FROM_THEN_REACH)) return true;
  return DATING.has(words.at(-1) ?? '') && words.indexOf('since') >= 0 && words.lastIndexOf('since') < words.length - 2 && words.lastIndexOf('since') >= words.length - 1 - SINCE_REACH;
}

/** "The deadliest since 1928": the date of something else. */
const SUPERLATIVE = /\b(?:deadliest|worst|bloodiest|largest|biggest|highest|heaviest|first|most|fewest|lowest)\b/;
const SINCE = / since(?: the| a)? ?$/;
/** "Since Hurricane Katrina in 2005". */
const SINCE_NAMED = / since (?:the )?(?:[\w'-]+ ){1,4}(?:in|of) $/;
/** "Five times the number reported last year", "more than in 2023". */
const COMPARED_WITH = /\b(?:than|compared (?:with|to)|times the (?:number|toll|figure|count)|(?:up|down) from)\b(?: [a-z]+){0,3} $/;
const isCompared = (before: string): boolean => COMPARED_WITH.test(before) || ((SINCE.test(before) || SINCE_NAMED.test(before)) && SUPERLATIVE.test(before.slice(before.lastIndexOf(';') + 1)));
/** "Stands at 600 this year": a stretch is never the day somebody spoke. */
const NEVER_SAID = /^(?:this|last|past|previous) /;
const SAID_AFTER = /^,? (?:that )?(?:said|reported|announced|confirmed|told|added|put|raised)\b/;
/** "The 2016 survey", "the 2016 Lancet study". */
const WORK: Way = { word: /[\w-]+ /y, noun: /(?:decision|law|report|study|survey|resolution|ruling|interview|paper|book|census|analysis|investigation|inquiry|exhibition|film)\b/y, most: 3 };
/** "On December 9, the government put the toll at 64". */
const PUT_AFTER = /^, [^.,;]{0,50}\b(?:put|places?|placed|set|raised|revised|updated|lowered) (?:its |the |that )(?:\w+ )?(?:toll|count|number|figure|tally)\b/;
/** "On Friday, the agency reported that": of a day, for in a month much is said of what happened in it. */
const TOLD_AFTER = /^, (?:the |an? )?[^.,;]{0,60}(?<!\b(?:were|was|been) )\b(?:said|says|reported|announced|confirmed|told|estimated|estimates|reckoned|acknowledged)\b/;
/** In a year much is said of what happened in it: "in 2003, reported a newspaper". */
const isSaidAfter = (after: string, { brief, yearless, year }: Found, weekday: boolean): boolean =>
  (!year && (SAID_AFTER.test(after) || PUT_AFTER.test(after))) || (brief && (yearless !== null || weekday) && TOLD_AFTER.test(after)) || (after.startsWith(' ') && isReached(after, 1, WORK));
/** "The search ended on 13 May": all that was found until then. */
const ENDED = /\b(?:ended|finished|concluded|closed|called off|wound up)(?: (?:on|in))? $/;
/** Text before a date that is looked at, characters. */
const LEAD = 90;

/** All cues of one sentence. `figures`: spans of numbers that count people, which are no years. */
export function timeCues(folded: string, sentence: { start: number; end: number }, figures: readonly { start: number; end: number }[], page: number | null): TimeCue[] {
  const body = folded.slice(sentence.start, sentence.end);
  const cues: TimeCue[] = [];
  const parts = body.includes(' of ') ? eachMatch(body, PART_OF_YEAR) : [];
  const whole = eachMatch(body, DATES).filter((m) => !parts.some((p) => m.index >= p.index && m.index < p.index + p[0].length));
  for (const m of [...whole, ...parts].sort((a, b) => a.index - b.index)) {
    const start = sentence.start + m.index;
    const end = start + m[0].length;
    if (figures.some((f) => f.start < end && start < f.end)) continue;
    const found = parts.includes(m) ? partOfYear(m, page) : read(m, page);
    if (found === null) continue;
    const before = body.slice(Math.max(0, m.index - LEAD), m.index);
    const superlative = isCompared(before);
    const since = m[0].endsWith(' into') || /^(?:since|from) /.test(m[0]) || isCountedFrom(lastWords(before));
    const until = !since && (ENDED.test(before) || /\b(?:to|until|till|through|by|as of|up to|as at)(?: the)?(?: end of| beginning of| start of| early| late| mid)? $/.test(before));
    const weekday = WEEKDAYS.some((w) => m[0].includes(w));
    const last = cues.at(-1);
    // "On Friday (7 July)".
    const again = last?.said === true && folded.slice(last.end, start) === ' (';
    const told = !SPANNING.test(before) && isDayOfSaying(lastWords(before, LOOSE));
    const said = superlative || again || (!since && !NEVER_SAID.test(m[0]) && (told || isSaidAfter(body.slice(m.index + m[0].length), found, weekday)));
    cues.push({ weekday, kind: since ? 'since' : until ? 'until' : 'span', ...found, yearPart: parts.includes(m) && !since, said, start, end });
  }
  return joined(cues, folded);
}

/** "from March 2011 to March 2021", "between June and October 2017": two dates make one span. */
function joined(cues: readonly TimeCue[], folded: string): TimeCue[] {
  const out: TimeCue[] = [];
  for (const cue of cues) {
    const last = out.at(-1);
    const between = last === undefined ? '' : folded.slice(last.end, cue.start);
    if (last && /^(?:,? ?(?:to|until|till|through|and|up to|-)(?: the)?(?: end of| early| late| mid)? ?| ?)$/.test(between) && between !== '' && between !== ' ') {
      const from = last.year || !cue.from || !last.yearless ? last.from : Math.min(...[last.from, yearAligned(last, cue)].filter((d) => d !== null));
      out[out.length - 1] = { ...last, kind: 'span', from, to: cue.to, yearless: null, brief: last.from !== null && cue.to !== null && cue.to - last.from < 45, end: cue.end };
    } else out.push(cue);
  }
  return out;
}

/** "between June and October 2017": the first month takes the year of the second. */
function yearAligned(first: TimeCue, second: TimeCue): number | null {
  if (first.yearless === null || second.from === null || second.yearless !== null) return first.from;
  const year = yearOf(second.from);
  const on = dayOf(year, first.yearless.month, first.yearless.day ?? 1);
  return on > second.from ? dayOf(year - 1, first.yearless.month, first.yearless.day ?? 1) : on;
}
