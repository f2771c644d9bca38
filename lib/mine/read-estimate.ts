// An estimate as it was entered ↔ as it is kept.
import { byId } from '../claim/by-id.ts';
import type { Estimate, Question, Source } from '../claim/database.ts';
import { listed, SEPARATOR, tidy, type EstimateDraft } from './fields.ts';
import type { Known, Mine } from './mine.ts';
import { freshId, named } from './names.ts';
import { readDraft } from './read-draft.ts';
import type { Slip } from './slip.ts';

/** `sources`: those that are new. */
export type ReadEstimate = { estimate: Estimate; sources: Source[] } | { slips: Slip[] };

/** What a source is that is new, by the part it plays. */
const KIND: Record<Estimate['role'], Source['kind']> = {
  party: 'belligerent',
  government: 'government',
  un: 'intergovernmental',
  monitor: 'monitor',
  press: 'press',
  academic: 'academic',
  record: 'record',
  court: 'court',
  other: 'individual',
};

const PRECISION = { 4: 'year', 7: 'month', 10: 'day' } as const;

/** Whole numbers, their digits grouped or not, in Latin, Arabic or Persian digits. What is none is NaN: "1.234" could be two. */
export function readCount(text: string): number | null {
  const latin = tidy(text).replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => String((d.codePointAt(0) ?? 0) % 16)).replace(/\u066c/g, ',');
  if (latin === '') return null;
  return /^(?:\d{1,10}|\d{1,3}(?:,\d{3}){1,3}|\d{1,3}(?: \d{3}){1,3}|\d{1,3}(?:['’]\d{3}){1,3})$/.test(latin) ? Number(latin.replace(/\D/g, '')) : Number.NaN;
}

/**
 * `before`: the estimate that is changed; null: a new one. `id` null: one is made. Only what has no form that could be checked is
 * told here; whether it holds together is for the checks to say.
 */
export function readEstimate(draft: EstimateDraft, { question, mine, known, before, id = null }: { question: Question; mine: Mine; known: Known; before: Estimate | null; id?: string | null }): ReadEstimate {
  const { slips, slip, text, needed, chosen } = readDraft(draft);
  const count = (field: 'low' | 'best' | 'high'): number | null => {
    const value = readCount(draft[field]);
    if (Number.isNaN(value)) slip(field, 'number');
    return value;
  };

  const all = [...mine.sources, ...known.sources];
  const name = needed('source');
  const there = name === '' ? undefined : named(all, name);
  const usual = there === undefined || draft.role !== '' ? undefined : usualRole(there.id, [known, mine]);
  if (draft.role === '' && name !== '' && usual === undefined) slip('role', 'needed');
  const role = chosen('role', usual ?? 'other');
  const source: Source = there ?? { id: freshId(name, 'source', (id) => all.some((s) => s.id === id)), name, aliases: [], shared_aliases: [], kind: KIND[role], homepage: null, homepage_checked: false, country: null, note: null };
  const others = (field: 'via' | 'draws_on'): string[] =>
    listed(draft[field]).flatMap((other) => {
      const found = named([source, ...all], other);
      if (found === undefined) slip(field, 'unknown-source', other);
      return found === undefined ? [] : [found.id];
    });
  const [via = null, second] = others('via');
  if (second !== undefined) slip('via', 'unknown-source', draft.via);

  const [on, evidence] = [text('read_again'), text('evidence')];
  if ((on === null) !== (evidence === null)) slip(on === null ? 'read_again' : 'evidence', 'needed');
  const as_of = text('as_of');
  const difference = text('difference');
  const url = text('address');
  // The checks would say so as well, but only once the rest can be read.
  if (url === null && before?.checked !== 'no') slip('address', 'needed');
  const length = as_of?.length;
  const { verified, ...rest } = before ?? {};
  const estimate: Estimate = {
    ...KEPT,
    ...rest,
    ...(on === null || evidence === null ? {} : { verified: { outcome: 'confirmed', primary: false, ...verified, on, evidence } }),
    id: id ?? before?.id ?? freshEstimateId(question, source.id, as_of ?? text('published')),
    source: source.id,
    claimant: text('claimant'),
    via,
    derived_from: others('draws_on'),
    role,
    party_to_event: role === before?.role ? before.party_to_event : role === 'party',
    low: count('low'),
    best: count('best'),
    high: count('high'),
    qualifier: chosen('qualifier', 'exact'),
    text_value: text('said'),
    as_of,
    published: text('published'),
    date_precision: as_of === before?.as_of ? before.date_precision : length === 4 || length === 7 || length === 10 ? PRECISION[length] : as_of === null ? null : 'day',
    method: text('method'),
    caveat: text('caveat'),
    scope: difference === null ? null : { ...before?.scope, text: difference },
    comparable: difference === null ? (before?.comparable ?? 'full') : before?.comparable === 'no' ? 'no' : 'partial',
    status: chosen('status', 'current'),
    contested: chosen('contested', '') === 'yes',
    url,
    url_kind: url === null ? null : (before?.url_kind ?? 'report-of'),
    title: text('publication'),
  };
  // A difference that was taken out is none any more, unless the caveat still tells of one.
  if (difference === null && before !== null && before.scope !== null && before.comparable === 'partial') estimate.comparable = 'full';
  return slips.length > 0 ? { slips } : { estimate, sources: there === undefined ? [source] : [] };
}

/** What is not asked. That it was seen is what the researcher says by entering it with its address. */
const KEPT = { series: null, denies: null, checked: 'full', unchecked: null, show: true, link: false, seen_at: null, where: null } satisfies Partial<Estimate>;

function freshEstimateId(question: Question, source: string, day: string | null): string {
  const taken = byId(question.estimates);
  return `${question.id}--${freshId(`${source}-${day ?? 'undated'}`, 'estimate', (id) => taken.has(`${question.id}--${id}`))}`;
}

/** The part a source has most often had, in the first of the pools that knows it; undefined: it never had any. */
function usualRole(source: string, pools: readonly Pick<Known, 'questions'>[]): Estimate['role'] | undefined {
  for (const { questions } of pools) {
    const times = new Map<Estimate['role'], number>();
    for (const q of questions) for (const e of q.estimates) if (e.source === source) times.set(e.role, (times.get(e.role) ?? 0) + 1);
    const [most] = [...times].toSorted(([, a], [, b]) => b - a);
    if (most !== undefined) return most[0];
  }
  return undefined;
}

/** As it is entered; `sources` by id. */
export function estimateDraft(e: Estimate, sources: ReadonlyMap<string, Source>): EstimateDraft {
  const name = (id: string): string => sources.get(id)?.name ?? id;
  const number = (n: number | null): string => (n === null ? '' : String(n));
  return {
    source: name(e.source),
    role: e.role,
    claimant: e.claimant ?? '',
    via: e.via === null ? '' : name(e.via),
    draws_on: e.derived_from.map(name).join(SEPARATOR),
    qualifier: e.qualifier,
    low: number(e.low),
    best: number(e.best),
    high: number(e.high),
    said: e.text_value ?? '',
    as_of: e.as_of ?? '',
    published: e.published ?? '',
    method: e.method ?? '',
    caveat: e.caveat ?? '',
    difference: e.scope?.text ?? '',
    status: e.status,
    contested: e.contested ? 'yes' : '',
    address: e.url ?? '',
    publication: e.title ?? '',
    read_again: e.verified?.on ?? '',
    evidence: e.verified?.evidence ?? '',
  };
}
