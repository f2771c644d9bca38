// A relation is told on both sides, each in its own words.
import type { QuestionRelation } from '../database.ts';
import { isUnread, type WholeCheck, type Problem } from './problem.ts';

type Type = QuestionRelation;

/** What the other question must answer. A comparison answers the two kinds that have no inverse of their own. */
const ANSWERS: Record<Type, readonly Type[]> = {
  'subset-of': ['superset-of'],
  'superset-of': ['subset-of'],
  overlaps: ['overlaps'],
  sibling: ['sibling'],
  'compare-with': ['compare-with', 'proxy-for', 'increment-of'],
  'part-of-sum': ['part-of-sum'],
  'same-as-other-period': ['same-as-other-period'],
  'increment-of': ['compare-with'],
  'proxy-for': ['compare-with'],
};

export const relations: WholeCheck = (records) => {
  const problems: Problem[] = [];
  const { questions } = records;
  const byId = new Map(questions.map(({ record }) => [record.id, record]));
  for (const { file, record: q } of questions)
    q.relations.forEach((r, i) => {
      const report = (reason: string): void => void problems.push({ file, path: `relations.${i}`, reason });
      if (r.question === q.id) report('is a relation to itself');
      if (q.relations.findIndex((other) => other.question === r.question) !== i) report(`a second relation to ${r.question}`);
      if (isUnread(records, r.question)) return;
      const back = byId.get(r.question)?.relations.find((other) => other.question === q.id);
      if (back === undefined) report(`${r.type} ${r.question} is not answered there`);
      else if (!ANSWERS[r.type].includes(back.type)) report(`${r.type} ${r.question} is answered by ${back.type}`);
    });
  return problems;
};
