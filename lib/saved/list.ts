// The list: which saved claims, in which order, and what can be chosen from. Works on what a list needs of a claim, so that
// 50,000 of them fit in memory without the estimates that were frozen with each.
import { folded, hasAll, wordsOf } from '../claim/find-words.ts';
import type { SavedClaim } from './schema.ts';

/** A saved claim without its frozen estimates, and whose they were. */
export type Listed = Omit<SavedClaim, 'beside'> & { sources: string[] };

/** As Listed, with the words a search looks through. */
export type Row = { claim: Listed; words: string };

/** All that is given must hold. `text`: words in any order, each anywhere in quotation, note, tags, title. Dates are ISO and inclusive. */
export type Filter = {
  text?: string;
  /** Null: in no collection. */
  collection?: string | null;
  tag?: string;
  question?: string;
  event?: string;
  source?: string;
  site?: string;
  /** The page's date. */
  from?: string;
  to?: string;
  measure?: string;
  group?: string;
  /** Null: matched no question. */
  relation?: string | null;
  /** With something that changed and was not looked at yet. */
  changed?: true;
};

export type Sort = { by: 'saved' | 'edited' | 'date' | 'figure' | 'site' | 'title' | 'question' | 'collection'; descending: boolean };

export function listed({ beside, ...claim }: SavedClaim): Listed {
  return { ...claim, sources: [...new Set(beside?.estimates.map((e) => e.source))] };
}

export const rowOf = (claim: Listed): Row => ({
  claim,
  words: folded([claim.quote.exact, claim.note, claim.tags.join('\n'), claim.page.title ?? '', claim.page.headline ?? '', claim.match?.title ?? '', claim.collection ?? ''].join('\n')),
});

export function filtered(rows: readonly Row[], filter: Filter): Row[] {
  const words = wordsOf(filter.text ?? '');
  return rows.filter((row) => hasAll(row.words, words) && holds(row.claim, filter));
}

function holds(c: Listed, f: Filter): boolean {
  const date = c.page.date ?? '';
  return (
    (f.collection === undefined || c.collection === f.collection) &&
    (f.tag === undefined || c.tags.includes(f.tag)) &&
    (f.question === undefined || c.match?.question === f.question) &&
    (f.event === undefined || c.match?.event === f.event) &&
    (f.source === undefined || c.sources.includes(f.source)) &&
    (f.site === undefined || c.page.host === f.site) &&
    (f.from === undefined || (date !== '' && date >= f.from.slice(0, date.length))) &&
    (f.to === undefined || (date !== '' && date.slice(0, f.to.length) <= f.to)) &&
    (f.measure === undefined || c.figure?.measure === f.measure) &&
    (f.group === undefined || c.figure?.group === f.group) &&
    (f.relation === undefined || (c.match?.relation ?? null) === f.relation) &&
    (f.changed === undefined || (c.changed !== null && !c.changed.seen))
  );
}

const KEY: Record<Sort['by'], (c: Listed) => string | number | null> = {
  saved: (c) => c.saved,
  edited: (c) => c.edited,
  date: (c) => c.page.date,
  figure: (c) => c.figure?.low ?? c.figure?.high ?? null,
  site: (c) => c.page.host,
  title: (c) => c.page.headline ?? c.page.title,
  question: (c) => c.match?.title ?? null,
  collection: (c) => c.collection,
};

/** Sorted anew. What has no value comes last either way; of equals the newest saved first, and of those the one that stands first on its page. */
export function sorted(rows: readonly Row[], { by, descending }: Sort): Row[] {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: KEY[by](row.claim) }));
  keyed.sort((a, b) => {
    if (a.key !== b.key) {
      if (a.key === null) return 1;
      if (b.key === null) return -1;
      return a.key < b.key ? -sign : sign;
    }
    if (a.row.claim.saved !== b.row.claim.saved) return a.row.claim.saved < b.row.claim.saved ? 1 : -1;
    // All of a page in one go: as they stand on it.
    return (a.row.claim.position?.start ?? 0) - (b.row.claim.position?.start ?? 0);
  });
  return keyed.map(({ row }) => row);
}

/** Each value that a filter can take, with how many claims have it, the commonest first. */
export type Choices = Record<'collection' | 'tag' | 'question' | 'event' | 'source' | 'site' | 'measure' | 'group' | 'relation', [value: string, count: number][]>;

export function choicesOf(rows: readonly Row[]): Choices {
  const of = (values: (c: Listed) => readonly (string | null | undefined)[]): [string, number][] => {
    const counts = new Map<string, number>();
    for (const { claim } of rows) for (const value of values(claim)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  return {
    collection: of((c) => [c.collection]),
    tag: of((c) => c.tags),
    question: of((c) => [c.match?.question]),
    event: of((c) => [c.match?.event]),
    source: of((c) => c.sources),
    site: of((c) => [c.page.host]),
    measure: of((c) => [c.figure?.measure]),
    group: of((c) => [c.figure?.group]),
    relation: of((c) => [c.match?.relation]),
  };
}
