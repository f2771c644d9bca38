// The card as a part of our own pages: the same as over an article, without its frame, its pin and its place.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../card/clipboard.ts';
import { Card } from '../card/Card.tsx';
import type { CardView } from '../card/rows.ts';
import { cardStyle } from '../card/style.ts';
import type { Translate } from '../card/words.ts';
import { adopt } from '../page/adopt.ts';
import type { Save } from './SaveButton.tsx';

/** Undoes what the card's sheet does for a card that lies over a page. Colours, text size and hit size are those of our page. */
const FRAMELESS = `
:host, :host(:not(:popover-open)) { display: block !important; position: static !important; inline-size: auto !important; block-size: auto !important; overflow: visible !important; }
.card { position: static; inline-size: 100% !important; max-block-size: none; border: 0; border-radius: 0; box-shadow: none; animation: none; color-scheme: inherit; overflow: visible; }
.says { cursor: auto; touch-action: auto; }
.says .small { padding-inline-end: 0; }
.scroll { overflow: visible; }
.tools { display: none; }
`;

type Props = {
  view: CardView;
  t: Translate;
  save: Save;
  /** The reader says this question is not what the figure is about, or takes that back. */
  hide(hidden: boolean): void;
};

/** To be given a `key` for each figure: what was said and folded belongs to one. */
export function CardFrame({ view, t, save, hide }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(false);
  const [status, say] = useState('');
  const [saved, setSaved] = useState<number | null>(null);

  useEffect(() => {
    // Open: our own page has nothing to hide from itself.
    const root = host.current?.attachShadow({ mode: 'open' });
    if (root) adopt(root, cardStyle + FRAMELESS);
  }, []);

  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (!root) return;
    const on = {
      async save() {
        const done = await save(saved).catch(() => ({ save: saved, says: t('card_not_saved_failed') }));
        setSaved(done.save);
        say(done.says);
      },
      pin: () => undefined,
      close: () => undefined,
      copy: (text: string) => void copyText(text).then((done) => say(t(done ? 'card_cited' : 'card_not_copied'))),
      correct: (text: string) =>
        void copyText(text).then((done) => say(done ? t(view.contact === null ? 'card_corrected' : 'card_corrected_to', [view.contact ?? '']) : t('card_not_copied'))),
      hide(away: boolean) {
        setHidden(away);
        say('');
        hide(away);
      },
    };
    render(<Card role="region" view={view} t={t} pinned={false} hidden={hidden} saved={saved !== null} status={status} on={on} />, root);
  });

  return <div ref={host} />;
}
