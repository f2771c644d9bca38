// A spreadsheet takes a cell that begins with = + - @ for a formula, and a page may begin a sentence with one. An apostrophe
// in front makes it text; it is taken off again when the table comes back. https://owasp.org/www-community/attacks/CSV_Injection

/**
 * The start of a cell or of a line in it (some readers start a new cell there), white space before the sign or not, with the
 * full-width signs that some languages' spreadsheets take for the same. Apostrophes that were there already count, so that
 * taking one off is the exact inverse.
 */
const DANGER = /^(?='*(?:\t|[^\S\t\r\n\u2028\u2029]*[\t=+\-@\uFF1D\uFF0B\uFF0D\uFF20]))/gm;
const DEFUSED = /^'(?='*(?:\t|[^\S\t\r\n\u2028\u2029]*[\t=+\-@\uFF1D\uFF0B\uFF0D\uFF20]))/gm;

export const defused = (text: string): string => text.replace(DANGER, "'");

/** The inverse of `defused`. */
export const fused = (text: string): string => text.replace(DEFUSED, '');
