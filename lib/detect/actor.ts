// By whose hand: the agent of a passive, or the subject of a killing verb where it can act.
import { T } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { spanAfter, spanBefore } from './span.ts';
import type { Span } from './span.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { voiceOf } from './verbs.ts';

export function actorOf(s: Sentence, reading: Reading): Span | null {
  const { at } = reading;
  const verb = s.tokens[at];
  if (!has(verb, T.verb | T.event | T.state)) return null;
  if (has(verb, T.verb) && voiceOf(s, at) === 'active') return verb?.word.frame === 'subject' ? null : agentLeft(s, at);
  for (let i = at + 1; i < Math.min(s.tokens.length, at + 14); i++) {
    const t = s.tokens[i];
    if (has(t, T.by)) return acts(s, spanAfter(s, i + 1));
    // "killed in Israeli air strikes"
    const means = marked(t, 'place') ? spanAfter(s, i + 1) : null;
    if (means && marked(s.tokens[means.to - 1], 'assault') && acts(s, means)) return means;
    if (t?.text === ',' || has(t, T.finite | T.report | T.subordinate | T.relative)) return null;
  }
  return null;
}

/** "Militants have killed 12", "militants who killed 12", "Militants attacked a post, killing 12". */
function agentLeft(s: Sentence, verb: number): Span | null {
  let i = verb - 1;
  let relative = false;
  for (; i >= 0 && has(s.tokens[i], T.have | T.adverb | T.modal | T.be | T.relative | T.to | T.not); i--) relative = relative || has(s.tokens[i], T.relative);
  if (has(s.tokens[i], T.and)) {
    // "killed 12 and injured 70": the hand of the verb before.
    for (let k = i - 1; k >= 0 && k > i - 15; k--) if (has(s.tokens[k], T.verb) && s.owner[k] === -1) return voiceOf(s, k) === 'active' ? agentLeft(s, k) : null;
    return null;
  }
  // "the gunman, who killed 12"
  if (relative && s.tokens[i]?.text === ',') return acts(s, spanBefore(s, i));
  if (s.tokens[i]?.text === ',') {
    let start = i - 1;
    while (start >= 0 && !has(s.tokens[start], T.finite) && i - start < 25) start--;
    i = start - 1;
  }
  return i < 0 ? null : acts(s, spanBefore(s, i + 1));
}

/** A hand is people or a force, an attack that bears a name, or a name alone: "a blast" is none, nor is a run of words we misread. */
function acts(s: Sentence, found: Span | null): Span | null {
  if (!found) return null;
  const { from, to } = found;
  let end = from;
  while (end < to && !has(s.tokens[end], T.prep | T.of)) end++;
  const head = s.tokens[end - 1];
  const last = s.tokens[to - 1];
  // "the 1996 towers bombing" is a deed and "Typhoon No. 21" half a name; "by the river" is where.
  if (end === from || s.tokens[from]?.digits || marked(last, 'name') || marked(last, 'area')) return null;
  const named = (t: Token | undefined): boolean => t !== undefined && ((t.capital && /^\p{L}/u.test(t.text) && !has(t, T.date)) || has(t, T.person) || marked(t, 'force'));
  const hand = has(head, T.person) || marked(head, 'force') || (marked(head, 'assault') ? s.tokens.slice(from, end - 1).some(named) : named(head));
  return hand ? found : null;
}
