// What the worker keeps in memory of a database: enough to link, and to know which shards hold what a card shows.
import type { LinkIndex } from '../link/link-index.ts';
import type { Keys } from './keys.ts';

/**
 * `questions`: rows by id; `sources`: id → the shard that holds it. The card of row r needs the shards in `needs` from
 * `needsFrom[r]` to `needsFrom[r + 1]`, its own first: so they are read at once, not each when another names it.
 * `actors`: id → name. `quantities`: rows by what their question counts. Everything in it can be cloned.
 */
export type Catalogue = { link: LinkIndex; questions: Keys; sources: Map<string, number>; actors: Map<string, string>; needs: Uint16Array; needsFrom: Uint32Array; quantities: Keys; counts: Counts };

/** How much the database holds; `estimates` are those that cards may show. */
export type Counts = { questions: number; estimates: number; sources: number };

/** Texts of traits in a part, and letters of names: some three megabytes. */
const TEXTS = 512;
const LETTERS = 2 ** 21;

/** What stands in parts of their own. */
type Cut = Omit<Catalogue, 'link'> & { link: Omit<LinkIndex, 'traits'>; traits: number };

/** To be kept and read in parts, none of which keeps the worker long. */
export function* partsOf({ link: { traits, ...link }, ...catalogue }: Catalogue): Generator<unknown> {
  const { latin, other } = link.names;
  const first: Cut = { ...catalogue, link: { ...link, names: { latin: { ...latin, text: '' }, other } }, traits: Math.ceil(traits.length / TEXTS) };
  yield first;
  for (let at = 0; at < traits.length; at += TEXTS) yield traits.slice(at, at + TEXTS);
  for (let at = 0; at < latin.text.length; at += LETTERS) yield latin.text.slice(at, at + LETTERS);
}

/** The catalogue that `partsOf` made these of. */
export function fromParts([first, ...rest]: readonly unknown[]): Catalogue {
  const { link, traits, ...catalogue } = first as Cut;
  const text = rest.slice(traits).join('');
  return { ...catalogue, link: { ...link, names: { ...link.names, latin: { ...link.names.latin, text } }, traits: (rest.slice(0, traits) as string[][]).flat() } };
}
