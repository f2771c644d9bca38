// The claim's figure beside what was known at its date: support where they agree, nothing against it where they do not.
import type { Claim } from '../../claim/claim.ts';
import type { Traits } from '../link-index.ts';
import { valueOf } from './siblings.ts';

/** Values dated within so many days of the page stand for its time. */
const NEAR_DAYS = 200;

/**
 * 1: a value some source gave, at about that time; down to 0: more than 1.6 times away from all.
 * Negative: far below everything known (-1 at a hundredth), which makes a part or an incident likelier.
 */
export function nearness(claim: Pick<Claim, 'low' | 'high'>, traits: Traits, day: number | null): number {
  const value = valueOf(claim);
  if (value <= 0 || traits.values.length === 0) return 0;
  let best = Infinity;
  let least = Infinity;
  let most = 0;
  const own = Math.log(value);
  const running = day !== null && traits.to === null;
  // By index: this is the innermost loop of linking, and taking each row apart costs more than all that is done with it.
  for (let i = 0; i < traits.values.length; i++) {
    const row = traits.values[i];
    if (row === undefined) break;
    const at = row[0];
    const known = row[1];
    const stale = running && at !== null && Math.abs(at - day) > NEAR_DAYS ? 0.25 : 0;
    best = Math.min(best, Math.abs(own - row[2]) + stale);
    least = Math.min(least, known);
    most = Math.max(most, known);
  }
  // Small numbers agree by chance.
  const telling = value < 20 ? 0.3 : value < 100 ? 0.8 : 1;
  if (best < 0.01) return telling;
  const limit = Math.log(1.6);
  if (best < limit) return telling * (0.9 - 0.9 * (best / limit));
  // Ten times more than anybody ever said is more likely another quantity than a wild guess.
  if (value > most * 10) return -Math.min(2, Math.log10(value / most));
  const below = Math.log(least / value);
  return below <= limit ? 0 : -Math.min(1, below / Math.log(100));
}

/** How many times the largest figure that anybody gave; 0 where none is known, or the claim has no number. */
export function timesTheMost(claim: Pick<Claim, 'low' | 'high'>, { values }: Traits): number {
  let most = 0;
  for (const row of values) if (row[1] > most) most = row[1];
  return most === 0 ? 0 : valueOf(claim) / most;
}
