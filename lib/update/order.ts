// In which order records stand in a release: the packer, and whoever puts a changed shard together again, must agree.
import type { Shard } from './bundle.ts';

type Kind = Shard['kind'];
type Named = { id: string; collection?: string };

/** Questions by collection, then id; all others by id. By code unit: the same everywhere, whatever the locale. */
export const inOrder = (kind: Kind, a: Named, b: Named): number => (kind === 'questions' ? compare(a.collection ?? '', b.collection ?? '') : 0) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
