// Names and ids: a source, an event or an actor is known by its name, and gets an id when it is new.
import type { Actor, Source } from '../claim/database.ts';
import { folded } from '../claim/find-words.ts';
import { tidy } from './fields.ts';

/** Longer ids would not leave room for what is put together of them. */
const LONGEST = 60;

/** A kebab-case id made of a name, one that `taken` does not know; `word` stands for a name without Latin letters. */
export function freshId(name: string, word: string, taken: (id: string) => boolean): string {
  const letters = folded(tidy(name)).replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST).replace(/^-|-$/g, '');
  const base = letters === '' ? word : letters;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken(id)) return id;
  }
}

const plain = (name: string): string => tidy(name).toLowerCase();

/** By id, by name, by a name nobody shares; in this order, and in the order of the records. */
export function named<T extends Pick<Source | Actor, 'id' | 'name' | 'aliases'>>(records: readonly T[], name: string): T | undefined {
  const wanted = plain(name);
  return records.find((r) => r.id === name) ?? records.find((r) => plain(r.name) === wanted) ?? records.find((r) => r.aliases.some((a) => plain(a) === wanted));
}
