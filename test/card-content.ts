// Card contents made of the little a case says: everything left out is the ordinary case.
import arabicMessages from '../assets/public/_locales/ar/messages.json' with { type: 'json' };
import messages from '../assets/public/_locales/en/messages.json' with { type: 'json' };
import frenchMessages from '../assets/public/_locales/fr/messages.json' with { type: 'json' };
import type { CardContent, Hand, RelatedQuestion } from '../lib/claim/card-content.ts';
import type { Claim } from '../lib/claim/claim.ts';
import type { Estimate, Question, Source } from '../lib/claim/database.ts';
import type { Translate } from '../lib/card/words.ts';

type Messages = Record<string, { message: string }>;

/** As browser.i18n.getMessage, but without its way out to English: '' for a key that is not there. */
const translator =
  (messages: Messages): Translate =>
  (key, substitutions = []) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');

export const LOCALES: Record<'en' | 'fr' | 'ar', Messages> = { en: messages, fr: frenchMessages, ar: arabicMessages };
export const english = translator(LOCALES.en);
export const french = translator(LOCALES.fr);
export const arabic = translator(LOCALES.ar);

export type Told = {
  name: string;
  question: { title: string; rule: Question['series_rule']; period: [string | null, string | null] } & Partial<Pick<Question, 'group' | 'measure' | 'by'>>;
  page: string | null;
  claim: Partial<Claim>;
  estimates: (Partial<Estimate> & { source: string })[];
  series?: { id: string; source: string; qualifier: Estimate['qualifier']; points: [string, number][] }[];
  related?: (Pick<RelatedQuestion, 'id' | 'title' | 'type'> & Partial<Omit<RelatedQuestion, 'figures'>> & { figures: Partial<Estimate>[] })[];
};

const BY: Question['by'] = { scope: 'actor', actors: [], weapons: [], disputed: false };

/** Actors' ids are their names here. */
const handOf = ({ scope, disputed, actors }: Question['by']): Hand => ({ scope, disputed, names: actors });

function estimateOf(e: Told['estimates'][number], i: number): Estimate {
  return {
    id: `q--${e.source}-${i}`, claimant: null, via: null, derived_from: [], role: 'monitor', party_to_event: false, low: null, best: null, high: null,
    qualifier: 'exact', text_value: null, as_of: null, published: null, date_precision: 'day', method: null, caveat: null, scope: null, comparable: 'full',
    series: null, status: 'current', contested: false, denies: null, checked: 'full', unchecked: null, show: true, url: null, url_kind: null, link: false,
    title: null, seen_at: null, where: null, ...e,
  };
}

export function sourcesOf(told: Record<string, [string, Source['kind']]>): Record<string, Source> {
  return Object.fromEntries(
    Object.entries(told).map(([id, [name, kind]]) => [id, { id, name, kind, aliases: [], shared_aliases: [], homepage: null, homepage_checked: false, country: null, note: null }]),
  );
}

export function contentOf({ question, page, claim, estimates, series = [], related = [] }: Told, sources: Record<string, Source>): CardContent {
  const [start, end] = question.period;
  const group = question.group ?? 'civilians';
  const measure = question.measure ?? 'killed';
  const place = { name: 'Varland', countries: [] };
  return {
    claim: {
      start: 0, end: 10, text: 'the figure', number: { start: 0, end: 1 }, block: 0, kind: 'count', measure: 'killed', group: 'people', groupText: null,
      low: null, high: null, bound: 'exact', increment: false, hypothetical: false, saidBy: null, actor: null, place: null, period: null, rules: [], ...claim,
    },
    match: { question: 'q', relation: 'same', score: 0.9, why: [] },
    page: { url: 'https://news.example/a', title: 'A page', headline: 'Shelling goes on', site: 'The Example', author: null, date: page, dateFrom: 'meta', lang: 'en' },
    sentence: 'The figure is in this sentence.',
    question: {
      id: 'q', collection: 'c', kind: 'casualty', event: 'e', title: question.title, place, period: { start, end }, group, group_text: null, measure, unit: 'people',
      by: question.by ?? BY, relations: [], series_rule: question.rule, notes: null, thin: false,
      estimates: estimates.map(estimateOf),
      series: series.map((s) => ({ ...s, unit: 'people', drops: [], points: s.points.map(([date, value]) => ({ date, value, url: null, dataset: null, checked: 'full' as const, estimate: null })) })),
      related: related.map((r) => ({
        hands: { theirs: handOf(question.by ?? BY), ours: handOf(question.by ?? BY) }, group, group_text: null, measure, unit: 'people', place, period: { start, end }, note: null, card: true, ...r,
        figures: r.figures.map((f) => ({ low: null, best: null, high: null, qualifier: 'exact' as const, text_value: null, as_of: null, source: '', ...f })),
      })),
    },
    sources,
    database: { version: '2022.1.1', created: '2022-01-01', contact: null },
  };
}
