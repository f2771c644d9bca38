import type { CardHandle, CardOptions, MountCard } from '../card/options.ts';

/** A hand makes sixty movements a second at most; what it did earlier than that no card answers any more. */
const KEPT = 200;

/**
 * A card whose script is on its way: what is done meanwhile is done when it is there, in the same order. `onNone`: it does not come,
 * and nothing is kept for it any more.
 */
export function cardToCome(script: Promise<MountCard>, options: CardOptions, onNone: () => void): CardHandle {
  let card: CardHandle | null = null;
  let early: Parameters<CardHandle['send']>[0][] | null = [];

  async function wait(): Promise<void> {
    const mount = await script.catch(() => null);
    const waited = early;
    if (!waited) return;
    early = null;
    if (!mount) return onNone();
    card = mount(options);
    waited.forEach(card.send);
  }
  void wait();

  return {
    send(event) {
      if (card) card.send(event);
      else if (early && early.push(event) > KEPT) early.shift();
    },
    destroy() {
      early = null;
      card?.destroy();
    },
  };
}
