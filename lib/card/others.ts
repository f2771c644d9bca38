// "Counts something else": what is often taken for the same figure, with the difference named. Never among the rivals.
import type { CardQuestion, CardSource, RelatedQuestion } from '../claim/card-content.ts';
import type { Estimate } from '../claim/database.ts';
import { difference } from './difference.ts';
import { withFeed } from './names.ts';
import { asText, capital } from './words.ts';
import type { Words } from './words.ts';

/** A line of a fold: a figure, whose or of what it is, and in what it differs; '' when it is only of another day. `card`: it can be opened. */
export type Other = { id: string; what: string; value: string; difference: string; card?: boolean };

function value(r: RelatedQuestion, words: Words): string {
  const [only] = r.figures;
  if (!only) return '';
  if (r.figures.length > 1) return words.plural('card_n_counts', r.figures.length);
  const figure = words.figure(only);
  return figure ? asText(figure) : (only.text_value ?? '');
}

/** `estimates` are those filed under the question that count something else. A related question without a figure tells nothing. */
export function othersOf(
  estimates: readonly Estimate[],
  { question, sources, words }: { question: CardQuestion; sources: Record<string, CardSource>; words: Words },
): Other[] {
  const related = question.related.map((r) => {
    const [only, second] = r.figures;
    const source = only !== undefined && second === undefined ? `. ${withFeed(only.source, only, words.t)}` : '';
    return { id: r.id, what: r.title, value: value(r, words), difference: difference(r, question, words) + source, card: r.card };
  });
  const own = estimates.map((e) => {
    const figure = words.figure(e);
    const misread = e.status === 'misreport' ? words.t('card_misreported') : null;
    const why = [misread, e.scope?.text, e.caveat].filter((s) => s !== null && s !== undefined).map((s) => capital(s, words.locale).replace(/\.$/, ''));
    return { id: e.id, what: withFeed(sources[e.source]?.name ?? e.source, sources[e.source], words.t), value: figure ? asText(figure) : (e.text_value ?? ''), difference: why.join('. ') };
  });
  return [...own, ...related].filter((o) => o.value !== '');
}
