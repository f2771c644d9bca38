// A number phrase and what it counts → a claim, with what the text says beside it.
import type { Bound } from '../claim/amount.ts';
import type { Claim, ClaimKind } from '../claim/claim.ts';
import { contextOf } from './context.ts';
import { groupBehind, groupOf, groupOfToll } from './group.ts';
import type { Phrase } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { marked } from './token-tests.ts';
import { OPEN } from './verbs.ts';
import { others } from './victims.ts';

type Found = { text: string; s: Sentence; phrase: Phrase; reading: Reading; block: number };

/** Null where the phrase has no words in the text. */
export function claimOf({ text, s, phrase, reading, block }: Found): Claim | null {
  const first = s.tokens[phrase.from];
  const last = s.tokens[phrase.to - 1];
  const numberFirst = s.tokens[phrase.number.from];
  const numberLast = s.tokens[phrase.number.to - 1];
  if (!first || !last || !numberFirst || !numberLast) return null;
  const { start } = first;
  const { end } = last;
  const kind = kindOf(s, phrase);
  const { group, groupText } =
    (reading.rules.includes('order-of-size') && groupBehind(s, reading.at, text)) ||
    (phrase.head === 'bare' && (reading.rules.includes('toll') || reading.rules.includes('toll-noun')) && groupOfToll(s, reading.at, text)) ||
    groupOf(s, phrase, text);
  // Field by field: spread out, it takes a tenth of the time of a text that is all figures.
  const { low, high, bound } = amountOf(phrase, kind);
  const { saidBy, actor, place, period } = contextOf(s, phrase, reading, text);
  return {
    low,
    high,
    bound,
    start,
    end,
    text: text.slice(start, end),
    number: { start: numberFirst.start, end: numberLast.end },
    block,
    kind,
    measure: reading.measure,
    group,
    groupText,
    increment: phrase.increment || reading.increment === true,
    hypothetical: reading.hypothetical,
    saidBy,
    actor,
    place,
    period,
    // "One killed, three others shot": others than the dead.
    rules: [phrase.number.rule, ...reading.rules.filter((rule) => rule !== OPEN || !others(s, phrase))],
  };
}

function kindOf(s: Sentence, phrase: Phrase): ClaimKind {
  const { kind } = phrase.number;
  if (kind === 'name') return 'count';
  const per = s.tokens[phrase.to];
  if (kind === 'count' && marked(per, 'per') && (s.tokens[phrase.to + 1]?.digits || s.tokens[phrase.to + 1]?.word.number?.role === 'scale')) return 'rate';
  return kind;
}

function amountOf(phrase: Phrase, kind: ClaimKind): { low: number | null; high: number | null; bound: Bound } {
  const { low, high, range } = phrase.number;
  const bound = phrase.bound ?? phrase.number.bound;
  if (kind === 'share') return { low: null, high: null, bound: bound ?? 'exact' };
  if (range) return { low, high, bound: 'range' };
  if (bound === 'at-least' || bound === 'more-than') return { low, high: null, bound };
  if (bound === 'at-most' || bound === 'less-than') return { low: null, high: high ?? low, bound };
  if (kind === 'vague') return { low, high, bound: 'vague' };
  return { low, high, bound: bound ?? 'exact' };
}
