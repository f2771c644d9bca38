// One version of the database, open for reading: its catalogue in memory, its records unpacked when they are asked for.
import type { CardSource } from '../claim/card-content.ts';
import type { Question } from '../claim/database.ts';
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Match } from '../claim/match.ts';
import { link } from '../link/link.ts';
import type { Pointer } from '../store/pointer.ts';
import type { Store } from '../store/store.ts';
import type { Shard } from '../update/bundle.ts';
import type { Catalogue, Counts } from './catalogue.ts';
import { listing, type Listing } from './listing.ts';

export type Library = {
  version: string;
  /** Names all that is read: this version, and those of the feeds heard besides. */
  edition: string;
  created: string;
  /** One per claim; null: it abstains. */
  match(document: PageDocument, claims: readonly Claim[]): Promise<(Match | null)[]>;
  counts: Counts;
  /** Null for an id that is not in this version. Throws DamagedStore. */
  question(id: string): Promise<Question | null>;
  source(id: string): Promise<CardSource | null>;
  /** Name of an armed actor; null for an id that is not in this version. */
  actor(id: string): string | null;
  /** Id of the question that counts this (quantityOf); null: none does. */
  questionOf(quantity: string): string | null;
  /** All that it holds, for whoever looks through it. Throws DamagedStore. */
  listing(): Promise<Listing>;
  /** Begins to unpack all that the cards of these questions show. */
  prepare(ids: readonly string[]): void;
};

/** Unpacked shards kept: a page about several conflicts needs two dozen, with the sources, at some 20 kB each. */
const SHARDS_KEPT = 64;

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
    for (const oldest of unpacked.keys()) {
      if (unpacked.size <= SHARDS_KEPT) break;
      unpacked.delete(oldest);
    }
    kept.catch(() => unpacked.delete(number));
    return kept;
  }

  return libraryOver((await store.index(pointer.index)) as Catalogue, shard, { ...pointer, all: pointer.shards.length });
}

/** `shard` gives the shard of a number, in the order the catalogue was made of; there are `all` of them. */
export function libraryOver(catalogue: Catalogue, shard: (number: number) => Promise<Shard>, { version, created, all }: Pick<Library, 'version' | 'created'> & { all: number }): Library {
  async function* every(): AsyncGenerator<Shard> {
    for (let number = 0; number < all; number++) yield await shard(number);
  }

  return {
    version,
    edition: version,
    created,
    match: (document, claims) => Promise.resolve(link(document, claims, catalogue.link)),
    actor: (id) => catalogue.actors.get(id) ?? null,
    questionOf: (quantity) => catalogue.quantities.get(quantity) ?? null,
    counts: catalogue.counts,
    listing: () => listing(every()),
    prepare(ids) {
      const numbers = ids.flatMap((id) => {
        const row = catalogue.questions.get(id);
        return row === undefined ? [] : [...catalogue.needs.subarray(catalogue.needsFrom[row], catalogue.needsFrom[row + 1])];
      });
      // What is damaged is told to whoever asks for it.
      for (const number of new Set(numbers)) shard(number).catch(() => undefined);
    },
    async question(id) {
      const row = catalogue.questions.get(id);
      const number = row === undefined ? undefined : catalogue.needs[catalogue.needsFrom[row] ?? 0];
      const held = number === undefined ? null : await shard(number);
      return held?.kind === 'questions' ? (held.records.find((q) => q.id === id) ?? null) : null;
    },
    async source(id) {
      const number = catalogue.sources.get(id);
      const held = number === undefined ? null : await shard(number);
      return held?.kind === 'sources' ? (held.records.find((s) => s.id === id) ?? null) : null;
    },
  };
}
