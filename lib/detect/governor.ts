// What governs a number phrase from its left: "killing 12", "the deaths of 12", "a toll of 12", "a woman and two children".
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import { leftOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './predicate.ts';
import type { Rule } from './rules.ts';
import { has, isHypothetical, isOngoing, isPast, marked, measureOf, together, voiceOf } from './verbs.ts';
import type { Sentence } from './verbs.ts';
import type { Token } from './tokens.ts';

/** How far a coordination may reach back to its verb, in tokens. */
const BACK = 45;

const reading = (s: Sentence, measure: Measure, at: number, rules: Rule[], strict = true): Reading => ({ measure, at, hypothetical: isHypothetical(s, at), negated: false, rules, strict });

/** The casualty verb whose object starts right after it, or null. */
export function objectOf(s: Sentence, index: number): Reading | null {
  const { tokens, phrases } = s;
  const phrase = phrases[index] as Phrase;
  let i = leftOf(tokens, phrase);
  while (i >= 0 && has(tokens[i], T.adverb) && !tokens[i]?.word.measure) i--;
  const t = tokens[i];
  if (!t || s.owner[i] !== -1) return null;
  const verb = verbBack(s, i);
  if (verb < 0) return null;
  const v = tokens[verb] as Token;
  if (v.word.frame === 'subject') return null;
  const voice = voiceOf(s, verb);
  if (voice !== 'active' || has(tokens[verb - 1], T.not)) return null;
  const next = tokens[phrase.to];
  if (phrase.head === 'bare' && v.word.form === 'both' && has(next, T.verb | T.state) && next?.word.form !== 'ing') return null;
  return objectReading(s, verb, 'object');
}

function objectReading(s: Sentence, verb: number, rule: Rule): Reading {
  const { measure, rules } = partners(s, verb);
  return reading(s, measure, verb, [rule, ...rules]);
}

/** "killed and wounded 70", "shot and killed two": verbs joined before one object. */
function partners(s: Sentence, verb: number): { measure: Measure; rules: Rule[] } {
  const { tokens } = s;
  let first = verb;
  for (;;) {
    let i = first - 1;
    while (i >= 0 && has(tokens[i], T.adverb)) i--;
    if (!has(tokens[i], T.and) && tokens[i]?.text !== ',' && tokens[i]?.text !== '/') break;
    i--;
    if (i < 0 || s.owner[i] !== -1 || !has(tokens[i], T.verb) || (tokens[i]?.word.frame ?? 'object') === 'subject') break;
    first = i;
  }
  if (first === verb) {
    const m = measureOf(s, verb);
    return { measure: m.last > verb + 8 ? (tokens[verb]?.word.measure ?? 'other') : m.measure, rules: m.rules };
  }
  const m = measureOf(s, first);
  return { measure: m.measure, rules: ['partner-verb'] };
}

/** The casualty verb that ends at or before `i`, past result words ("shot dead 12", "beaten to death 12"); -1 when there is none. */
function verbBack(s: Sentence, i: number): number {
  const t = s.tokens[i];
  if (has(t, T.verb)) return i;
  if (has(t, T.state) || (has(t, T.adverb) && t?.word.measure)) {
    const j = i - 1;
    if (has(s.tokens[j], T.verb)) return j;
  }
  return -1;
}

const FIGHTERS: ReadonlySet<string> = new Set(['military', 'police', 'militants']);

/** "lost 12 soldiers": said of fighters and police, or where the dead are being counted, a loss is a death. */
export function lossOf(s: Sentence, index: number, standing: Measure | null): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  const left = leftOf(s.tokens, phrase);
  const i = has(s.tokens[left], T.of) ? left - 1 : left;
  const group = s.tokens[phrase.headAt]?.word.group;
  let by = i - 1;
  while (has(s.tokens[by], T.have | T.adverb)) by--;
  const side = s.tokens[by];
  const fighters = FIGHTERS.has(group ?? '') || marked(side, ' force') || FIGHTERS.has(side?.word.group ?? '');
  return marked(s.tokens[i], ' loses') && phrase.head === 'person' && (fighters || standing === 'killed') ? reading(s, 'killed', i, ['lost']) : null;
}

