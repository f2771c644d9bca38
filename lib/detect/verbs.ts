// Casualty verbs in place: passive or active, done or feared, and the outcome their adverbs and partners give.
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './sentence.ts';
import { isAdverb } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** `participle`: a past form with neither an auxiliary before it nor an object behind, so no past tense. */
export type Voice = 'passive' | 'active' | 'participle';

export function voiceOf(s: Sentence, at: number): Voice {
  const { tokens } = s;
  const verb = tokens[at] as Token;
  const form = verb.word.form;
  if (form === 'participle') return auxiliary(s, at) === 'have' ? 'active' : 'passive';
  if (form === 'both') {
    const aux = auxiliary(s, at);
    if (aux === 'be') return 'passive';
    if (aux === 'have') return 'active';
    if (aux === 'verb') return 'passive';
    return objectFollows(s, at) ? 'active' : 'participle';
  }
  return 'active';
}

/** The auxiliary that governs the form at `at`, past adverbs, negations and a coordinated verb ("were shot and killed"). */
function auxiliary(s: Sentence, at: number): 'be' | 'have' | 'verb' | null {
  for (let i = at - 1; i >= 0 && i > at - 9; i--) {
    const t = s.tokens[i] as Token;
    if (has(t, T.be)) return 'be';
    if (has(t, T.have)) return 'have';
    if (has(t, T.transparent)) return 'verb';
    if (has(t, T.adverb | T.not) || isAdverb(s, t)) continue;
    if ((has(t, T.and) || t.text === ',') && s.owner[i] === -1) {
      const partner = s.tokens[i - 1];
      if (has(partner, T.verb | T.state) && s.owner[i - 1] === -1) {
        i--;
        if (i + 1 < at && partner?.word.form && partner.word.form !== 'both' && partner.word.form !== 'participle') return null;
        continue;
      }
    }
    return null;
  }
  return null;
}

/** "His third shot", "a graze": what leaves the outcome open is a noun as well. */
export function isNounOf({ tokens }: Sentence, at: number): boolean {
  const verb = tokens[at];
  return verb?.word.soft === true && verb.word.form === 'both' && ((has(tokens[at - 1], T.det) && !has(tokens[at - 2], T.be)) || tokens[at - 1]?.word.number?.role === 'ordinal');
}

/** Whether an object stands after the verb: then a bare past form is a finite, active verb. */
function objectFollows(s: Sentence, at: number): boolean {
  const { tokens } = s;
  for (let i = at + 1; i < tokens.length && i < at + 8; i++) {
    const t = tokens[i] as Token;
    const own = s.owner[i] ?? -1;
    if (own >= 0) {
      const p = s.phrases[own] as Phrase;
      if (p.head === 'excluded' || p.number.kind === 'name' || p.number.kind === 'ordinal') return false;
      // "12 killed 5 wounded": the second number has its own word.
      const next = tokens[p.to];
      return !(p.head === 'bare' && has(next, T.verb | T.state) && next?.word.form !== 'ing');
    }
    if (has(t, T.and) && has(tokens[i + 1], T.verb)) {
      i++;
      continue;
    }
    // "killed from 600 to 800 men"
    if (marked(t, 'from') && s.phrases[s.owner[i + 1] ?? -1]?.number.range) continue;
    if (has(t, T.date) || has(t, T.prep | T.by | T.subordinate | T.be | T.have | T.to)) return false;
    // "injured that day"
    if (has(t, T.det)) return !marked(tokens[i + 1], 'time') && !has(tokens[i + 1], T.date);
    if (marked(t, 'lately')) return false;
    if (has(t, T.pronoun | T.person | T.not)) return true;
    if (has(t, T.adverb) || t.word.result) continue;
    if (t.word.tags !== 0 || /^[^\p{L}]/u.test(t.text)) return false;
    return t.capital || !isAdverb(s, t);
  }
  return false;
}

/** Rule name of a hit whose outcome the clause leaves open ("shot"): the rest of the document settles it. */
export const OPEN = 'outcome-open' satisfies Rule;

/** The measure of the verb at `at` with its adverbs and partner verbs: "fatally shot", "killed or wounded", "shot and killed". */
export function measureOf(s: Sentence, at: number): { measure: Measure; last: number; rules: Rule[] } {
  const { tokens } = s;
  const verb = tokens[at] as Token;
  let measure = verb.word.measure ?? 'other';
  let last = at;
  const rules: Rule[] = [];
  const before = tokens[at - 1];
  if (has(before, T.adverb) && before?.word.measure) {
    measure = before.word.measure;
    rules.push('outcome-adverb');
  }
  for (let i = at + 1; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    if (s.owner[i] !== -1) break;
    if (has(t, T.adverb) && t.word.measure) {
      measure = t.word.measure;
      last = i;
      rules.push('outcome-adverb');
      continue;
    }
    if (has(t, T.state) && t.word.result && i === last + 1) {
      measure = t.word.measure ?? measure;
      last = i;
      rules.push('result-state');
      continue;
    }
    if (!(has(t, T.and) || t.text === ',' || t.text === '/')) break;
    let j = i + 1;
    while (has(tokens[j], T.adverb | T.and) && s.owner[j] === -1) j++;
    const partner = tokens[j];
    if (!partner || s.owner[j] !== -1 || !has(partner, T.verb | T.state) || !partner.word.measure) break;
    if (has(partner, T.verb) && partner.word.form !== verb.word.form && !['both', 'participle', 'past'].includes(partner.word.form ?? '')) break;
    const adverb = tokens[j - 1];
    measure = together(measure, adverb?.word.measure ?? partner.word.measure, verb.word.soft, marked(t, 'or'));
    last = j;
    rules.push('partner-verb');
    i = j;
  }
  if (verb.word.soft && measure === verb.word.measure && rules.length === 0) rules.push(OPEN);
  return { measure, last, rules };
}

/** One number for two outcomes: killed with wounded is casualties; a softer word yields to the harder ("shot and killed"). */
export function together(a: Measure, b: Measure, soft: boolean, either = false): Measure {
  if (a === b) return a;
  if (soft) return b;
  const pair = new Set([a, b]);
  if (pair.has('killed') && (pair.has('wounded') || pair.has('missing') || pair.has('casualties'))) return 'casualties';
  if (pair.has('killed')) return either && pair.has('detained') ? 'casualties' : 'killed';
  return a === 'other' ? b : a;
}

/** "could kill", "would have killed", "threatened to kill": it did not happen, or not yet. */
export function isHypothetical(s: Sentence, at: number): boolean {
  let infinitive = false;
  for (let i = at - 1; i >= 0 && i > at - 8; i--) {
    const t = s.tokens[i] as Token;
    // "urged tens of thousands to flee"
    if (infinitive && s.owner[i] !== -1) return marked(s.tokens[(s.phrases[s.owner[i] ?? 0]?.from ?? 0) - 1], 'hypothetical');
    if (s.owner[i] !== -1 && !has(t, T.be)) return false;
    if (has(t, T.modal)) return marked(t, 'hypothetical');
    if (marked(t, 'hypothetical')) return infinitive;
    if (marked(t, 'to')) infinitive = true;
    else if (!has(t, T.be | T.have | T.not | T.transparent | T.pronoun) && !isAdverb(s, t)) return false;
  }
  return false;
}

