// Scores matches against the link gold: of the figures that got a question, how many got the right one; of those that
// answer no question, how many were left alone. Rules as published with the set (its LINK-LABELLING.md).

/** One labelled figure. `question` null: the database has none for it, and `near` says how close it comes. */
export type LinkGold = {
  id: string;
  doc_id: string;
  start: number;
  end: number;
  low: number | null;
  high: number | null;
  number_text?: string;
  context?: string;
  question_old?: string;
  near?: string | null;
  text_kind?: string;
  lang?: string;
  gold: { question: string | null; relation: string | null; acceptable: string[]; ambiguous: boolean; relations_ok?: string[] };
};

type LinkedClaim = { start: number; end: number; low: number | null; high: number | null; match: { question: string; relation: string; score?: number } | null };
export type LinkPrediction = { doc_id: string; claims: LinkedClaim[] };

export type LinkScore = {
  mentions: number;
  aligned: number;
  valueEqual: number;
  /** Claims given `same`: how many, with the right question, with question and relation right. */
  same: number;
  sameQuestionRight: number;
  sameRight: number;
  /** Gold figures whose relation is `same`: how many, found with question and relation, found with the question. */
  goldSame: number;
  goldSameFound: number;
  goldSameQuestion: number;
  /** Gold figures without a question: how many, given a card as `same`, given any card. */
  goldNone: number;
  wrongCard: number;
  anyCard: number;
  /** Gold figures that are narrower, broader or overlap: how many, found, given `same` wrongly. */
  goldOther: number;
  otherFound: number;
  otherAsSame: number;
  /** Linked to the right question, and with the right relation. */
  questionRight: number;
  relationRight: number;
  errors: LinkError[];
};
type LinkError = { id: string; number: string; gold: string; near: string | null; predicted: string; context: string };

export const isRightQuestion = (g: LinkGold, question: string): boolean => question === g.gold.question || question === g.question_old || g.gold.acceptable.includes(question);
const isRightRelation = (g: LinkGold, relation: string): boolean => relation === g.gold.relation || (g.gold.relations_ok ?? []).includes(relation);

/** Each gold figure with the claim that covers most of it; equal ends break ties, then order. A claim serves one figure. */
export function align(gold: readonly LinkGold[], predictions: readonly LinkPrediction[]): Map<string, LinkedClaim> {
  const byDocument = Map.groupBy(gold, (g) => g.doc_id);
  const pairs = new Map<string, LinkedClaim>();
  for (const { doc_id, claims } of predictions) {
    const figures = byDocument.get(doc_id) ?? [];
    const candidates = claims.flatMap((claim, order) =>
      figures.flatMap((g) => {
        const shared = Math.min(claim.end, g.end) - Math.max(claim.start, g.start);
        return shared > 0 ? [{ claim, order, id: g.id, weight: shared + (claim.low === g.low && claim.high === g.high ? 0.5 : 0) }] : [];
      }),
    );
    candidates.sort((a, b) => b.weight - a.weight || a.order - b.order);
    const taken = new Set<LinkedClaim>();
    for (const { claim, id } of candidates) {
      if (taken.has(claim) || pairs.has(id)) continue;
      taken.add(claim);
      pairs.set(id, claim);
    }
  }
  return pairs;
}

/** Figures marked ambiguous are left out, with the claims on them. A match without a relation counts as `same`. */
export function scoreLinking(gold: readonly LinkGold[], predictions: readonly LinkPrediction[]): LinkScore {
  const pairs = align(gold, predictions);
  const score: LinkScore = {
    mentions: 0, aligned: 0, valueEqual: 0, same: 0, sameQuestionRight: 0, sameRight: 0, goldSame: 0, goldSameFound: 0, goldSameQuestion: 0,
    goldNone: 0, wrongCard: 0, anyCard: 0, goldOther: 0, otherFound: 0, otherAsSame: 0, questionRight: 0, relationRight: 0, errors: [],
  };
  for (const g of gold) {
    if (g.gold.ambiguous) continue;
    score.mentions++;
    const claim = pairs.get(g.id);
    const match = claim?.match ?? null;
    const relation = match ? match.relation : null;
    if (claim) {
      score.aligned++;
      if (claim.low === g.low && claim.high === g.high) score.valueEqual++;
    }
    const question = match !== null && isRightQuestion(g, match.question);
    const full = question && relation !== null && isRightRelation(g, relation);
    if (relation === 'same') {
      score.same++;
      if (question) score.sameQuestionRight++;
      if (full) score.sameRight++;
    }
    if (g.gold.question === null) {
      score.goldNone++;
      if (match) score.anyCard++;
      if (relation === 'same') score.wrongCard++;
    } else {
      if (g.gold.relation === 'same') {
        score.goldSame++;
        if (full) score.goldSameFound++;
        if (question) score.goldSameQuestion++;
      } else {
        score.goldOther++;
        if (full) score.otherFound++;
        if (relation === 'same' && !full) score.otherAsSame++;
      }
      if (question) {
        score.questionRight++;
        if (full) score.relationRight++;
      }
    }
    if ((match && !full) || (!match && g.gold.relation === 'same')) {
      score.errors.push({
        id: g.id,
        number: g.number_text ?? '',
        gold: g.gold.question ? `${g.gold.question} ${g.gold.relation}` : 'none',
        near: g.near ?? null,
        predicted: match ? `${match.question} ${match.relation}` : claim ? 'no match' : 'no claim',
        context: g.context ?? '',
      });
    }
  }
  return score;
}

/** One point of the precision–recall curve: only matches scored at least `threshold` are kept. */
export type CurvePoint = { threshold: number; precision: number; recall: number; wrongCard: number; same: number };

/** The curve over every score a match was given, thinned to `points` steps, from all matches to the surest. */
export function linkCurve(gold: readonly LinkGold[], predictions: readonly LinkPrediction[], points: number): CurvePoint[] {
  const scores = [...new Set(predictions.flatMap((p) => p.claims.flatMap((c) => (c.match?.score === undefined ? [] : [c.match.score]))))].toSorted((a, b) => a - b);
  const step = Math.max(1, Math.ceil(scores.length / points));
  return scores
    .filter((_, i) => i % step === 0)
    .map((threshold) => {
      const kept = predictions.map((p) => ({ ...p, claims: p.claims.map((c) => ({ ...c, match: c.match && (c.match.score ?? 1) >= threshold ? c.match : null })) }));
      const s = scoreLinking(gold, kept);
      return { threshold, precision: s.sameRight / (s.same || 1), recall: s.goldSameFound / (s.goldSame || 1), wrongCard: s.wrongCard / (s.goldNone || 1), same: s.same };
    });
}
