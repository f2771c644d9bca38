// A running count goes on after we have read it, so a reader needs the place where its source keeps it.
import type { Estimate, Series, Source } from '../../claim/database.ts';

/** The source's own site or channel is known, or one of the count's shown estimates cites the source's own publication. */
export const hasOwnPage = (series: Series, estimates: readonly Estimate[], source: Source | undefined): boolean =>
  typeof source?.homepage === 'string' || estimates.some((e) => e.show && e.series === series.id && e.url_kind === 'original');
