// Letters of any script. Patterns over all of Unicode take the browser half a millisecond each to prepare, at every waking of
// the worker; on most pages no more is asked than whether a letter is one of A to Z.

const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const LETTER = /^\p{L}/u;
const OPENING = /^[\p{Lu}\p{Lo}]/u;

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

export function isUpperAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= 0x80) ? isCapital(code) : UPPER.test(charAt(text, at));
}

export function isLowerAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= 0x80) ? isSmall(code) : LOWER.test(charAt(text, at));
}

export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= 0x80) ? isCapital(code) || isSmall(code) : LETTER.test(charAt(text, at));
}

/** A capital, a letter of a script that has none, or a digit: what a sentence begins with. */
export function opensAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= 0x80) ? isCapital(code) || (code >= 0x30 && code <= 0x39) : OPENING.test(charAt(text, at));
}
