// All that the parts of the extension say to each other. Who may say what is decided where it is heard (check.ts).
import { browser } from 'wxt/browser';
import type { Bound } from '../claim/amount.ts';
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Answer } from '../lookup/lookup.ts';

/** A page is read up to here, UTF-16 units; the longest of 270 news pages had 56,000. */
export const MAX_TEXT = 2_000_000;
/** Marks on one page. */
export const MAX_CLAIMS = 500;

/** From a page's tab to the worker, with what comes back. */
export type FromPage = {
  /** The page may hold a casualty figure: asks for the reader. True: it may be read here, and the reader is there now. */
  gate: { body: null; answer: boolean };
  lookup: { body: { document: PageDocument; claims: Claim[] }; answer: Answer };
  /** The reader does not want to see this question beside this quotation again. */
  notThisEvent: { body: { quote: string; question: string }; answer: null };
};

/** From the extension's own pages to the worker. */
export type FromPopup = {
  page: { body: { tab: number }; answer: PageState };
  /** Goes to this figure of the page and opens its card. */
  open: { body: { tab: number; figure: number }; answer: null };
  switchSite: { body: { site: string; on: boolean }; answer: null };
  switchAll: { body: { on: boolean }; answer: null };
};

export type ToWorker = FromPage & FromPopup;

/** From the worker to the gate and the reader in a tab. */
export type ToPage = {
  /** Look again: reading was switched on. */
  look: { body: null; answer: null };
  /** Take every mark away and read no more. */
  off: { body: null; answer: null };
  /** What has been found so far; the reader answers, or the gate where no reader came. */
  figures: { body: null; answer: Figures };
  open: { body: { figure: number }; answer: null };
  step: { body: { by: 1 | -1 }; answer: null };
};

/** One line of the list of a page's figures. `counts` null: nothing to set beside it. */
export type Figure = {
  figure: number;
  low: number | null;
  high: number | null;
  bound: Bound;
  /** The page's words for the figure: "at least 5,486 civilians". */
  text: string;
  number: string;
  measure: Claim['measure'];
  kind: Claim['kind'];
  group: Claim['group'];
  groupText: string | null;
  saidBy: string | null;
  /** Where it stands or what period it covers, in the page's words. */
  where: string | null;
  counts: number | null;
  increment: boolean;
};

/** `lang` null: the page names no language, or nothing was read. */
export type Figures = { lang: string | null; figures: Figure[]; current: number | null };

/** What the popup says of the page in front. `site` is its host. */
export type PageState =
  | { is: 'not-a-page' }
  | { is: 'off-everywhere'; site: string }
  | { is: 'off-here'; site: string }
  | { is: 'no-access'; site: string }
  /** The extension came after the page, or the page is still loading. */
  | { is: 'not-looked'; site: string }
  | ({ is: 'looked'; site: string; database: Answer['database'] | null } & Figures);

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

/** To the top frame of a tab. Rejects when nobody of ours is there. */
export const tellPage = async <T extends keyof ToPage>(tab: number, type: T, body: ToPage[T]['body']): Promise<ToPage[T]['answer']> =>
  answerOf(await browser.tabs.sendMessage<unknown, Reply<ToPage[T]['answer']> | undefined>(tab, { type, body }, { frameId: 0 }));
