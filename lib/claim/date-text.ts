// Dates as pages write them, read into ISO dates. A date that could be two days ("03/04/2017") is read as neither.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ober|ember)?\.?`;
const YEAR = String.raw`((?:19|20)\d\d)(?!\d)`;

/** A date found in a text, with the place it stands in. */
export type DateText = { iso: string; start: number; end: number };

type Shape = { pattern: RegExp; read: (groups: readonly string[]) => string | null };

const iso = (year: string | number, month: number, day: number): string | null => {
  const y = Number(year);
  if (!(month >= 1 && month <= 12)) return null;
  // Day 0 of the next month is the last day of this one.
  if (!(day >= 1 && day <= new Date(Date.UTC(y, month, 0)).getUTCDate())) return null;
  return `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const SHAPES: readonly Shape[] = [
  // 2017-09-29, 2017/09/29, 2017-09-29T08:00Z
  {
    pattern: new RegExp(String.raw`(?<!\d)${YEAR}([-/.])(\d\d?)\2(\d\d?)(?!\d)`, 'g'),
    read: ([year = '', , month, day]) => iso(year, Number(month), Number(day)),
  },
  // September 29, 2017 · Sept. 29 2017 · Sep 29th, 2017
  {
    pattern: new RegExp(String.raw`\b${MONTH}\s{0,2}(\d\d?)(?:st|nd|rd|th)?,?\s{1,2}${YEAR}`, 'gi'),
    read: ([month = '', day, year = '']) => iso(year, monthOf(month), Number(day)),
  },
  // 29 September 2017 · 29th of Sept., 2017 · 29-Sep-2017
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d\d?)(?:st|nd|rd|th)?(?:\s{1,2}of)?[\s-]{1,2}${MONTH},?[\s-]{1,2}${YEAR}`, 'gi'),
    read: ([day, month = '', year = '']) => iso(year, monthOf(month), Number(day)),
  },
  // 1/18/2008 and 18.1.2008: read only where one of the two cannot be a month, or both are the same.
  {
    pattern: new RegExp(String.raw`(?<![\d/.])(\d\d?)([/.])(\d\d?)\2${YEAR}`, 'g'),
    read: ([a, , b, year = '']) => {
      const [first, second] = [Number(a), Number(b)];
      if (first > 12 || first === second) return iso(year, second, first);
      return second > 12 ? iso(year, first, second) : null;
    },
  },
];

/** The first full date (year, month and day) in `text`; null where there is none that can be only one day. */
export function findDate(text: string): DateText | null {
  if (!/\d{4}/.test(text)) return null;
  let found: DateText | null = null;
  for (const { pattern, read } of SHAPES) {
    for (const m of text.matchAll(pattern)) {
      const date = read(m.slice(1));
      if (date === null) continue;
      if (!found || m.index < found.start) found = { iso: date, start: m.index, end: m.index + m[0].length };
      break;
    }
  }
  return found;
}

/**
 * The date of a machine-written value: an ISO date or date-time, a written date, or Unix time in seconds or
 * milliseconds. The day is the one the value itself states; no time zone is applied to it.
 */
export function machineDate(value: string): string | null {
  const text = value.trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const day = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return day.getUTCFullYear() < 1990 ? null : day.toISOString().slice(0, 10);
  }
  // Nearly all are ISO dates; the patterns for written dates take long to build and are left for the rest.
  const machine = /^((?:19|20)\d\d)(-?)(\d\d)\2(\d\d)(?:$|[T ])/.exec(text);
  if (machine) return iso(machine[1] ?? '', Number(machine[3]), Number(machine[4]));
  const month = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])$/.exec(text);
  if (month) return text;
  return findDate(text.slice(0, 100))?.iso ?? null;
}

/** The date in an address: /2017/09/29/, /2017/sep/29/, 2017-09-29, 20170929; a month where no day stands. Null if none. */
export function dateInUrl(url: string): string | null {
  // Only the path is the publisher's filing; a query may carry any date at all.
  const path = url.replace(/[?#].*$/s, '').replace(/^[a-z]+:\/\/[^/]*/i, '');
  const numbers = /(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d\d)\2(\d\d)(?!\d)/.exec(path);
  if (numbers) {
    const day = iso(numbers[1] ?? '', Number(numbers[3]), Number(numbers[4]));
    if (day) return day;
  }
  const named = new RegExp(String.raw`/((?:19|20)\d\d)[/-]${MONTH}[/-](\d\d?)(?!\d)`, 'i').exec(path);
  if (named) return iso(named[1] ?? '', monthOf(named[2] ?? ''), Number(named[3]));
  const month = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:\/|$)/.exec(path);
  return month ? `${month[1]}-${month[2]}` : null;
}

/** Words on a line that says when a page appeared, beside names and the date itself. */
const STAMP_WORD =
  /^(?:by|and|the|for|at|of|on|a\.?m\.?|p\.?m\.?|first|last|article|updated?|published?|posted|launched|modified|filed|created|date|immediate|release|comments?|mon|tue|wed|thu|fri|sat|sun|\w+day)$/i;
/** A date behind one of these belongs to what the words speak of. */
const OF_SOMETHING = /\b(?:of|in|since|after|before|until|till|from|to|on)\s*$/i;
const POSTED = /\b(?:updated|published|posted|launched|modified|filed|release)(?:\s(?:on|at))?\W{0,3}$/i;

/** Scripts without capitals do not tell names from other words. */
const isName = (word: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(word) || word.includes('.');
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{N}.'’]*/gu) ?? [];

/**
 * The date a line of text gives for its own page: a date stamp or byline ("Updated October 21, 2017 17:23", "By A. Writer –
 * 29 Sept. 2017") or a dateline at its start ("KABUL, Afghanistan (Jan. 10, 2011) – …"). A date inside a sentence is the
 * story's, not the page's.
 */
export function stampDate(line: string): string | null {
  const found = findDate(line.slice(0, 140));
  if (!found) return null;
  const [before, after] = [line.slice(0, found.start), line.slice(found.end)];
  if (POSTED.test(before)) return found.iso;
  const told = !OF_SOMETHING.test(before) && wordsOf(before).every((w) => STAMP_WORD.test(w) || isName(w));
  // Behind the date only the hour, its zone, a name after "by", or how many comments there are.
  if (told && line.length <= 140 && wordsOf(after.replace(/\bby\b.*/i, '')).every((w) => STAMP_WORD.test(w) || /^(?:\p{Lu}{2,4}$|\p{Lo})/u.test(w))) return found.iso;
  const place = before.replace(/\b\p{L}{1,4}\./gu, (m) => m.slice(0, -1));
  const dateline = /^\W{0,3}(?:\p{L}[^.!?;]{0,60}(?:\(|,)\s{0,2})?$/u.test(place);
  if (dateline && /^\s{0,2}(?:\)|\([^)]{1,40}\))?\s{0,2}(?:--|[–—:-]|\[|$)/.test(after)) return found.iso;
  // "KABUL (Jan. 10, 2011) Two men …": a capital opens the story; "(March 3, 2015) in the port" is inside a sentence.
  return dateline && place !== '' && /^\)\s{0,3}(?:$|[–—-]|\p{Lu})/u.test(after) ? found.iso : null;
}
