import { byId } from '../claim/by-id.ts';
import type { Question } from '../claim/database.ts';
import { folded, hasAll, wordsOf } from '../claim/find-words.ts';
import type { Known } from './mine.ts';

/** Answers offered at once; whoever sees more types another word. */
export const MOST_FOUND = 20;

/** Questions of the extension in which every typed word stands, those with more of them in the title first. Empty for no word. */
export function findQuestions(typed: string, { questions, events }: Known): Question[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const event = byId(events);
  const found = questions.flatMap((question) => {
    if (question.kind === 'context') return [];
    const title = folded(question.title);
    const all = folded([question.title, event.get(question.event)?.name ?? '', question.place.name, ...question.match.strong].join('\n'));
    return hasAll(all, words) ? [{ question, hits: words.filter((word) => title.includes(word)).length }] : [];
  });
  return found.toSorted((a, b) => b.hits - a.hits).map(({ question }) => question);
}
