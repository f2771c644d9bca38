// Folding (fold.ts) for whoever folds a million texts one after the other and wakes for nothing else: most of them are plain.
import { fold, foldName } from './fold.ts';

/** Words of plain letters. */
const WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
/** ASCII without the two signs of it that are folded into others: tab and grave. */
// oxlint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u0008\u000a-\u005f\u0061-\u007f]*$/;

/** As `foldName` says. */
export const foldPlainName = (name: string): string => (WORDS.test(name) ? name.toLowerCase() : foldName(name));

/** As `fold` says. */
export const foldPlain = (text: string): string => (ASCII.test(text) ? text.toLowerCase() : fold(text));
