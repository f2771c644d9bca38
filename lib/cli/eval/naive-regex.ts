// The least that could be called reading: a number with a casualty word close behind it or just before it. What we measure
// against, in the same process and on the same texts.
import type { PredictedFigure } from './records.ts';

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = String.raw`(\d[\d,]*|${WORDS.join('|')})`;
const CASUALTY = String.raw`(?:(kill(?:ed|ing|s)?|dead|died?|deaths?|slain|murdered|fatalities|bodies)|wounded|injured|injuries|hurt|injuring|wounding|shot)`;

/** "12 people were killed": up to three words between; "killed 12", "killing at least 12": up to one. */
const BEFORE = new RegExp(String.raw`\b${NUMBER}\b(?:\W+\w+){0,3}?\W+${CASUALTY}\b`, 'gi');
const BEHIND = new RegExp(String.raw`\b${CASUALTY}\b(?:\W+\w+){0,1}?\W+${NUMBER}\b`, 'gi');

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
