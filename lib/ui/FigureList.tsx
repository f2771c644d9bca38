import { pageFigure, unitOf } from '../card/says.ts';
import { capital, type Words } from '../card/words.ts';
import type { Figure } from '../messages/messages.ts';

type Props = { figures: readonly Figure[]; current: number | null; words: Words; open(figure: number): void };

/** The figures of the page in two groups, each in page order. Marks are invisible to assistive technology; this list is not. */
export function FigureList({ figures, current, words, open }: Props) {
  const { t, plural, spelled } = words;
  const carded = figures.filter((f) => f.counts !== null);
  const bare = figures.filter((f) => f.counts === null);
  return (
    <div class="figures">
      <div class="msg above-list">
        <h1>{plural('popup_found', figures.length, [spelled(figures.length)])}</h1>
        <p class="small">{carded.length === 0 ? t('popup_none_carded') : plural('popup_carded', carded.length, [spelled(carded.length)])}</p>
      </div>
      {carded.length > 0 && (
        <section>
          <h2>{t('popup_with_counts')}</h2>
          <ul>
            {carded.map((f) => (
              <li key={f.figure}>
                <button class="figure" aria-current={f.figure === current} onClick={() => open(f.figure)}>
                  <Line figure={f} note={plural('popup_counts', f.counts ?? 0)} words={words} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {bare.length > 0 && (
        <section>
          <h2>{t('popup_without_counts')}</h2>
          <ul>
            {bare.map((f) => (
              <li key={f.figure} class="figure">
                <Line figure={f} note={t('popup_no_count')} words={words} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Line({ figure: { claim, role }, note, words }: { figure: Figure; note: string; words: Words }) {
  const { t, locale } = words;
  const by = claim.saidBy === null ? [] : [capital(claim.saidBy, locale)];
  const where = role === 'paragraph' || role === 'item' ? (claim.period?.text ?? claim.place) : t(`popup_role_${role}`);
  return (
    <>
      <span class="says">
        <b>{capital(pageFigure(claim, words), locale)}</b> <span dir="auto">{unitOf(claim, t)}</span>
      </span>
      <span class="note">{note}</span>
      <span class="by" dir="auto">{[...by, ...(where === null ? [] : [where])].join(' · ')}</span>
    </>
  );
}
