// One file of everything: the claims as they are exported whole, and besides them what the reader has chosen and entered. Any
// version that can import the claims can read it. Feeds are left out: the marks that keep an old release from passing for a
// new one must not come from a file.
import { browser } from 'wxt/browser';
import { json } from '../../lib/export/json.ts';
import { browserShelf } from '../../lib/feeds/shelf.ts';
import { tell } from '../../lib/messages/messages.ts';
import { kept } from '../../lib/mine/kept.ts';
import { Mine } from '../../lib/mine/mine.ts';
import { STORAGE_KEY } from '../../lib/mine/storage-key.ts';
import { hiddenMatches, lastBackup, read, readSettings, SETTINGS, unsound, write, type Settings } from '../../lib/settings/settings.ts';
import type { SavedStore } from '../../lib/store/saved.ts';

/** What a backup holds besides the claims, as far as this version understands it. */
type Besides = { settings: Partial<Settings>; hidden: string[]; mine: Mine | null };

const ownData = kept(browserShelf, (work) => navigator.locks.request(STORAGE_KEY, work));

export async function makeBackup(store: SavedStore): Promise<{ file: Blob; name: string }> {
  const now = new Date().toISOString();
  const mine = await ownData.read();
  const besides = { settings: await readSettings(), hidden: await read(hiddenMatches), ...('mine' in mine && mine.mine.questions.length > 0 ? { mine: mine.mine } : {}) };
  const pieces: (string | Uint8Array<ArrayBuffer>)[] = [];
  for await (const piece of json.write(store.whole(null), { now, extension: browser.runtime.getManifest().version, besides })) pieces.push(piece);
  await write(lastBackup, now);
  return { file: new Blob(pieces), name: `tallyside-backup-${now.slice(0, 10)}.json` };
}

/** What is not understood is left out: a later version may have written it. */
export function besidesOf({ settings, hidden, mine }: Record<string, unknown>): Besides {
  const given = typeof settings === 'object' && settings !== null ? settings : {};
  const bad = new Set(unsound(given));
  const parsed = Mine.safeParse(mine);
  return {
    settings: Object.fromEntries(Object.entries(given).filter(([name]) => name in SETTINGS && !bad.has(name))),
    hidden: hiddenMatches.sound(hidden) ? hidden : [],
    mine: parsed.success ? parsed.data : null,
  };
}

/** Own questions that were entered here stay: they are taken from the file only where there are none. */
export async function restore({ settings, hidden, mine }: Besides): Promise<void> {
  if (Object.keys(settings).length > 0) await tell('set', settings);
  if (hidden.length > 0) await write(hiddenMatches, [...new Set([...(await read(hiddenMatches)), ...hidden])]);
  if (mine !== null) await ownData.change((there) => (there.questions.length === 0 ? mine : null), new Date());
}
