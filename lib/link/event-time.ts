// Events by how long they take and how long ago they were.
import type { Traits } from './link-index.ts';

/** These happen at once, however long the counting goes on, and have no raids or strikes inside them: they are the event. */
const SUDDEN = new Set(['disaster', 'accident', 'incident', 'attack', 'massacre']);
/** What happens in one place: another place of the kind is another event. */
const AT_ONE_SITE = new Set(['accident', 'incident', 'attack', 'massacre']);

type Type = { type: string | undefined };

export const isSudden = ({ type }: Type): boolean => type !== undefined && SUDDEN.has(type);
export const isAtOneSite = ({ type }: Type): boolean => type !== undefined && AT_ONE_SITE.has(type);

/** A massacre or a raid that went on for so many days; its war goes on for years. */
export const isWithinDays = ({ long, from, to }: Traits, days: number): boolean => !long && from !== null && (to ?? from) - from <= days;

/** Over in a day or two. */
export const isAtOnce = (traits: Traits): boolean => isWithinDays(traits, 2);

/** Days after its end: a count "since the invasion" is no longer one of it, and a name of its place no longer means it. */
const OVER = 400;

export const isLongOver = (end: number, day: number): boolean => day > end + OVER;

/** Its end lies so far back that the page is not of its time. */
export const isClosed = ({ to }: Traits, day: number | null): boolean => to !== null && day !== null && isLongOver(to, day);

/** The page is of the event's own time, or soon after. */
export const isCurrent = ({ from, to }: Traits, day: number | null): boolean => day !== null && from !== null && day >= from && day <= (to ?? day) + 120;

/** News of the day: a page of an event's first days is likely about it. 0 to 1. */
export function freshness({ long, from }: Traits, day: number | null): number {
  if (day === null || from === null || long) return 0;
  const age = day - from;
  return age <= 3 ? 1 : age <= 10 ? 0.6 : age <= 45 ? 0.3 : 0;
}
