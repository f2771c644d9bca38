// What stands beside a claim, to be frozen with it when it is saved and to be compared with what stands there later.
import { choose, dayOf } from '../card/choose.ts';
import type { CardQuestion, CardSource } from '../claim/card-content.ts';
import type { Estimate, Question } from '../claim/database.ts';
import type { Now } from '../saved/changes.ts';
import type { Beside, FrozenEstimate } from '../saved/schema.ts';
import type { Library } from './library.ts';

export type About = { sources: Record<string, CardSource>; database: Beside['database']; page: string | null; figures: readonly number[] };

/** `page` is the page's date; `figures` are the numbers the claim states. */
export function besideOf(question: CardQuestion, { sources, database, page, figures }: About): Beside {
  const { rows, totals } = choose(question, page, figures);
  const estimates = rows.map(frozen);
  const latest = latestOf(rows, totals).map(frozen);
  const named = new Set([...estimates, ...latest].flatMap((e) => [e.source, e.via ?? e.source].concat(e.derived_from)));
  const { id, collection, kind, event, title, place, period, group, group_text, measure, unit, by } = question;
  return {
    database,
    question: { id, collection, kind, event, title, place, period, group, group_text, measure, unit, by },
    estimates,
    latest,
    sources: Object.fromEntries(Object.entries(sources).flatMap(([key, { name, kind, country, feed }]) => (named.has(key) ? [[key, feed === undefined ? { name, kind, country } : { name, kind, country, feed }]] : []))),
  };
}

/** All that this database has for a question, to compare what was saved with. */
export async function besideNow(library: Library, id: string): Promise<Now> {
  const question = await library.question(id);
  return { database: library.version, estimates: question && allOf(question) };
}

function allOf({ match: _names, ...question }: Question): FrozenEstimate[] {
  const { rows, totals, others } = choose({ ...question, related: [] }, null, []);
  return [...rows, ...totals, ...others].map(frozen);
}

/** Each source's newest total that stands, where that is no row: what was known, and is no news later. */
function latestOf(rows: readonly Estimate[], totals: readonly Estimate[]): Estimate[] {
  const newest = new Map<string, Estimate>();
  for (const e of [...rows, ...totals]) {
    if (e.status !== 'current') continue;
    const key = JSON.stringify([e.source, e.scope?.text ?? null]);
    const other = newest.get(key);
    if (other === undefined || (dayOf(e) ?? '') > (dayOf(other) ?? '')) newest.set(key, e);
  }
  return [...newest.values()].filter((e) => !rows.includes(e));
}

function frozen(e: Estimate): FrozenEstimate {
  const { id, source, claimant, via, derived_from, role, low, best, high, qualifier, text_value, as_of, published, method, caveat, scope, comparable, status, contested, denies, url, link, title, seen_at } = e;
  return { id, source, claimant, via, derived_from, role, low, best, high, qualifier, text_value, as_of, published, method, caveat, scope, comparable, status, contested, denies, url, link, title, seen_at };
}
