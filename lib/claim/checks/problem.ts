// What a check says, what it is given, and where the records it speaks of came from.
import type { Actor, Estimate, Event, Publisher, Question, SeriesPoint, Source } from '../database.ts';

/** `file` as the maintainer knows it, `path` the field inside it ("estimates.3.low"; empty: the whole file). */
export type Problem = { file: string; path: string; reason: string };

/** A record and the file it stands in. */
export type Located<T> = { file: string; record: T };

/** What of a question the others are judged by: all that is kept of it while a large database is read. */
export type Outline = Pick<Question, 'id' | 'event' | 'relations'> & {
  place: Pick<Question['place'], 'countries'>;
  by: Pick<Question['by'], 'scope' | 'actors'>;
  match: Pick<Question['match'], 'strong' | 'weak'>;
  estimates: Pick<Estimate, 'id' | 'source' | 'via' | 'derived_from'>[];
  series: (Pick<Question['series'][number], 'id' | 'source'> & { points: Pick<SeriesPoint, 'dataset'>[] })[];
};

/** All records of sound shape, each kind in the order of its ids; `publishers` in one file. */
export type Records<Q = Question> = {
  questions: Located<Q>[];
  events: Located<Event>[];
  actors: Located<Actor>[];
  sources: Located<Source>[];
  publishers: Publisher[];
  /** Files that could not be read as a record. Told already; what merely follows from that is not told again. */
  unread: string[];
};

/** The record of that id has a file, though not one that could be read. */
export const isUnread = ({ unread }: Pick<Records, 'unread'>, id: string): boolean => unread.some((file) => file.endsWith(`/${id}.json`));

/** One idea of what a sound question is. It sees some of the questions at a time, and all the sources they name. */
export type Check = (records: Records) => Problem[];

/** One idea of how the records hang together. It sees all of them, the questions in outline. */
export type WholeCheck = (records: Records<Outline>) => Problem[];
