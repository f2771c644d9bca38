// What our scripts in a page ask of the worker.
import { browser } from 'wxt/browser';
import { hiddenKey, withHidden } from '../../lib/lookup/hidden.ts';
import { documentOf } from '../../lib/claim/page-info.ts';
import type { Believed, PageSender } from '../../lib/messages/check.ts';
import type { Answer, FromPage } from '../../lib/messages/messages.ts';
import { pace } from '../../lib/messages/pace.ts';
import { hiddenMatches, read, readSettings, write } from '../../lib/settings/settings.ts';
import { siteOf } from '../../lib/settings/site.ts';
import { show } from './icon.ts';
import { hold, putTogether } from './pieces.ts';
import { readBeside, readDocument } from './read-document.ts';
import { markSaved, saveFigures, undoSave } from './saving.ts';
import { isOff } from './sites.ts';
import { enter } from './tabs.ts';

/** A page that changes all the time is read some ten times, then every five seconds. */
const allow = pace({ burst: 10, every: 5_000 });

/** A hand saves a figure in a second or two; a page that has been taken over does not fill the list. */
const allowSave = pace({ burst: 20, every: 1_000 });

/** A page that has been taken over does not fill the window with tabs. */
const allowMethod = pace({ burst: 3, every: 10_000 });

/** What is hidden in a private window is forgotten with the worker. */
const hiddenInPrivate = new Set<string>();

export async function answerPage(asked: Extract<Believed, { from: 'page' }>): Promise<unknown> {
  const off = isOff(siteOf(asked.url));
  switch (asked.message.type) {
    case 'gate':
      await show(asked.tab, (await off) ? { is: 'off' } : { is: 'looked', matches: 0 });
      if (await off) return false;
      await bring(asked, 'reader.js');
      return true;
    case 'unread':
      await show(asked.tab, { is: 'off' });
      return null;
    case 'piece':
      return hold(asked, asked.message.body);
    case 'lookup':
      if (!allow(asked.tab, Date.now())) throw new Error('too many lookups');
      return answerLookup(asked, asked.message.body, off);
    case 'marked':
      await bring(asked, 'card.js');
      return null;
    case 'method':
      if (!allowMethod(asked.tab, Date.now())) throw new Error('too many tabs');
      await browser.tabs.create({ url: '/method.html' });
      return null;
    case 'save':
      if (!allowSave(asked.tab, Date.now())) throw new Error('too many saves');
      return saveFigures(asked.tab, [asked.message.body]);
    case 'unsave':
      return undoSave(asked.message.body.save, asked.tab);
    case 'beside':
      return readBeside(asked.message.body);
    case 'notThisEvent':
      return hide(asked, asked.message.body);
  }
}

/** Told as a failure, so that who asked asks again: the tab may only have been busy. */
async function bring({ tab, document }: PageSender, file: 'reader.js' | 'card.js'): Promise<void> {
  if (await enter(tab, file, document)) return;
  console.warn(`${file} could not be brought into a page`);
  throw new Error('the page could not be entered');
}

async function answerLookup(sender: PageSender, asked: FromPage['lookup']['body'], off: Promise<boolean>): Promise<Answer | null> {
  const keeping = read(hiddenMatches);
  const hidden = async (quote: string, question: string): Promise<boolean> => {
    // Nearly nobody has hidden anything, and a digest is made outside the worker's own thread.
    if ((await keeping).length === 0 && hiddenInPrivate.size === 0) return false;
    const key = await hiddenKey(sender.url, quote, question);
    return (await keeping).includes(key) || hiddenInPrivate.has(key);
  };
  const whole = putTogether(sender, asked);
  const page = documentOf(whole);
  // The address is the browser's, not the message's.
  const document = { ...page, info: { ...page.info, url: sender.url } };
  // Asked while the page is read; nothing of a private window is compared with what is kept.
  const marking = sender.private ? null : markSaved({ document, canonical: whole.head.canonical });
  const answer = await readDocument(document, { hidden, settings: readSettings(), off });
  if (answer !== null) await marking?.(answer);
  // After the answer has left: the page need not wait for the icon, and to ask for it keeps the worker for a while. It counts no part of a page as the whole.
  if (answer !== null && !asked.part) {
    const matches = answer.cards.filter((card) => card !== null && card.counts > 0).length;
    setTimeout(() => void show(sender.tab, { is: 'looked', matches }).catch(() => undefined));
  }
  return answer;
}

export async function hide(sender: Pick<PageSender, 'url' | 'private'>, { quote, question, hidden }: FromPage['notThisEvent']['body']): Promise<null> {
  const key = await hiddenKey(sender.url, quote, question);
  if (!sender.private) await write(hiddenMatches, withHidden(await read(hiddenMatches), key, hidden));
  else if (hidden) hiddenInPrivate.add(key);
  else hiddenInPrivate.delete(key);
  return null;
}
