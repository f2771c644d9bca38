// Text → claims: every figure of people killed, wounded, missing, displaced or detained, with how it bounds the number.
import type { Claim, Measure } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Before } from './before.ts';
import { bind } from './bind.ts';
import { claimOf } from './claim-of.ts';
import { REACH } from './context.ts';
import type { Language } from './language.ts';
import { lexiconOf, T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { phrasesOf } from './phrases.ts';
import type { Sentence } from './sentence.ts';
import { sentencesOf } from './sentences.ts';
import { settle } from './settle.ts';
import { has, marked } from './token-tests.ts';
import { tokenise, tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

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
