import { OthersFold, TotalsFold } from './Folds.tsx';
import { Sign } from './Glyph.tsx';
import { PlotView } from './PlotView.tsx';
import type { CardView } from './rows.ts';
import type { Translate } from './words.ts';

export type CardProps = {
  /** Over a page it is a dialog. */
  role?: 'dialog' | 'region';
  view: CardView;
  t: Translate;
  pinned: boolean;
  /** "Not this event" was chosen: the question is put away, with a way back. */
  hidden: boolean;
  /** A line for the eye and the screen reader: "Copied". */
  status: string;
  /** This is the card of a question beside the page's, with a way back. */
  back?: boolean;
  /** What is saved was saved from this very card, and can be undone. */
  fresh: boolean;
  on: { save: (() => void) | null; pin(): void; close(): void; copy(text: string): void; correct(text: string): void; method(): void; hide(hidden: boolean): void; beside?(question: string): Promise<void>; back?(): void };
};

export function Card({ role = 'dialog', view, t, pinned, hidden, status, back = false, fresh, on }: CardProps) {
  const name = `${view.figure} ${view.unit}`.trim();
  return (
    <div class="card" role={role} aria-label={`${t('card_says')}: ${name}`} dir={view.rtl ? 'rtl' : 'ltr'} lang={view.lang}>
      <header class="says">
        <p class="small">{t('card_says')}</p>
        <h2 tabIndex={-1}>
          <bdi>{view.figure}</bdi> <span class="unit" dir="auto">{view.unit}</span>
        </h2>
        {view.by && <p class="by" dir="auto">{view.by}</p>}
        <div class="tools">
          <button class="icon pin" aria-pressed={pinned} aria-label={t('card_pin')} title={t('card_pin')} onClick={on.pin}>
            <Sign />
          </button>
          <button class="icon close" aria-label={t('card_close')} title={t('card_close')} onClick={on.close}>
            <Sign />
          </button>
        </div>
      </header>
      <div class="scroll" key={view.id}>
        {back && (
          <div class="aside">
            <button class="back" onClick={on.back}>{t('card_back')}</button>
            <b>{t('card_others')}</b>
            {/* In what it differs, before the figures. */}
            <p dir="auto">{view.relation}</p>
          </div>
        )}
        {view.stale && <p class="notice">{view.stale}</p>}
        <section class="asks">
          <p class="q" dir="auto">{view.plot || hidden ? view.question : t('card_empty_question')}</p>
          {!back && view.relation && <p class="small">{view.relation}</p>}
          {!hidden && view.why.length > 0 && (
            <details class="why">
              <summary>{t('card_why')}</summary>
              <ul>
                {view.why.map((why) => (
                  <li dir="auto">{why}</li>
                ))}
              </ul>
            </details>
          )}
        </section>
        {!hidden && (
          <>
            {view.plot ? <PlotView plot={view.plot} t={t} /> : <p class="empty">{t('card_empty')}</p>}
            {view.totals && <TotalsFold totals={view.totals} t={t} />}
            {view.others.length > 0 && <OthersFold others={view.others} t={t} open={on.beside && ((question) => void on.beside?.(question))} />}
          </>
        )}
      </div>
      <footer>
        <div class="acts">
          <span class={hidden ? 'status first' : 'status'} role="status">{status || (hidden && t('card_hidden'))}</span>
          {view.plot && (
            <>
              {!hidden && !back && on.save && <button class="btn keep" aria-pressed={!!view.saved && !fresh} onClick={on.save}>{t(view.saved ? (fresh ? 'card_undo' : 'card_saved') : 'card_save')}</button>}
              <button class="btn cite" onClick={() => (hidden ? on.correct(view.corrections.event) : on.copy(view.citation))}>{t(hidden ? 'card_correct' : 'card_cite')}</button>
              {!back && <button class="btn plain" onClick={() => on.hide(!hidden)}>{t(hidden ? 'card_undo' : 'card_not_event')}</button>}
            </>
          )}
        </div>
        <p class="tick-size">
          {t('card_mark')} {view.database}{' '}
          {view.plot && !hidden && <button class="wrong" onClick={() => on.correct(view.corrections.entry)}>{t('card_wrong')}</button>}{' '}
          <button class="wrong" onClick={on.method}>{t('card_method')}</button>
        </p>
      </footer>
    </div>
  );
}