/** Any other governor on the left: an event noun, a toll, a list that goes on. `resolve` reads an earlier phrase. */
export function governorOf(s: Sentence, index: number, resolve: (i: number) => Reading | null, standing: Measure | null): Reading | null {
  const { tokens, phrases } = s;
  const phrase = phrases[index] as Phrase;
  const i = leftOf(tokens, phrase);
  const t = tokens[i];
  if (!t) return null;
  if (has(t, T.of) || marked(t, ' to')) {
    const nominal = eventBefore(s, pastDate(s, i - 1));
    if (nominal && (has(t, T.of) || nominal.measure === 'wounded')) return reading(s, nominal.measure, i - 1, ['event-of']);
  }
  if (phrase.number.kind === 'name') return null;
  const toll = inverted(s, i) ?? tollOf(s, i, phrase, standing);
  if (toll) return { ...toll, hypothetical: isHypothetical(s, riseBefore(s, i)) };
  if (has(t, T.including) || (has(t, T.them) && has(tokens[i - 1], T.including)) || t.text === ':' || has(t, T.be)) {
    const part = subsetOf(s, index, resolve, t);
    if (part) return part;
  }
  if (t.text === ':' || t.text === ';' || t.text === '-') {
    // "13 bodies were seen: eight guerrillas, four soldiers and a civilian"
    let whole: Reading | null = null;
    for (let j = index - 1; j >= 0 && j > index - 4 && !whole && (phrase.head === 'person' || phrase.head === 'bare'); j--) whole = resolve(j);
    if (whole && (phrase.head === 'person' || has(tokens[phrase.to], T.prep))) return { ...whole, rules: ['parts', ...whole.rules.slice(-1)] };
  }
  const joined = has(t, T.and) || t.text === ',' || t.text === '-';
  if (joined) return listOf(s, index, i, resolve);
  return null;
}

/** "the murder on the evening of 27 February of six priests": steps over the date. */
function pastDate(s: Sentence, from: number): number {
  let i = from;
  while (i > from - 8 && (has(s.tokens[i], T.date) || (i < from && (has(s.tokens[i], T.prep | T.of | T.det) || s.tokens[i]?.digits)))) i--;
  return i > from - 8 ? i : from;
}

/** "the deaths of", "deaths and injuries of": the event whose victims follow. */
function eventBefore(s: Sentence, at: number): { measure: Measure } | null {
  const t = s.tokens[at];
  if (!t || s.owner[at] !== -1 || !has(t, T.event | T.victim) || !t.word.measure) return null;
  if (has(t, T.victim) && !has(t, T.event) && t.word.soft) return null;
  const partner = has(s.tokens[at - 1], T.and) && has(s.tokens[at - 2], T.event) ? s.tokens[at - 2]?.word.measure : null;
  return { measure: partner ? together(partner, t.word.measure, false) : t.word.measure };
}

/** Where the verb of a toll stands: "could rise to", "may top". */
function riseBefore(s: Sentence, left: number): number {
  for (let i = left; i >= 0 && i > left - 4; i--) if (has(s.tokens[i], T.rise)) return i;
  return left + 1;
}

