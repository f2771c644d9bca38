// What follows from the rest of a record, for whoever enters one and need not be asked: what may be shown and linked, and whether
// there are rivals. The checks hold it against the same rules.
import { isOwnSite } from './checks/links.ts';
import { countedSources, mayShow } from './checks/shown.ts';
import type { Question, Source } from './database.ts';

/** `sources` by id. Nobody vouches for any site but the source's own, and nobody has read the estimate again. */
export function derived(question: Question, sources: ReadonlyMap<string, Source>): Question {
  const estimates = question.estimates.map(({ verified: _, ...e }) => ({ ...e, show: mayShow(e), link: e.url !== null && isOwnSite(e.url, sources.get(e.source)) }));
  const whole = { ...question, estimates };
  return { ...whole, thin: countedSources(whole).size < 2 };
}
