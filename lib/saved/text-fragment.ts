// The address of a page that goes to a quotation in it: https://wicg.github.io/scroll-to-text-fragment/
import type { SavedClaim } from './schema.ts';

/** Longer quotations are named by their ends: a word in the middle may have been mended since. Words. */
const WHOLE = 12;
const ENDS = 5;

/** A dash tells the parts of a fragment apart, and is left alone by encodeURIComponent. */
const encoded = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

/** Null when no address was saved. */
export function passageAddress({ page: { url, canonical }, quote: { exact } }: Pick<SavedClaim, 'page' | 'quote'>): string | null {
  const address = url ?? canonical;
  if (address === null) return null;
  const words = exact.split(/\s+/).filter((word) => word !== '');
  const text = words.length <= WHOLE ? encoded(exact) : `${encoded(words.slice(0, ENDS).join(' '))},${encoded(words.slice(-ENDS).join(' '))}`;
  // What a page's own script reads after # stays before ours.
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${text}`;
}
