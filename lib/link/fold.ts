// One spelling for comparison. The folded text keeps the length of the original, so that positions stay valid.

/** Base letter of every Latin letter with diacritics, by code unit; what lies above it stands as it is. */
let folded: Uint16Array | null = null;
const TABLE_END = 0x2213;

/** In one piece: a worker that has just woken does nothing two thousand times for nothing. */
function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_END);
  for (let code = 0; code < TABLE_END; code++) table[code] = code;
  const set = (from: number, to: number): void => {
    const each = Array.from(table.subarray(from, to), (code) => String.fromCharCode(code)).join('\n');
    each.normalize('NFD').split('\n').forEach((letter, i) => {
      const base = letter.charAt(0).toLowerCase();
      if (base.length === 1) table[from + i] = base.charCodeAt(0);
    });
  };
  set(0x41, 0x530); // Latin, Greek, Cyrillic: case and marks
  set(0x1e00, 0x2000); // Latin and Greek extended
  for (const [chars, to] of [
    ['ıİ', 'i'], ['øØ', 'o'], ['łŁ', 'l'], ['đĐ', 'd'],
    ['\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u0060\u00b4', "'"],
    ['\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb', '"'],
    ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-'],
    ['\u00a0\u2009\u202f\u2002\u2003\t', ' '],
  ] as const)
    for (const c of chars) table[c.charCodeAt(0)] = to.charCodeAt(0);
  // й and ё are letters of their own, not и and е with a mark.
  for (const [c, to] of [['й', 'й'], ['Й', 'й']] as const) table[c.charCodeAt(0)] = to.charCodeAt(0);
  return table;
}

/** Lower case, no diacritics, plain quotes, dashes and spaces; same length as `text`. */
export function fold(text: string): string {
  const CHUNK = 8192; // below the engines' limit for spread arguments
  const table = (folded ??= buildTable());
  const codes = new Uint16Array(Math.min(CHUNK, text.length));
  let out = '';
  for (let at = 0; at < text.length; at += CHUNK) {
    const n = Math.min(CHUNK, text.length - at);
    for (let i = 0; i < n; i++) {
      const code = text.charCodeAt(at + i);
      codes[i] = table[code] ?? code;
    }
    out += String.fromCharCode.apply(null, codes.subarray(0, n) as unknown as number[]);
  }
  return out;
}

/** A name as it is stored: folded, without apostrophes, each run of spaces and hyphens one space. */
export function foldName(name: string): string {
  return fold(name).replace(/'/g, '').replace(/[ -]+/g, ' ').replace(/^[#@" ]+/, '').trim();
}

/** Letters and digits of scripts written with spaces between words. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x1e00 && code < 0x1f00)
  );
}

/** Scripts in which names are looked for anywhere: Greek, Cyrillic, Hebrew, Arabic, Indic, Thai, Han, Kana, Hangul. */
export function isOtherScript(code: number): boolean {
  return (code >= 0x370 && code < 0x1e00) || (code >= 0x2e80 && code < 0xd800) || (code >= 0xf900 && code < 0xfe00);
}
