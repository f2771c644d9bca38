// "Not this event": remembered as a digest of page, quotation and question, which tells nobody what was read.
import { sha256 } from '../store/sha256.ts';

/** The oldest are forgotten; a reader who hides a thousand cards needs another extension. */
export const HIDDEN_KEPT = 1_000;

/** `page` is an address; what follows # names a place in the same page. */
export function hiddenKey(page: string, quote: string, question: string): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify([page.split('#', 1)[0], quote, question])));
}

export const withHidden = (kept: readonly string[], key: string, hidden: boolean): string[] =>
  [...kept.filter((k) => k !== key), ...(hidden ? [key] : [])].slice(-HIDDEN_KEPT);
