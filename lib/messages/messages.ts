// All that the parts of the extension say to each other. Who may say what is decided where it is heard (check.ts).
import { browser } from 'wxt/browser';
import type { Claim } from '../claim/claim.ts';
import type { Database } from '../claim/database.ts';
import type { BlockRole, PageInfo, ReadPage } from '../claim/document.ts';
import type { Feed, FeedRefusal, FeedState, Offer } from '../feeds/feed.ts';
import type { FoundCard } from '../lookup/cards.ts';
import type { Listing } from '../lookup/listing.ts';
import type { FigureAt } from '../lookup/keep.ts';
import type { Unread } from '../page/judge.ts';
import type { Now } from '../saved/changes.ts';
import type { Found } from '../saved/find-again.ts';
import type { Settings } from '../settings/settings.ts';

/** What every card of a page needs besides its figure: its sheet, its words in the reader's language, and what the reader has chosen. */
export type Dress = { style: string; words: Record<string, string>; settings: Pick<Settings, 'openDelay' | 'clickOnly' | 'textSize' | 'theme'> };

/** `cards` and `roles` (of the block it is in): one per claim; no card where there is nothing to set beside it. `info`: what the page says of itself. `dress` comes with the cards, so that no page pays for it in vain; null: there is none. */
export type Answer = { claims: Claim[]; cards: (FoundCard | null)[]; roles: BlockRole[]; info: PageInfo; dress: Dress | null };

/** Its blocks are places in the whole text, and not of this piece's. */
export type Piece = { of: number; n: number; part: boolean } & Pick<ReadPage, 'text' | 'blocks'>;

/** From a page's tab to the worker, with what comes back. */
export type FromPage = {
  /** The page may hold a casualty figure: asks for the reader. True: it may be read here, and the reader is there now. */
  gate: { body: null; answer: boolean };
  /** The reader is there, and will not read this page. */
  unread: { body: { why: Unread }; answer: null };
  /** The `n`th piece, from 0, of a page that is too long for one message; `of` tells one reading from another. */
  piece: { body: Piece; answer: null };
  /** The page, or the last piece after `n` others. `part`: what of it can be seen; all of it will be asked for. Null: reading is switched off here. */
  lookup: { body: { page: ReadPage } & Pick<Piece, 'of' | 'n' | 'part'>; answer: Answer | null };
  /** A figure of the page has a card: asks for what draws it. Answered when that is there. */
  marked: { body: null; answer: null };
  /** The card of a question that counts something else than the one of the card it is asked from. Null: there is none. */
  beside: { body: { from: string; to: string; page: PageInfo; says: Pick<FoundCard['view'], 'figure' | 'unit' | 'by'> }; answer: FoundCard['view'] | null };
  /** The reader does not want to see this question beside this quotation again, or takes that back. */
  notThisEvent: { body: { quote: string; question: string; hidden: boolean }; answer: null };
  /** Shows how figures are compared, in a tab of its own. */
  method: { body: null; answer: null };
  /** Keeps a figure of the page in the reader's list. */
  save: { body: FigureAt; answer: Saved };
  /** Takes back what was saved from this tab, or is in the list with this page's site. */
  unsave: { body: { save: string }; answer: Saved };
};

/** From the extension's own pages to the worker. */
export type FromPopup = {
  page: { body: { tab: number }; answer: PageState };
  /** As notThisEvent, of the page in this tab. */
  hide: { body: { tab: number; quote: string; question: string; hidden: boolean }; answer: null };
  /** Keeps figures of the page in a tab; null: all of them. */
  saveFigures: { body: { tab: number; figures: FigureAt[] | null }; answer: Saved };
  /** Takes back a save. */
  undoSave: { body: { save: string }; answer: Saved };
  /** Looks for a saved claim on the page in a tab; found, it is marked and gone to. */
  findIn: { body: { tab: number; id: string }; answer: FoundClaim };
  /** What the claims database holds. */
  database: { body: null; answer: DatabaseFacts };
  /** All that the extension ships. */
  shipped: { body: null; answer: Database };
  /** All that the claims database holds, feeds included; and one question of it. Null: it is not there (any more). */
  listing: { body: null; answer: Listing };
  question: { body: { id: string }; answer: FoundCard['view'] | null };
  /** The card of a saved claim as it would be today. Null: it has none (any more). */
  cardNow: { body: { id: string }; answer: FoundCard['view'] | null };
  /** All dated values that the database has for a question today. */
  estimatesNow: { body: { question: string }; answer: Now };
  /** Our own sample text, read as a page would be. */
  sample: { body: { page: ReadPage }; answer: Answer | null };
  /** A text the reader pasted; and keeping a figure of it. Nothing else of it is kept. */
  pasted: { body: { page: ReadPage }; answer: Answer | null };
  savePasted: { body: { page: ReadPage; figure: FigureAt }; answer: Saved };
  /** The languages that are read, BCP 47. */
  languages: { body: null; answer: string[] };
  /** As beside, for a card in a page of ours. */
  ownBeside: FromPage['beside'];
  /** Keeps what the reader has chosen and lets it take effect at once in every page. */
  set: { body: Partial<Settings>; answer: null };
  /** The extension's own feed first. */
  feeds: { body: null; answer: HeardFeed[] };
  feed: { body: FeedBody; answer: FeedAnswer };
};

