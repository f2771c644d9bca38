// One spelling for comparison. The folded text keeps the length of the original, so that positions stay valid.

/** Signs that Unicode does not take apart. */
const ALIKE: Record<string, string> = {
  ıİ: 'i', øØ: 'o', łŁ: 'l', đĐ: 'd',
  '\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u0060\u00b4': "'",
  '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb': '"',
  '\u2010\u2011\u2012\u2013\u2014\u2015\u2212': '-',
  '\u00a0\u2009\u202f\u2002\u2003\t': ' ',
  // й is a letter of its own, not и with a mark.
  йЙ: 'й',
};

/** Scripts whose letters have marks and two cases: Latin, Greek, Cyrillic; Latin and Greek extended. */
const hasMarks = (code: number): boolean => (code >= 0x41 && code < 0x530) || (code >= 0x1e00 && code < 0x2000);

/** Base letter by code unit, plus one; 0: not asked for yet. Of the two thousand a page has a hundred. */
const folded = new Uint16Array(0x2213);

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const alike = Object.keys(ALIKE).find((chars) => chars.includes(char));
  const base = alike === undefined && hasMarks(code) ? char.normalize('NFD').charAt(0).toLowerCase() : (ALIKE[alike ?? ''] ?? char);
  const own = base.length === 1 ? base.charCodeAt(0) : code;
  folded[code] = own + 1;
  return own + 1;
}

/** Lower case, no diacritics, plain quotes, dashes and spaces: a code a character of `text`, and a 0 behind them, so that who reads on past the end meets nothing. */
export function foldedCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    codes[i] = code < folded.length ? (folded[code] || learn(code)) - 1 : code;
  }
  return codes;
}

/** Below the engines' limit for spread arguments. */
const CHUNK = 8192;

/** What `foldedCodes` gave, as a text. */
export function textOfCodes(codes: Uint16Array): string {
  const length = codes.length - 1;
  let out = '';
  for (let at = 0; at < length; at += CHUNK) out += String.fromCharCode.apply(null, codes.subarray(at, Math.min(at + CHUNK, length)) as unknown as number[]);
  return out;
}

/** Lower case, no diacritics, plain quotes, dashes and spaces; same length as `text`. */
export const fold = (text: string): string => textOfCodes(foldedCodes(text));

/** A name as it is stored: folded, without apostrophes, each run of spaces and hyphens one space. */
export function foldName(name: string): string {
  return fold(name).replace(/'/g, '').replace(/[ -]+/g, ' ').replace(/^[#@" ]+/, '').trim();
}

/** Letters and digits of scripts written with spaces between words. */
export function isWordCode(code: number): boolean {
  // Below 0x80 first: it is asked of every letter of a page.
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
  return (
    (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x1e00 && code < 0x1f00)
  );
}

/** Scripts in which names are looked for anywhere: Greek, Cyrillic, Hebrew, Arabic, Indic, Thai, Han, Kana, Hangul. */
export function isOtherScript(code: number): boolean {
  return (code >= 0x370 && code < 0x1e00) || (code >= 0x2e80 && code < 0xd800) || (code >= 0xf900 && code < 0xfe00);
}
