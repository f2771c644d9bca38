// What a reader changes in a saved claim. Words are tidied rather than refused: nothing that was typed is lost.
import { MAX, type Figure, type SavedClaim } from './schema.ts';

/** What is left out stays as it is. `addTags` and `removeTags` are for many claims at once; `seen`: the changes are known now. */
export type Edit = {
  note?: string;
  tags?: readonly string[];
  addTags?: readonly string[];
  removeTags?: readonly string[];
  /** Null: in no collection. */
  collection?: string | null;
  /** The figure as the reader reads it. */
  figure?: Figure | null;
  seen?: true;
};

/** `now` is ISO, UTC. Throws TypeError for a note that is too long to be kept whole. */
export function edited(claim: SavedClaim, edit: Edit, now: string): SavedClaim {
  const note = edit.note ?? claim.note;
  if (note.length > MAX.note) throw new TypeError(`a note holds ${MAX.note} characters, this one has ${note.length}`);
  const gone = new Set((edit.removeTags ?? []).map(tagKey));
  const tags = [...(edit.tags ?? claim.tags), ...(edit.addTags ?? [])].filter((tag) => !gone.has(tagKey(tag)));
  return {
    ...claim,
    note,
    tags: tidyTags(tags),
    collection: edit.collection === undefined ? claim.collection : edit.collection === null ? null : tidyLabel(edit.collection, MAX.collection),
    ...(edit.figure === undefined ? {} : { figure: edit.figure, byHand: true }),
    changed: edit.seen && claim.changed ? { ...claim.changed, seen: true } : claim.changed,
    edited: now,
  };
}

/** One line, NFC, without semicolons; null when nothing is left. */
function tidyLabel(words: string, max: number): string | null {
  const line = words.normalize('NFC').replace(/;/g, ',').replace(/\s+/g, ' ').trim().slice(0, max).trim();
  return line === '' ? null : line;
}

const tagKey = (tag: string): string => (tidyLabel(tag, MAX.tag) ?? '').toLowerCase();

/** Each tag once, as it was first written, whatever its case. */
export function tidyTags(tags: readonly string[]): string[] {
  const once = new Map<string, string>();
  for (const tag of tags) {
    const tidy = tidyLabel(tag, MAX.tag);
    if (tidy !== null && !once.has(tidy.toLowerCase())) once.set(tidy.toLowerCase(), tidy);
  }
  return [...once.values()].slice(0, MAX.tags);
}
