import { useState } from 'preact/hooks';
import type { CardView } from '../../lib/card/rows.ts';
import type { Figure } from '../../lib/messages/messages.ts';
import { CardFrame } from '../../lib/ui/CardFrame.tsx';
import { FigureItem } from '../../lib/ui/FigureItem.tsx';
import { Logo } from '../../lib/ui/Logo.tsx';
import { SaveButton, type Save } from '../../lib/ui/SaveButton.tsx';
import { StateMessage, type StateActions } from '../../lib/ui/StateMessage.tsx';
import type { Ui } from '../../lib/ui/ui.ts';
import type { Chosen } from './follow.ts';

type On = StateActions & {
  /** Shows this figure's card here, and the figure in the page. */
  choose(figure: number): void;
  reveal(figure: number): void;
  hide(hidden: boolean): void;
  save: Save;
  besideOf(from: CardView, question: string): Promise<CardView | null>;
};

type Props = Ui & Chosen & { on: On };
type Filter = 'all' | 'carded' | 'bare';
const FILTERS: readonly Filter[] = ['all', 'carded', 'bare'];

/** The figures of the page in front, and the full card of one of them; stays while the page is read. */
export function Panel(props: Props) {
  const { state, words, on } = props;
  const { t } = words;
  const [filter, setFilter] = useState<Filter>('all');
  const figures = state.is === 'looked' ? state.figures : [];
  const listed = figures.filter((f) => filter === 'all' || (f.counts !== null) === (filter === 'carded'));
  return (
    <>
      <header class="bar">
        <Logo />
        <h1>{t('panel_title')}</h1>
        {listed.length > 0 && <Steps {...props} listed={listed} />}
      </header>
      <StateMessage state={state} words={words} on={on} />
      <p class="to-list small">
        <a href="/list.html" target="_blank">{t('list_title')}</a>
      </p>
      {figures.length > 0 && (
        <>
          <div class="filter labelled">
            <label for="filter">{t('panel_show')}</label>
            <select id="filter" class="field" onChange={({ currentTarget }) => setFilter(FILTERS[currentTarget.selectedIndex] ?? 'all')}>
              {FILTERS.map((f) => (
                <option key={f} selected={f === filter}>{t(`panel_show_${f}`)}</option>
              ))}
            </select>
          </div>
          <List {...props} listed={listed} />
          <ChosenFigure {...props} />
        </>
      )}
    </>
  );
}

type ListProps = Props & { listed: readonly Figure[] };

function Steps({ listed, figure, words: { t, number }, on }: ListProps) {
  const at = listed.findIndex((f) => f.figure === figure?.figure);
  const step = (by: number): void => on.choose(listed[(Math.max(at, by > 0 ? at : 0) + by + listed.length) % listed.length]?.figure ?? 0);
  return (
    <>
      <span class="small push">{at >= 0 && t('panel_of', [number(at + 1), number(listed.length)])}</span>
      <button class="btn" aria-label={t('panel_previous')} title={t('panel_previous')} onClick={() => step(-1)}>
        ↑
      </button>
      <button class="btn" aria-label={t('panel_next')} title={t('panel_next')} onClick={() => step(1)}>
        ↓
      </button>
    </>
  );
}

function List({ listed, figure, words, on }: ListProps) {
  if (listed.length === 0) return <p class="msg small">{words.t('panel_none_listed')}</p>;
  return (
    <section class="figures" aria-label={words.t('panel_title')} tabIndex={0}>
      <ul>
        {listed.map((f) => (
          <FigureItem key={f.figure} figure={f} current={f.figure === figure?.figure} words={words} choose={on.choose} />
        ))}
      </ul>
    </section>
  );
}

function ChosenFigure({ figure, card, words: { t }, on }: Props) {
  if (figure === null) return null;
  return (
    <>
      <div class="chosen">
        {card ? (
          <CardFrame key={`${figure.figure} ${card.question}`} view={card.view} t={t} save={on.save} hide={on.hide} besideOf={on.besideOf} />
        ) : (
          // With a card, it is only on its way.
          figure.counts === null && (
            <div class="bare">
              <p>{t('card_empty_question')}</p>
              <p class="small">{t('card_empty')}</p>
            </div>
          )
        )}
      </div>
      <footer class="bar">
        <button class="btn" onClick={() => on.reveal(figure.figure)}>{t('panel_reveal')}</button>
        {figure.counts === null && <SaveButton key={figure.figure} label={t('card_save')} t={t} save={on.save} />}
      </footer>
    </>
  );
}
