// The least that could be called reading: a number right beside a casualty word. What we measure against, in the same
// process and on the same texts.
import type { PredictedFigure } from './records.ts';

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = String.raw`(\d[\d,]*|${WORDS.join('|')})`;
const PEOPLE = '(?: (?:other|more|young))?(?: (?:people|persons|others|men|women|teens|children|students|victims|adults|soldiers|civilians))?';
const AUXILIARY = '(?: (?:are|were|was|is|have been|had been|left|reported))?';

/** "12 people were killed", "three others wounded", "5 dead". */
const BEFORE = new RegExp(String.raw`\b${NUMBER}${PEOPLE}${AUXILIARY} (?:(killed|dead|died?|slain|murdered)|wounded|injured|hurt|shot)\b`, 'gi');
/** "killed 12", "injuring at least 12". */
const BEHIND = new RegExp(String.raw`\b(?:(kill(?:s|ed|ing)?)|wound(?:s|ed|ing)|injur(?:es|ed|ing)|shot) (?:at least |about )?${NUMBER}\b`, 'gi');

function figureOf(number: string, start: number, killed: string | undefined): PredictedFigure {
  const word = WORDS.indexOf(number.toLowerCase());
  const value = word < 0 ? Number(number.replaceAll(',', '')) : word + 1;
  return { low: value, high: value, unit: killed ? 'killed' : 'wounded', start, end: start + number.length };
}

/** In order of position; a number that both patterns find counts once. */
export function naiveFigures(text: string): PredictedFigure[] {
  const figures = new Map<number, PredictedFigure>();
  for (const m of text.matchAll(BEFORE)) figures.set(m.index, figureOf(m[1] ?? '', m.index, m[2]));
  for (const m of text.matchAll(BEHIND)) {
    const start = m.index + m[0].length - (m[2]?.length ?? 0);
    if (!figures.has(start)) figures.set(start, figureOf(m[2] ?? '', start, m[1]));
  }
  return [...figures.values()].toSorted((a, b) => a.start - b.start);
}
