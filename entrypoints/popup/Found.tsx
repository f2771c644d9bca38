import type { Words } from '../../lib/card/words.ts';
import type { Figure } from '../../lib/messages/messages.ts';
import { FigureItem } from '../../lib/ui/FigureItem.tsx';
import { SaveButton, type Save } from '../../lib/ui/SaveButton.tsx';

type Props = { figures: readonly Figure[]; current: number | null; words: Words; open(figure: number): void; save: Save };

/** The figures of the page in two groups, each in page order. */
export function Found({ figures, current, words, open, save }: Props) {
  const { t, plural, spelled } = words;
  const carded = figures.filter((f) => f.counts !== null);
  const bare = figures.filter((f) => f.counts === null);
  const items = (of: readonly Figure[], choose: ((figure: number) => void) | null) => (
    <ul>
      {of.map((f) => (
        <FigureItem key={f.figure} figure={f} current={f.figure === current} words={words} choose={choose} />
      ))}
    </ul>
  );
  return (
    <>
      <div class="msg above-list">
        <h2>{plural('popup_found', figures.length, [spelled(figures.length)])}</h2>
        <p class="small">{carded.length === 0 ? t('popup_none_carded') : plural('popup_carded', carded.length, [spelled(carded.length)])}</p>
      </div>
      <div class="bar save">
        <SaveButton label={t('popup_save_all')} t={t} save={save} />
      </div>
      {carded.length > 0 && (
        <section class="figures">
          <h3>{t('popup_with_counts')}</h3>
          {items(carded, open)}
        </section>
      )}
      {bare.length > 0 && (
        <section class="figures">
          <h3>{t('popup_without_counts')}</h3>
          {items(bare, null)}
        </section>
      )}
    </>
  );
}
