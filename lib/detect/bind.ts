// Each number phrase of a sentence gets the casualty it counts, or nothing: the rules in the order in which they decide.
import type { Measure } from '../claim/claim.ts';
import { governorOf } from './governor.ts';
import { toClinic } from './injuries.ts';
import { T } from './lexicon.ts';
import { isIncluded } from './lists.ts';
import { lossOf, objectOf } from './objects.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { agent, predicateOf } from './predicate.ts';
import type { Reading } from './reading.ts';
import { doneSo, rivalOf } from './rival.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './sentence.ts';
import { endsWith, has, marked } from './token-tests.ts';
import { countsOthers, labelOf, tollOf } from './tolls.ts';
import { isHypothetical, together, voiceOf } from './verbs.ts';

/** What earlier sentences and the block's heading leave standing. */
export type Before = {
  /** The last measure read in the document. */
  measure: Measure | null;
  /** The same, when it was read in this block or the one before. */
  near: Measure | null;
  header: Measure | null;
};

export function bind(s: Sentence, before: Before): (Reading | null)[] {
  const known: (Reading | null | undefined)[] = [];
  const resolve = (i: number): Reading | null => {
    const k = known[i];
    if (k !== undefined) return k;
    known[i] = null; // a cycle reads as nothing
    const r = one(s, i, before, resolve);
    known[i] = r;
    return r;
  };
  return s.phrases.map((_, i) => resolve(i));
}

/** Fewer than this who flee are escaping; more are displaced. */
const CROWD = 50;

const counted = (measure: Measure, at: number, hypothetical: boolean, ...rules: Rule[]): Reading => ({ measure, at, hypothetical, negated: false, rules, strict: true });

