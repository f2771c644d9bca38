// What a check says, and where the record it speaks of came from.

/** `file` as the maintainer knows it, `path` the field inside it ("estimates.3.low"; empty: the whole file). */
export type Problem = { file: string; path: string; reason: string };

/** A record and the file it stands in. */
export type Located<T> = { file: string; record: T };
