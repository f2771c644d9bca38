import type { SavedClaim } from '../saved/schema.ts';

/** Saved claims as they come out of the store: in parts, so that a long list never is in memory twice. */
export type Parts = AsyncIterable<readonly SavedClaim[]> | Iterable<readonly SavedClaim[]>;

/** Of the export itself. `now` is ISO, UTC; `extension` the version that writes; `besides`: what a backup holds besides the claims, for JSON alone. */
export type About = { now: string; extension: string; besides?: Record<string, unknown> };

/** What a format must supply. */
export type Exporter = {
  id: 'csv' | 'json' | 'jsonld' | 'bibtex' | 'ris' | 'csl' | 'markdown' | 'xlsx';
  /** With the dot. */
  extension: string;
  mime: string;
  /** The file in pieces, in order: put together in a Blob. Stops when no more pieces are asked for. */
  write(parts: Parts, about: About): AsyncGenerator<string | Uint8Array<ArrayBuffer>>;
};