function one(s: Sentence, index: number, before: Before, resolve: (i: number) => Reading | null): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  if (phrase.number.kind === 'name') return null;
  const label = labelOf(s, phrase);
  if (label) return label;
  if (phrase.head === 'excluded' || (phrase.number.kind === 'share' && phrase.head === 'bare' && phrase.partOf === null)) return null;
  // "The toll rose to 2,700 out of 5,700 cases"
  if (phrase.partOf === 'number' && ['excluded', 'unknown'].includes(s.phrases[index + 1]?.head ?? '')) return phrase.head === 'bare' ? tollOf(s, leftOf(s.tokens, phrase), phrase, null) : null;
  const head = s.tokens[phrase.headAt];
  // "one of the worst mass killings": of deeds, not of people.
  if (phrase.partOf !== null && has(head, T.event) && s.tokens.slice(phrase.number.to, phrase.headAt).some((t) => marked(t, 'superlative'))) return null;
  // "600 bat deaths"
  if (phrase.head === 'victim' && s.tokens.slice(phrase.number.to, phrase.headAt).some((t) => marked(t, 'animal'))) return null;
  // "900 death claims", "12 murder inquiries": the noun only describes what is counted.
  if (phrase.head === 'victim' && phrase.partOf === null && phrase.number.low > 1 && has(head, T.event) && head?.word.plural === false && has(s.tokens[phrase.headAt + 1], T.excluded | T.report | T.finite) && phrase.number.kind === 'count') return null;
  if (phrase.number.kind === 'zero' && deniesNothing(s, phrase)) return null;
  if (phrase.head === 'life') return lives(s, phrase);
  if (phrase.head === 'victim' && head && !head.word.soft) {
    const measure = head.word.measure ?? 'other';
    // "deletions include 2,000 dead": the dead of a register came to no harm that is told of.
    if (has(head, T.state) && s.tokens.some((t) => marked(t, 'register'))) return null;
    // "40 dead and wounded" is one number for both.
    const other = has(head, T.state) && has(s.tokens[phrase.to], T.and) ? s.tokens[phrase.to + 1] : undefined;
    if (other?.word.measure && has(other, T.verb | T.state) && s.owner[phrase.to + 1] === -1 && other.word.form !== 'ing' && !has(s.tokens[phrase.to + 2], T.be | T.have | T.person)) return counted(together(measure, other.word.measure, false), phrase.headAt, isHypothetical(s, phrase.from), 'victim-noun', 'partner-verb');
    // "no serious injuries" leaves room for light ones.
    if (phrase.number.kind === 'zero' && s.tokens.slice(phrase.number.to, phrase.headAt).some((t) => marked(t, 'serious'))) return null;
    return counted(measure, phrase.headAt, isHypothetical(s, phrase.from), 'victim-noun');
  }
  if (phrase.number.kind === 'ordinal') return ordinal(s, index, before);
  if (phrase.partOf === 'victims' && phrase.partWord && !(phrase.head === 'victim' && phrase.partWord.soft)) {
    const measure = phrase.partWord.measure ?? before.measure ?? 'killed';
    return predicateOnly(s, index) ?? counted(measure, phrase.to - 1, false, 'part-of-victims');
  }
  const life = livesOf(s, phrase);
  if (life) return life;
  const object = objectOf(s, index);
  const after = s.tokens[phrase.to];
  // "shot 12 people dead", "left 12 dead": the state after the object is the outcome.
  if (object && !(has(after, T.state) && after?.word.result)) return accepts(s, phrase, object) ? object : null;
  // "Medics treated 12 people for burns", "a helicopter flew four to a clinic"
  const clinic = ['person', 'other', 'bare'].includes(phrase.head) && marked(s.tokens[leftOf(s.tokens, phrase)], 'carries') ? toClinic(s, phrase.to - 1) : -1;
  if (clinic > 0 && voiceOf(s, leftOf(s.tokens, phrase)) === 'active') return counted('wounded', clinic, isHypothetical(s, clinic), 'to-clinic');
  const loss = lossOf(s, index, before.near);
  if (loss) return loss;
  if (isParenthood(s, phrase) || [1, 2].some((k) => marked(s.tokens[phrase.from - k], 'spared'))) return null;
  const found = predicateOf(s, index);
  if (found === agent && phrase.head !== 'victim') return null;
  const predicate = found === agent ? null : found;
  const alone = outcomeAlone(s, phrase, resolve, index);
  if (alone) return alone;
  // "One of the five people shot has died": the participle belongs to the five.
  if (phrase.partOf !== null && phrase.partOf !== 'them' && predicate?.rules[0]?.startsWith('participle')) {
    const main = predicateOf(s, index, predicate.at + 1);
    if (main !== null && main !== agent && main.strict) return main;
  }
  // "900 bodies, most with gunshot wounds": the dead stay dead.
  const dead = phrase.head === 'victim' && head?.word.measure === 'killed' && !marked(head, 'victims');
  if (dead && (predicate?.measure === 'wounded' || predicate?.measure === 'missing')) return counted('killed', phrase.headAt, false, 'victim-noun-soft');
  // "1,200 wounded people were evacuated"
  const moved = phrase.adjective === 'wounded' && predicate?.measure === 'displaced';
  if (predicate?.strict && !moved && accepts(s, phrase, predicate)) return predicate;
  if (object && accepts(s, phrase, object)) return object;
  if (phrase.adjective && phrase.head === 'unknown') return null;
  if (phrase.adjective) return counted(dead ? 'killed' : phrase.adjective, phrase.headAt, isHypothetical(s, phrase.from), 'adjective');
  if (phrase.partOf === 'number') {
    const inner = s.phrases[index + 1];
    const whole = inner ? resolve(index + 1) : null;
    // "20 of the 200 kidnapped have escaped": said of the part alone.
    const own = inner !== undefined && has(s.tokens[inner.to], T.have | T.finite | T.modal) && !has(s.tokens[inner.to], T.be);
    if (whole && !own) return { ...whole, rules: ['part-of-number', ...whole.rules] };
  }
  const part = partOfThem(s, index, before, resolve) ?? partOfNamed(s, phrase);
  if (part) return part;
  const standing = earlier(index, resolve) ?? before.near ?? asked(s);
  const governor = governorOf(s, index, resolve, standing);
  if (governor && accepts(s, phrase, governor)) return governor;
  if (predicate && accepts(s, phrase, predicate)) return predicate;
  if (standing && isIncluded(s, phrase) && index > 0) return counted(standing, phrase.to, false, 'subset');
  // "Interviews with 14,000 victims": they live to tell.
  if (marked(head, 'victims') && !predicate && s.tokens.some((t) => marked(t, 'living'))) return null;
  const compared = comparedWith(s, index, resolve);
  if (compared) return { ...compared, rules: ['rival-figure'] };
  const rival = standing && !countsOthers(s, phrase.from - 1) && (doneSo(s, phrase, standing) ?? (rivalOf(s, index) ? standing : null));
  if (rival) return counted(rival, phrase.from, false, 'rival-figure');
  if (phrase.head === 'victim' && head) {
    if (isInstitution(s, phrase) || (marked(head, 'victims') && isRescued(s, phrase))) return null;
    return counted(softMeasure(s, phrase, before), phrase.headAt, isHypothetical(s, phrase.from), others(s, phrase) ? 'victim-noun' : 'victim-noun-soft');
  }
  if (before.header && (phrase.head === 'bare' || phrase.head === 'person') && s.phrases.length === 1) return counted(before.header, phrase.from, false, 'header');
  const next = s.phrases[index + 1];
  if (next && marked(s.tokens[phrase.to], 'among') && phrase.head === 'person') {
    // "three children among eight dead"
    const whole = resolve(index + 1);
    if (whole) return { ...whole, rules: ['subset', ...whole.rules.slice(-1)] };
  }
  if (standing && (wasClassified(s, phrase) || isInTotal(s, phrase))) return counted(standing, phrase.to, false, 'earlier-sentence');
  if (before.measure && wasClassified(s, phrase)) return counted(before.measure, phrase.to, false, 'earlier-sentence');
  return null;
}

