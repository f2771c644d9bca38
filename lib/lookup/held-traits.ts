// The traits of the questions that pages can be about: read when a page first names them, those asked for last kept.
import type { LinkIndex, Traits } from '../link/link-index.ts';
import { traitsText, unpackTraits } from '../link/traits.ts';

/** Questions: a page can be about eighty, and the next of the same site is mostly about the same. Of a small database all. */
const KEPT = 500;

/** Answers what tells the traits of each of the questions it was given. `texts` gives those of these numbers, in their order; what it throws is thrown. */
export function holdTraits(index: LinkIndex, texts: (numbers: readonly number[]) => Promise<readonly string[]>): (questions: readonly number[]) => Promise<(question: number) => Traits> {
  const kept = new Map<number, Traits>();
  return async (questions) => {
    const missing = questions.filter((question) => !kept.has(question));
    const own = new Map(questions.flatMap((question) => ((traits) => (traits === undefined ? [] : [[question, traits] as const]))(kept.get(question))));
    if (missing.length > 0) {
      const numbers = [...new Set(missing.map(traitsText))];
      const read = new Map((await texts(numbers)).map((text, i) => [numbers[i], text]));
      for (const question of missing) own.set(question, unpackTraits(index, read.get(traitsText(question)) ?? '', question));
    }
    // A map keeps the order of insertion: taking out and putting back makes the first entry the longest unused.
    for (const [question, traits] of own) {
      kept.delete(question);
      kept.set(question, traits);
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return (question) => {
      const traits = own.get(question);
      if (traits === undefined) throw new RangeError(`the traits of question ${question} were not asked for`);
      return traits;
    };
  };
}
