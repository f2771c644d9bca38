// Patterns over many short texts.

/** All matches of a global pattern that never matches nothing. As `matchAll`, which makes the pattern anew for each text: that takes longer than most of these texts. */
export function eachMatch(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
