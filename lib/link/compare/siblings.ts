// The other figures of a sentence: those before this one, those behind it, and which of them tell of the same harm. Figures never overlap.
import type { Claim } from '../../claim/claim.ts';
import type { ClaimView } from '../view.ts';

export type Sibling = ClaimView['siblings'][number];

/** Its number as one value: the least that it can be; of "at most 500", which has no least, the most. 0: it has none. */
export const valueOf = ({ low, high }: Pick<Claim, 'low' | 'high'>): number => low ?? high ?? 0;

/** All of these are in order. */
export const figuresBefore = ({ siblings, claim }: ClaimView): Sibling[] => siblings.filter((s) => s.claim.start < claim.start);
export const figuresBehind = ({ siblings, claim }: ClaimView): Sibling[] => siblings.filter((s) => s.claim.start > claim.start);

/** Those before it that tell of the same harm. */
export const sameBefore = (view: ClaimView): Sibling[] => figuresBefore(view).filter((s) => s.claim.measure === view.claim.measure);

/** Those of them that are larger: it may be some of their people. */
export const largerBefore = (view: ClaimView): Sibling[] => sameBefore(view).filter((s) => valueOf(s.claim) > valueOf(view.claim));

/** Behind it, of the same harm and smaller: they may be some of its people. */
export const smallerBehind = (view: ClaimView): Sibling[] => figuresBehind(view).filter((s) => s.claim.measure === view.claim.measure && valueOf(s.claim) < valueOf(view.claim));
