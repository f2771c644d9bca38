import type { Question } from '../claim/database.ts';

/**
 * What a question counts, as a key: two questions with one key ask for the same number, whatever their feeds call them. Event, kind,
 * measure, group with its words, unit, places, period and by whose hand must all agree; names and titles need not.
 */
export const quantityOf = ({ event, kind, measure, group, group_text, unit, place, period, by }: Question): string =>
  JSON.stringify([event, kind, measure, group, group_text, unit, place.countries.toSorted(), period.start, period.end, by.scope, by.actors.toSorted(), by.weapons.toSorted()]);
