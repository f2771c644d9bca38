// What the worker keeps in memory of a database: enough to link, and to know which shards hold what a card shows.
import type { LinkIndex, WholeIndex } from '../link/link-index.ts';
import type { Keys } from './keys.ts';

/**
 * `questions`: rows by id; `sources`: id → the shard that holds it. The card of row r needs the shards in `needs` from
 * `needsFrom[r]` to `needsFrom[r + 1]`, its own first: so they are read at once, not each when another names it.
 * `actors`: id → name. `quantities`: rows by what their question counts. Everything in it can be cloned.
 */
export type Catalogue = { link: LinkIndex; questions: Keys; sources: Map<string, number>; actors: Map<string, string>; needs: Uint16Array; needsFrom: Uint32Array; quantities: Keys; counts: Counts };

/** With all names and the traits of all questions, of which a worker reads few. */
export type WholeCatalogue = Omit<Catalogue, 'link'> & { link: WholeIndex };

/** How much the database holds; `estimates` are those that cards may show. */
export type Counts = { questions: number; estimates: number; sources: number };

/** Blocks of names and texts of traits that stand with the catalogue: a small database is read at once, since a worker wakes for every page. Half a megabyte each. */
const WITH_IT = { blocks: 128, traits: 128 };
/** Texts of traits in each of the parts behind it, of which a page asks for some dozens, all over; a block of names has a part of its own. */
const IN_PART = 8;

/** The first of the parts. */
type Head = { catalogue: Catalogue; traits: string[]; blocks: Uint8Array[]; all: number };

/** To be kept and read in parts: the first is opened, of the others those are read that are asked for. */
export function* partsOf({ link: { traits, blocks, ...link }, ...catalogue }: WholeCatalogue): Generator<unknown> {
  yield { catalogue: { ...catalogue, link }, traits: traits.slice(0, WITH_IT.traits), blocks: blocks.slice(0, WITH_IT.blocks), all: blocks.length } satisfies Head;
  for (let at = WITH_IT.blocks; at < blocks.length; at++) yield blocks[at];
  for (let at = WITH_IT.traits; at < traits.length; at += IN_PART) yield traits.slice(at, at + IN_PART);
}

/** Parts before the first of traits. */
const beforeTraits = (head: Head): number => 1 + Math.max(0, head.all - WITH_IT.blocks);

/** The catalogue that `partsOf` made these of. */
export function fromParts(parts: readonly unknown[]): WholeCatalogue {
  const head = parts[0] as Head;
  const { catalogue, traits, blocks } = head;
  const from = beforeTraits(head);
  return { ...catalogue, link: { ...catalogue.link, blocks: [...blocks, ...(parts.slice(1, from) as Uint8Array[])], traits: [...traits, ...(parts.slice(from) as string[][]).flat()] } };
}

/** Reads things by their numbers, in the order asked for. */
type Reading<T> = (numbers: readonly number[]) => Promise<readonly T[]>;
export type Opened = { catalogue: Catalogue; blocks: Reading<Uint8Array>; texts: Reading<string> };

/** Opened without reading more than the first part; what `parts` throws is thrown. */
export async function openCatalogue(parts: Reading<unknown>): Promise<Opened> {
  const head = (await parts([0]))[0] as Head;
  const partOfText = (text: number): number => beforeTraits(head) + Math.floor((text - WITH_IT.traits) / IN_PART);
  const some = async (numbers: readonly number[]): Promise<Map<number, unknown>> => {
    const wanted = [...new Set(numbers)];
    const read = wanted.length === 0 ? [] : await parts(wanted);
    return new Map(wanted.map((number, i) => [number, read[i]]));
  };
  return {
    catalogue: head.catalogue,
    async blocks(numbers) {
      const partOf = (block: number): number => 1 + block - WITH_IT.blocks;
      const read = await some(numbers.filter((block) => block >= WITH_IT.blocks).map(partOf));
      return numbers.map((block) => (block < WITH_IT.blocks ? head.blocks[block] : (read.get(partOf(block)) as Uint8Array | undefined)) ?? NO_NAMES);
    },
    async texts(numbers) {
      const read = await some(numbers.filter((text) => text >= WITH_IT.traits).map(partOfText));
      return numbers.map((text) => (text < WITH_IT.traits ? head.traits[text] : (read.get(partOfText(text)) as string[] | undefined)?.[(text - WITH_IT.traits) % IN_PART]) ?? '');
    },
  };
}

const NO_NAMES = new Uint8Array();
