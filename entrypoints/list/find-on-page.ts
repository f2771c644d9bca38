// To the page a claim was saved from, and to the words there as they are today.
import { browser } from 'wxt/browser';
import { tell, type FoundClaim } from '../../lib/messages/messages.ts';
import { pageKey } from '../../lib/saved/page-key.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import { passageAddress } from '../../lib/saved/text-fragment.ts';

/** A page that is still building itself is asked again, ms; slow ones take some ten seconds. */
const AGAIN = 700;
const TRIES = 20;

/** Opens the page, or brings it to the front where it is open. Null: no address was saved. */
export async function findOnPage(claim: SavedClaim): Promise<FoundClaim | null> {
  const address = passageAddress(claim);
  if (address === null) return null;
  const open = (await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })).find(({ url }) => url !== undefined && pageKey(url) === claim.page.key);
  const tab = open ?? (await browser.tabs.create({ url: address }));
  if (tab.id === undefined) return { is: 'unread' };
  if (open) await browser.tabs.update(tab.id, { active: true });
  let found: FoundClaim = { is: 'unread' };
  for (let tried = 0; tried < TRIES; tried++) {
    const here = await browser.tabs.get(tab.id).catch(() => null);
    if (here === null) return { is: 'unread' };
    if (here.status === 'complete') found = await tell('findIn', { tab: tab.id, id: claim.id }).catch((): FoundClaim => ({ is: 'unread' }));
    // What is not there yet may still be on its way, in a page that brings its text by script.
    if (found.is === 'exact' || found.is === 'altered' || (found.is === 'gone' && tried >= 3)) return found;
    await new Promise((done) => setTimeout(done, AGAIN));
  }
  return found;
}
