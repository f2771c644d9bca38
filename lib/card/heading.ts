// The heading counts honestly: what stands by itself, what only repeats, what was taken back.
import { dayOf } from './choose.ts';
import { valueOf } from './order.ts';
import type { Ordered } from './order.ts';
import type { Words } from './words.ts';

/** Within this of the page's date a count is "at this date", days: monthly reports. */
const AT_DATE = 45;
/** And within this "near this date", days. */
const NEAR_DATE = 270;

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** How the rows' dates lie to the page's. Null: no page date, or a row without a date. */
function dates(rows: readonly Ordered[], page: string | null, running: boolean): string | null {
  if (page === null || !running) return null;
  const days = rows.map(({ estimate }) => dayOf(estimate));
  if (days.some((d) => d === null)) return null;
  const far = Math.max(...days.map((d) => daysBetween(d ?? page, page)));
  return far <= AT_DATE ? 'card_at_date' : far <= NEAR_DATE ? 'card_near_date' : 'card_other_dates';
}

/** `running`: the question is still counted, so that a date matters. `only`: there is nothing but these rows. */
export function heading(rows: readonly Ordered[], { page, running, only, words }: { page: string | null; running: boolean; only: boolean; words: Words }): string {
  const { t, plural, spelled } = words;
  const is = (test: (o: Ordered) => boolean): number => rows.filter(test).length;
  const numbered = rows.filter((o) => valueOf(o.estimate) !== null || o.estimate.qualifier === 'vague');
  const separate = numbered.filter((o) => o.under === null && !o.older && !/superseded|withdrawn|restatement/.test(o.estimate.status));
  const sources = new Set(separate.map((o) => o.estimate.source)).size;
  const n = separate.length;

  const asides = [
    ['card_repeats', is((o) => o.under !== null || o.estimate.status === 'restatement')],
    ['card_older', is((o) => o.older && o.under === null)],
    ['card_replaced', is((o) => o.estimate.status === 'superseded')],
    // A denial that was taken back is told as a denial; its row says the rest.
    ['card_withdrawn', numbered.filter((o) => o.estimate.status === 'withdrawn').length],
    ['card_denials', is((o) => o.estimate.qualifier === 'none' && o.estimate.denies !== null)],
    ['card_positions', is((o) => o.estimate.qualifier === 'none' && o.estimate.denies === null)],
  ] as const;
  const told = asides.filter(([, k]) => k > 0).map(([key, k]) => plural(key, k, [spelled(k).toLocaleLowerCase(words.locale)]));

  if (n === 0) return [t('card_no_figure'), ...told].join(t('card_comma'));
  if (n === 1 && told.length === 0 && only) return t('card_only');
  const few = asides[0][1] > 0;
  const base =
    sources < n ? t('card_counts_from', [spelled(n), plural('card_of_sources', sources, [spelled(sources).toLocaleLowerCase(words.locale)])]) : plural(few ? 'card_sources' : 'card_counts', n, [spelled(n)]);
  const when = dates(separate, page, running);
  if (told.length === 0 && separate.some((o) => o.estimate.scope?.period?.start)) return [base, t('card_other_periods')].join(t('card_comma'));
  if (told.length === 0 && when === 'card_other_dates') return [base, t(when)].join(t('card_comma'));
  if (told.length === 0 && when) return t(when, [base]);
  return [base, ...told].join(t('card_comma'));
}
