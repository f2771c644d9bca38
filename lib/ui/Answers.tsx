import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { OthersFold, TotalsFold } from '../card/Folds.tsx';
import { PlotView } from '../card/PlotView.tsx';
import type { CardView } from '../card/rows.ts';
import { cardStyle } from '../card/style.ts';
import type { Translate } from '../card/words.ts';
import { adopt } from '../page/adopt.ts';
import { FRAMELESS } from './CardFrame.tsx';

/** `open`: goes to a question that counts something else. */
type Props = { view: CardView; t: Translate; open(question: string): void };

/** What a card sets beside a figure, drawn with its own sheet in a root of its own, so that a row looks the same wherever it is met. */
export function Answers({ view, t, open }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current?.attachShadow({ mode: 'open' });
    if (root) adopt(root, cardStyle + FRAMELESS);
  }, []);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (!root) return;
    render(
      <div class="card" dir={view.rtl ? 'rtl' : 'ltr'} lang={view.lang}>
        <div class="scroll">
          {view.plot ? <PlotView plot={view.plot} t={t} /> : <p class="empty">{t('browse_no_rivals')}</p>}
          {view.totals && <TotalsFold totals={view.totals} t={t} />}
          {view.others.length > 0 && <OthersFold others={view.others} t={t} open={open} />}
        </div>
      </div>,
      root,
    );
  });
  return (
    <div class="answers">
      <div ref={host} />
    </div>
  );
}
