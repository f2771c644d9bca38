// What the page says, in normal form: its figure with its bound, whom it counts, who is credited and when.
import type { Claim } from '../claim/claim.ts';
import { asText, capital, codeWord, statedBy } from './words.ts';
import type { Words } from './words.ts';

/** The part of a claim that its words are made of. */
type Said = Pick<Claim, 'text' | 'low' | 'high' | 'bound' | 'kind' | 'measure' | 'group' | 'groupText' | 'increment'>;

/** No number of people: a share, a rate, "dozens". The page's own words stand for it, and nothing in the plot. */
export const isWords = ({ kind, bound }: Pick<Claim, 'kind' | 'bound'>): boolean => kind === 'share' || kind === 'rate' || bound === 'vague';

export function pageFigure(claim: Said, { t, figure }: Words): string {
  const stated = isWords(claim) ? null : figure(statedBy(claim));
  if (!stated) return claim.text;
  return claim.increment ? t('card_another', [asText(stated)]) : asText(stated);
}

export function unitOf(claim: Said, t: Words['t']): string {
  // A vague or relative figure is given in the page's words, which name the people already.
  if (isWords(claim) || (claim.low === null && claim.high === null)) return '';
  return t(`card_unit_${claim.measure}`, [claim.groupText ?? codeWord(t, 'group', claim.group)]);
}

/** Who the page credits, for which time, on which day. A credit that was not found is left out, not called missing. */
export function byLine({ saidBy, period }: Claim, date: string | null, { t, locale, date: day }: Words): string {
  const said = [saidBy, period?.text].filter((s) => s !== null && s !== undefined).join(t('card_comma'));
  return [capital(said, locale), date === null ? '' : day(date)].filter((s) => s !== '').join(' · ');
}