/** "The death toll rose to 735", "the number of people killed has reached 40", "a toll of 12", "Deaths: 12". */
function tollOf(s: Sentence, left: number, phrase: Phrase, standing: Measure | null): Reading | null {
  const { tokens } = s;
  if (phrase.head !== 'bare' && phrase.head !== 'person' && phrase.head !== 'other') return null;
  let i = left;
  let linked = tokens.slice(phrase.from, phrase.number.from).some((t) => has(t, T.rise));
  let rise = linked ? left + 1 : -1;
  // "put civilians killed at 12", "brings deaths to 40": the word between verb and figure.
  let between: { measure: Measure; at: number } | null = null;
  const landing = marked(tokens[left], ' at') || marked(tokens[left], ' to') || phrase.bound !== null;
  for (; i >= 0 && i > left - 25; i--) {
    const t = tokens[i] as Token;
    if (s.owner[i] !== -1 && (s.owner[i] ?? 0) >= 0) {
      const other = s.phrases[s.owner[i] ?? 0] as Phrase;
      if (other.number.kind !== 'name' && other.head === 'bare' && !marked(tokens[left], ' to')) return null;
      continue;
    }
    if (has(t, T.rise) && (!has(t, T.toll) || i === left)) {
      if (between) return reading(s, between.measure, between.at, ['toll-put']);
      linked = true;
      rise = i;
      continue;
    }
    if (has(t, T.be) || t.text === ':' || has(t, T.of) || marked(t, ' to') || marked(t, ' at') || t.text === '-') {
      if (i >= left - 1 || linked) linked = true;
      continue;
    }
    if (has(t, T.toll)) {
      const measure = t.word.measure ?? measureNear(s, i) ?? (phrase.head === 'bare' ? standing : null);
      if (!measure) return null;
      return linked || i === left ? reading(s, measure, i, ['toll']) : null;
    }
    if (has(t, T.victim) && t.word.measure && linked && !t.word.soft && (i === left - 1 || rise > i || (has(tokens[left], T.be) && t.word.plural)) && !has(tokens[i - 1], T.not)) return reading(s, t.word.measure, i, ['toll-noun']);
    if (phrase.head === 'bare' && has(t, T.state | T.verb) && t.word.measure && tokens[left]?.text === ':' && i === left - 1) return reading(s, t.word.measure, i, ['label']);
    if ((has(t, T.subordinate) && !has(t, T.prep)) || t.text === ';') return null;
    if (landing && i < left && !between && t.word.measure && (has(t, T.state) || (has(t, T.victim) && t.word.plural && !t.word.soft) || (has(t, T.verb) && t.word.form === 'both'))) between = { measure: t.word.measure, at: i };
    if (i === left && !linked && !has(t, T.adverb | T.prep | T.rise)) return null;
  }
  return null;
}

/** "Among the dead were 14 soldiers", "Those wounded include three employees". */
function inverted(s: Sentence, left: number): Reading | null {
  const { tokens } = s;
  if (!has(tokens[left], T.be | T.including)) return null;
  for (let i = left - 1; i >= 0 && i > left - 7; i--) {
    const t = tokens[i] as Token;
    if (s.owner[i] !== -1 || t.text === ',' || marked(t, ' ages')) return null;
    if (!has(t, T.state | T.verb | T.victim) || !t.word.measure) continue;
    const partner = has(tokens[i - 1], T.and) ? tokens[i - 2]?.word.measure : null;
    const measure = partner ? together(partner, t.word.measure, false) : t.word.measure;
    for (let k = i - 1; k >= 0 && k > i - 4; k--) if (marked(tokens[k], ' among') || (has(tokens[k], T.det) && !has(t, T.victim))) return reading(s, measure, i, ['inverted']);
    return null;
  }
  return null;
}

/** "the number of dead", "the total of people wounded". */
function measureNear(s: Sentence, toll: number): Measure | null {
  const before = s.tokens[toll - 1];
  if (has(before, T.event | T.victim | T.state)) return before?.word.measure ?? null;
  if (!has(s.tokens[toll + 1], T.of)) return null;
  for (let i = toll + 2; i < Math.min(s.tokens.length, toll + 8); i++) {
    const t = s.tokens[i] as Token;
    if (has(t, T.excluded)) return null;
    if (t.word.measure && has(t, T.state | T.verb | T.victim | T.event)) return t.word.measure;
  }
  return null;
}

/** "..., including three children", "among them two women": part of the people just counted. */
function subsetOf(s: Sentence, index: number, resolve: (i: number) => Reading | null, link: Token): Reading | null {
  if (!has(link, T.including | T.them)) return null;
  for (let j = index - 1; j >= 0 && j > index - 6; j--) {
    const whole = resolve(j);
    if (whole) return { ...whole, rules: ['subset', ...whole.rules.slice(-1)] };
  }
  // "killed civilians, including three children": the whole was not counted.
  const i = leftOf(s.tokens, s.phrases[index] as Phrase);
  return casualtyBack(s, i);
}

/** "28 people, 19 children included" */
export const isIncluded = (s: Sentence, phrase: Phrase): boolean => phrase.head === 'person' && has(s.tokens[phrase.to], T.including) && s.tokens[phrase.to]?.word.tags === T.including;

