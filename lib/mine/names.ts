// Names and ids: a source, an event or an actor is known by its name, and gets an id when it is new.
import type { Actor, Source } from '../claim/database.ts';
import { tidy } from './fields.ts';

/** Longer ids would not leave room for what is put together of them. */
const LONGEST = 60;

/** A kebab-case id made of a name, one that `taken` does not know; `word` stands for a name without Latin letters. */
export function freshId(name: string, word: string, taken: (id: string) => boolean): string {
  const plain = tidy(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST).replace(/^-|-$/g, '');
  const base = plain === '' ? word : plain;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken(id)) return id;
  }
}

const fold = (name: string): string => tidy(name).toLowerCase();

/** By id, by name, by a name nobody shares; in this order, and in the order of the records. */
export function named<T extends Pick<Source | Actor, 'id' | 'name' | 'aliases'>>(records: readonly T[], name: string): T | undefined {
  const wanted = fold(name);
  return records.find((r) => r.id === name) ?? records.find((r) => fold(r.name) === wanted) ?? records.find((r) => r.aliases.some((a) => fold(a) === wanted));
}
