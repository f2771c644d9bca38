// What a check says, what it is given, and where the records it speaks of came from.
import type { Actor, Event, Publisher, Question, Source } from '../database.ts';

/** `file` as the maintainer knows it, `path` the field inside it ("estimates.3.low"; empty: the whole file). */
export type Problem = { file: string; path: string; reason: string };

/** A record and the file it stands in. */
export type Located<T> = { file: string; record: T };

/** All records of sound shape, each kind in the order of its ids; `publishers` in one file. */
export type Records = {
  questions: Located<Question>[];
  events: Located<Event>[];
  actors: Located<Actor>[];
  sources: Located<Source>[];
  publishers: Publisher[];
  /** Files that could not be read as a record. Told already; what merely follows from that is not told again. */
  unread: string[];
};

/** The record of that id has a file, though not one that could be read. */
export const isUnread = ({ unread }: Records, id: string): boolean => unread.some((file) => file.endsWith(`/${id}.json`));

/** One idea of what a sound database is. It sees everything, since most ideas are about how records hang together. */
export type Check = (records: Records) => Problem[];
