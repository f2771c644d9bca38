// A page's text → its claims and the questions they answer, with all that their cards need. Runs in the worker, once per
// scan: detection there costs the page neither bytes nor time, and reads the text as a whole, as the command line does.
import type { CardQuestion, CardSource } from '../claim/card-content.ts';
import type { Claim } from '../claim/claim.ts';
import type { Question } from '../claim/database.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Match } from '../claim/match.ts';
import { detect } from '../detect/detect.ts';
import { languageOf } from '../detect/languages.ts';
import type { Library } from './library.ts';
import { hasCard, relatedTo } from './related.ts';
import { sourcesOf } from './sources-of.ts';

/** Marks on one page; what a longer list says further down stays unmarked. */
const MAX_CLAIMS = 500;

export type Answer = {
  claims: Claim[];
  /** One per claim; null: nothing comparable is known, or it is unsure what the claim counts. */
  matches: (Match | null)[];
  /** By id: the matched questions, and the sources they name. */
  questions: Record<string, CardQuestion>;
  sources: Record<string, CardSource>;
  database: { version: string; created: string };
};

/** `claims` are the document's; `hidden` says whether the reader has asked not to see this question beside this quotation. Throws DamagedStore. */
export async function lookup(
  library: Omit<Library, 'counts' | 'listing'>,
  { document, claims }: { document: PageDocument; claims: Claim[] },
  hidden: (quote: string, question: string) => Promise<boolean>,
): Promise<Answer> {
  const matches = await Promise.all(
    (await library.match(document, claims)).map(async (match, i) => (match === null || (await hidden(claims[i]?.text ?? '', match.question)) ? null : match)),
  );
  const answer: Answer = { claims, matches: [], questions: {}, sources: {}, database: { version: library.version, created: library.created } };
  // All at once: each waits for a shard to be unpacked, and a page cites several.
  const ids = [...new Set(matches.flatMap((m) => m?.question ?? []))];
  library.prepare(ids);
  const asked = await Promise.all(ids.map((id) => library.question(id)));
  const found = await Promise.all(asked.flatMap((q) => (q !== null && hasCard(q) ? [carded(q, library, document.info.date)] : [])));
  for (const { question, sources } of found) {
    answer.questions[question.id] = question;
    Object.assign(answer.sources, sources);
  }
  answer.matches = matches.map((m) => (m !== null && m.question in answer.questions ? m : null));
  return answer;
}

/** What the page says; nothing in a language that is not read. */
export function claimsOf(document: PageDocument): Claim[] {
  const language = languageOf(document.info.lang);
  return language === null ? [] : detect(document, language, MAX_CLAIMS);
}

/** The answer without some of its claims; read and linked with them, for what stands beside a figure helps to understand it. */
export function without(answer: Answer, left: (claim: Claim) => boolean): Answer {
  const kept = answer.claims.map((claim) => !left(claim));
  return { ...answer, claims: answer.claims.filter((_, i) => kept[i]), matches: answer.matches.filter((_, i) => kept[i]) };
}

/** A question with all that its card needs. */
export async function carded(question: Question, library: Pick<Library, 'question' | 'source' | 'actor'>, date: string | null): Promise<{ question: CardQuestion; sources: Record<string, CardSource> }> {
  const { match: _names, ...rest } = question;
  const [related, sources] = await Promise.all([relatedTo(question, library, date), Promise.all([...sourcesOf(question)].map((id) => library.source(id)))]);
  return { question: { ...rest, related }, sources: Object.fromEntries(sources.flatMap((source) => (source === null ? [] : [[source.id, source]]))) };
}
