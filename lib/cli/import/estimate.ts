// Rows added up → one derived estimate: the data set's rows, never worded as the publisher's own statement.
import type { Estimate, Question, Source } from '../../claim/database.ts';
import { sumOf } from './derivation.ts';
import type { Gathered } from './gather.ts';
import { ImportError } from './import-error.ts';

/** `said`: what the source says in the database already. `title` and `url` of the data set; `asOf` null: the last day of the rows. `scope`: what it counts otherwise than the question, in words. `today`: the day of the import, on which the figure was computed from the rows themselves. */
export type Origin = { source: Source; said: readonly Estimate[]; title: string; url: string; asOf: string | null; published: string | null; scope: string | null; today: string };

/** Throws ImportError when there is nothing to add up, or no day to name. */
export function estimateFrom(gathered: Gathered, question: Question, { source, said, title, url, asOf, published, scope, today }: Origin): Estimate {
  if (gathered.layout.cumulative === true) throw new ImportError('this data set gives running totals, which are not added up: use --monthly');
  if (gathered.good.length === 0) throw new ImportError('no row fits');
  const last = asOf ?? gathered.good.reduce<string | null>((latest, { end }) => (end !== null && (latest === null || end > latest) ? end : latest), null);
  if (last === null) throw new ImportError('the rows have no days: give the day they count up to with --as-of');
  const figures = sumOf(gathered);
  const [rows, aside] = [gathered.good.length, gathered.aside.length];
  return {
    id: `${question.id}--${source.id}-${last.replaceAll('-', '')}`,
    source: source.id,
    claimant: null,
    via: null,
    derived_from: [],
    ...standing(source, said),
    ...figures,
    qualifier: qualifierOf(figures),
    text_value: null,
    as_of: last,
    published,
    date_precision: 'day',
    method: 'Sum of the rows of a data set',
    caveat: `Sum of ${counted(rows, 'row')}.${aside === 0 ? '' : ` ${counted(aside, 'more row')} that could not be read without doubt ${aside === 1 ? 'is' : 'are'} left out.`}`,
    scope: scope === null ? null : { text: scope },
    comparable: scope === null ? 'full' : 'partial',
    series: null,
    status: 'derived',
    contested: false,
    denies: null,
    checked: 'full',
    unchecked: null,
    show: true,
    url,
    url_kind: 'dataset',
    link: false,
    title,
    seen_at: null,
    where: null,
    verified: { on: today, outcome: 'confirmed', evidence: 'Computed from the rows of the data set by the query in derived.json.', primary: false },
  };
}

const counted = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;

/** The least is a floor; both ends without a centre are a range; a centre between ends is about, alone it is exact. */
function qualifierOf({ low, best, high }: Pick<Estimate, 'low' | 'best' | 'high'>): Estimate['qualifier'] {
  if (best !== null) return low !== null || high !== null ? 'about' : 'exact';
  if (low !== null) return high !== null ? 'range' : 'at-least';
  if (high !== null) return 'at-most';
  throw new ImportError('the layout names no column with a figure: give one with --low, --best or --high');
}

const ROLES: Readonly<Record<Source['kind'], Estimate['role']>> = {
  belligerent: 'party',
  government: 'government',
  intergovernmental: 'un',
  monitor: 'monitor',
  press: 'press',
  academic: 'academic',
  record: 'record',
  court: 'court',
  encyclopaedia: 'other',
  individual: 'other',
  dataset: 'other',
};

/** In what part the source speaks: as it does elsewhere, else by what it is. */
function standing(source: Source, said: readonly Estimate[]): Pick<Estimate, 'role' | 'party_to_event'> {
  const before = said.at(-1);
  return before === undefined ? { role: ROLES[source.kind], party_to_event: source.kind === 'belligerent' } : { role: before.role, party_to_event: before.party_to_event };
}
