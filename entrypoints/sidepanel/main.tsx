import { browser } from 'wxt/browser';
import type { CardView } from '../../lib/card/rows.ts';
import { tell, tellPage } from '../../lib/messages/messages.ts';
import { askToRead } from '../../lib/ui/permissions.ts';
import { tabInFront } from '../../lib/ui/tab.ts';
import { openPage } from '../../lib/ui/ui.ts';
import { follow, NOTHING_CHOSEN, type Chosen } from './follow.ts';
import { Panel } from './Panel.tsx';

/** A page is read again while the panel is open, ms. */
const REFRESH = 1_000;

let now: Chosen = NOTHING_CHOSEN;
let asked = 0;

/** Asks how it stands with the tab in front. An answer that has been overtaken is dropped. */
async function refresh(): Promise<void> {
  const mine = ++asked;
  const tab = await tabInFront();
  const state = tab === null ? ({ is: 'not-a-page' } as const) : await tell('page', { tab });
  const next = follow(now, tab, state);
  const card = next.figure === null || tab === null ? null : await tellPage(tab, 'card', { figure: next.figure.figure }).catch(() => null);
  if (mine !== asked) return;
  // What was put away stays on show, with its way back, until something else is chosen.
  now = { ...next, card: card ?? (next.away ? next.card : null) };
  draw();
}

/** What the reader does here overtakes every answer that is still on its way. */
function change(to: Partial<Chosen>): void {
  asked++;
  now = { ...now, ...to };
  draw();
}

const after = (done: Promise<unknown>): void => void done.then(refresh);
const on = {
  choose(figure: number) {
    const { state, tab } = now;
    if (state.is !== 'looked' || tab === null) return;
    change({ figure: state.figures[figure] ?? null, card: null, away: false });
    after(tellPage(tab, 'reveal', { figure }));
  },
  reveal(figure: number) {
    if (now.tab !== null) after(tellPage(now.tab, 'reveal', { figure }));
  },
  hide(hidden: boolean) {
    const { tab, figure, card } = now;
    if (tab === null || figure === null || card === null) return;
    change({ away: hidden });
    after(tell('hide', { tab, quote: figure.claim.text, question: card.question, hidden }));
  },
  async save(save: string | null) {
    const { tab, figure } = now;
    if (save !== null) return tell('undoSave', { save });
    return tab === null || figure === null ? { save: null, says: '' } : tell('saveFigures', { tab, figures: [{ text: figure.claim.text, start: figure.claim.start }] });
  },
  async besideOf({ id, figure, unit, by }: CardView, to: string) {
    return now.card && tell('ownBeside', { from: id, to, page: now.card.page, says: { figure, unit, by } });
  },
  allow: (site: string) => after(askToRead(site)),
  read: () => now.tab !== null && after(tellPage(now.tab, 'read', null)),
  reload: () => now.tab !== null && after(browser.tabs.reload(now.tab)),
};

const draw = await openPage('panel_title', (ui) => <Panel {...ui} {...now} on={on} />);
browser.tabs.onActivated.addListener(() => void refresh());
await refresh();
setInterval(() => void refresh(), REFRESH);
