import { pageFigure, unitOf } from '../card/says.ts';
import { capital, type Words } from '../card/words.ts';
import type { Figure } from '../messages/messages.ts';

type ItemProps = {
  figure: Figure;
  current: boolean;
  words: Words;
  /** Null: it can only be read. */
  choose: ((figure: number) => void) | null;
};

/** A line of the list of figures. Marks are invisible to assistive technology; the list is not. */
export function FigureItem({ figure, current, words, choose }: ItemProps) {
  const line = <Line figure={figure} words={words} />;
  return choose === null ? (
    <li class="figure">{line}</li>
  ) : (
    <li>
      <button class="figure" aria-current={current} onClick={() => choose(figure.figure)}>
        {line}
      </button>
    </li>
  );
}

function Line({ figure: { claim, role, counts }, words }: { figure: Figure; words: Words }) {
  const { t, plural, locale } = words;
  const by = claim.saidBy === null ? [] : [capital(claim.saidBy, locale)];
  const where = role === 'paragraph' || role === 'item' ? (claim.period?.text ?? claim.place) : t(`popup_role_${role}`);
  return (
    <>
      <span>
        <b>{capital(pageFigure(claim, words), locale)}</b> {unitOf(claim, t)}
      </span>
      <span class="note">{counts === null ? t('popup_no_count') : plural('popup_counts', counts)}</span>
      <span class="by">
        {[...by, ...(where === null ? [] : [where])].map((part, i) => (
          <>
            {i > 0 && ' · '}
            <bdi>{part}</bdi>
          </>
        ))}
      </span>
    </>
  );
}
