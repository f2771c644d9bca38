// Text → claims: every figure of people killed, wounded, missing, displaced or detained, with how it bounds the number.
import type { Bound } from '../claim/amount.ts';
import type { Claim, ClaimKind, Measure } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Before } from './before.ts';
import { bind } from './bind.ts';
import { contextOf, REACH } from './context.ts';
import { groupBehind, groupOf, groupOfToll } from './group.ts';
import type { Language } from './language.ts';
import { lexiconOf, T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { phrasesOf } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './sentence.ts';
import { sentencesOf } from './sentences.ts';
import { has, marked } from './token-tests.ts';
import { tokenise, tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import { OPEN } from './verbs.ts';
import { others } from './victims.ts';

const SOFT: Rule = 'victim-noun-soft';

/** Classes one of which every reading needs, in the sentence or before it; a few words in others will do. */
const HARM = T.verb | T.state | T.victim | T.event | T.toll | T.life;
const mayTell = (t: Token): boolean => has(t, HARM) || marked(t, 'patient') || marked(t, 'loses') || marked(t, 'prisoners');
const SPOKEN = T.verb | T.state | T.event | T.victim;

/**
 * The claims of a document, in reading order; positions are UTF-16 offsets into `document.text`.
 * Never throws on any text; a figure that is not surely one of people harmed is left out. `most`: reading ends with so many.
 */
export function detect(document: Pick<PageDocument, 'text' | 'blocks'>, language: Language, most: number = Infinity): Claim[] {
  const lexicon = lexiconOf(language);
  const claims: Claim[] = [];
  let last: Measure | null = null;
  let lastBlock = -2;
  const spoken = new Set<Measure>();
  let swindle = false;
  /** The last sentence of a block, with those before it; a block that was passed over is taken apart once, when a figure asks. */
  const known = new Map<number, Sentence | null>();
  const above = (index: number): Sentence | null => {
    const found = known.get(index);
    const block = document.blocks[index];
    if (found !== undefined || !block) return found ?? null;
    let sentence: Sentence | null = null;
    for (const tokens of sentencesOf(tokensOf(document.text, block.start, block.end, lexicon), lexicon)) sentence = parse(tokens, lexicon, sentence, false, () => above(index - 1));
    known.set(index, sentence);
    return sentence;
  };
  for (const [index, block] of document.blocks.entries()) {
    if (claims.length >= most) break;
    known.delete(index - REACH - 1);
    // A block without a word of harm can still rival a figure just given; else there is nothing to read.
    if (lastBlock < index - 1 && block.header === null && !language.mayHarm(document.text.slice(block.start, block.end))) continue;
    const before: Before = { measure: last, near: lastBlock >= index - 1 ? last : null, header: block.header === null ? null : headerMeasure(block.header, lexicon) };
    let previous: Sentence | null = null;
    for (const sentence of sentencesOf(tokensOf(document.text, block.start, block.end, lexicon), lexicon)) {
      if (claims.length >= most) break;
      for (const t of sentence) {
        if (has(t, SPOKEN) && t.word.measure && !marked(t, 'victims')) spoken.add(t.word.measure);
        swindle ||= marked(t, 'swindle');
      }
      const idle = before.near === null && before.header === null && !sentence.some(mayTell);
      const s: Sentence = parse(sentence, lexicon, previous, idle, () => above(index - 1));
      previous = s;
      forget(s);
      const readings = s.phrases.length > 0 ? bind(s, before) : [];
      readings.forEach((reading, i) => {
        const phrase = s.phrases[i];
        if (!reading || !phrase) return;
        const claim = claimOf({ text: document.text, s, phrase, reading, block: index });
        if (!claim) return;
        claims.push(claim);
        if (claim.kind === 'count' || claim.kind === 'vague') {
          last = before.measure = before.near = claim.measure;
          lastBlock = index;
        }
      });
    }
    known.set(index, previous);
  }
  return settle(claims.slice(0, most), spoken, swindle);
}

/** Lets go of the sentences that nothing behind this one reaches: a long text would be held whole. */
function forget(s: Sentence): void {
  let at: Sentence | null = s;
  for (let i = 0; i < REACH; i++) at = at?.before ?? null;
  if (at !== null) at.before = null;
}

const LIFE_OR_LIMB: readonly Measure[] = ['killed', 'wounded', 'missing', 'displaced'];

/**
 * What the whole text tells of single figures. `spoken`: the measures it speaks of; `swindle`: whether it tells of one.
 * Victims of a swindle are no casualties, where the text speaks of no harm to life or limb.
 * "Shot" leaves the outcome open. Where the document counts as many hurt, they are those (two of something is too common to tell);
 * where it counts dead, or one fewer hurt and speaks of a death, it is one number for killed and wounded together; else wounded.
 */
function settle(claims: readonly Claim[], spoken: ReadonlySet<Measure>, swindle: boolean): Claim[] {
  const counted = (measure: Measure): Claim[] => claims.filter((c) => c.measure === measure && c.kind === 'count' && !c.hypothetical && !c.rules.includes(OPEN));
  const dead = counted('killed').length > 0;
  const hurt = new Set(counted('wounded').map((c) => c.low));
  const mixed = ({ low }: Claim): boolean => !(hurt.has(low) && low !== null && low > 2) && (dead || (spoken.has('killed') && low !== null && hurt.has(low - 1)));
  // "Victims" in a text that speaks of killing and never of wounds are dead.
  const onlyDead = spoken.has('killed') && !spoken.has('wounded');
  const swindled = swindle && !LIFE_OR_LIMB.some((m) => spoken.has(m));
  const settled: Claim[] = [];
  for (const c of claims) {
    const victims = c.measure === 'casualties' && c.rules.includes(SOFT);
    if (c.rules.includes(OPEN) && c.measure === 'wounded' && !c.increment && mixed(c)) settled.push({ ...c, measure: 'casualties' });
    else if (onlyDead && victims) settled.push({ ...c, measure: 'killed' });
    else if (!swindled || !victims) settled.push(c);
  }
  return settled;
}

function parse(tokens: readonly Token[], lexicon: Lexicon, before: Sentence | null, idle: boolean, above: () => Sentence | null): Sentence {
  const phrases = idle ? [] : phrasesOf(tokens, lexicon);
  const owner = tokens.map(() => -1);
  phrases.forEach((p, i) => {
    for (let k = p.from; k < p.to; k++) owner[k] = i;
  });
  return { tokens, phrases, owner, lexicon, before, above };
}

/** A table's or list's heading that names one outcome: "Killed", "Number of wounded". */
function headerMeasure(header: string, lexicon: Lexicon): Measure | null {
  const found = new Set<Measure>();
  for (const t of tokenise(header, 0, header.length, lexicon)) if (has(t, T.verb | T.state | T.victim | T.event | T.toll) && t.word.measure) found.add(t.word.measure);
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

type Found = { text: string; s: Sentence; phrase: Phrase; reading: Reading; block: number };

function claimOf({ text, s, phrase, reading, block }: Found): Claim | null {
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
    increment: phrase.increment,
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

