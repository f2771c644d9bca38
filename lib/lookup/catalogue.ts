// What the worker keeps in memory of a database: enough to link, and to know which shards hold what a card shows.
import type { LinkIndex, WholeIndex } from '../link/link-index.ts';
import type { Keys } from './keys.ts';

/**
 * `questions`: rows by id; `sources`: id → the shard that holds it. The card of row r needs the shards in `needs` from
 * `needsFrom[r]` to `needsFrom[r + 1]`, its own first: so they are read at once, not each when another names it.
 * `actors`: id → name. `quantities`: rows by what their question counts. Everything in it can be cloned.
 */
export type Catalogue = { link: LinkIndex; questions: Keys; sources: Map<string, number>; actors: Map<string, string>; needs: Uint16Array; needsFrom: Uint32Array; quantities: Keys; counts: Counts };

/** With the traits of all its questions, of which a worker reads few. */
export type WholeCatalogue = Omit<Catalogue, 'link'> & { link: WholeIndex };

/** How much the database holds; `estimates` are those that cards may show. */
export type Counts = { questions: number; estimates: number; sources: number };

/** Texts of traits that stand with the catalogue: a small database is read at once, since a worker wakes for every page. Half a megabyte. */
const WITH_IT = 128;
/** Texts of traits in each of the parts behind it: a page asks for some dozens, all over, and 15 kB are as soon read as one. */
const IN_PART = 4;

/** The first of the parts. */
type Head = { catalogue: Catalogue; traits: string[] };

/** To be kept and read in parts: the first is opened, of the others those are read that are asked for. */
export function* partsOf({ link: { traits, ...link }, ...catalogue }: WholeCatalogue): Generator<unknown> {
  yield { catalogue: { ...catalogue, link }, traits: traits.slice(0, WITH_IT) } satisfies Head;
  for (let at = WITH_IT; at < traits.length; at += IN_PART) yield traits.slice(at, at + IN_PART);
}

/** The catalogue that `partsOf` made these of. */
export function fromParts([first, ...rest]: readonly unknown[]): WholeCatalogue {
  const { catalogue, traits } = first as Head;
  return { ...catalogue, link: { ...catalogue.link, traits: [...traits, ...(rest as string[][]).flat()] } };
}

/** `parts` gives parts by their numbers, in the order asked for. `texts` those of traits, by their numbers. */
export type Opened = { catalogue: Catalogue; texts(numbers: readonly number[]): Promise<readonly string[]> };

/** Opened without reading more than the first part; what `parts` throws is thrown. */
export async function openCatalogue(parts: (numbers: readonly number[]) => Promise<readonly unknown[]>): Promise<Opened> {
  const [first] = await parts([0]);
  const { catalogue, traits } = first as Head;
  const partOf = (text: number): number => 1 + Math.floor((text - WITH_IT) / IN_PART);
  return {
    catalogue,
    async texts(numbers) {
      const wanted = [...new Set(numbers.filter((text) => text >= WITH_IT).map(partOf))];
      const read = new Map(wanted.length === 0 ? [] : (await parts(wanted)).map((part, i) => [wanted[i], part as string[]]));
      return numbers.map((text) => (text < WITH_IT ? traits[text] : read.get(partOf(text))?.[(text - WITH_IT) % IN_PART]) ?? '');
    },
  };
}
