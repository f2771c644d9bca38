// What the panel has chosen, as the page under it changes: pure, so that every case can be tested.
import type { Figure, PageCard, PageState } from '../../lib/messages/messages.ts';

/** `tab` is the one in front; `current` the figure whose card was last open in the page; `away`: the chosen card was put away, with a way back. */
export type Chosen = { tab: number | null; state: PageState; figure: Figure | null; current: number | null; card: PageCard | null; away: boolean };

export const NOTHING_CHOSEN: Chosen = { tab: null, state: { is: 'not-a-page' }, figure: null, current: null, card: null, away: false };

/**
 * The chosen figure after the page has been asked again: the one whose card was just opened in the page, else the one
 * that was chosen, where it now stands, else none. Another tab begins with the first figure that has a card.
 */
export function follow(was: Chosen, tab: number | null, state: PageState): Chosen {
  if (state.is !== 'looked') return { ...NOTHING_CHOSEN, tab, state };
  const { figures, current } = state;
  const same = was.tab === tab && was.state.is === 'looked';
  const opened = current !== null && !(same && current === was.current) ? figures[current] : undefined;
  const figure = opened ?? (same && was.figure ? again(figures, was.figure) : undefined) ?? figures.find((f) => f.counts !== null) ?? null;
  const kept = same && figure !== null && was.figure !== null && figure.claim.text === was.figure.claim.text && opened === undefined;
  return { tab, state, figure, current, card: kept ? was.card : null, away: kept && was.away };
}

/** The same words nearest to where they stood: a page that grows at its top moves them down. */
function again(figures: readonly Figure[], { figure, claim }: Figure): Figure | undefined {
  const alike = figures.filter((f) => f.claim.text === claim.text);
  return alike.sort((a, b) => Math.abs(a.figure - figure) - Math.abs(b.figure - figure))[0];
}
