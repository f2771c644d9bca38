// Numbers, dates and bounds in words. A qualifier never leaves its number.
import type { Amount } from '../claim/amount.ts';
import type { Estimate } from '../claim/database.ts';

/** A message by key, `$1` to `$9` replaced. As browser.i18n.getMessage. */
export type Translate = (key: string, substitutions?: string[]) => string;

/** A figure in three parts, so that the number alone can be set bold: "at least " "735" "". */
export type Figure = { before: string; number: string; after: string };

type Stated = Pick<Estimate, 'low' | 'best' | 'high' | 'qualifier'>;

export type Words = {
  t: Translate;
  /** BCP 47, for digits and dates. */
  locale: string;
  rtl: boolean;
  /** A message that stands for nothing else than its own key and an ending: plural("card_days", 1) → card_days_one. */
  plural(key: string, n: number, substitutions?: string[]): string;
  number(n: number): string;
  /** "Two"; digits from eleven on, and where a language has no words for it that fit every noun. */
  spelled(n: number): string;
  /** An ISO date of any precision: "29 Sept 2017", "Sept 2017", "2017". */
  date(iso: string): string;
  /** Null when no number was stated. */
  figure(stated: Stated): Figure | null;
};

/** Stands where the number goes while a message is taken apart; private use, so no message holds it. */
const HOLE = '\uE000';

const MESSAGE: Partial<Record<Estimate['qualifier'], string>> = {
  'at-least': 'card_at_least',
  'more-than': 'card_more_than',
  'at-most': 'card_at_most',
  'less-than': 'card_less_than',
  about: 'card_about',
  nearly: 'card_nearly',
};

/** `locale` is the language of the browser, BCP 47. */
export function wordsFor(t: Translate, locale: string): Words {
  // Digits and dates go with the words: where there are none in the reader's language these are English, and British English.
  const language = t('card_language') || 'en';
  const own = locale.toLowerCase().split('-')[0] === language ? locale : language;
  const tag = language === 'en' ? 'en-GB' : own;
  // Each costs a worker that has just woken a millisecond or two: made when it is first asked for.
  let digits: Intl.NumberFormat | null = null;
  let rules: Intl.PluralRules | null = null;
  const dates: Intl.DateTimeFormat[] = [];
  const formats: Intl.DateTimeFormatOptions[] = [{ year: 'numeric' }, { year: 'numeric', month: 'short' }, { year: 'numeric', month: 'short', day: 'numeric' }];
  const number = (n: number): string => (digits ??= new Intl.NumberFormat(tag)).format(n);
  const range = (low: number, high: number): string => t('card_range', [number(low), number(high)]);

  const bounded = (qualifier: Estimate['qualifier'], text: string): Figure => {
    const key = MESSAGE[qualifier];
    if (key === undefined) return { before: '', number: text, after: '' };
    const [before = '', after = ''] = t(key, [HOLE]).split(HOLE);
    return { before, number: text, after };
  };
  const aside = (n: number, text: string): Figure => ({ before: '', number: number(n), after: ` (${text})` });

  return {
    t,
    locale: tag,
    rtl: /^(?:ar|fa|he|ur)\b/.test(tag),
    number,
    plural(key, n, substitutions = [number(n)]) {
      return t(`${key}_${(rules ??= new Intl.PluralRules(tag)).select(n)}`, substitutions) || t(`${key}_other`, substitutions);
    },
    spelled(n) {
      return t('card_numbers').split(' ')[n - 1] || number(n);
    },
    date(iso) {
      const precision = iso.length <= 4 ? 0 : iso.length <= 7 ? 1 : 2;
      const format = (dates[precision] ??= new Intl.DateTimeFormat(tag, { ...formats[precision], timeZone: 'UTC' }));
      const day = new Date(iso.length <= 10 ? iso : iso.slice(0, 10));
      return Number.isNaN(day.getTime()) ? iso : format.format(day);
    },
    figure(stated) {
      const { low, best, high } = stated;
      const bound = boundOf(stated);
      if (best === null) {
        const one = low ?? high;
        if (one === null) return null;
        return bounded(bound, low !== null && high !== null && low !== high ? range(low, high) : number(one));
      }
      const [from, to] = [low, high].map((end) => (end === best ? null : end));
      // An interval already says what "about" or "at least" would.
      if (low !== null && high !== null && low !== high) return aside(best, range(low, high));
      if (from !== null && from !== undefined) return aside(best, t('card_at_least', [number(from)]));
      if (to !== null && to !== undefined) return aside(best, t('card_at_most', [number(to)]));
      return bounded(bound, number(best));
    },
  };
}

/** How the figure that is shown bounds the true number. A lone end whose qualifier does not say which end it is must not pass for the figure. */
export function boundOf({ low, best, high, qualifier }: Stated): Estimate['qualifier'] {
  if (best !== null || low === high) return qualifier;
  const rough = qualifier === 'about' || qualifier === 'nearly';
  if (rough) return qualifier;
  if (low !== null && high !== null) return 'range';
  if (low !== null) return qualifier === 'more-than' ? qualifier : 'at-least';
  return qualifier === 'less-than' ? qualifier : 'at-most';
}

/** A figure of a page as an estimate would state it. */
export function statedBy({ low, high, bound }: Amount): Stated {
  return low === high ? { low: null, best: low, high: null, qualifier: bound } : { low, best: null, high, qualifier: bound };
}

/** The word for a code: message names know no hyphens. */
export function codeWord(t: Translate, kind: 'group' | 'measure' | 'tag', code: string): string {
  return t(`card_${kind}_${code.replaceAll('-', '_')}`);
}

export function asText(figure: Figure): string {
  return figure.before + figure.number + figure.after;
}

/** First letter in upper case, by the rules of the language. */
export function capital(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
