// The days that the text before a figure's sentence speaks of: of a figure whose own sentence speaks of none.
import type { PageDocument } from '../claim/document.ts';
import { endOf, sentencesOf } from './sentences.ts';
import type { Span } from './sentences.ts';
import type { TimeCue } from './time-cues.ts';

/** A sentence that cannot do without the one before. */
const GOES_ON = /^["'(]*(?:the (?:final |official |overall )?(?:death )?toll|the number of (?:the )?(?:dead|deaths)|it|that (?:one|quake|storm|flood|disaster|attack))\b/;
/** A sentence that goes on with the event of the one before, and so many sentences back its date may stand. */
const SAME_ONE = /^["'(]*(?:the|this|that) (?:incident|accident|disaster|tragedy|attack|crush|stampede|blast|explosion|quake|earthquake|crash|fire|massacre|storm|floods?|flooding)\b/;
const DATED_BACK = 3;

/** The sentence `at`, among those of its block. */
export type InBlock = { block: number; sentences: readonly Span[]; at: number };

/** `folded` is the document's text; `cuesIn` reads a span of it. */
export function datesBefore(document: PageDocument, folded: string, { block, sentences, at }: InBlock, cuesIn: (span: Span) => TimeCue[]): TimeCue[] {
  const opens = (words: RegExp, i: number): boolean => words.test(folded.slice(sentences[i]?.start ?? 0, sentences[i]?.end ?? 0));
  const datesOf = (span: Span | undefined): TimeCue[] => (span === undefined ? [] : cuesIn(endOf(span)));
  if (at === 0) {
    // A paragraph of its own, as news has it: "In 2023 another shook the west. ¶ The death toll was 1,500."
    const above = opens(GOES_ON, at) ? document.blocks[block - 1] : undefined;
    return above === undefined ? [] : datesOf(sentencesOf(document.text, above).at(-1) ?? above);
  }
  let told = datesOf(sentences[at - 1]);
  // "It came on 3 February 1954. The accident hurt hundreds. The incident left 800 dead."
  for (let back = 2; told.length === 0 && back <= DATED_BACK && opens(SAME_ONE, at - back + 2); back++) told = datesOf(sentences[at - back]);
  return told;
}
