// A figure with its own qualifier. Nothing here rounds, averages or invents an end that nobody stated.

/** How a figure bounds the true number, in the words of TEI's @atLeast/@atMost and of the field's own usage. */
export type Bound =
  | 'exact'
  | 'at-least'
  | 'more-than'
  | 'at-most'
  | 'less-than'
  | 'about'
  | 'nearly'
  | 'range'
  | 'vague';

/**
 * Counted in people unless a question says otherwise.
 * `low` null: no lower end was stated ("up to 300"). `high` null: no upper end was stated ("at least 735").
 * Both equal: one figure ("nearly 4,000" is 4000 to 4000). Both null: a share ("a third of the dead").
 */
export type Amount = { low: number | null; high: number | null; bound: Bound };
