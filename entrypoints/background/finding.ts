// A saved claim on its page as it is today.
import type { FoundClaim } from '../../lib/messages/messages.ts';
import { tellPage } from '../../lib/messages/messages.ts';
import { pageNow } from '../../lib/messages/check.ts';
import { findAgain } from '../../lib/saved/find-again.ts';
import { saved } from './saving.ts';
import { enter, run } from './tabs.ts';

/** Looks for it in the page in a tab, and where it is found goes there and marks it. */
export async function findIn(tab: number, id: string): Promise<FoundClaim> {
  const [claim, read] = await Promise.all([saved().then((list) => list.get(id)), run(tab, 'keep.js')]);
  const now = pageNow(read);
  if (claim === null || now === null) return { is: 'unread' };
  const { text } = now.page;
  const found = findAgain(text, claim);
  if (found.is === 'gone') return found;
  const { start, end } = found;
  const shown = (await enter(tab, 'find.js')) && (await tellPage(tab, 'mark', { start, end, words: text.slice(start, end) }).catch(() => false));
  return shown ? found : { is: 'unread' };
}
