// How one trait of a claim stands to the same trait of a question.

/**
 * `part`: the claim counts less than the question by this trait; `whole`: more; `no`: something else altogether.
 * `weight` is evidence for (or against) the question itself, in the units of the score.
 */
export type Fit = { relation: 'same' | 'part' | 'whole' | 'no'; weight: number; why?: string };

export const SAME: Fit = { relation: 'same', weight: 0 };
export const NO: Fit = { relation: 'no', weight: 0 };