/** The nearest casualty word on the left inside the clause. */
function casualtyBack(s: Sentence, from: number): Reading | null {
  for (let i = from; i >= 0 && i > from - BACK; i--) {
    const t = s.tokens[i] as Token;
    if (s.owner[i] !== -1) continue;
    if (has(t, T.verb) && t.word.frame !== 'subject' && (voiceOf(s, i) === 'active' || voiceOf(s, i) === 'passive')) return objectReading(s, i, 'subset');
    if (has(t, T.verb) && t.word.measure) return reading(s, t.word.measure, i, ['subset']);
    if (has(t, T.victim | T.state | T.event) && t.word.measure) return reading(s, t.word.measure, i, ['subset']);
    if (has(t, T.finite | T.subordinate | T.report)) return null;
  }
  return null;
}

/** "43 civilians and 12 soldiers", "a woman and two children", "12 in Basra and five in Kirkuk". */
function listOf(s: Sentence, index: number, link: number, resolve: (i: number) => Reading | null): Reading | null {
  const { tokens, phrases } = s;
  const phrase = phrases[index] as Phrase;
  const counts = phrase.head === 'person' || phrase.head === 'other' || phrase.head === 'unknown';
  const and = has(tokens[link], T.and);
  const next = tokens[phrase.to];
  const gapping = phrase.head === 'bare' && has(next, T.prep) && !has(next, T.adverb);
  if (!counts && !and && !gapping) return null;
  let i = has(tokens[link - 1], T.and) || tokens[link - 1]?.text === ',' ? link - 1 : link;
  i--;
  if (s.tokens[i]?.text === '-' || s.tokens[i + 1]?.text === '-') {
    // "six priests - five of them foreigners - and two cooks": steps over what stands between dashes.
    const close = s.tokens[i]?.text === '-' ? i : i + 1;
    let open = close - 1;
    while (open > close - 15 && open > 0 && s.tokens[open]?.text !== '-') open--;
    if (s.tokens[open]?.text === '-') i = open - 1;
  }
  // Straight after another number phrase: the same list.
  const before = s.owner[i] ?? -1;
  if (before >= 0) {
    const other = phrases[before] as Phrase;
    if (other.number.kind === 'name' && other.head === 'bare') return listPast(s, other.from - 1);
    const r = resolve(before);
    if (r) return { ...r, rules: ['list', ...r.rules.slice(-1)] };
    return listPast(s, other.from - 1);
  }
  return listPast(s, i);
  function listPast(sentence: Sentence, from: number): Reading | null {
    for (let k = from; k >= 0 && k > from - BACK; k--) {
      const t = sentence.tokens[k] as Token;
      const own = sentence.owner[k] ?? -1;
      if (own >= 0) {
        const other = phrases[own] as Phrase;
        if (other.number.kind === 'name' || other.head === 'excluded') {
          k = other.from;
          continue;
        }
        const r = resolve(own);
        if (r && (counts || gapping)) return { ...r, rules: [gapping ? 'gapping' : 'list', ...r.rules.slice(-1)] };
        if (!r && (has(tokens[other.from - 1], T.prep | T.of | T.by) || other.head !== 'bare')) return null;
        k = other.from;
        continue;
      }
      if (has(t, T.verb) && t.word.measure) {
        if (t.word.frame !== 'subject' && voiceOf(sentence, k) === 'active') return objectReading(sentence, k, 'list');
        // "Two were killed in Basra and three in Kirkuk."
        if (gapping) return objectReading(sentence, k, 'gapping');
        return null;
      }
      if (has(t, T.event) && has(sentence.tokens[k + 1], T.of) && t.word.measure) return reading(sentence, t.word.measure, k, ['event-of', 'list']);
      if (has(t, T.finite | T.report | T.subordinate | T.relative | T.rise | T.pronoun) || (!gapping && has(t, T.be | T.have | T.modal)) || t.text === ';' || t.text === ':') return null;
      if (!t.capital && (isPast(s, t) || isOngoing(s, t))) return null;
    }
    return null;
  }
}

