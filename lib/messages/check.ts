// What the worker believes of a message. A page's renderer may be taken over and then speaks as our script in it: who
// sent a message is asked of the browser, never of the message, and its body is held against a schema.
import * as z from 'zod/mini';
import type { Block } from '../claim/document.ts';
import { unsound, type Settings } from '../settings/settings.ts';
import { fit, fitText } from './fit.ts';
import { MAX_NAME, MAX_PIECES, MAX_TEXT } from './limits.ts';
import type { FromPage, FromPopup, Message, PageNow, ToWorker } from './messages.ts';

z.config({ jitless: true });

/** What the browser says about a sender; as in the WebExtension API. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
};

/** Who we are: the extension's id and the origin of its own pages ("chrome-extension://…"). */
export type Self = { id: string; origin: string };

type Who = 'page' | 'popup';
const WHO: { [T in keyof ToWorker]: Who } = {
  gate: 'page',
  piece: 'page',
  lookup: 'page',
  unread: 'page',
  marked: 'page',
  beside: 'page',
  notThisEvent: 'page',
  method: 'page',
  save: 'page',
  unsave: 'page',
  page: 'popup',
  set: 'popup',
  listing: 'popup',
  question: 'popup',
  cardNow: 'popup',
  estimatesNow: 'popup',
  feeds: 'popup',
  feed: 'popup',
  hide: 'popup',
  saveFigures: 'popup',
  undoSave: 'popup',
  findIn: 'popup',
  database: 'popup',
  shipped: 'popup',
  sample: 'popup',
  pasted: 'popup',
  savePasted: 'popup',
  languages: 'popup',
  ownBeside: 'popup',
};

/** Of any length: a page need not know what is taken of it. What is too long is cut, by a piece as by a page. */
function textAndBlocks() {
  const offset = z.int().check(z.minimum(0));
  return {
    text: z.string(),
    blocks: z.array(
      z.strictObject({
        start: offset,
        end: offset,
        role: z.enum(['headline', 'heading', 'paragraph', 'item', 'cell', 'caption']),
        header: z.nullable(z.string()),
      }),
    ),
  };
}

function readPage() {
  const name = z.nullable(z.string());
  const list = z.array(z.string());
  const page = z.strictObject({
    ...textAndBlocks(),
    head: z.strictObject({
      address: name,
      canonical: name,
      title: name,
      lang: name,
      meta: z.array(z.tuple([z.string(), z.string()])),
      scripts: list,
      headings: list,
      times: list,
      dated: list,
    }),
  });
  return z.pipe(page, z.transform(fit));
}

/** Reading cuts the text at these places: they must lie in it. */
export const lies = ({ text, blocks }: { text: string; blocks: readonly Block[] }): boolean => blocks.every((b) => b.start <= b.end && b.end <= text.length);

const question = () => z.string().check(z.regex(/^[a-z0-9.-]{1,260}$/));
const tab = () => z.int().check(z.minimum(0));

/** A feed of 100,000 questions is larger than a message may be; it is had from its address. */
const MAX_FILE = 60_000_000;

function feedBody() {
  const key = z.string().check(z.regex(/^[a-z0-9-]{1,140}$/));
  const file = z.strictObject({ file: z.string().check(z.maxLength(MAX_FILE)) });
  const from = z.union([z.strictObject({ typed: z.string().check(z.maxLength(MAX_NAME)) }), file]);
  const does = <T extends string>(what: T) => z.strictObject({ do: z.literal(what), key });
  return z.union([
    z.strictObject({ do: z.literal('offer'), from }),
    z.strictObject({ do: z.literal('add'), from, fingerprint: z.string().check(z.maxLength(80)) }),
    z.strictObject({ do: z.literal('bring'), key, from: file }),
    does('check'),
    does('cancel'),
    does('remove'),
    does('back'),
    z.strictObject({ do: z.literal('turn'), key, on: z.boolean() }),
  ]);
}

const reading = () => z.strictObject({ page: readPage() }).check(z.refine(({ page }) => lies(page), { error: 'a place that is not in the text' }));

/** Which piece, from 0, of which reading of a page. */
const piece = () => ({ of: z.int().check(z.minimum(0)), n: z.int().check(z.minimum(0), z.maximum(MAX_PIECES)), part: z.boolean() });
/** The last of several can only be held against the others, where they are put together. */
const lookup = () => z.strictObject({ page: readPage(), ...piece() }).check(z.refine(({ page, n }) => n > 0 || lies(page), { error: 'a place that is not in the text' }));

const putAway = () => ({
  quote: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)),
  question: question(),
  hidden: z.boolean(),
});

const areSettings = (body: unknown): boolean => typeof body === 'object' && body !== null && Object.keys(body).length > 0 && unsound(body).length === 0;

