// What only the whole text tells of single figures: the outcome of the shot, the fate of victims.
import type { Claim, Measure } from '../claim/claim.ts';
import type { Rule } from './rules.ts';
import { OPEN } from './verbs.ts';

const SOFT: Rule = 'victim-noun-soft';

const LIFE_OR_LIMB: readonly Measure[] = ['killed', 'wounded', 'missing', 'displaced'];

/**
 * What the whole text tells of single figures. `spoken`: the measures it speaks of; `swindle`: whether it tells of one.
 * Victims of a swindle are no casualties, where the text speaks of no harm to life or limb.
 * "Shot" leaves the outcome open. Where the document counts as many hurt, they are those (two of something is too common to tell);
 * where it counts dead, or one fewer hurt and speaks of a death, it is one number for killed and wounded together; else wounded.
 */
export function settle(claims: readonly Claim[], spoken: ReadonlySet<Measure>, swindle: boolean): Claim[] {
  const counted = (measure: Measure): Claim[] => claims.filter((c) => c.measure === measure && c.kind === 'count' && !c.hypothetical && !c.rules.includes(OPEN));
  const dead = counted('killed').length > 0;
  const hurt = new Set(counted('wounded').map((c) => c.low));
  const mixed = ({ low }: Claim): boolean => !(hurt.has(low) && low !== null && low > 2) && (dead || (spoken.has('killed') && low !== null && hurt.has(low - 1)));
  // "Victims" in a text that speaks of killing and never of wounds are dead.
  const onlyDead = spoken.has('killed') && !spoken.has('wounded');
  const swindled = swindle && !LIFE_OR_LIMB.some((m) => spoken.has(m));
  const settled: Claim[] = [];
  for (const c of claims) {
    const victims = c.measure === 'casualties' && c.rules.includes(SOFT);
    if (c.rules.includes(OPEN) && c.measure === 'wounded' && !c.increment && mixed(c)) settled.push({ ...c, measure: 'casualties' });
    else if (onlyDead && victims) settled.push({ ...c, measure: 'killed' });
    else if (!swindled || !victims) settled.push(c);
  }
  return settled;
}
