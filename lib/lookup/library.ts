// One version of the database, open for reading: its catalogue in memory, its records unpacked when they are asked for.
import type { CardSource } from '../claim/card-content.ts';
import type { Question } from '../claim/database.ts';
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Match } from '../claim/match.ts';
import { startLinking } from '../link/link.ts';
import { traitsText, unpackTraits } from '../link/traits.ts';
import type { Pointer } from '../store/pointer.ts';
import type { Store } from '../store/store.ts';
import type { Shard } from '../update/bundle.ts';
import { openCatalogue, type Counts, type Opened } from './catalogue.ts';
import { hold } from './hold.ts';
import { rowsOf } from './keys.ts';
import { listing, type Listing } from './listing.ts';
import { quantityOf } from './quantity.ts';

export type Library = {
  version: string;
  /** Names all that is read: this version, and those of the feeds heard besides. */
  edition: string;
  created: string;
  /** One per claim; null: it abstains. Throws DamagedStore. */
  match(document: PageDocument, claims: readonly Claim[]): Promise<(Match | null)[]>;
  counts: Counts;
  /** Null for an id that is not in this version. Throws DamagedStore. */
  question(id: string): Promise<Question | null>;
  source(id: string): Promise<CardSource | null>;
  /** Name of an armed actor; null for an id that is not in this version. */
  actor(id: string): string | null;
  /** The question that counts this (quantityOf); null: none does. Throws DamagedStore. */
  questionOf(quantity: string): Promise<Question | null>;
  /** All that it holds, for whoever looks through it. Throws DamagedStore. */
  listing(): Promise<Listing>;
  /** Begins to unpack all that the cards of these questions show. */
  prepare(ids: readonly string[]): void;
};

/** Bytes of text whose shards are kept unpacked: a page about several conflicts needs two dozen, with the sources, and of a large database each has 256 kB. */
const KEPT = 6_000_000;

/** Bytes of blocks of names; of a large database a page needs half a megabyte, and the next many of the same. */
const NAMES_KEPT = 2_000_000;
/** Questions: a page can be about eighty, and the next of the same site is mostly about the same. Of a small database all. */
const TRAITS_KEPT = 500;

/** Throws DamagedStore. */
export async function openLibrary(store: Store, pointer: Pointer): Promise<Library> {
  const unpacked = new Map<number, Promise<Shard>>();

  function shard(number: number): Promise<Shard> {
    const blob = pointer.shards[number];
    if (blob === undefined) throw new RangeError(`no shard ${number}`);
    const kept = unpacked.get(number) ?? store.text(blob).then((text) => JSON.parse(text) as Shard);
    // A map keeps the order of insertion: taking out and putting back makes the first entry the longest unused.
    unpacked.delete(number);
    unpacked.set(number, kept);
    let size = 0;
    for (const held of unpacked.keys()) size += pointer.shards[held]?.raw ?? 0;
    for (const oldest of unpacked.keys()) {
      if (size <= KEPT) break;
      size -= pointer.shards[oldest]?.raw ?? 0;
      unpacked.delete(oldest);
    }
    kept.catch(() => unpacked.delete(number));
    return kept;
  }

  return libraryOver(await openCatalogue((numbers) => store.parts(pointer.index, numbers)), shard, { ...pointer, all: pointer.shards.length });
}

/** `shard` gives the shard of a number, in the order the catalogue was made of; there are `all` of them. */
export function libraryOver({ catalogue, blocks, texts }: Opened, shard: (number: number) => Promise<Shard>, { version, created, all }: Pick<Library, 'version' | 'created'> & { all: number }): Library {
  const blocksOf = hold(blocks, { weigh: (block) => block.length, most: NAMES_KEPT });
  const traitsOf = hold(async (questions) => {
    const numbers = [...new Set(questions.map(traitsText))];
    const read = new Map((await texts(numbers)).map((text, i) => [numbers[i], text]));
    return questions.map((question) => unpackTraits(catalogue.link, read.get(traitsText(question)) ?? '', question));
  }, { weigh: () => 1, most: TRAITS_KEPT });

  async function* every(): AsyncGenerator<Shard> {
    for (let number = 0; number < all; number++) yield await shard(number);
  }

  /** In the shards of these rows. */
  async function found(rows: readonly number[], isIt: (question: Question) => boolean): Promise<Question | null> {
    for (const row of rows) {
      const held = await shard(catalogue.needs[catalogue.needsFrom[row] ?? 0] ?? -1);
      const question = held.kind === 'questions' ? held.records.find(isIt) : undefined;
      if (question !== undefined) return question;
    }
    return null;
  }

  return {
    version,
    edition: version,
    created,
    async match(document, claims) {
      const linking = startLinking(document, claims, catalogue.link);
      const { questions, judge } = linking.named(await blocksOf(linking.blocks));
      return judge(await traitsOf(questions));
    },
    actor: (id) => catalogue.actors.get(id) ?? null,
    questionOf: (quantity) => found(rowsOf(catalogue.quantities, quantity), (q) => quantityOf(q) === quantity),
    counts: catalogue.counts,
    listing: () => listing(every()),
    prepare(ids) {
      const rows = ids.flatMap((id) => rowsOf(catalogue.questions, id));
      const numbers = new Set<number>();
      for (const row of rows) for (const number of catalogue.needs.subarray(catalogue.needsFrom[row], catalogue.needsFrom[row + 1])) numbers.add(number);
      // What is damaged is told to whoever asks for it.
      for (const number of numbers) shard(number).catch(() => undefined);
    },
    question: (id) => found(rowsOf(catalogue.questions, id), (q) => q.id === id),
    async source(id) {
      const number = catalogue.sources.get(id);
      const held = number === undefined ? null : await shard(number);
      return held?.kind === 'sources' ? (held.records.find((s) => s.id === id) ?? null) : null;
    },
  };
}
