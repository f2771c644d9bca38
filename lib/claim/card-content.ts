// All that one card shows: sent once per scan from the background, so that hovering needs no further message.
import type { Claim } from './claim.ts';
import type { Estimate, Question, QuestionRelation, Source } from './database.ts';
import type { PageInfo } from './document.ts';
import type { Match } from './match.ts';

/** One figure of a related question; `source` is the source's name as it is to be read. */
export type RelatedFigure = Pick<Estimate, 'low' | 'best' | 'high' | 'qualifier' | 'text_value' | 'as_of'> & Pick<CardSource, 'feed'> & { source: string };

/** A question that counts something else. `figures` are the shown estimates of that question, at most one per source. */
export type RelatedQuestion = Pick<Question, 'id' | 'title' | 'group' | 'group_text' | 'measure' | 'unit' | 'place' | 'period'> & {
  /** As in the card's question: it stands so to the related one ("superset-of": the related one is part of it). */
  type: QuestionRelation;
  /** What differs, in a sentence for readers; null when only the relation is known. */
  note: string | null;
  figures: RelatedFigure[];
  /** By whose hand this one is framed, and the card's question. */
  hands: { theirs: Hand; ours: Hand };
  /** It has estimates enough for a card of its own. */
  card: boolean;
};

/** Whose hand a question is framed by; `names` of its actors, null when one of them is not known. */
export type Hand = Pick<Question['by'], 'scope' | 'disputed'> & { names: string[] | null };

/** A question as a card needs it: without the names used for linking, with its relatives resolved. */
export type CardQuestion = Omit<Question, 'match'> & { related: RelatedQuestion[] };

/** `feed`: the name of the feed this source's figures come from; absent: the extension's own; null: the reader's own data. */
export type CardSource = Source & { feed?: string | null };

export type CardContent = {
  claim: Claim;
  match: Match;
  page: PageInfo;
  /** The page's sentence with the claim in it. */
  sentence: string;
  question: CardQuestion;
  /** By id: every source the question's estimates and series name. */
  sources: Record<string, CardSource>;
  /** `created` is an ISO date or date-time; `contact`: where corrections are sent, null: nowhere yet. */
  database: { version: string; created: string; contact: string | null };
};
