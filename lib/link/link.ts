// Claims × the claims database → matches: which question each figure of a page answers, how, and why we think so; or none.
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Match, Relation } from '../claim/match.ts';
import { candidatesOf, prospectsOf } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { valueOf } from './compare/siblings.ts';
import { decide, THRESHOLD } from './decide.ts';
import { judge } from './judge.ts';
import type { LinkIndex, Traits, WholeIndex } from './link-index.ts';
import { blockIn, blocksOf } from './names.ts';
import type { BlockOf } from './names.ts';
import { readingOf } from './reading.ts';
import type { Answer, Case } from './reading.ts';
import { isPartOfTotal, settled } from './settle.ts';
import type { Told } from './settle.ts';
import { fieldOf, sift } from './sieve.ts';
import { traitsAt } from './traits.ts';
import { seekInPage, viewClaims, viewPage } from './view.ts';
import type { PageView } from './view.ts';
import { whyOf } from './why.ts';

/** Characters between two figures of one train of thought. */
const CONTINUITY_REACH = 500;
/** A page with more figures is a list or an attack on the reader; the rest is left alone. */
const MAX_CLAIMS = 500;

/**
 * Linking for whoever does not hold all of an index. First it asks for the blocks of names in which those of the page can lie, then for the
 * traits of those questions that the page can be about by its names: of a hundred thousand eighty.
 */
export type Linking = { blocks: readonly number[]; named(blockOf: BlockOf): Named };
/** `judge` is given the traits of each of `questions`. */
type Named = { questions: readonly number[]; judge(traitsOf: (question: number) => Traits, threshold?: number): (Match | null)[] };

const NOTHING: Linking = { blocks: [], named: () => ({ questions: [], judge: () => [] }) };

/**
 * One entry a claim, in the order given; null where no question is meant surely enough: a wrong card about the dead is worse
 * than none. `claims` are of `document`, in order of position. `threshold` (0 to 1) is for measuring only.
 */
export function link(document: PageDocument, claims: readonly Claim[], index: WholeIndex, threshold?: number): (Match | null)[] {
  const { named } = startLinking(document, claims, index);
  return named(blockIn(index)).judge((question) => traitsAt(index, question), threshold);
}

export function startLinking(document: PageDocument, claims: readonly Claim[], index: LinkIndex): Linking {
  if (claims.length === 0) return NOTHING;
  const sought = seekInPage(document, index);
  return {
    blocks: blocksOf(index.names, sought.inTitles === null ? [sought.inText] : [sought.inText, sought.inTitles]),
    named(blockOf) {
      const page = viewPage(sought, index, blockOf);
      const prospects = prospectsOf(page, index);
      return {
        questions: prospects.map(({ question }) => question),
        judge(traitsOf, threshold = THRESHOLD) {
          const candidates = candidatesOf(prospects, page, traitsOf);
          return candidates.length === 0 ? claims.map(() => null) : judgeAll(document, claims, { page, candidates, threshold });
        },
      };
    },
  };
}

function judgeAll(document: PageDocument, claims: readonly Claim[], { page, candidates, threshold }: { page: PageView; candidates: readonly Candidate[]; threshold: number }): (Match | null)[] {
  const field = fieldOf(candidates);
  let last: { event: number; events: readonly number[]; question: number; measure: string; end: number; total: number | null } | null = null;
  const answers = new Map<Claim, Answer>();
  const told: (Told & { at: number; asPart: () => Match })[] = [];
  const matches = viewClaims(document, claims.slice(0, MAX_CLAIMS), page).map((view, at): Match | null => {
    const previous: Case['previous'] = last === null ? null : { ...last, near: view.claim.start - last.end < CONTINUITY_REACH, inSentence: last.end > view.sentence.start };
    const given = { view, reading: readingOf(view, page), page, previous, answers };
    const decision = decide(sift(field, given).map((kept) => judge(kept, given)).filter((v) => v !== null), view.claim.group, !view.groupStated && previous?.near === true ? previous.question : null);
    if (decision === null) {
      answers.set(view.claim, null);
      return null;
    }
    const { best, score } = decision;
    const { traits } = best.candidate;
    const relation = settled(best, given);
    answers.set(view.claim, score < THRESHOLD ? null : { question: traits.index, events: traits.events, relation });
    if (score >= THRESHOLD) last = { event: traits.events[0] ?? -1, events: traits.events, question: traits.index, measure: view.claim.measure, end: view.claim.end, total: relation === 'same' ? valueOf(view.claim) : last?.question === traits.index ? last.total : null };
    if (score < threshold) return null;
    const matchAs = (as: Relation): Match => ({ question: traits.id, relation: as, score: Math.round(score * 1000) / 1000, why: whyOf(best, as, view, page) });
    if (relation === 'same' && traits.group === 'people') told.push({ at, question: traits.index, group: view.group, value: valueOf(view.claim), sentenceText: view.sentenceText, asPart: () => matchAs('narrower') });
    return matchAs(relation);
  });
  for (const one of told) if (isPartOfTotal(one, told)) matches[one.at] = one.asPart();
  return [...matches, ...claims.slice(MAX_CLAIMS).map(() => null)];
}
