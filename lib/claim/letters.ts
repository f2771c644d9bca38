/**
 * Letters and digits of all scripts, near enough, for a character class: what is left out is punctuation, symbols and
 * signs. A `\p{L}` class takes longer to build on a page's first reading than reading its text.
 */
export const WORD = '0-9A-Za-z\\u00aa\\u00b5\\u00c0-\\u1fff\\u2c00-\\u2dff\\u3040-\\uffff';
