// What follows from the rest of a record, for whoever enters one and need not be asked: what may be shown and linked, and whether
// there are rivals. The checks hold it against the same rules.
import { isOwnSite } from './checks/links.ts';
import { countedSources, mayShow } from './checks/shown.ts';
import type { Estimate, Question, Source } from './database.ts';

/** `sources` by id. Nobody vouches for any site but the source's own. */
export function derived(question: Question, sources: ReadonlyMap<string, Source>): Question {
  const whole = { ...question, estimates: question.estimates.map((e) => shownAndLinked(e, sources.get(e.source))) };
  return { ...whole, thin: countedSources(whole).size < 2 };
}

const shownAndLinked = (e: Estimate, source: Source | undefined): Estimate => ({ ...e, show: mayShow(e), link: e.url !== null && isOwnSite(e.url, source) });
