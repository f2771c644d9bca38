// Each number phrase of a sentence gets the casualty it counts, or nothing: the rules in the order in which they decide.
import { accepts, isExcepted, isParenthood, ofOthers } from './accepts.ts';
import { standingAt } from './before.ts';
import type { Before } from './before.ts';
import { agent } from './clause.ts';
import { governorOf } from './governor.ts';
import { toClinic } from './injuries.ts';
import { T } from './lexicon.ts';
import { isIncluded } from './lists.ts';
import { lives, livesOf } from './lives.ts';
import { isLess } from './less.ts';
import { lossOf, objectOf } from './objects.ts';
import { ordinal } from './ordinal.ts';
import { isInTotal, outcomeAlone, partOfNamed, partOfThem, wasClassified } from './parts.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { predicateOf, predicateOnly } from './predicate.ts';
import { counted, handedOn, reading } from './reading.ts';
import type { Reading, Resolve } from './reading.ts';
import { comparedWith, doneSo, rivalOf } from './rival.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';
import { countsOthers, labelOf, tollOf } from './tolls.ts';
import { isHypothetical, OPEN, voiceOf } from './verbs.ts';
import { outright, soft } from './victims.ts';

/** Per number phrase what it counts; null where it counts nobody harmed. */
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

function one(s: Sentence, index: number, before: Before, resolve: Resolve): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  if (phrase.number.kind === 'name') return null;
  const label = labelOf(s, phrase);
  if (label) return label;
  if (phrase.head === 'excluded' || (phrase.number.kind === 'share' && phrase.head === 'bare' && phrase.partOf === null)) return null;
  // "The toll rose to 2,700 out of 5,700 cases"
  if (phrase.partOf === 'number' && ['excluded', 'unknown'].includes(s.phrases[index + 1]?.head ?? '')) return phrase.head === 'bare' ? tollOf(s, leftOf(s.tokens, phrase), phrase, null) : null;
  const head = s.tokens[phrase.headAt];
  if (ofOthers(s, phrase) || isExcepted(s, phrase) || isLess(s, phrase)) return null;
  if (phrase.head === 'life') return lives(s, phrase);
  if (phrase.head === 'victim' && head && !head.word.soft) return outright(s, phrase, head);
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
  if (clinic > 0 && voiceOf(s, leftOf(s.tokens, phrase)) === 'active') return reading(s, 'wounded', clinic, ['to-clinic']);
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
  // "The bodies of three herders who had gone missing": the clause tells who they are.
  const alive = predicate?.measure === 'wounded' && !predicate.rules.includes(OPEN);
  const who = has(s.tokens[phrase.to], T.relative) && predicate?.strict && predicate.measure !== 'killed' && !alive ? governorOf(s, index, resolve, null) : null;
  if (who?.measure === 'killed' && who.rules.some((rule) => rule === 'event-of' || rule === 'inverted' || rule === 'subset')) return who;
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
  const standing = standingAt(s, index, before, resolve);
  const governor = governorOf(s, index, resolve, standing);
  if (governor && accepts(s, phrase, governor)) return governor;
  if (predicate && accepts(s, phrase, predicate)) return predicate;
  if (standing && isIncluded(s, phrase) && index > 0) return counted(standing, phrase.to, false, 'subset');
  // "Interviews with 14,000 victims": they live to tell.
  if (marked(head, 'victims') && !predicate && s.tokens.some((t) => marked(t, 'living'))) return null;
  const compared = comparedWith(s, index, resolve);
  if (compared) return { ...compared, rules: ['rival-figure'] };
  const rival = standing && !countsOthers(s, phrase.from - 1) && (doneSo(s, phrase, standing) ?? (rivalOf(s, index) ? standing : null));
  if (rival) return counted(rival, phrase.from, isHypothetical(s, phrase.from), 'rival-figure');
  if (phrase.head === 'victim' && head) return soft(s, phrase, head, before);
  if (before.header && (phrase.head === 'bare' || phrase.head === 'person') && s.phrases.length === 1) return counted(before.header, phrase.from, false, 'header');
  const next = s.phrases[index + 1];
  if (next && marked(s.tokens[phrase.to], 'among') && phrase.head === 'person') {
    // "three children among eight dead"
    const whole = resolve(index + 1);
    if (whole) return handedOn(whole, 'subset');
  }
  if (standing && (wasClassified(s, phrase) || isInTotal(s, phrase))) return counted(standing, phrase.to, false, 'earlier-sentence');
  if (before.measure && wasClassified(s, phrase)) return counted(before.measure, phrase.to, false, 'earlier-sentence');
  return null;
}
