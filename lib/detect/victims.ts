// Nouns that count casualties by themselves: deaths and wounded outright, bodies and victims by what is said around them.
import type { Measure } from '../claim/claim.ts';
import type { Before } from './before.ts';
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { counted } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { isHypothetical, together } from './verbs.ts';

/** A noun that says by itself what came of them: "12 deaths", "40 wounded". */
export function outright(s: Sentence, phrase: Phrase, head: Token): Reading | null {
  // "12 fatal injuries"
  const measure = marked(s.tokens[phrase.headAt - 1], 'deadly') ? 'killed' : (head.word.measure ?? 'other');
  // "deletions include 2,000 dead": the dead of a register came to no harm that is told of.
  if (has(head, T.state) && s.tokens.some((t) => marked(t, 'register'))) return null;
  // "40 dead and wounded" is one number for both.
  const other = has(head, T.state) && has(s.tokens[phrase.to], T.and) ? s.tokens[phrase.to + 1] : undefined;
  if (other?.word.measure && has(other, T.verb | T.state) && s.owner[phrase.to + 1] === -1 && other.word.form !== 'ing' && !has(s.tokens[phrase.to + 2], T.be | T.have | T.person)) return counted(together(measure, other.word.measure, false), phrase.headAt, isHypothetical(s, phrase.from), 'victim-noun', 'partner-verb');
  // "no serious injuries" leaves room for light ones.
  if (phrase.number.kind === 'zero' && s.tokens.slice(phrase.number.to, phrase.headAt).some((t) => marked(t, 'serious'))) return null;
  return counted(measure, phrase.headAt, isHypothetical(s, phrase.from) || isTarget(s, phrase), 'victim-noun');
}

/** "a target of no more than 120 deaths", "the goal is zero deaths": nobody has died of it. */
function isTarget({ tokens }: Sentence, phrase: Phrase): boolean {
  const i = leftOf(tokens, phrase);
  return has(tokens[i], T.of | T.be) && marked(tokens[i - 1], 'target');
}

/** A noun whose clause says nothing of them: "12 bodies", "40 victims". */
export function soft(s: Sentence, phrase: Phrase, head: Token, before: Before): Reading | null {
  if (isInstitution(s, phrase) || (marked(head, 'victims') && isRescued(s, phrase))) return null;
  return counted(softMeasure(s, phrase, before), phrase.headAt, isHypothetical(s, phrase.from), others(s, phrase) ? 'victim-noun' : 'victim-noun-soft');
}

/** "victims" are what their sentence says of them; where it says nothing, one number for killed and wounded together. */
export function softMeasure(s: Sentence, phrase: Phrase, before: Before): Measure {
  const own = s.tokens[phrase.headAt]?.word.measure ?? 'killed';
  if (!marked(s.tokens[phrase.headAt], 'victims')) return own;
  const said = new Set<Measure>();
  for (const t of s.tokens) if (has(t, T.verb | T.state | T.event) && !t.word.soft && (t.word.measure === 'killed' || t.word.measure === 'wounded')) said.add(t.word.measure);
  const [only] = said;
  if (said.size === 1 && only) return only;
  // "Displacement left 8 million victims": of that, and not of killing.
  if (said.size === 0 && s.tokens.slice(Math.max(0, phrase.from - 2), phrase.from).some((t) => has(t, T.event) && t.word.measure === 'displaced')) return 'displaced';
  return before.near === 'killed' && !others(s, phrase) ? 'killed' : 'casualties';
}

/** "three other victims": others than the dead need not be dead. */
export const others = (s: Sentence, phrase: Phrase): boolean => s.tokens.slice(phrase.number.to, phrase.to).some((t) => has(t, T.other));

/** "two governing bodies", "the two bodies would agree", "one body of students": no dead. */
function isInstitution({ tokens }: Sentence, { number, headAt, to }: Phrase): boolean {
  const head = tokens[headAt];
  if (!marked(head, 'bodies')) return false;
  if (tokens.slice(number.to, headAt).some((t) => marked(t, 'institution')) || has(tokens[to], T.modal)) return true;
  return head?.word.plural === false && has(tokens[to], T.of) && (tokens[to + 1]?.word.plural === true || tokens[to + 1]?.word.tags === 0);
}

/** "rescued 11 victims", "11 victims were freed": what befell them stands elsewhere. */
function isRescued(s: Sentence, phrase: Phrase): boolean {
  const next = has(s.tokens[phrase.to], T.be | T.have) ? phrase.to + 1 : phrase.to;
  return marked(s.tokens[leftOf(s.tokens, phrase)], 'rescues') || [next, next + 1].some((k) => marked(s.tokens[k], 'rescues'));
}
