// By whose hand.
import type { Traits } from '../link-index.ts';
import type { ClaimView, PageView } from '../view.ts';
import type { Fit } from './fit.ts';
import { SAME } from './fit.ts';

const WEAPONS: Record<string, RegExp> = {
  airstrike: /\bair ?-?(?:strikes?|raids?)\b|\bbomb(?:ing|ardment|s)\b|\bstrikes?\b|\bwarplanes?\b|\baircraft\b/,
  artillery: /\bartillery\b|\bshell(?:s|ing)\b|\bbombardment/,
  mortar: /\bmortar/,
  drone: /\bdrones?\b/,
  chemical: /\b(?:chemical|sarin|chlorine|gas|gassed|toxic)\b/,
  missile: /\bmissiles?\b/,
  rocket: /\brockets?\b/,
};

/** Actors the clause names as the hand that did it: "by the coalition", "Israeli strikes killed". */
export function handsOf(view: ClaimView, page: PageView): string[] {
  const hands: string[] = [];
  for (const hit of page.actors) {
    if (hit.end <= view.clause.start || hit.start >= view.clause.end) continue;
    const before = page.folded.slice(Math.max(view.clause.start, hit.start - 14), hit.start);
    const by = /\b(?:by|from|through)(?: the| a| an)? ?(?:[\w-]+ )?$/.test(before);
    const subject = hit.end <= view.claim.start && /^[^,;]{0,60}\b(?:kill|murder|execut|massacr|shot|slaughter|bomb|strikes?|raids?|fire)/.test(page.folded.slice(hit.end, Math.min(view.clause.end, hit.end + 80)));
    if (by || subject) hands.push(...hit.ids);
  }
  return hands;
}

export function compareActor(view: ClaimView, traits: Traits, page: PageView): Fit {
  const hands = handsOf(view, page);
  const weapon = traits.weapons.some((w) => (WEAPONS[w] ?? new RegExp(`\\b${w.replace(/-/g, ' ?')}`)).test(view.clauseText));
  if (traits.scope === 'actor' || traits.scope === 'weapon') {
    if (hands.length > 0) {
      if (hands.some((h) => traits.actors.includes(h))) return { relation: 'same', weight: 0.8 };
      return { relation: 'same', weight: -0.6 };
    }
    return weapon ? { relation: 'same', weight: 0.4 } : SAME;
  }
  if (traits.scope === 'all-causes' && hands.length > 0) return { relation: 'same', weight: -0.2 };
  return SAME;
}
