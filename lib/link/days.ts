// Dates as whole days since 1970-01-01, so that they can be compared and subtracted.

const DAY_MS = 86_400_000;

/** First day of an ISO date of any precision; null for null or for something else. */
export function firstDay(iso: string | null): number | null {
  const m = iso === null ? null : /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (m === null) return null;
  return dayOf(Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1));
}

/** Last day of an ISO date of any precision ("2017-02" → 28 February 2017). */
export function lastDay(iso: string | null): number | null {
  const m = iso === null ? null : /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (m === null) return null;
  const year = Number(m[1]);
  if (m[2] === undefined) return dayOf(year, 12, 31);
  if (m[3] === undefined) return dayOf(year, Number(m[2]) + 1, 1) - 1;
  return dayOf(year, Number(m[2]), Number(m[3]));
}

/** Month 1–12; months and days beyond their range run on into the next. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();
export const monthOf = (day: number): number => new Date(day * DAY_MS).getUTCMonth() + 1;
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "Dec 2017", for a reader. */
export function inWords(day: number): string {
  const date = new Date(day * DAY_MS);
  return `${(MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)} ${date.getUTCFullYear()}`;
}
