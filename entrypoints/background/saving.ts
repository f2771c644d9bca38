// Saving, by whatever way it is asked for. The page is read anew: nothing is held between a reading and a save, so that a
// worker that was killed in between saves as well as one that was not.
import { browser } from 'wxt/browser';
import { documentOf } from '../../lib/claim/page-info.ts';
import { besideNow } from '../../lib/lookup/freeze.ts';
import type { ReadPage } from '../../lib/claim/document.ts';
import type { FigureAt, KeptPage, Wanted } from '../../lib/lookup/keep.ts';
import { pageNow } from '../../lib/messages/check.ts';
import { tellPage, type Answer, type Saved } from '../../lib/messages/messages.ts';
import { speak } from '../../lib/messages/translate.ts';
import { hostOf, keyOf } from '../../lib/saved/page-key.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { keepsNothing } from '../../lib/store/keeps-nothing.ts';
import { savedOnPage } from '../../lib/store/saved-ids.ts';
import type { SavedStore } from '../../lib/store/saved.ts';
import { sha256 } from '../../lib/store/sha256.ts';
import { flash } from './icon.ts';
import { BUILD, library } from './library.ts';
import { run } from './tabs.ts';

let opened: Promise<SavedStore> | null = null;

/** Opened with the first save: a worker wakes for every page, and the schemas of what is kept take it longer than to open its database. */
export const saved = (): Promise<SavedStore> => (opened ??= import('../../lib/store/saved.ts').then(({ openSaved }) => openSaved()));
const hash = (text: string): Promise<string> => sha256(new TextEncoder().encode(text));

/** Figures of the page in a tab, null: all of them. */
export const saveFigures = (tab: number, figures: readonly FigureAt[] | null): Promise<Saved> =>
  saveFrom(tab, () => (figures === null ? { is: 'all' } : { is: 'figures', figures }));

/** What was asked for beside the page, in the popup or the side panel: the page's cards say so the next time they open. */
export async function saveBeside(tab: number, figures: readonly FigureAt[] | null): Promise<Saved> {
  const done = await saveFigures(tab, figures);
  if (done.save !== null) await readAnew(tab);
  return done;
}

/** As saveBeside, a save taken back. */
export async function undoBeside(save: string): Promise<Saved> {
  const tab = (await fromTabs())[Number(save.split(':')[1])];
  const done = await undoSave(save, null);
  if (tab !== undefined) await readAnew(tab);
  return done;
}

/** A card that is open stays as it is: to read the page anew would close it. */
async function readAnew(tab: number): Promise<void> {
  const here = await tellPage(tab, 'figures', null).catch(() => null);
  if (here?.current === null) await tellPage(tab, 'look', null).catch(() => undefined);
}

/** Begins to look which figures of a page are in the list; what it answers says on their cards what takes them out. */
export function markSaved(page: KeptPage): (answer: Answer) => Promise<void> {
  const there = savedOnPage(keyOf({ canonical: page.canonical, url: page.document.info.url })).catch((): string[] => []);
  return async ({ claims, cards }) => {
    if ((await there).length === 0) return;
    const ids = await (await import('../../lib/lookup/keep.ts')).idsOf(page, claims, hash);
    for (const [i, id] of ids.entries()) {
      const view = cards[i]?.view;
      if (view && (await there).includes(id)) view.saved = `claim:${id}`;
    }
  };
}

/** Takes a save back. With `tab`, only one that was asked for from there, or a claim of the site that is in it. */
export async function undoSave(save: string, tab: number | null): Promise<Saved> {
  const [what, name = ''] = save.split(':');
  if (what === 'claim') return takeOut(name, tab);
  const batch = Number(name);
  if (tab === null || (await fromTabs())[batch] === tab) await (await saved()).undo(batch);
  return { save: null, says: '' };
}

/** What the reader has added to goes out of the list only there, where it can be seen. */
async function takeOut(id: string, tab: number | null): Promise<Saved> {
  const { t } = await speak((await readSettings()).language);
  const page = tab === null ? null : await browser.tabs.get(tab);
  const list = await saved();
  const [claim] = await list.some([id]);
  if (claim === undefined || (page !== null && (page.incognito || hostOf(page.url ?? '') !== claim.page.host))) return { save: null, says: '' };
  const { note, tags, collection, byHand } = claim;
  if (note !== '' || tags.length > 0 || collection !== null || byHand) return { save: `claim:${id}`, says: t('card_has_notes') };
  await list.remove([id], new Date().toISOString());
  return { save: null, says: t('card_taken_out') };
}

/** What is selected on the page; `words` where the page cannot say where that is, as inside a frame. */
async function savePassage(tab: number, words: string | null): Promise<Saved> {
  return saveFrom(tab, (page, selected) => {
    if (selected !== null && words === null) return { is: 'passage', span: selected };
    if (words === null || words.trim() === '') return null;
    // In a document of its own, at the page's address: where it stood is not known.
    page.document = { ...page.document, text: words, blocks: [{ start: 0, end: words.length, role: 'paragraph', header: null }] };
    return { is: 'passage', span: { start: 0, end: words.length } };
  });
}