/** "Among the deaths, 12 were in Oram": where some of those named before the comma came to harm. */
function partOfNamed({ tokens, owner }: Sentence, phrase: Phrase): Reading | null {
  const opens = has(tokens[0], T.of) || marked(tokens[0], 'among');
  if (!opens || phrase.head !== 'bare' || tokens[phrase.from - 1]?.text !== ',' || phrase.from > NAMED_REACH || !has(tokens[phrase.to], T.be) || !marked(tokens[phrase.to + 1], 'place')) return null;
  const named = tokens.findIndex((t, i) => i < phrase.from && owner[i] === -1 && t.word.measure !== null && has(t, T.victim | T.state | T.verb));
  const measure = tokens[named]?.word.measure;
  return measure && !tokens[named]?.word.soft ? counted(measure, named, false, 'part-of-victims') : null;
}
const NAMED_REACH = 8;

/** The measure of the nearest figure before this one in the sentence. */
function earlier(index: number, resolve: (i: number) => Reading | null): Measure | null {
  for (let j = index - 1; j >= 0 && j > index - 6; j--) {
    const r = resolve(j);
    if (r) return r.measure;
  }
  return null;
}

/** "How many people died is disputed": the question whose answers follow. */
function asked(s: Sentence): Measure | null {
  const at = s.tokens.findIndex((t) => marked(t, 'ask'));
  return at < 0 ? null : (s.tokens.slice(at + 1, at + ASKED).find((t) => has(t, T.verb | T.state))?.word.measure ?? null);
}
/** Tokens from "how many" to what befell them. */
const ASKED = 7;

function predicateOnly(s: Sentence, index: number): Reading | null {
  const p = predicateOf(s, index);
  return p === agent ? null : p;
}

