// "Counts something else": what is often taken for the same figure, with the difference named. Never among the rivals.
import type { CardQuestion, RelatedQuestion } from '../claim/card-content.ts';
import type { Estimate, Source } from '../claim/database.ts';
import { asText, capital, codeWord } from './words.ts';
import type { Words } from './words.ts';

/** A line of a fold: a figure, whose or of what it is, and in what it differs; '' when it is only of another day. */
export type Other = { id: string; what: string; value: string; difference: string };

/** As the card's question stands to the related one. */
const RELATION: Record<RelatedQuestion['type'], string> = {
  'superset-of': 'card_rel_part',
  'subset-of': 'card_rel_whole',
  overlaps: 'card_rel_overlaps',
  'increment-of': 'card_rel_whole',
  sibling: 'card_rel_sibling',
  'compare-with': 'card_rel_compare',
  'proxy-for': 'card_rel_proxy',
  'part-of-sum': 'card_rel_sibling',
  'same-as-other-period': 'card_rel_period',
};

/** One sentence from the data: how it stands to this question, who is counted, and what the maintainers noted. */
function difference(r: RelatedQuestion, question: CardQuestion, { t, locale }: Words): string {
  const parts: string[] = [];
  if (r.unit !== question.unit) parts.push(t('card_diff_unit', [r.unit, question.unit]));
  else if (r.measure !== question.measure) parts.push(t('card_diff_measure', [codeWord(t, 'measure', r.measure), codeWord(t, 'measure', question.measure)]));
  else if (r.group !== question.group && r.group !== 'other') parts.push(t('card_diff_group', [r.group_text ?? codeWord(t, 'group', r.group)]));
  const plain = r.type === 'sibling' || r.type === 'compare-with';
  if (!plain || (parts.length === 0 && r.note === null)) parts.unshift(t(RELATION[r.type]));
  if (r.note !== null) parts.push(r.note);
  return parts.map((p) => capital(p, locale).replace(/\.$/, '')).join('. ');
}

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
  { question, sources, words }: { question: CardQuestion; sources: Record<string, Source>; words: Words },
): Other[] {
  const related = question.related.map((r) => {
    const source = r.figures.length === 1 ? `. ${r.figures[0]?.source}` : '';
    return { id: r.id, what: r.title, value: value(r, words), difference: difference(r, question, words) + source };
  });
  const own = estimates.map((e) => {
    const figure = words.figure(e);
    const misread = e.status === 'misreport' ? words.t('card_misreported') : null;
    const why = [misread, e.scope?.text, e.caveat].filter((s) => s !== null && s !== undefined).map((s) => capital(s, words.locale).replace(/\.$/, ''));
    return { id: e.id, what: sources[e.source]?.name ?? e.source, value: figure ? asText(figure) : (e.text_value ?? ''), difference: why.join('. ') };
  });
  return [...own, ...related].filter((o) => o.value !== '');
}
