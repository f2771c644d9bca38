// A page of ours, what was read on it, and what stood beside it: the ordinary case, from which a test changes what it is about.
import { createHash } from 'node:crypto';
import type { Claim } from '../lib/claim/claim.ts';
import type { PageDocument } from '../lib/claim/document.ts';
import { sentenceSpan } from '../lib/link/sentences.ts';
import type { FrozenEstimate, SavedClaim, Beside } from '../lib/saved/schema.ts';
import { makeSaved, type Hash, type Keep } from '../lib/saved/saved.ts';

export const hash: Hash = (text) => Promise.resolve(createHash('sha256').update(text).digest('hex'));

const LINES = [
  'Shelling goes on at Varland harbour',
  'The coast guard spoke on Monday. At least 735 civilians were killed in the harbour of Varland, it said. Fishing has begun again.',
  'A second paragraph says nothing of the kind.',
];

export function pageOf(lines: readonly string[] = LINES, info: Partial<PageDocument['info']> = {}): PageDocument {
  const text = lines.join('\n');
  let start = 0;
  const blocks = lines.map((line, i) => {
    const block = { start, end: start + line.length, role: i === 0 ? ('headline' as const) : ('paragraph' as const), header: null };
    start += line.length + 1;
    return block;
  });
  return {
    text,
    blocks,
    info: {
      url: 'https://www.news.example/varland?utm_source=mail#top', title: 'Shelling goes on – The Example', headline: LINES[0] ?? null, site: 'The Example',
      author: 'Ada Writer', date: '2018-04-09', dateFrom: 'meta', lang: 'en', ...info,
    },
  };
}

/** The claim a reader of the page would make of these words, which stand in it once. */
export function claimIn({ text, blocks }: PageDocument, words: string, change: Partial<Claim> = {}): Claim {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not on the page: ${words}`);
  return {
    start, end: start + words.length, text: words, number: { start, end: start + 1 }, block: blocks.findLastIndex((b) => b.start <= start), kind: 'count', measure: 'killed', group: 'civilians', groupText: 'civilians',
    low: 735, high: null, bound: 'at-least', increment: false, hypothetical: false, saidBy: 'the coast guard', actor: null, place: 'Varland', period: null, rules: [], ...change,
  };
}

export const estimateOf = (change: Partial<FrozenEstimate> & { id: string; source: string }): FrozenEstimate => ({
  claimant: null, via: null, derived_from: [], role: 'monitor', low: null, best: null, high: null, qualifier: 'exact', text_value: null, as_of: null, published: null,
  method: null, caveat: null, scope: null, comparable: 'full', status: 'current', contested: false, denies: null, url: null, link: false, title: null, seen_at: null, ...change,
});

export const ESTIMATES: FrozenEstimate[] = [
  estimateOf({ id: 'varland-harbour--harbour-watch-2018', source: 'harbour-watch', low: 1200, qualifier: 'at-least', as_of: '2018-04-08', url: 'https://watch.example/varland', link: true }),
  estimateOf({ id: 'varland-harbour--coast-guard-2018', source: 'coast-guard', role: 'party', best: 735, as_of: '2018-04-09' }),
];

export const BESIDE: Beside = {
  database: { version: '2026.11.14', created: '2026-11-14' },
  question: {
    id: 'varland-harbour', collection: 'varland', kind: 'casualty', event: 'varland-shelling', title: 'Civilians killed, Varland harbour', place: { name: 'Varland', countries: [] },
    period: { start: '2018-04-07', end: '2018-04-07' }, group: 'civilians', group_text: null, measure: 'killed', unit: 'people', by: { scope: 'actor', actors: [], weapons: [], disputed: false },
  },
  estimates: ESTIMATES,
  latest: [],
  sources: { 'harbour-watch': { name: 'Harbour Watch', kind: 'monitor', country: null }, 'coast-guard': { name: 'Coast Guard', kind: 'belligerent', country: null } },
};

/** What is kept of the figure in these words of a page. */
export function keepOf({ words = 'At least 735 civilians', document = pageOf(), ...change }: Partial<Keep> & { words?: string }): Keep {
  const claim = claimIn(document, words);
  return {
    document, claim, span: sentenceSpan(document, claim), canonical: null, now: '2026-11-22T08:00:00Z', extension: '0.1.0',
    match: { question: 'varland-harbour', relation: 'same', score: 0.9, why: ['The page names the harbour.'] }, beside: BESIDE, ...change,
  };
}

export const savedOf = async (change: Partial<SavedClaim> = {}, keep: Parameters<typeof keepOf>[0] = {}): Promise<SavedClaim> => ({ ...(await makeSaved(keepOf(keep), hash)), ...change });
