// The card as a part of our own pages: the same as over an article, without its frame, its pin and its place.
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from '../card/clipboard.ts';
import { Card } from '../card/Card.tsx';
import type { CardView } from '../card/rows.ts';
import type { Translate } from '../card/words.ts';
import { useCardRoot } from './card-root.ts';
import type { Save } from './SaveButton.tsx';
import { showMethod } from './tab.ts';

type Props = {
  view: CardView;
  t: Translate;
  save: Save;
  /** The reader says this question is not what the figure is about, or takes that back. */
  hide(hidden: boolean): void;
  /** The card of a question that counts something else than this one's; null: it could not be had. */
  besideOf(from: CardView, question: string): Promise<CardView | null>;
};

/** To be given a `key` for each figure: what was said, folded and gone to belongs to one. */
export function CardFrame({ view: first, t, save, hide, besideOf }: Props) {
  const [hidden, setHidden] = useState(false);
  const [status, say] = useState('');
  const [saved, setSaved] = useState(first.saved ?? null);
  /** The cards that were gone to from the first, one question beside the other. */
  const [trail, setTrail] = useState<readonly CardView[]>([]);
  const view = trail.at(-1) ?? first;

  const host = useCardRoot((root) => {
    const turn = (to: readonly CardView[]): void => {
      setTrail(to);
      say('');
      root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    };
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
      beside: async (question: string) => {
        const other = await besideOf(view, question).catch(() => null);
        if (other === null) say(t('card_not_had'));
        else turn([...trail, other]);
      },
      back: () => turn(trail.slice(0, -1)),
      method: () => void showMethod(),
      hide(away: boolean) {
        setHidden(away);
        say('');
        hide(away);
      },
    };
    render(<Card role="region" view={{ ...view, saved }} t={t} pinned={false} hidden={hidden} status={status} back={trail.length > 0} fresh={saved !== (first.saved ?? null)} on={on} />, root);
  });

  return <div ref={host} />;
}
