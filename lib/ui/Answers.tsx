import { render } from 'preact';
import { OthersFold, TotalsFold } from '../card/Folds.tsx';
import { PlotView } from '../card/PlotView.tsx';
import type { CardView } from '../card/rows.ts';
import type { Translate } from '../card/words.ts';
import { useCardRoot } from './card-root.ts';

/** `open`: goes to a question that counts something else. */
type Props = { view: CardView; t: Translate; open(question: string): void };

/** What a card sets beside a figure, without the card around it. */
export function Answers({ view, t, open }: Props) {
  const host = useCardRoot((root) =>
    render(
      <div class="card" dir={view.rtl ? 'rtl' : 'ltr'} lang={view.lang}>
        <div class="scroll">
          {view.plot ? <PlotView plot={view.plot} t={t} /> : <p class="empty">{t('browse_no_rivals')}</p>}
          {view.totals && <TotalsFold totals={view.totals} t={t} />}
          {view.others.length > 0 && <OthersFold others={view.others} t={t} open={open} />}
        </div>
      </div>,
      root,
    ),
  );
  return (
    <div class="answers">
      <div ref={host} />
    </div>
  );
}
