// A page's text → its claims and the questions they answer, with all that their cards need. Runs in the worker, once per
// scan: detection there costs the page neither bytes nor time, and reads the text as a whole, as the command line does.
import type { CardQuestion } from '../claim/card-content.ts';
import type { Claim } from '../claim/claim.ts';
import type { Question, Source } from '../claim/database.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Match } from '../claim/match.ts';
import { detect } from '../detect/detect.ts';
import { languageOf } from '../detect/languages.ts';
import { link } from '../link/link.ts';
import type { Library } from './library.ts';
import { relatedTo } from './related.ts';

/** Marks on one page; what a longer list says further down stays unmarked. */
const MAX_CLAIMS = 500;

export type Answer = {
  claims: Claim[];
  /** One per claim; null: nothing comparable is known, or it is unsure what the claim counts. */
  matches: (Match | null)[];
  /** By id: the matched questions, and the sources they name. */
  questions: Record<string, CardQuestion>;
  sources: Record<string, Source>;
  database: { version: string; created: string };
};

/** `hidden` says whether the reader has asked not to see this question beside this quotation. Throws DamagedStore. */
export async function lookup(library: Library, document: PageDocument, hidden: (quote: string, question: string) => Promise<boolean>): Promise<Answer> {
  const claims = claimsOf(document);
  const answer: Answer = { claims, matches: [], questions: {}, sources: {}, database: { version: library.version, created: library.created } };
  for (const [i, match] of link(document, claims, library.link).entries()) {
    const quote = claims[i]?.text ?? '';
    const question = match === null || (await hidden(quote, match.question)) ? null : await library.question(match.question);
    answer.matches.push(question !== null && hasCard(question) ? match : null);
    if (question === null || !hasCard(question) || question.id in answer.questions) continue;
    const { match: _names, ...rest } = question;
    answer.questions[question.id] = { ...rest, related: await relatedTo(question, library, document.info.date) };
    for (const id of sourcesOf(question)) {
      const source = await library.source(id);
      if (source !== null) answer.sources[id] = source;
    }
  }
  return answer;
}

/** None in a language that is not read. */
function claimsOf(document: PageDocument): Claim[] {
  const language = languageOf(document.info.lang);
  return language === null ? [] : detect(document, language).slice(0, MAX_CLAIMS);
}

/** Competing estimates take two sources; numbers that merely look like tolls have no rivals. */
const hasCard = (question: Question): boolean => !question.thin && question.kind !== 'context';

const sourcesOf = (question: Question): Set<string> =>
  new Set([
    ...question.estimates.flatMap((e) => [e.source, ...(e.via === null ? [] : [e.via]), ...e.derived_from]),
    ...question.series.map((s) => s.source),
  ]);
