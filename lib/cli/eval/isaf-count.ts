// One number of killed per ISAF press release, by the counting rule its coders used, so that we can stand beside the
// published models. Not a rule of the product: it puts numbers where the text has none ("several insurgents" is 3).
import type { Claim } from '../../claim/claim.ts';

/** The coders counted whom the operation killed: not soldiers, police or bystanders, whom a release names as earlier victims. */
const OTHERS = /\b(?:civilians?|soldiers?|troops|service ?members?|polic\w+|officials?|elders?|wom[ae]n|child(?:ren)?|citizens?|commandos?|marines?|personnel|forces?|members? of the|judge|governor|workers?|people)\b/i;
const ENEMY = /\b(?:insurgents?|militants?|fighters?|attackers?|taliban|enem(?:y|ies)|terrorists?|gunm[ae]n|extremists?|leaders?|facilitators?|commanders?|individuals?|suspects?|associates?|bombers?|m[ae]n|emplacers?|operatives?|team|cell|them|him|advis[eo]rs?|several|haqqani|qaeda)\b/i;

/** Un-numbered mentions and what they counted for, first match first. */
const WORDS: readonly [RegExp, number][] = [
  [/\bdozens\b/i, 24],
  [/\blarge number\b/i, 5],
  [/\b(?:numerous|handful|many|a number of)\b/i, 4],
  [/\b(?:several|a few|some|multiple|group|team|cell)\b/i, 3],
  [/\b(?:couple|both)\b/i, 2],
  [/\b(?:insurgents|militants|fighters|attackers|enemies|terrorists|gunmen|extremists|leaders|facilitators|commanders|individuals|suspects|associates|bombers|men|emplacers|operatives|advis[eo]rs)\b/i, 2],
];

const ACTIVE = /\b(?:kill(?:ed|ing|s)|eliminated|(?:the )?deaths? of)\s+(?!(?:and|in|by|during)\b)([^.;:()]{1,120})/gi;
const PASSIVE = /([^.;:()]{1,140}?)\b(?:(?:was|were|been|being|is|are)(?:\s\w+){0,2}\s(?:killed|dead)|died|killed (?:during|in|and)\b|(?<=’s |'s )death\b)/gi;
/** What ends the list of those killed. */
const LIST_END = /\b(?:during|while|after|before|when|as|in (?!addition)|at|on|near|by|with|without|from|who|which|that|until|where|following|yesterday|today|responsible|and (?:wound|detain|captur|forc|seiz|destroy|injur|recover|secur|arrest|disrupt|discover|also|the security force|a number of weapons)\w*)\b/i;
/** A clause about what somebody did before or may do: not what this operation did. */
const BACKGROUND = /\b(?:attacks?|bomb(?:s|ing)?|ied|device|ambush|responsible for|linked to|involved in|accused|attempt\w*|intend\w*|plan\w*|to kill|last (?:week|month|year)|in (?:19|20)\d\d|prior to|earlier this|in late|recent(?:ly)?)\b[^.]{0,80}$/i;
/** One more of the same day, not the same one told again. */
const MORE = /\b(?:also|another|additional|separate|second|third|more)\b/i;

type Span = { start: number; end: number };

function partValue(words: string, at: Span, claims: readonly Claim[]): number {
  const claim = claims.find((c) => c.number.start >= at.start && c.number.end <= at.end && c.kind !== 'zero');
  // A claim's group settles who it is even where its words do not.
  if (claim && ['military', 'police', 'civilians', 'children', 'women', 'officials'].includes(claim.group)) return 0;
  if (OTHERS.test(words) && !/\b(?:insurgents?|militants?|taliban|enemy)\b/i.test(words)) return 0;
  if (claim) {
    const low = claim.low ?? claim.high ?? 0;
    return claim.bound === 'more-than' ? low + 1 : claim.kind === 'vague' ? (WORDS.find(([p]) => p.test(claim.text))?.[1] ?? low) : low;
  }
  if (/\bno\b|\bnot\b|\bnone\b/i.test(words)) return 0;
  const known = WORDS.find(([pattern]) => pattern.test(words));
  if (known) return known[1];
  if (/\b(?:them|they|they all)\b/i.test(words)) return 0;
  return ENEMY.test(words) || /\b[A-Z][a-z]+\b/.test(words.replace(/^\s*\S+/, '')) || /^\s*(?:the )?[A-Z][a-z]+/.test(words) ? 1 : 0;
}

/** "a leader and two insurgents": the parts of a list, each with its place in the text. */
function listValue(list: string, start: number, claims: readonly Claim[]): number {
  const end = list.search(LIST_END);
  const whole = end > 0 ? list.slice(0, end) : list;
  let value = 0;
  let at = 0;
  for (const part of whole.split(/,? and (?=(?:a|an|the|his|her|one|two|three|four|five|several|some|\d+)\b)|, (?=(?:a|an|one|two|three)\b(?! of))/i)) {
    // "a Haqqani facilitator, Mohammad Umar": one person, named.
    value += partValue(part, { start: start + at, end: start + at + part.length }, claims);
    at = list.indexOf(part, at) + part.length;
  }
  return value;
}

function sentenceValue(sentence: string, start: number, claims: readonly Claim[]): number {
  let value = 0;
  for (const m of sentence.matchAll(ACTIVE)) {
    const list = m[1] ?? '';
    if (BACKGROUND.test(sentence.slice(0, m.index)) && !/\b(?:strike|airstrike|returned fire|engag\w+)\b/i.test(sentence.slice(0, m.index))) continue;
    value = Math.max(value, listValue(list, start + m.index + m[0].length - list.length, claims));
  }
  for (const m of sentence.matchAll(PASSIVE)) {
    const before = m[1] ?? '';
    const subject = /(?:^|,|\b(?:that|and|confirmed|indicate[sd]?|when|after|in which|resulting in|resulted in|where))\s*([^,]{1,80})$/i.exec(before.trimEnd())?.[1] ?? before.slice(-60);
    if (BACKGROUND.test(before)) continue;
    const offset = start + m.index + before.lastIndexOf(subject);
    value = Math.max(value, listValue(subject, offset, claims));
  }
  return value;
}

/** How many the release says were killed, by the coders' rule; 0 where it says nothing of it. */
export function isafKilled(text: string, claims: readonly Claim[]): number {
  const killed = claims.filter((c) => (c.measure === 'killed' || c.measure === 'casualties') && !c.hypothetical);
  let told = 0;
  let more = 0;
  for (const m of text.matchAll(/[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]+)*[.!?\n]?/g)) {
    const sentence = m[0];
    if (!/\b(?:kill|dead|die[sd]?\b|death|eliminat)/i.test(sentence)) continue;
    const own = killed.filter((c) => c.start >= m.index && c.end <= m.index + sentence.length);
    const value = sentenceValue(sentence, m.index, own);
    const further = value > 0 && told > 0 && MORE.test(sentence);
    if (further) more += value;
    else told = Math.max(told, value);
  }
  return told + more;
}
