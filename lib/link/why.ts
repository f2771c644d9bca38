// Why a question was chosen, in a reader's words, strongest reason first.
import type { Relation } from '../claim/match.ts';
import { inWords } from './days.ts';
import { TIER_WORDS } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Verdict } from './judge.ts';
import { SOURCE_NAME } from './mention.ts';
import type { ClaimView, PageView } from './view.ts';

const MEASURES: Record<string, string> = { 'excess-deaths': 'all deaths', casualties: 'killed and wounded' };
const RELATION_WORDS = {
  same: null,
  narrower: 'this figure counts a part of it',
  broader: 'this figure counts more than it',
  overlaps: 'this figure counts partly other people',
} as const;
/** More names than this prove no more to a reader. */
const MAX_NAMES = 2;
/** A day's or two's difference between an event and its news is none. */
const NEWS_DAYS = 31;

type Named = Evidence['best'][number];

const writtenAs = ({ mention }: Named, page: PageView): string => (mention.inTitle ? page.titleText : page.original).slice(mention.start, mention.end);

/** "“Mosul” and “battle of Mosul” stand in the clause": the names of the nearest place that has the strongest. */
function namesOf(verdict: Verdict, page: PageView): string | null {
  const named = verdict.evidence.best.filter((b) => b.mention.name >= 0);
  const first = named.find((b) => b.mention.strong) ?? named[0] ?? verdict.evidence.best[0];
  if (first === undefined) return null;
  const names = new Map<string, string>();
  for (const b of [first, ...named]) {
    const text = writtenAs(b, page);
    const known = [...names.keys()].some((k) => k.includes(text.toLowerCase()));
    if (TIER_WORDS[b.tier] === TIER_WORDS[first.tier] && !known && names.size < MAX_NAMES) names.set(text.toLowerCase(), `“${text}”`);
  }
  return `${[...names.values()].join(' and ')} ${names.size > 1 ? 'stand' : 'stands'} in ${TIER_WORDS[first.tier] ?? 'the page'}`;
}

/** Who counts this is named on the page. */
function sourceOf(verdict: Verdict, page: PageView): string | null {
  const source = verdict.evidence.best.find((b) => b.mention.name === SOURCE_NAME);
  return source === undefined ? null : `“${writtenAs(source, page)}” is one of those who count this`;
}

function datesOf(verdict: Verdict, page: PageView): string {
  const { from, to } = verdict.candidate.traits;
  if (page.day === null) return 'the page gives no date; compared with all dates';
  const article = `article of ${inWords(page.day)}`;
  if (to !== null && page.day > to + NEWS_DAYS) return `${article}; the event ended in ${inWords(to)}`;
  return from === null ? article : `${article}; the event began in ${inWords(from)}`;
}

/** `relation`: what is shown, where it was settled after judging. */
export function whyOf(verdict: Verdict, relation: Relation, view: ClaimView, page: PageView): string[] {
  const { traits } = verdict.candidate;
  const who = [view.groupText ?? traits.group, MEASURES[traits.measure] ?? traits.measure, traits.scope === 'all-causes' ? 'all causes' : null];
  const out: string[] = [];
  const say = (reason: string | null | undefined): void => {
    if (reason !== null && reason !== undefined && !out.includes(reason)) out.push(reason);
  };
  say(namesOf(verdict, page));
  say(who.filter((w) => w !== null).join(', '));
  say(datesOf(verdict, page));
  if (verdict.near > 0.5) say('the figure is near one that is known');
  say(sourceOf(verdict, page));
  for (const fit of verdict.fits) say(fit.why);
  say(RELATION_WORDS[relation]);
  return out;
}
