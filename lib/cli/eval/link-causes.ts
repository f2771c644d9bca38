// What goes wrong in linking, counted by its kind: what to work on next, and whether it is reading or linking.
import { align, isRightQuestion, type LinkGold, type LinkPrediction } from './score-linking.ts';

/** `cause` in words; for figures that answer no question `near` is the set's word for how close they come. */
export type Cause = { cause: string; near: string | null; count: number; reworded: number };

/** Every labelled figure that did not get what its label says, ambiguous ones left out; the commonest kind first. */
export function linkCauses(gold: readonly LinkGold[], predictions: readonly LinkPrediction[]): Cause[] {
  const pairs = align(gold, predictions);
  const causes = new Map<string, Cause>();
  for (const g of gold) {
    if (g.gold.ambiguous) continue;
    const claim = pairs.get(g.id);
    const cause = causeOf(g, claim === undefined ? undefined : claim.match);
    if (cause === null) continue;
    const near = g.gold.question === null ? (g.near ?? null) : null;
    const key = `${cause}\n${near ?? ''}`;
    const counted = causes.get(key) ?? { cause, near, count: 0, reworded: 0 };
    counted.count++;
    if (g.text_kind === 'reworded') counted.reworded++;
    causes.set(key, counted);
  }
  return [...causes.values()].toSorted((a, b) => b.count - a.count || a.cause.localeCompare(b.cause));
}

/** `match` undefined: the figure was not read. Null: all is well. */
function causeOf({ gold, ...g }: LinkGold, match: { question: string; relation: string } | null | undefined): string | null {
  if (gold.question === null) return match ? `a card (\`${match.relation}\`) where the database asks nothing` : null;
  if (match === undefined) return `\`${gold.relation}\`, not read`;
  if (match === null) return `\`${gold.relation}\`, read and left alone`;
  if (!isRightQuestion({ ...g, gold }, match.question)) return `\`${gold.relation}\`, given another question`;
  const right = match.relation === gold.relation || (gold.relations_ok ?? []).includes(match.relation);
  return right ? null : `\`${gold.relation}\`, taken for \`${match.relation}\``;
}
