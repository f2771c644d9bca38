// How the score is chosen below which a claim gets no card, and whether that choice holds on documents it was not made on.
import { scoreLinking, type LinkGold, type LinkPrediction, type LinkScore } from './score-linking.ts';

/** Of the claims given `same`, the share with the right question; of figures without one, and of parts and sums, the share given `same`. */
const RIGHT = 0.99;
const WRONG = 0.01;
const PARTS = 0.04;

const holds = (s: LinkScore): boolean =>
  s.sameQuestionRight >= RIGHT * s.same && s.wrongCard <= WRONG * s.goldNone && s.otherAsSame <= PARTS * s.goldOther;

function scoreAt(threshold: number, gold: readonly LinkGold[], predictions: readonly LinkPrediction[]): LinkScore {
  const kept = predictions.map((p) => ({ ...p, claims: p.claims.map((c) => ({ ...c, match: c.match && (c.match.score ?? 1) >= threshold ? c.match : null })) }));
  return scoreLinking(gold, kept);
}

/** The lowest hundredth at which all three hold; 1 where none does. `predictions` keep every match, however unsure. */
export function chooseThreshold(gold: readonly LinkGold[], predictions: readonly LinkPrediction[]): number {
  for (let hundredths = 1; hundredths < 100; hundredths++) if (holds(scoreAt(hundredths / 100, gold, predictions))) return hundredths / 100;
  return 1;
}

/** The threshold chosen without this part of the documents, and what it gives on them. */
export type Fold = { threshold: number; score: LinkScore };

/** Whole documents stay together: figures of one page are right or wrong together. */
export function crossValidate(gold: readonly LinkGold[], predictions: readonly LinkPrediction[], parts: number): Fold[] {
  const documents = [...new Set(gold.map((g) => g.doc_id))].toSorted();
  const partOf = new Map(documents.map((id, i) => [id, i % parts]));
  return Array.from({ length: parts }, (_, part) => {
    const inside = gold.filter((g) => partOf.get(g.doc_id) === part);
    const threshold = chooseThreshold(gold.filter((g) => partOf.get(g.doc_id) !== part), predictions);
    return { threshold, score: scoreAt(threshold, inside, predictions) };
  });
}
