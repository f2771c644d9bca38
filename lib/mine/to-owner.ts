import { byId } from '../claim/by-id.ts';
import type { Database, Estimate, Question } from '../claim/database.ts';
import { derived } from '../claim/derive.ts';

/** Stands for the second reading that a published estimate needs; never stored, never handed on. */
const READ = { on: '1970-01-01', outcome: 'confirmed', evidence: 'by its owner', primary: false } satisfies Estimate['verified'];

/** The data as its owner sees it on cards, and as the checks judge it: as if somebody had read each estimate again. */
export function toOwner(database: Database): Database {
  const sources = byId(database.sources);
  const read = (e: Estimate): Estimate => (e.verified === undefined ? { ...e, verified: READ } : e);
  const shown = (q: Question): Question => derived({ ...q, estimates: q.estimates.map(read) }, sources);
  return { questions: database.questions.map(shown), events: database.events, actors: database.actors, sources: database.sources };
}
