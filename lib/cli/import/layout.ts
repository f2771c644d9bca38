// How a published data set is laid out: which column says what. One for each data set the maintainers know by name; for any
// other file the same is written down in a mapping file.
import * as z from 'zod/mini';

const Columns = z.union([z.string(), z.array(z.string()).check(z.minLength(1))]);

/**
 * `id` is unique in the file; `start` and `end` are days (`end` absent: the row is of one day). `low`, `best`, `high`: the column of
 * that end, or several that are added up, in which an empty one counts nothing. `days`: how a day is written, ISO unless said.
 * `cumulative`: each row is the total so far, so that rows are never added up, and a row without a figure is a day without a report.
 */
export const Layout = z.strictObject({
  id: z.optional(z.string()),
  start: z.optional(z.string()),
  end: z.optional(z.string()),
  low: z.optional(Columns),
  best: z.optional(Columns),
  high: z.optional(Columns),
  days: z.optional(z.enum(['iso', 'month/day/year'])),
  cumulative: z.optional(z.boolean()),
});
export type Layout = z.infer<typeof Layout>;

/**
 * `layouts`: as it was published over the years; the one whose columns a file has is meant. `licence` null: the publisher states
 * none. `dataset`: what a point of a running count names, the source that publishes the file and the file; null: there is no such count.
 */
export type Kind = { layouts: readonly Layout[]; title: string; licence: string | null; url: string; dataset: string | null };

const daily: Layout = { start: 'report_date', cumulative: true };
const PALESTINE = { title: 'Palestine Datasets by Tech for Palestine', licence: 'public domain dedication (Unlicense)', url: 'https://github.com/TechForPalestine/palestine-datasets' };

export const KINDS: Readonly<Record<string, Kind>> = {
  'ucdp-ged': {
    layouts: [{ id: 'id', start: 'date_start', end: 'date_end', low: 'low', best: 'best', high: 'high' }],
    title: 'UCDP Georeferenced Event Dataset',
    licence: 'CC BY 4.0',
    url: 'https://ucdp.uu.se/downloads/',
    dataset: null,
  },
  'iom-missing-migrants': {
    layouts: [
      { id: 'Incident ID', start: 'Incident date', low: 'No. dead/missing' },
      { id: 'Incident ID', start: 'Incident Date', low: ['Number Dead', 'Minimum Estimated Number of Missing'], days: 'month/day/year' },
    ],
    title: 'IOM Missing Migrants Project',
    licence: 'CC BY 4.0',
    url: 'https://missingmigrants.iom.int/downloads',
    dataset: null,
  },
  airwars: {
    layouts: [{ id: 'airwars_id', start: 'date', low: 'civ_killed_min', high: 'civ_killed_max' }],
    title: 'Airwars civilian casualty incidents',
    licence: null,
    url: 'https://airwars.org',
    dataset: null,
  },
  't4p-gaza': { layouts: [{ ...daily, best: 'killed_cum' }], dataset: 'tech-for-palestine/casualties_daily.json', ...PALESTINE },
  // The running total is carried over the days without a report; `--where flash_source=un` leaves only the reports.
  't4p-west-bank': { layouts: [{ ...daily, best: 'killed_cum' }], dataset: 'tech-for-palestine/west_bank_daily.json', ...PALESTINE },
  // Of the war since March 2026; `--best killed_cum` goes on from the one before.
  't4p-lebanon': { layouts: [{ ...daily, best: 'killed_cum_reported' }], dataset: 'tech-for-palestine/lebanon_casualties_daily.json', ...PALESTINE },
  'russian-losses': {
    layouts: [{ start: 'date', best: 'personnel', cumulative: true }],
    dataset: 'petroivaniuk-dataset/data/russia_losses_personnel.json',
    title: '2022 Ukraine Russia War Dataset by Petro Ivaniuk',
    licence: 'MIT',
    url: 'https://github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset',
  },
};

export const ENDS = ['low', 'best', 'high'] as const;
export type End = (typeof ENDS)[number];

/** The columns of an end; none when the layout has no such end. */
export const columnsOf = (layout: Layout, end: End): readonly string[] => {
  const columns = layout[end] ?? [];
  return typeof columns === 'string' ? [columns] : columns;
};

/** Every column the layout speaks of. */
export const allColumns = (layout: Layout): string[] => [layout.id, layout.start, layout.end].flatMap((c) => c ?? []).concat(ENDS.flatMap((end) => columnsOf(layout, end)));
