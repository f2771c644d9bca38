// What our scripts in a page ask of the worker.
import { frameWords } from '../../lib/card/frame.ts';
import { cardStyle } from '../../lib/card/style.ts';
import { wordsFor } from '../../lib/card/words.ts';
import type { PageDocument, ReadPage } from '../../lib/claim/document.ts';
import { cardsOf } from '../../lib/lookup/cards.ts';
import { hiddenKey, withHidden } from '../../lib/lookup/hidden.ts';
import { documentOf } from '../../lib/claim/page-info.ts';
import { claimsOf, lookup, without } from '../../lib/lookup/lookup.ts';
import type { Believed, PageSender } from '../../lib/messages/check.ts';
import type { Answer, FromPage } from '../../lib/messages/messages.ts';
import { pace } from '../../lib/messages/pace.ts';
import { speak } from '../../lib/messages/translate.ts';
import { hiddenMatches, read, readSettings, write, type Settings } from '../../lib/settings/settings.ts';
import { siteOf } from '../../lib/settings/site.ts';
import { show } from './icon.ts';
import { library } from './library.ts';
import { isOff } from './sites.ts';
import { enter } from './tabs.ts';

/** A page that changes all the time is read some ten times, then every five seconds. */
const allow = pace({ burst: 10, every: 5_000 });

/** What is hidden in a private window is forgotten with the worker. */
const hiddenInPrivate = new Set<string>();

export async function answerPage(asked: Extract<Believed, { from: 'page' }>): Promise<unknown> {
  const off = isOff(siteOf(asked.url));
  switch (asked.message.type) {
    case 'gate':
      await show(asked.tab, (await off) ? { is: 'off' } : { is: 'looked', matches: 0 });
      if (await off) return false;
      // Told as a failure, so that the gate asks again: the tab may only have been busy.
      if (!(await enter(asked.tab, 'reader.js'))) throw new Error('the page could not be entered');
      return true;
    case 'unread':
      await show(asked.tab, { is: 'off' });
      return null;
    case 'lookup':
      if (!allow(asked.tab, Date.now())) throw new Error('too many lookups');
      return answerLookup(asked, asked.message.body, off);
    case 'notThisEvent':
      return hide(asked, asked.message.body);
  }
}

async function answerLookup(sender: PageSender, asked: FromPage['lookup']['body'], off: Promise<boolean>): Promise<Answer | null> {
  const keeping = read(hiddenMatches);
  const choosing = readSettings();
  const hidden = async (quote: string, question: string): Promise<boolean> => {
    const key = await hiddenKey(sender.url, quote, question);
    return (await keeping).includes(key) || hiddenInPrivate.has(key);
  };
  const page = documentOf(asked.page);
  // The address is the browser's, not the message's.
  const document = { ...page, info: { ...page.info, url: sender.url } };
  const answer = await readDocument(document, hidden, choosing);
  // The page need not wait for the icon.
  show(sender.tab, { is: 'looked', matches: answer.cards.filter((card) => card !== null && card.counts > 0).length }).catch(() => undefined);
  return answer;
}

/** Our own sample: nothing is hidden in it, left out of it or remembered of it. */
export const answerSample = (page: ReadPage): Promise<Answer> =>
  readDocument(documentOf(page), () => Promise.resolve(false), readSettings().then((settings) => ({ ...settings, leftOut: [], markBare: false })));

async function readDocument(document: PageDocument, hidden: (quote: string, question: string) => Promise<boolean>, choosing: Promise<Settings>): Promise<Answer> {
  // Detected while a worker that has just woken still opens its database and its settings.
  const claims = claimsOf(document);
  if (await off) return null;
  const found = await library.use((l) => lookup(l, { document, claims }, hidden));
  const { language, leftOut, markBare, openDelay, clickOnly, textSize, theme } = await choosing;
  const { t, locale } = await speak(language);
  const told = without(found, (claim) => leftOut.includes(claim.measure));
  const cards = cardsOf(document, told, { words: wordsFor(t, locale), now: new Date(), bare: markBare });
  const dress = cards.some((card) => card !== null) ? { style: cardStyle, words: frameWords(t), settings: { openDelay, clickOnly, textSize, theme } } : null;
  const roles = told.claims.map((claim) => document.blocks[claim.block]?.role ?? 'paragraph');
  return { claims: told.claims, cards, roles, lang: document.info.lang, dress };
}

export async function hide(sender: Pick<PageSender, 'url' | 'private'>, { quote, question, hidden }: FromPage['notThisEvent']['body']): Promise<null> {
  const key = await hiddenKey(sender.url, quote, question);
  if (!sender.private) await write(hiddenMatches, withHidden(await read(hiddenMatches), key, hidden));
  else if (hidden) hiddenInPrivate.add(key);
  else hiddenInPrivate.delete(key);
  return null;
}
