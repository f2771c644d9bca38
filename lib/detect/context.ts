// What the text says about a figure beside its number: who says so, by whose hand, where, when.
import type { Claim } from '../claim/claim.ts';
import { actorOf } from './actor.ts';
import { periodOf } from './period.ts';
import { placeOf } from './place.ts';
import type { Reading } from './predicate.ts';
import { speakerOf } from './said-by.ts';
import { textOf } from './span.ts';
import type { Span } from './span.ts';
import type { Sentence } from './verbs.ts';

export type Context = Pick<Claim, 'saidBy' | 'actor' | 'place' | 'period'>;

/** What earlier sentences of the block said, for pronouns and for places that go without saying. */
export type Standing = { saidBy: string | null; place: string | null };

export function contextOf(s: Sentence, reading: Reading, text: string, standing: Standing): Context {
  const words = (span: Span | null): string | null => (span ? textOf(s, span, text) : null);
  const speaker = speakerOf(s, reading.at);
  return {
    saidBy: speaker === 'again' ? standing.saidBy : words(speaker),
    actor: words(actorOf(s, reading)),
    place: words(placeOf(s, reading.at)) ?? standing.place,
    period: periodOf(s, reading.at, text),
  };
}

/** What the sentence leaves standing for the next one. */
export function standingAfter(s: Sentence, text: string, before: Standing): Standing {
  const speaker = speakerOf(s, 0);
  const place = placeOf(s, 0);
  return {
    saidBy: speaker === null || speaker === 'again' ? before.saidBy : textOf(s, speaker, text),
    place: place ? textOf(s, place, text) : before.place,
  };
}
