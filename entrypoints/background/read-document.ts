// A document → its claims and their cards, in the reader's words and as the reader has chosen.
import feed from '../../assets/feed.json' with { type: 'json' };
import { frameWords } from '../../lib/card/frame.ts';
import type { CardView } from '../../lib/card/rows.ts';
import { cardStyle } from '../../lib/card/style.ts';
import { wordsFor } from '../../lib/card/words.ts';
import type { PageDocument, ReadPage } from '../../lib/claim/document.ts';
import { documentOf } from '../../lib/claim/page-info.ts';
import { lookAgain } from '../../lib/lookup/again.ts';
import { lookAlone } from '../../lib/lookup/alone.ts';
import { lookBeside } from '../../lib/lookup/beside.ts';
import { cardsOf } from '../../lib/lookup/cards.ts';
import { claimsOf, lookup, without } from '../../lib/lookup/lookup.ts';
import type { Answer, FromPage } from '../../lib/messages/messages.ts';
import { speak } from '../../lib/messages/translate.ts';
import { readSettings, type Settings } from '../../lib/settings/settings.ts';
import { library } from './library.ts';
import { saved } from './saving.ts';

/** `hidden` says whether the reader has asked not to see this question beside this quotation. Promises: what stores are still opening need not keep detection waiting. */
type Reader = { hidden(quote: string, question: string): Promise<boolean>; settings: Promise<Settings>; off: Promise<boolean> };

/** Null: reading is switched off here. */
export async function readDocument(document: PageDocument, { hidden, settings, off }: Reader): Promise<Answer | null> {
  // Detected while a worker that has just woken still opens its database and its settings.
  const claims = claimsOf(document);
  // The first word a worker asks for is fetched from the browser, and it waits for that: best while it waits for its database.
  const speech = settings.then(({ language }) => speak(language));
  speech.catch(() => undefined);
  if (await off) return null;
  const found = await library.use((l) => lookup(l, { document, claims }, hidden));
  const { leftOut, markBare, openDelay, clickOnly, textSize, theme } = await settings;
  const { t, locale } = await speech;
  const told = without(found, (claim) => leftOut.includes(claim.measure));
  const cards = cardsOf(document, told, { words: wordsFor(t, locale), now: new Date(), bare: markBare, contact: feed.contact });
  const dress = cards.some((card) => card !== null) ? { style: cardStyle, words: frameWords(t), settings: { openDelay, clickOnly, textSize, theme } } : null;
  const roles = told.claims.map((claim) => document.blocks[claim.block]?.role ?? 'paragraph');
  return { claims: told.claims, cards, roles, info: document.info, dress };
}

/** The card of a question that counts something else, in the reader's words. */
export async function readBeside(body: FromPage['beside']['body']): Promise<CardView | null> {
  const { t, locale } = await speak((await readSettings()).language);
  return library.use((l) => lookBeside(l, body, { words: wordsFor(t, locale), now: new Date(), contact: feed.contact }));
}

/** A question without a page. */
export async function readQuestion(id: string): Promise<CardView | null> {
  const { t, locale } = await speak((await readSettings()).language);
  return library.use((l) => lookAlone(l, id, { words: wordsFor(t, locale), now: new Date(), contact: feed.contact }));
}

/** The card of a saved claim as it would be today. */
export async function readAgain(id: string): Promise<CardView | null> {
  const claim = await (await saved()).get(id);
  if (claim === null) return null;
  const { t, locale } = await speak((await readSettings()).language);
  return library.useAll((l) => lookAgain(l, claim, { words: wordsFor(t, locale), now: new Date(), contact: feed.contact }));
}

/** Our own sample: nothing is hidden in it, left out of it or remembered of it, and it is read though all sites are off. */
export function readSample(page: ReadPage): Promise<Answer | null> {
  const settings = readSettings().then((chosen): Settings => ({ ...chosen, leftOut: [], markBare: false }));
  return readDocument(documentOf(page), { hidden: () => Promise.resolve(false), settings, off: Promise.resolve(false) });
}

/** A text the reader brought: nothing is remembered of it, and it is read though all sites are off; else as the reader has chosen. */
export const readPasted = (page: ReadPage): Promise<Answer | null> =>
  readDocument(documentOf(page), { hidden: () => Promise.resolve(false), settings: readSettings(), off: Promise.resolve(false) });
