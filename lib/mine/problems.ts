// The checks of the shipped database, put to the researcher's own: what is wrong, by question and estimate.
import { byId } from '../claim/by-id.ts';
import { checkRecords, shapeOf, type Located, type RawRecord, type Records } from '../claim/check.ts';
import type { Database } from '../claim/database.ts';
import type { QuestionField } from './fields.ts';
import type { Known } from './mine.ts';
import { toOwner } from './to-owner.ts';
import { codeOf, slipOf, type Slip } from './slip.ts';

/** `estimate` null: the question itself. `part`: the relation or running count that is to blame, by its place. */
export type Found = { question: string; estimate: string | null; part: { of: 'relations' | 'series'; at: number } | null; slip: Slip };

/** Where a record would stand in a folder of files; so the checks name it. */
export const fileOf = {
  question: ({ collection, id }: { collection: string; id: string }): string => `questions/${collection}/${id}.json`,
  event: ({ id }: { id: string }): string => `events/${id}.json`,
  actor: ({ id }: { id: string }): string => `actors/${id}.json`,
  source: ({ id }: { id: string }): string => `sources/${id}.json`,
};

/**
 * Where two collide, the later one is told of: the extension's come first, and those that were there before those that are
 * `fresh` (ids of questions).
 */
export function problemsIn(database: Database, known: Known, fresh: (question: string) => boolean): Found[] {
  const { questions, events, actors, sources } = toOwner(database);
  const raw: RawRecord[] = [
    ...questions.map((value) => ({ file: fileOf.question(value), value })),
    ...events.map((value) => ({ file: fileOf.event(value), value })),
    ...actors.map((value) => ({ file: fileOf.actor(value), value })),
    ...sources.map((value) => ({ file: fileOf.source(value), value })),
  ];
  const { records, problems } = shapeOf(raw);
  // No list of publishers is here: what may be linked is not judged, but follows from the source.
  const together: Records = {
    questions: [...others(known.questions, questions), ...records.questions.filter((q) => !fresh(q.record.id)), ...records.questions.filter((q) => fresh(q.record.id))],
    events: [...others(known.events, events), ...records.events],
    actors: [...others(known.actors, actors), ...records.actors],
    sources: [...others(known.sources, sources), ...records.sources],
    publishers: [],
    unread: [...records.unread, 'publishers.json'],
  };
  const own = new Map(questions.map((q) => [fileOf.question(q), q]));
  const users = (kind: string, id: string): string[] =>
    questions.filter((q) => (kind === 'events' ? q.event === id : kind === 'actors' ? q.by.actors.includes(id) : q.estimates.some((e) => e.source === id))).map((q) => q.id);

  return [...problems, ...checkRecords(together)].flatMap((problem): Found[] => {
    const question = own.get(problem.file);
    if (question === undefined) {
      const [kind = '', file = ''] = problem.file.split('/');
      const slip: Slip = { field: kind === 'sources' ? 'source' : kind === 'actors' ? 'actors' : (OF_EVENT[problem.path.split('.')[0] ?? ''] ?? 'event'), ...codeOf(problem.reason) };
      return kind === '' || problem.file.startsWith(KNOWN) ? [] : users(kind, file.replace(/\.json$/, '')).map((id) => ({ question: id, estimate: null, part: null, slip }));
    }
    const [of = '', at = ''] = problem.path.split('.');
    const estimate = of === 'estimates' ? (question.estimates[Number(at)]?.id ?? null) : null;
    const part = of === 'relations' || of === 'series' ? ({ of, at: Number(at) } as const) : null;
    return [{ question: question.id, estimate, part, slip: slipOf(problem) }];
  });
}

/** Fields of an event, by what they are entered as. */
const OF_EVENT: Record<string, QuestionField> = { start: 'event_start', end: 'event_end', countries: 'countries', aliases: 'names', type: 'event_type' };

const KNOWN = 'known/';

/** Of the extension's records those that the researcher's do not stand in for. */
function others<T extends { id: string }>(known: readonly T[], own: readonly T[]): Located<T>[] {
  const ids = byId(own);
  return known.filter((r) => !ids.has(r.id)).map((record) => ({ file: `${KNOWN}${record.id}`, record }));
}
