// What a card is made of and asks for: what the page's side has to know of it before its script is there.
import type { adopt } from '../page/adopt.ts';
import type { Box } from '../page/geometry.ts';
import type { HoverEvent } from '../page/hover.ts';
import type { randomName } from '../page/random-name.ts';
import type { CardEvent, HoverSettings } from './card-state.ts';
import type { CardView } from './rows.ts';
import type { Translate } from './words.ts';

/** `textSize` is a factor, 1 to 2; `theme` null: as the system. */
export type CardSettings = HoverSettings & { textSize: number; theme?: 'light' | 'dark' | null };

export type CardOptions = {
  t: Translate;
  settings: CardSettings;
  /** The sheet of the card: cardStyle. It may come from the worker with the first match, so that no page pays for it in vain. */
  style: string;
  /** As in lib/page: the reader, who is there before the card, has them already. */
  adopt: typeof adopt;
  randomName: typeof randomName;
  /** What the card of a mark shows, made by cardView in the worker; null: it has none. */
  contentOf: (mark: string) => CardView | null;
  /** The mark's line boxes in the window, now. */
  rectsOf: (mark: string) => readonly Box[];
  /** The card of a question that the card `from` names as counting something else; null: it cannot be had. */
  besideOf: (from: CardView, question: string) => Promise<CardView | null>;
  /** The reader says this question is not what the figure is about, or takes that back. */
  onNotThisEvent: (mark: string, hidden: boolean) => void;
  /** Shows how figures are compared; the page cannot go there itself. */
  onMethod: () => void;
  /** Keeps the figure, or takes a save back. `says` is what to tell the reader. Rejects when it failed. Null: there is nothing to keep. */
  onSave: ((mark: string, save: CardView['saved']) => Promise<{ save: CardView['saved']; says: string }>) | null;
  /** `open` is the mark whose card is shown; `blocked`: the page covers it or keeps taking it away. */
  onState?: (state: { open: string | null; blocked: boolean }) => void;
};

export type CardHandle = {
  /** Takes what watchHover reports, and orders such as `{ type: 'open', by: 'key', … }`. */
  send: (event: CardEvent | HoverEvent) => void;
  destroy: () => void;
};

export type MountCard = (options: CardOptions) => CardHandle;
