// Which version of the database is served, and out of which blobs.

/** A blob, how many bytes it may unpack to, and what records are in it. `of`: the hash it was published under, where it was made here from a patch. */
export type BlobRef = { hash: string; raw: number; kind: 'questions' | 'sources' | 'events' | 'actors'; of?: string };

export type Pointer = {
  /** Dotted numbers, growing: "2026.11.14". */
  version: string;
  /** When the bundle was made, ISO. */
  created: string;
  /** SHA-256 of the manifest: two bundles may call themselves by one version. */
  manifest: string;
  shards: BlobRef[];
  /** Key of what the worker keeps in memory, made from the shards by the code named in `indexedBy`. */
  index: string;
  /** The code that made the index, by the extension's version and a digest: other code may read the same questions otherwise. */
  indexedBy: string;
};

/** Negative when `a` is older than `b`, 0 when they are the same version. Missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const as = a.split('.').map(Number);
  const bs = b.split('.').map(Number);
  for (let i = 0; i < Math.max(as.length, bs.length); i++) {
    const difference = (as[i] ?? 0) - (bs[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