/** "56 dead, 50 of them in one county": part of people counted before. */
function partOfThem(s: Sentence, index: number, before: Before, resolve: (i: number) => Reading | null): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  if (phrase.partOf !== 'them') return null;
  for (let j = index - 1; j >= 0 && j > index - 5; j--) {
    const whole = resolve(j);
    if (whole) return { ...whole, rules: ['part-of-them', ...whole.rules.slice(-1)] };
  }
  const next = s.tokens[phrase.to];
  return index === 0 && before.measure && (next === undefined || has(next, T.prep | T.and) || !/^\p{L}/u.test(next.text)) ? counted(before.measure, phrase.to, false, 'part-of-them') : null;
}

/** "six shot, one fatally": an adverb of outcome is all the second number has. */
function outcomeAlone(s: Sentence, phrase: Phrase, resolve: (i: number) => Reading | null, index: number): Reading | null {
  const t = s.tokens[phrase.to];
  const next = s.tokens[phrase.to + 1];
  if ((phrase.head !== 'bare' && phrase.head !== 'person') || !t || !has(t, T.adverb) || has(next, T.verb | T.state | T.be)) return null;
  if (t.word.measure) return counted(t.word.measure, phrase.to, false, 'outcome-alone');
  const whole = marked(t, 'gravely') && index > 0 ? resolve(index - 1) : null;
  return whole ? { ...whole, measure: 'wounded', rules: ['outcome-alone'] } : null;
}

/** A noun we do not know counts people only when it is a name ("12 Rohingya"): "two bills were killed" is no harm. */
function accepts(s: Sentence, phrase: Phrase, reading: Reading): boolean {
  const capital = s.tokens[phrase.headAt]?.capital ?? false;
  const verb = reading.word;
  if (marked(s.tokens[reading.at], 'seizes') && !has(s.tokens[phrase.headAt], T.person | T.victim)) return false;
  if (marked(s.tokens[reading.at], 'houses') && !s.tokens.some((t) => marked(t, 'shelter'))) return false;
  if (verb?.crowd && (phrase.number.high ?? 1000) < CROWD) return false;
  // "40 patients are in hospital with the fever": no wounds.
  if (reading.measure === 'wounded' && marked(s.tokens[reading.at], 'treated') && [s, s.before].some((x) => x?.tokens.some((t) => marked(t, 'illness')))) return false;
  if (reading.safe || (reading.negated && phrase.number.kind !== 'zero')) return false;
  // "Four sadhus were shot dead": whatever they are, they are people.
  if (phrase.head === 'unknown' && marked(s.tokens[reading.at], 'personal') && isDone(reading) && isSeveral(s, phrase)) return true;
  if (phrase.head === 'unknown') return capital && reading.rules[0] !== 'toll';
  return true;
}

/** "the plot had no pacing", "none of the injuries are grave": not that nobody came to harm. */
function deniesNothing(s: Sentence, { head, number, partOf, headAt, to }: Phrase): boolean {
  if (partOf !== null && head === 'victim' && has(s.tokens[headAt], T.event | T.victim) && !marked(s.tokens[headAt], 'victims')) return true;
  return head === 'bare' && marked(s.tokens[number.from], 'needs-noun') && !has(s.tokens[to], T.verb | T.state);
}

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

/** A plural in shape. */
const isSeveral = (s: Sentence, { headAt, number }: Phrase): boolean => number.high !== 1 && endsWith(s.tokens[headAt]?.text ?? '', s.lexicon.language.endings.plural);
const isDone = ({ rules: [rule] }: Reading): boolean => rule === 'passive' || rule === 'participle' || rule === 'object';

/** "a mother of three was shot": the number counts her children. */
function isParenthood(s: Sentence, phrase: Phrase): boolean {
  const i = leftOf(s.tokens, phrase);
  const parent = s.tokens[i - 1];
  return phrase.head === 'bare' && has(s.tokens[i], T.of) && has(parent, T.person) && parent?.word.plural === false && s.owner[i - 1] === -1;
}

