// All that the parts of the extension say to each other. Who may say what is decided where it is heard (check.ts).
import { browser } from 'wxt/browser';
import type { Claim } from '../claim/claim.ts';
import type { BlockRole, PageDocument } from '../claim/document.ts';
import type { FoundCard } from '../lookup/cards.ts';
import type { SettingName, Settings } from '../settings/settings.ts';

/** A page is read up to here, UTF-16 units; the longest of 270 news pages had 56,000. */
export const MAX_TEXT = 2_000_000;
/** A title, an address, a quotation; a table's heading. UTF-16 units. */
export const MAX_NAME = 2_000;
export const MAX_HEADER = 5_000;

/** What every card of a page needs besides its figure: its sheet, its words in the reader's language, and what the reader has chosen. */
export type Dress = { style: string; words: Record<string, string>; settings: Pick<Settings, 'openDelay' | 'clickOnly' | 'textSize' | 'theme'> };

/** `cards`: one per claim, null where there is nothing to set beside it. `dress` comes with the cards, so that no page pays for it in vain; null: there is none. */
export type Answer = { claims: Claim[]; cards: (FoundCard | null)[]; dress: Dress | null };

/** From a page's tab to the worker, with what comes back. */
export type FromPage = {
  /** The page may hold a casualty figure: asks for the reader. True: it may be read here, and the reader is there now. */
  gate: { body: null; answer: boolean };
  /** Null: reading is switched off here. */
  lookup: { body: { document: PageDocument }; answer: Answer | null };
  /** The reader does not want to see this question beside this quotation again, or takes that back. */
  notThisEvent: { body: { quote: string; question: string; hidden: boolean }; answer: null };
};

/** From the extension's own pages to the worker. */
export type FromPopup = {
  page: { body: { tab: number }; answer: PageState };
  /** Goes to this figure of the page and opens its card. */
  open: { body: { tab: number; figure: number }; answer: null };
  /** Keeps what the reader has chosen and lets it take effect at once in every page. */
  set: { body: SetBody; answer: null };
};

/** A setting by name, and a value that is sound for it. */
export type SetBody = { [N in SettingName]: { setting: N; value: Settings[N] } }[SettingName];

export type ToWorker = FromPage & FromPopup;

/** From the worker to the gate and the reader in a tab. */
export type ToPage = {
  /** Look again, with all anew: reading was switched on, or a setting was changed. */
  look: { body: null; answer: null };
  /** Take every mark away and read no more. */
  off: { body: null; answer: null };
  /** What has been found so far; the reader answers, or the gate where no reader came. */
  figures: { body: null; answer: Figures };
  open: { body: { figure: number }; answer: null };
  step: { body: { by: 1 | -1 }; answer: null };
};

/** One of a page's figures, in page order. `counts`: other counts its card sets beside it; null: it has no card. */
export type Figure = { figure: number; claim: Claim; role: BlockRole; counts: number | null };

/** `lang` null: the page names no language, or was not read. `current`: the figure whose card is open. */
export type Figures = { lang: string | null; figures: Figure[]; current: number | null };

/** What the popup says of the page in front. `site` is its host. */
export type PageState =
  | { is: 'not-a-page' }
  | { is: 'off-everywhere'; site: string }
  /** `site`: the one that was switched off, this host's own or one it lies under. */
  | { is: 'off-here'; site: string }
  | { is: 'no-access'; site: string }
  /** The extension came after the page, or the page is still loading. */
  | { is: 'not-looked'; site: string }
  | ({ is: 'looked'; site: string; database: { version: string; created: string } | null } & Figures);

type Vocabulary = Record<string, { body: unknown; answer: unknown }>;
export type Message<V extends Vocabulary> = { [T in keyof V & string]: { type: T; body: V[T]['body'] } }[keyof V & string];

/** What goes back over the wire: a rejected promise would not survive the way in every browser. */
export type Reply<T> = { answer: T } | { error: string };

function answerOf<T>(reply: Reply<T> | undefined): T {
  if (reply === undefined) throw new Error('nobody answered');
  if ('error' in reply) throw new Error(reply.error);
  return reply.answer;
}

/** To the worker. Rejects when it refuses, when it failed, and when the extension was replaced under a running page. */
export const tell = async <T extends keyof ToWorker>(type: T, body: ToWorker[T]['body']): Promise<ToWorker[T]['answer']> =>
  answerOf(await browser.runtime.sendMessage<unknown, Reply<ToWorker[T]['answer']> | undefined>({ type, body }));

/** First wait before telling again, ms; doubled each time. */
const WAIT = 1_000;
const TRIES = 4;

/** As tell, and again when that failed: a worker may be killed in the middle of an answer. Not once the extension has gone. */
export async function tellPatiently<T extends keyof ToWorker>(type: T, body: ToWorker[T]['body']): Promise<ToWorker[T]['answer']> {
  for (let tried = 1; ; tried++) {
    try {
      return await tell(type, body);
    } catch (error) {
      if (tried === TRIES || browser.runtime?.id === undefined) throw error;
      await new Promise((done) => setTimeout(done, WAIT * 2 ** (tried - 1)));
    }
  }
}

/** To the top frame of a tab. Rejects when nobody of ours is there. */
export const tellPage = async <T extends keyof ToPage>(tab: number, type: T, body: ToPage[T]['body']): Promise<ToPage[T]['answer']> =>
  answerOf(await browser.tabs.sendMessage<unknown, Reply<ToPage[T]['answer']> | undefined>(tab, { type, body }, { frameId: 0 }));
