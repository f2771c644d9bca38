// What is measured, what it must reach and what we aim for (the bars this project was set), and how to read it off.
import { share, type Measures, type SetMeasure } from './measure.ts';

export type Bar = {
  id: string;
  set: string;
  what: string;
  must: number;
  aim: number | null;
  /** Smaller is better: shares of false claims and wrong cards. */
  fewer: boolean;
  /** Per cent; null where the set is not there. */
  ours: number | null;
  naive: number | null;
};

type Read<T> = (of: T) => number;

/** Every bar that the loaded sets can answer, in the order of the table. */
export function bars({ sets, pages, link }: Measures): Bar[] {
  const bar = (id: string, set: string, what: string, [must, aim]: readonly [number, number | null], ours: number | null, naive: number | null, fewer = false): Bar => ({ id, set, what, must, aim, ours, naive, fewer });
  const of = (set: string, read: Read<SetMeasure['ours']>): [number | null, number | null] => {
    const found = sets.get(set);
    return found ? [100 * read(found.ours), 100 * read(found.naive)] : [null, null];
  };
  const own = (set: string, read: Read<SetMeasure['ours']>): [number | null, null] => [of(set, read)[0], null];
  const page = (read: Read<NonNullable<Measures['pages']>['dev']>): [number | null, number | null] => (pages ? [100 * read(pages.dev), 100 * read(pages.naive)] : [null, null]);
  const linked = (read: (score: NonNullable<Measures['link']>['all']) => number, kind?: string): [number | null, null] => {
    const score = kind ? link?.byKind.get(kind) : link?.all;
    return [score ? 100 * read(score) : null, null];
  };
  return [
    bar('muc34-recall', 'muc34', 'recall of written figures ≥ 2', [92, 96], ...of('muc34', (s) => s.document.recall)),
    bar('muc34-qualifier', 'muc34', 'bound right, of matched', [90, null], ...own('muc34', (s) => share(s.fields.qualifier))),
    bar('muc34-group', 'muc34', 'group right, of matched', [85, null], ...own('muc34', (s) => share(s.fields.group))),
    bar('victim-f1', 'victim_mentions', 'mention F1', [92, 95], ...of('victim_mentions', (s) => s.mention.f1 ?? 0)),
    bar('isaf-f1', 'isaf', 'document F1, killed, written', [85, 92], ...of('isaf', (s) => s.document.f1)),
    bar('isaf-exact', 'isaf', 'killed exactly right (counting rule)', [90, 95.3], own('isaf', (s) => share(s.single['killed']?.answer ?? { right: 0, of: 0 }))[0], of('isaf', (s) => share(s.single['killed']?.max ?? { right: 0, of: 0 }))[1]),
    bar('gva-f1', 'gva', 'document F1, killed + wounded, written, ≥ 2', [72, 78], ...of('gva', (s) => s.document.f1)),
    bar('negatives-all', 'negatives', 'sentences with a false claim', [1, 0.5], ...of('negatives', (s) => s.negatives.withClaim / (s.negatives.sentences || 1)), true),
    bar('negatives-hard', 'negatives', 'the same, hard tier', [2, 1], ...of('negatives-hard', (s) => s.negatives.withClaim / (s.negatives.sentences || 1)), true),
    bar('pages-f1', 'pages', 'mention F1, unit right', [94, 97], ...page((s) => s.mention.f1)),
    bar('pages-strict', 'pages', 'strict F1, low and high right too', [90, 94], ...page((s) => s.strict.f1)),
    bar('link-question', 'link', '`same`: question right', [98, 99], ...linked((s) => s.sameQuestionRight / (s.same || 1))),
    bar('link-precision', 'link', '`same`: question and relation right', [95, 97], ...linked((s) => s.sameRight / (s.same || 1))),
    bar('link-wrong', 'link', 'wrong card where gold is none', [1, 0.5], ...linked((s) => s.wrongCard / (s.goldNone || 1)), true),
    bar('link-narrower', 'link', '`same` given to a narrower or broader figure', [4, null], ...linked((s) => s.otherAsSame / (s.goldOther || 1)), true),
    bar('link-recall', 'link', 'recall of gold `same`', [85, null], ...linked((s) => s.goldSameFound / (s.goldSame || 1))),
    bar('link-recall-verbatim', 'link', 'the same, verbatim texts', [80, 92], ...linked((s) => s.goldSameFound / (s.goldSame || 1), 'verbatim')),
    bar('link-recall-reworded', 'link', 'the same, reworded texts', [85, null], ...linked((s) => s.goldSameFound / (s.goldSame || 1), 'reworded')),
    bar('link-relation', 'link', 'relation right, of linked', [90, null], ...linked((s) => s.relationRight / (s.questionRight || 1))),
  ];
}

/** Whether a bar's `must` is reached. */
export const reached = ({ ours, must, fewer }: Bar): boolean => ours !== null && (fewer ? ours <= must : ours >= must);
