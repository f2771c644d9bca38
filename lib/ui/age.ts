// How old the claims database is, in words; a colour only repeats them.
import { daysOld, STALE } from '../card/rows.ts';
import type { Words } from '../card/words.ts';

/** Days after which totals of a running conflict have certainly moved on. */
const OLD = 180;

/** `tone` is a class of notices; '' for a database that is young enough to need none, `note` then is ''. */
export function ageOf(created: string, now: Date, { t, plural }: Words): { age: string; note: string; tone: '' | 'aged' | 'old' } {
  const days = daysOld(created, now);
  const age = plural('card_days', days);
  if (days <= STALE) return { age, note: '', tone: '' };
  return days <= OLD ? { age, note: t('ui_aged'), tone: 'aged' } : { age, note: t('ui_old'), tone: 'old' };
}
