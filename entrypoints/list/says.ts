// A saved claim in words, as its row and its page say it.
import { isWords, pageFigure, unitOf } from '../../lib/card/says.ts';
import { statedBy, type Figure as Parts, type Words } from '../../lib/card/words.ts';
import type { Listed } from '../../lib/saved/list.ts';
import type { Change, SavedClaim } from '../../lib/saved/schema.ts';

/** In three parts, so that the number alone can be bold. A passage without a figure says so. */
export function figureOf({ figure }: Pick<Listed, 'figure'>, words: Words): Parts {
  if (figure === null) return { before: words.t('list_no_figure'), number: '', after: '' };
  const stated = isWords(figure) || figure.increment ? null : words.figure(statedBy(figure));
  return stated ?? { before: '', number: pageFigure(figure, words), after: '' };
}

export const harmOf = ({ figure }: Pick<Listed, 'figure'>, { t }: Words): string => (figure === null ? '' : unitOf(figure, t));

export function nameOf(claim: Pick<Listed, 'figure'>, words: Words): string {
  const { before, number, after } = figureOf(claim, words);
  return `${before}${number}${after} ${harmOf(claim, words)}`.trim();
}

/** The gravest first: what is told where there is room for one. */
const ORDER: readonly Change['what'][] = ['withdrawn', 'superseded', 'changed', 'removed', 'newer'];

/** What became of the estimates, in as few words as a row has room for; null: nothing changed. */
export function sinceSaved({ changed }: Pick<SavedClaim, 'changed'>, words: Words): string | null {
  if (changed === null) return null;
  const [first] = changed.list.toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
  return first === undefined ? null : words.t(`list_since_${first.what}`, [standing(first.to, words)]);
}

/** "at least 1,417"; a source's own words where it gave no number. */
export function standing(stand: Change['from'], { figure, t }: Words): string {
  if (stand === null) return '';
  const parts = figure(stand);
  return parts ? parts.before + parts.number + parts.after : (stand.text_value ?? t('list_no_figure'));
}
