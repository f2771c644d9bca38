// Digits, dates and plurals of British English, as Intl has them: to make its formatters costs a worker that has just woken for a
// page, and has no other language to speak, a sixth of what it does. A test holds these to Intl's.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** Of a safe integer: "11,300". */
export const britishNumber = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Of a day in UTC, from the year 1 on. `precision` 0: its year; 1: its month as well; 2: all of it. */
export function britishDate(day: Date, precision: 0 | 1 | 2): string {
  const year = String(day.getUTCFullYear());
  if (precision === 0) return year;
  const month = `${MONTHS[day.getUTCMonth()] ?? ''} ${year}`;
  return precision === 1 ? month : `${day.getUTCDate()} ${month}`;
}

export const britishPlural = (n: number): 'one' | 'other' => (n === 1 ? 'one' : 'other');
