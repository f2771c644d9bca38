// Why a question was chosen, in a reader's words, strongest reason first.
import { inWords } from './days.ts';
import { TIER_WORDS, TITLE } from './evidence.ts';
import type { Verdict } from './judge.ts';
import type { ClaimView, PageView } from './view.ts';

const MEASURES: Record<string, string> = { 'excess-deaths': 'all deaths', casualties: 'killed and wounded' };
const RELATION_WORDS = { same: null, narrower: 'counts a part of it', broader: 'counts more than it', overlaps: 'counts partly other people' } as const;

function namesOf(verdict: Verdict, page: PageView): string {
  const seen = new Set<string>();
  const quoted: string[] = [];
  for (const { mention } of verdict.evidence.best) {
    const text = (mention.inTitle ? page.title : page.original).slice(mention.start, mention.end);
    const key = text.toLowerCase();
    if (seen.has(key) || quoted.length === 2) continue;
    seen.add(key);
    quoted.push(`“${text}”`);
  }
  const tier = Math.min(...verdict.evidence.best.slice(0, 2).map((b) => b.tier));
  return `${quoted.join(' and ')} ${quoted.length > 1 ? 'stand' : 'stands'} in ${TIER_WORDS[tier] ?? TIER_WORDS[TITLE]}`;
}

function datesOf(verdict: Verdict, page: PageView): string {
  const { from, to } = verdict.candidate.traits;
  if (page.day === null) return 'the page gives no date; compared with all dates';
  const article = `article of ${inWords(page.day)}`;
  if (to !== null && page.day > to + 31) return `${article}; this ended in ${inWords(to)}`;
  return from === null ? article : `${article}; this began in ${inWords(from)}`;
}

export function whyOf(verdict: Verdict, view: ClaimView, page: PageView): string[] {
  const { traits } = verdict.candidate;
  const who = [view.claim.groupText ?? traits.group, MEASURES[traits.measure] ?? traits.measure, traits.scope === 'all-causes' ? 'all causes' : null];
  const said = verdict.fits.map((f) => f.why).filter((w) => w !== undefined);
  return [
    namesOf(verdict, page),
    who.filter((w) => w !== null).join(', '),
    ...(verdict.near > 0.5 ? ['the figure is near one that is known'] : []),
    datesOf(verdict, page),
    ...new Set(said),
    ...(RELATION_WORDS[verdict.relation] === null ? [] : [RELATION_WORDS[verdict.relation] ?? '']),
  ];
}
