// Characters of numbers: digits of any script we meet, the marks that group them, and characters that show nothing.

/** First code point of each run of ten decimal digits: ASCII, Arabic-Indic, Persian, Devanagari, full-width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

/** 0 to 9, or -1. */
export function digitAt(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c < 0x30) return -1;
  if (c < 0x3a) return c - 0x30;
  if (c < 0x660) return -1;
  for (const zero of ZEROS) if (c >= zero && c < zero + 10) return c - zero;
  return -1;
}

/** Soft hyphens, zero-width characters and bidirectional marks stand inside words and numbers without being seen. */
export const isInvisible = (c: number): boolean => c === 0xad || (c >= 0x200b && c <= 0x200f) || c === 0x2060 || c === 0xfeff;

export const isSpace = (c: number): boolean =>
  c === 0x20 || (c >= 9 && c <= 13) || c === 0xa0 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f || c === 0x3000;

export const isLetter = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0xc0 && c !== 0xd7 && c !== 0xf7 && !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x3000 && c <= 0x3004) && !(c >= 0xff00 && c <= 0xff20) && c !== 0xfeff);

/** Apostrophes, as English contractions and Swiss thousands write them. */
export const isApostrophe = (c: number): boolean => c === 0x27 || c === 0x2019 || c === 0x2bc;

export type Digits = { end: number; value: number; whole: boolean; grouped: boolean };

/** Groups of digits parted by one mark: `1,200` `1.200` `1 200` `1'200` `1,20,000`; else a decimal `1.5`; else the digits alone. */
export function readDigits(text: string, start: number): Digits {
  const first = run(text, start);
  const parts = [first.value];
  let end = first.end;
  let middle = 3;
  let mark = 0;
  if (first.length <= 3)
    for (;;) {
      const m = groupMark(text, end);
      if (m === 0 || (mark !== 0 && m !== mark)) break;
      const next = run(text, end + 1);
      if (next.length !== 3 && !(m === 0x2c && next.length === 2)) break;
      // Digits that go on after a group of three are not groups: "12.05.2011", "1,314,1198".
      if (next.length === 2) {
        const after = groupMark(text, next.end);
        if (after !== m || run(text, next.end + 1).length < 2) break;
        middle = 2;
      }
      mark = m;
      parts.push(next.value);
      end = next.end;
    }
  if (parts.length > 1) {
    let value = parts[0] ?? 0;
    for (let i = 1; i < parts.length; i++) value = value * (i < parts.length - 1 && middle === 2 ? 100 : 1000) + (parts[i] ?? 0);
    const fraction = mark === 0x2c && text.charCodeAt(end) === 0x2e && digitAt(text, end + 1) >= 0 ? run(text, end + 1) : null;
    return { end: fraction ? fraction.end : end, value, whole: fraction === null, grouped: true };
  }
  const c = text.charCodeAt(end);
  if ((c === 0x2e || c === 0x2c) && digitAt(text, end + 1) >= 0) {
    const fraction = run(text, end + 1);
    if (c === 0x2e || fraction.length <= 2)
      return { end: fraction.end, value: first.value + fraction.value / 10 ** fraction.length, whole: false, grouped: false };
  }
  return { end, value: first.value, whole: true, grouped: false };
}

function run(text: string, start: number): { end: number; value: number; length: number } {
  let value = 0;
  let length = 0;
  let i = start;
  for (; i < text.length; i++) {
    const d = digitAt(text, i);
    if (d >= 0) {
      value = value * 10 + d;
      length++;
    } else if (!isInvisible(text.charCodeAt(i)) || length === 0) break;
  }
  while (i > start && isInvisible(text.charCodeAt(i - 1))) i--;
  return { end: i, value, length };
}

/** The grouping mark at `i`, one space standing for all of them; 0 when there is none or no digit follows. */
function groupMark(text: string, i: number): number {
  if (digitAt(text, i + 1) < 0) return 0;
  const c = text.charCodeAt(i);
  if (c === 0x2c || c === 0x2e) return c;
  if (c === 0xff0c || c === 0x66c) return 0x2c;
  if (isApostrophe(c)) return 0x27;
  return c === 0x20 || c === 0xa0 || c === 0x2009 || c === 0x202f ? 0x20 : 0;
}
