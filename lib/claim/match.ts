// A claim, the question it answers, how they relate, and why we think so.

/** What the claim's figure means beside the question's: `narrower` counts part of it, `broader` more than it. */
export type Relation = 'same' | 'narrower' | 'broader' | 'overlaps';

/** `score` runs from 0 to 1 and is comparable only within one version; `why` is in a reader's words, strongest reason first. */
export type Match = { question: string; relation: Relation; score: number; why: string[] };