/** "claimed 12 lives", "12 lives were lost", "the lives of 12". */
function lives(s: Sentence, phrase: Phrase): Reading | null {
  for (let i = leftOf(s.tokens, phrase); i >= 0 && i > phrase.from - 7; i--) if (marked(s.tokens[i], 'takes')) return counted('killed', i, isHypothetical(s, i), 'lives');
  for (let i = phrase.to; i < Math.min(s.tokens.length, phrase.to + 8); i++) {
    if (marked(s.tokens[i], 'takes')) return counted('killed', i, isHypothetical(s, i), 'lives');
    if (s.owner[i] !== -1) break;
  }
  return null;
}

/** "The lives of 40 men were taken" */
function livesOf(s: Sentence, phrase: Phrase): Reading | null {
  const i = leftOf(s.tokens, phrase);
  return has(s.tokens[i], T.of) && has(s.tokens[i - 1], T.life) && s.owner[i - 1] === -1 ? lives(s, phrase) : null;
}

/** "the 15th victim", "a fourth person has died": a running count; the second soldier of a list is none. */
function ordinal(s: Sentence, index: number, before: Before): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  const head = s.tokens[phrase.headAt];
  if (phrase.number.low < 2 || !head) return null;
  // "the 15th victim" is a count; "the third victim, a woman" may be one of a list, unless she died.
  if (phrase.head === 'victim' && s.tokens[phrase.number.from]?.digits && softMeasure(s, phrase, before) !== 'wounded') return counted('killed', phrase.headAt, false, 'ordinal');
  if (phrase.head !== 'person' && phrase.head !== 'victim') return null;
  const predicate = predicateOnly(s, index);
  if (predicate?.measure === 'killed') return counted('killed', predicate.at, predicate.hypothetical, 'ordinal');
  // "the third soldier to die"
  const verb = s.tokens[phrase.to + 1];
  return marked(s.tokens[phrase.to], 'to') && verb?.word.frame === 'subject' && verb.word.measure === 'killed' ? counted('killed', phrase.to + 1, false, 'ordinal') : null;
}

/** "three other victims": others than the dead need not be dead. */
const others = (s: Sentence, phrase: Phrase): boolean => s.tokens.slice(phrase.number.to, phrase.to).some((t) => has(t, T.other));

/** "victims" are what their sentence says of them; where it says nothing, one number for killed and wounded together. */
function softMeasure(s: Sentence, phrase: Phrase, before: Before): Measure {
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

/** "40 people died, compared with 36 in 2014": the figure before it, of another time. */
function comparedWith(s: Sentence, index: number, resolve: (i: number) => Reading | null): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  if (phrase.head !== 'bare' || !marked(s.tokens[leftOf(s.tokens, phrase)], 'compared')) return null;
  let whole = index - 1;
  while (s.phrases[whole]?.number.kind === 'name' || marked(s.tokens[s.phrases[whole]?.headAt ?? -1], 'time')) whole--;
  return s.phrases[whole] ? resolve(whole) : null;
}

/** "Fourteen nurses are in the total": part of people already counted. */
function isInTotal(s: Sentence, phrase: Phrase): boolean {
  const link = s.tokens[phrase.to + 1];
  return phrase.head === 'person' && has(s.tokens[phrase.to], T.be) && (marked(link, 'in') || marked(link, 'among')) && has(s.tokens[phrase.to + 2], T.det) && has(s.tokens[phrase.to + 3], T.toll);
}

/** "Five of them were children", "Three were women": said of people already counted. */
function wasClassified(s: Sentence, phrase: Phrase): boolean {
  // "Of the 43 dead, 12 were children."
  const first = phrase.from === 0 || (s.tokens[phrase.from - 1]?.text === ',' && has(s.tokens[0], T.of));
  if (phrase.partOf !== 'them' && !(phrase.head === 'bare' && first)) return false;
  const t = s.tokens[phrase.to];
  return has(t, T.be) && [1, 2, 3, 4].some((k) => has(s.tokens[phrase.to + k], T.person) && (s.owner[phrase.to + k] ?? -1) === -1);
}