const beside = () => {
  const name = z.string().check(z.maxLength(MAX_NAME));
  const some = z.nullable(name);
  return z.strictObject({
    from: question(),
    to: question(),
    page: z.strictObject({
      url: some,
      title: some,
      headline: some,
      site: some,
      author: some,
      date: some,
      dateFrom: z.nullable(z.enum(['given', 'json-ld', 'meta', 'time', 'byline', 'url'])),
      lang: some,
    }),
    says: z.strictObject({ figure: name, unit: name, by: name }),
  });
};
const figureAt = () => z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)), start: z.int().check(z.minimum(0), z.maximum(MAX_TEXT)) });
const savedId = () => z.string().check(z.regex(/^[0-9a-f]{32}$/));
const taken = () => z.strictObject({ save: z.string().check(z.regex(/^(?:batch:[1-9]\d{0,14}|claim:[0-9a-f]{32})$/)) });

/** Made when such a message comes: a worker wakes for one message, and need not know the others. */
const BODY = {
  gate: () => z.null(),
  unread: () => z.strictObject({ why: z.enum(['opted-out', 'private', 'no-article', 'no-text']) }),
  piece: () => z.pipe(z.strictObject({ ...piece(), ...textAndBlocks() }), z.transform((given) => ({ ...given, ...fitText(given) }))),
  lookup,
  marked: () => z.null(),
  beside,
  notThisEvent: () => z.strictObject(putAway()),
  method: () => z.null(),
  save: figureAt,
  unsave: taken,
  saveFigures: () => z.strictObject({ tab: tab(), figures: z.nullable(z.array(figureAt()).check(z.maxLength(500))) }),
  undoSave: taken,
  findIn: () => z.strictObject({ tab: tab(), id: savedId() }),
  cardNow: () => z.strictObject({ id: savedId() }),
  estimatesNow: () => z.strictObject({ question: question() }),
  page: () => z.strictObject({ tab: tab() }),
  listing: () => z.null(),
  question: () => z.strictObject({ id: z.string().check(z.regex(/^[a-z0-9.-]{1,260}$/)) }),
  feeds: () => z.null(),
  feed: feedBody,
  hide: () => z.strictObject({ tab: tab(), ...putAway() }),
  database: () => z.null(),
  shipped: () => z.null(),
  sample: reading,
  pasted: reading,
  savePasted: () => z.strictObject({ page: readPage(), figure: figureAt() }).check(z.refine(({ page }) => lies(page), { error: 'a place that is not in the text' })),
  languages: () => z.null(),
  ownBeside: beside,
  // What is a sound value stands with each setting, for what is read from the disk is held to it as well.
  set: () => z.custom<Partial<Settings>>(areSettings),
} satisfies { [T in keyof ToWorker]: () => z.ZodMiniType<ToWorker[T]['body']> };

/** A message that was believed: from the page in this tab, or from our own popup. */
export type Believed = (PageSender & { message: Message<FromPage> }) | (PopupSender & { message: Message<FromPopup> });
/** `private`: nothing that is learnt from this page may be stored. `document`: the page itself, where the browser tells it from the next one in the tab; else null. */
export type PageSender = { from: 'page'; tab: number; document: string | null; url: string; private: boolean };
type PopupSender = { from: 'popup' };

/** What a script of ours brought back from a page, held against the schema of what it sends by itself. Null for anything else. */
export function pageNow(value: unknown): PageNow | null {
  const offset = z.int().check(z.minimum(0));
  const result = z.strictObject({ page: readPage(), selected: z.nullable(z.strictObject({ start: offset, end: offset })) }).safeParse(value);
  if (!result.success || !lies(result.data.page)) return null;
  const { page, selected } = result.data;
  return { page, selected: selected !== null && selected.start < selected.end && selected.end <= page.text.length ? selected : null };
}

/** Null for everything that is not a message this sender may send. Never throws. */
export function check(message: unknown, sender: Sender, self: Self): Believed | null {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('body' in message)) return null;
  const { type, body } = message;
  if (typeof type !== 'string' || !Object.hasOwn(WHO, type)) return null;
  const known = type as keyof ToWorker;
  const from = whoIs(sender, self);
  if (from === null || from.from !== WHO[known]) return null;
  const result = BODY[known]().safeParse(body);
  if (!result.success) return null;
  // WHO and BODY have just said that type, sender and body belong together.
  return { ...from, message: { type: known, body: result.data } } as Believed;
}

/** Our script in the top frame of an http(s) page, one of our own pages, or nobody. Chromium vouches for `origin`; a renderer could invent `url`. */
function whoIs(sender: Sender, self: Self): PageSender | PopupSender | null {
  if (sender.id !== self.id || sender.url === undefined) return null;
  const origin = originOf(sender.url);
  if (sender.origin !== undefined && sender.origin !== origin) return null;
  if (origin === self.origin) return { from: 'popup' };
  if (!/^https?:/.test(origin) || sender.frameId !== 0 || sender.tab?.id === undefined) return null;
  return { from: 'page', tab: sender.tab.id, document: sender.documentId ?? null, url: sender.url, private: sender.tab.incognito === true };
}

/** "null" for what is not an address. `URL.origin` is "null" for extension schemes in Firefox, so it is put together here. */
function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return 'null';
  }
}