/** A feed, how the last look at it went, what is served of it, and what is under way. `version`, `created` null: nothing of it is here yet. */
export type HeardFeed = { feed: Feed; state: FeedState; version: string | null; created: string | null; progress: { done: number; all: number } | null };

/** A `.claims` file, base64. */
type FeedFile = { file: string };
type FeedPlace = { typed: string } | FeedFile;

/** `offer` shows what a feed says of itself; only `add`, with the fingerprint that was compared, believes it. */
export type FeedBody =
  | { do: 'offer'; from: FeedPlace }
  | { do: 'add'; from: FeedPlace; fingerprint: string }
  | { do: 'bring'; key: string; from: FeedFile }
  | { do: 'check' | 'cancel' | 'remove' | 'back'; key: string }
  | { do: 'turn'; key: string; on: boolean };

/** `why`: lib/feeds/feed.ts; `detail` is for the feed's maintainers. */
export type FeedAnswer = { offer: Offer } | { done: 'added' | 'updated' | 'current' | 'too-soon' | 'none' | 'ok' } | { refused: FeedRefusal; detail: string };
/** `created` is an ISO date; `estimates` are those that cards may show. */
export type DatabaseFacts = { version: string; created: string; questions: number; estimates: number; sources: number };

/** `says` is for the reader, in the reader's language. `save` names what is in the list now and can be taken back: "batch:12", all that was saved in one go, or "claim:" and an id; null: nothing is. */
export type Saved = { save: string | null; says: string };

/** `unread`: the page is still loading, or cannot be read; the claim is no longer in the list. */
export type FoundClaim = Found | { is: 'unread' };

/** What is in a tab at the moment of saving; `selected` is a place in the page's text. */
export type PageNow = { page: ReadPage; selected: { start: number; end: number } | null };

export type ToWorker = FromPage & FromPopup;

/**
 * From the worker and our own pages to the gate and the reader in a tab. No type of these may be one of ToWorker's: our
 * first-run page is a page with a reader in it, and hears both.
 */
export type ToPage = {
  /** Look again, with all anew: reading was switched on, or a setting was changed. */
  look: { body: null; answer: null };
  /** Read this page, though it does not read like an article. Not null: why it is not read all the same. */
  read: { body: null; answer: Unread | null };
  /** Marks these words and goes there. False: they are not there. */
  mark: { body: { start: number; end: number; words: string }; answer: boolean };
  /** Take every mark away and read no more. */
  off: { body: null; answer: null };
  /** What has been found so far; the reader answers, or the gate where no reader came. */
  figures: { body: null; answer: Figures };
  /** Goes to this figure of the page and opens its card. */
  open: { body: { figure: number }; answer: null };
  /** Brings this figure into sight and shows where it is. */
  reveal: { body: { figure: number }; answer: null };
  /** What the card of this figure shows; null: it has none. */
  card: { body: { figure: number }; answer: PageCard | null };
  step: { body: { by: 1 | -1 }; answer: null };
};

/** A card with what its page says of itself, which the cards beside it are made with. */
export type PageCard = FoundCard & { page: PageInfo };

/** One of a page's figures, in page order. `counts`: other counts its card sets beside it; null: it has no card. */
export type Figure = { figure: number; claim: Claim; role: BlockRole; counts: number | null };

/** `lang` null: the page names no language, or was not read. `current`: the figure whose card is open. `why`: the page holds what may be figures and was not read. `more`: the rest of the page is still being read. */
export type Figures = { lang: string | null; figures: Figure[]; current: number | null; why: Unread | null; more?: boolean | undefined };

/** What the popup says of the page in front. `site` is its host. */
export type PageState =
  | { is: 'not-a-page' }
  | { is: 'off-everywhere'; site: string }
  /** `site`: the one that was switched off, this host's own or one it lies under. */
  | { is: 'off-here'; site: string }
  | { is: 'no-access'; site: string }
  /** The extension came after the page, or the page is still loading. */
  | { is: 'not-looked'; site: string }
  | { is: 'not-read'; site: string; why: Unread }
  /** The claims database could not be opened. */
  | { is: 'failed'; site: string }
  /** `foreign`: nothing was found because the page is in this language, BCP 47; null otherwise. */
  | ({ is: 'looked'; site: string; database: { version: string; created: string }; foreign: string | null } & Figures);

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