/** A figure of a text that was pasted: from no page, dated as the reader dated it. */
export async function savePasted(pasted: ReadPage, figure: FigureAt): Promise<Saved> {
  const { t } = await speak((await readSettings()).language);
  const { info, ...document } = documentOf(pasted);
  const page: KeptPage = { document: { ...document, info: { ...info, title: t('paste_source'), dateFrom: info.dateFrom === 'meta' ? 'given' : info.dateFrom } }, canonical: null };
  return inWords(await unlessItFails(() => keepNow(page, { is: 'figures', figures: [figure] })));
}

type What = (page: KeptPage, selected: { start: number; end: number } | null) => Wanted | null;

const saveFrom = async (id: number, what: What): Promise<Saved> => inWords(await unlessItFails(() => saveFromTab(id, what)));

async function inWords(done: Outcome): Promise<Saved> {
  const { t } = await speak((await readSettings()).language);
  return done.is === 'saved' ? { save: `batch:${done.batch}`, says: t('card_saved') } : { save: null, says: t(`card_not_saved_${done.why}`) };
}

/** `private`: nothing of a private window is kept; `full`: no room on the device; `gone`: it is no longer on the page. */
type Outcome = { is: 'saved'; batch: number } | { is: 'not-saved'; why: 'private' | 'full' | 'gone' | 'failed' };

async function saveFromTab(id: number, what: What): Promise<Outcome> {
  const { incognito, url } = await browser.tabs.get(id);
  if (incognito) return { is: 'not-saved', why: 'private' };
  const now = pageNow(await run(id, 'keep.js'));
  if (now === null) return { is: 'not-saved', why: 'gone' };
  const document = documentOf(now.page);
  // The address is the browser's, not the page's.
  const page: KeptPage = { document: { ...document, info: { ...document.info, url: url ?? document.info.url } }, canonical: now.page.head.canonical };
  const done = await keepNow(page, what(page, now.selected));
  if (done.is === 'saved') await browser.storage.session.set({ [FROM_TABS]: { ...(await fromTabs()), [done.batch]: id } });
  return done;
}

async function keepNow(page: KeptPage, wanted: Wanted | null): Promise<Outcome> {
  const at = new Date().toISOString();
  const { keep } = await import('../../lib/lookup/keep.ts');
  const claims = wanted === null ? [] : await library.use((l) => keep(l, page, wanted, { now: at, extension: BUILD, hash }));
  if (claims.length === 0) return { is: 'not-saved', why: 'gone' };
  const { batch } = await (await saved()).save(claims, at);
  return { is: 'saved', batch };
}

async function unlessItFails(save: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await save();
  } catch (error) {
    const { DiskFull } = await import('../../lib/store/saved.ts');
    if (error instanceof DiskFull) return { is: 'not-saved', why: 'full' };
    console.warn('not saved', error);
    return { is: 'not-saved', why: 'failed' };
  }
}

/** Which tab each save came from: a page may take back its own and no other. Forgotten with the browser's session. */
const FROM_TABS = 'savesFromTabs';
async function fromTabs(): Promise<Record<number, number>> {
  return ((await browser.storage.session.get(FROM_TABS))[FROM_TABS] as Record<number, number> | undefined) ?? {};
}

const MENU = 'save-passage';

/** Browsers on phones have no such menu. */
export async function addMenu(): Promise<void> {
  if (browser.contextMenus === undefined) return;
  const { t } = await speak((await readSettings()).language);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU, title: t('menu_save_passage'), contexts: ['selection'], documentUrlPatterns: ['http://*/*', 'https://*/*'] });
}

export function listenToMenu(): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== MENU || tab?.id === undefined) return;
    const { id } = tab;
    void savePassage(id, info.frameId === undefined || info.frameId === 0 ? null : (info.selectionText ?? null)).then((done) => tellInIcon(id, done));
  });
}

/** A keyboard command: the figure whose card is open on the page in front. */
export async function saveOpen(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const here = await tellPage(tab.id, 'figures', null).catch(() => null);
  const open = here?.figures.find((f) => f.figure === here.current)?.claim;
  if (open !== undefined) tellInIcon(tab.id, await saveFigures(tab.id, [open]));
}

/** What was asked for away from any page of ours is answered on the toolbar. */
const tellInIcon = (tab: number, { save, says }: Saved): void => void flash(tab, save === null ? '–' : '✓', says).catch(() => undefined);

let comparing: Promise<unknown> = Promise.resolve();

/** Compares the list with the database that is served now; what changed is put on record with each claim. One after the other: what is compared last is what is served last. */
export function compareSaved(): Promise<unknown> {
  return (comparing = comparing.then(compare, compare));
}

async function compare(): Promise<void> {
  const list = await saved();
  const count = await list.count().catch((error: unknown) => (keepsNothing(error) ? 0 : Promise.reject(error)));
  if (count > 0) await library.useAll((l) => list.compare(l.edition, (question) => besideNow(l, question)));
}

/** The reader's own data is written with each edit, and compared when no other follows for so long, ms; a worker killed before compares at the next start. */
const PAUSE = 2_000;
let edited: ReturnType<typeof setTimeout> | undefined;

export function compareSoon(): void {
  clearTimeout(edited);
  edited = setTimeout(() => void compareSaved().catch(() => undefined), PAUSE);
}
