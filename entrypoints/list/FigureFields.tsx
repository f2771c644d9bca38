import { codeWord, type Words } from '../../lib/card/words.ts';
import { Figure } from '../../lib/saved/schema.ts';
import { Select } from '../../lib/ui/fields.tsx';

/** As it is typed: nothing is lost while it is no number yet. */
export type Draft = { low: string; high: string } & Pick<Figure, 'bound' | 'measure' | 'group'> & Record<'groupText' | 'saidBy' | 'actor' | 'place' | 'period', string>;

const BOUNDS = Figure.shape.bound.options;
/** Which of the two ends a bound has. */
const ENDS: Partial<Record<Figure['bound'], 'high' | 'both' | 'none'>> = { 'at-most': 'high', 'less-than': 'high', range: 'both', vague: 'none' };
const endsOf = (bound: Figure['bound']): 'low' | 'high' | 'both' | 'none' => ENDS[bound] ?? 'low';
const MOST = 1e10;

export const draftOf = (figure: Figure | null): Draft => ({
  low: String(figure?.low ?? figure?.high ?? ''),
  high: String(figure?.high ?? ''),
  bound: figure?.bound ?? 'exact',
  measure: figure?.measure ?? 'killed',
  group: figure?.group ?? 'people',
  groupText: figure?.groupText ?? '',
  saidBy: figure?.saidBy ?? '',
  actor: figure?.actor ?? '',
  place: figure?.place ?? '',
  period: figure?.period?.text ?? '',
});

/** Digits as they are written: 1,200 · 1 200 · 1'200. Null: no whole number. */
function numberIn(typed: string): number | null {
  const digits = typed.replace(/[\s,.'’\u00a0\u202f]/g, '');
  const value = Number(digits);
  return /^\d+$/.test(digits) && value <= MOST ? value : null;
}

/** The figure as it was typed in; `problem` is a key of the reader's words. */
export function figureIn(draft: Draft, was: Figure | null): { figure: Figure } | { problem: string } {
  const ends = endsOf(draft.bound);
  const first = numberIn(draft.low);
  const second = numberIn(draft.high);
  if (ends !== 'none' && first === null) return { problem: 'list_figure_no_number' };
  if (ends === 'both' && (second === null || first === null || first >= second)) return { problem: 'list_figure_no_range' };
  const one = draft.bound === 'exact' || draft.bound === 'about' || draft.bound === 'nearly';
  const low = ends === 'none' || ends === 'high' ? null : first;
  const high = ends === 'both' ? second : ends === 'high' || one ? first : null;
  const words = (typed: string): string | null => typed.trim() || null;
  const period = words(draft.period);
  return {
    figure: {
      text: was?.text ?? draft.low, at: was?.at ?? null, low, high, bound: draft.bound, kind: draft.bound === 'vague' ? 'vague' : (was?.kind ?? 'count'), measure: draft.measure, group: draft.group,
      groupText: words(draft.groupText), increment: was?.increment ?? false, hypothetical: was?.hypothetical ?? false, saidBy: words(draft.saidBy), actor: words(draft.actor), place: words(draft.place),
      period: period === null ? null : period === was?.period?.text ? was.period : { text: period, from: null, to: null },
    },
  };
}

/** What the passage says, where it was not read or was misread. */
export function FigureFields({ draft, words: { t }, set }: { draft: Draft; words: Words; set(draft: Draft): void }) {
  const ends = endsOf(draft.bound);
  const text = (name: Exclude<keyof Draft, 'bound' | 'measure' | 'group'>, numeric = false) => (
    <div class="labelled">
      <label for={`figure-${name}`}>{t(name === 'low' && ends !== 'both' ? 'list_figure_number' : `list_figure_${name}`)}</label>
      <input id={`figure-${name}`} class="field" dir="auto" inputMode={numeric ? 'numeric' : 'text'} maxLength={2_000} value={draft[name]} onInput={({ currentTarget }) => set({ ...draft, [name]: currentTarget.value })} />
    </div>
  );
  return (
    <>
      <Select id="figure-bound" label={t('list_figure_bound')} value={draft.bound} choices={BOUNDS.map((value) => ({ value, label: t(`list_bound_${value.replaceAll('-', '_')}`) }))} choose={(bound) => set({ ...draft, bound })} />
      {ends !== 'none' && text('low', true)}
      {ends === 'both' && text('high', true)}
      <Select id="figure-measure" label={t('list_filter_measure')} value={draft.measure} choices={Figure.shape.measure.options.map((value) => ({ value, label: codeWord(t, 'measure', value) }))} choose={(measure) => set({ ...draft, measure })} />
      <Select id="figure-group" label={t('list_filter_group')} value={draft.group} choices={Figure.shape.group.options.filter((value) => value !== 'other').map((value) => ({ value, label: codeWord(t, 'group', value) }))} choose={(group) => set({ ...draft, group })} />
      {text('groupText')}
      {text('saidBy')}
      {text('actor')}
      {text('place')}
      {text('period')}
    </>
  );
}
