// Claims × the claims database → matches: which question each figure of a page answers, how, and why we think so; or none.
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Match } from '../claim/match.ts';
import { candidatesOf, prospectsOf } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { decide, THRESHOLD } from './decide.ts';
import { judge } from './judge.ts';
import type { LinkIndex, Traits, WholeIndex } from './link-index.ts';
import { readingOf } from './reading.ts';
import type { Answer, Case } from './reading.ts';
import { fieldOf, sift } from './sieve.ts';
import { traitsAt } from './traits.ts';
import { viewClaims, viewPage } from './view.ts';
import type { PageView } from './view.ts';
import { whyOf } from './why.ts';

/** Characters between two figures of one train of thought. */
const CONTINUITY_REACH = 500;
/** A page with more figures is a list or an attack on the reader; the rest is left alone. */
const MAX_CLAIMS = 500;

/** `questions`: those that the page can be about, by its names; `judge` is to be given the traits of each of them. */
export type Linking = { questions: readonly number[]; judge(traitsOf: (question: number) => Traits, threshold?: number): (Match | null)[] };

/**
 * One entry a claim, in the order given; null where no question is meant surely enough: a wrong card about the dead is worse
 * than none. `claims` are of `document`, in order of position. `threshold` (0 to 1) is for measuring only.
 */
export const link = (document: PageDocument, claims: readonly Claim[], index: WholeIndex, threshold?: number): (Match | null)[] =>
  startLinking(document, claims, index).judge((question) => traitsAt(index, question), threshold);

/** The same for whoever does not hold the traits of all questions: of a hundred thousand a page can be about eighty. */
export function startLinking(document: PageDocument, claims: readonly Claim[], index: LinkIndex): Linking {
  if (claims.length === 0) return { questions: [], judge: () => [] };
  const page = viewPage(document, index);
  const prospects = prospectsOf(page, index);
  return {
    questions: prospects.map(({ question }) => question),
    judge(traitsOf, threshold = THRESHOLD) {
      const candidates = candidatesOf(prospects, page, traitsOf);
      return candidates.length === 0 ? claims.map(() => null) : judgeAll(document, claims, { page, candidates, threshold });
    },
  };
}

function judgeAll(document: PageDocument, claims: readonly Claim[], { page, candidates, threshold }: { page: PageView; candidates: readonly Candidate[]; threshold: number }): (Match | null)[] {
  const field = fieldOf(candidates);
  let last: { event: number; events: readonly number[]; question: number; measure: string; end: number } | null = null;
  const answers = new Map<Claim, Answer>();
  const linked = viewClaims(document, claims.slice(0, MAX_CLAIMS), page).map((view) => {
    const previous: Case['previous'] = last === null ? null : { ...last, near: view.claim.start - last.end < CONTINUITY_REACH, inSentence: last.end > view.sentence.start };
    const given = { view, reading: readingOf(view, page), page, previous, answers };
    const decision = decide(sift(field, given).map((kept) => judge(kept, given)).filter((v) => v !== null), view.claim.group, !view.groupStated && previous?.near === true ? previous.question : null);
    answers.set(view.claim, decision === null || decision.score < THRESHOLD ? null : { question: decision.best.candidate.traits.index, events: decision.best.candidate.traits.events, relation: decision.best.relation });
    if (decision === null || decision.score < threshold) return null;
    const { best, score } = decision;
    const { traits } = best.candidate;
    if (score >= THRESHOLD) last = { event: traits.events[0] ?? -1, events: traits.events, question: traits.index, measure: view.claim.measure, end: view.claim.end };
    return { question: traits.id, relation: best.relation, score: Math.round(score * 1000) / 1000, why: whyOf(best, view, page) };
  });
  return [...linked, ...claims.slice(MAX_CLAIMS).map(() => null)];
}
