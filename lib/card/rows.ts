// Question + claim + page → everything a card shows, in order and in words. The card only draws what stands here.
import type { CardContent } from '../claim/card-content.ts';
import type { Claim } from '../claim/claim.ts';
import type { PageInfo } from '../claim/document.ts';
import { choose } from './choose.ts';
import { citation } from './cite.ts';
import { corrections, type Objection } from './correction.ts';
import { namesIn } from './names.ts';
import { othersOf } from './others.ts';
import type { Other } from './others.ts';
import { plotOf } from './plot.ts';
import type { Plot } from './plot.ts';
import { questionText } from './question-text.ts';
import { byLine, pageFigure, unitOf } from './says.ts';
import { totalsOf } from './totals.ts';
import type { Totals } from './totals.ts';
import type { Asked } from './row.ts';
import { capital } from './words.ts';
import type { Words } from './words.ts';

/** Made where the database is (cardView), drawn where the page is (mountCard): plain data, safe to clone. */
export type CardView = {
  /** Id of the question. */
  id: string;
  /** Language of the words below, BCP 47. */
  lang: string;
  rtl: boolean;
  figure: string;
  unit: string;
  by: string;
  question: string;
  relation: string | null;
  why: string[];
  plot: Plot | null;
  totals: Totals | null;
  others: Other[];
  database: string;
  stale: string | null;
  /** The card as plain text, and what a reader may write to the maintainers. */
  citation: string;
  corrections: Record<Objection, string>;
  /** Where corrections are sent; null: nowhere yet. */
  contact: string | null;
  /** What takes its figure out of the reader's list again; absent or null: it is not in it. The one thing that changes while a card is shown. */
  saved?: string | null | undefined;
};

/** Days after which newer totals are likely and the card says so. */
export const STALE = 60;

/** `now` tells how old the database is. Estimates are never averaged, added up or completed here. */
export function cardView(content: CardContent, { words, now }: { words: Words; now: Date }): CardView {
  const { claim, match, page } = content;
  const relation = match.relation === 'same' ? null : words.t(`card_relation_${match.relation}`);
  return viewOf(content, { says: saidBy(claim, page, words), claim, relation, why: match.why, sentence: content.sentence }, { words, now });
}

/** What the page says, as its card gives it. */
export type Says = Pick<CardView, 'figure' | 'unit' | 'by'>;

type Told = { says: Says; claim: Claim | null; relation: string | null; why: string[]; sentence: string };

/** The card of a question; `claim` null: the page's figure does not answer it. */
export function viewOf(content: Asked, { says, claim, relation, why, sentence }: Told, { words, now }: { words: Words; now: Date }): CardView {
  const { page, question, sources, database } = content;
  const name = namesIn(question, sources);
  const figures = claim === null ? [] : [claim.low, claim.high].filter((n) => n !== null);
  const chosen = choose(question, page.date, figures);
  const said = {
    ...says,
    question: questionText(question.title),
    relation,
    plot: chosen.rows.length > 0 ? plotOf(content, claim, chosen, { name, words }) : null,
  };
  const told = { ...content, why, sentence };
  return {
    ...said,
    ...setIn(database, { words, now }),
    id: question.id,
    why,
    totals: totalsOf(chosen.totals, { question, sources, name, page: page.date, words }),
    others: othersOf(chosen.others, { question, sources, words }),
    citation: citation(said, told, words),
    corrections: corrections(said, told, words),
  };
}

/** The card of a figure with nothing to set beside it: what the page says, and that this says nothing about the figure. */
export function emptyView({ claim, page, database }: { claim: Claim; page: PageInfo; database: CardContent['database'] }, options: { words: Words; now: Date }): CardView {
  return {
    ...saidBy(claim, page, options.words),
    ...setIn(database, options),
    id: '',
    question: '',
    relation: null,
    why: [],
    plot: null,
    totals: null,
    others: [],
    citation: '',
    corrections: { event: '', entry: '' },
  };
}

const saidBy = (claim: Claim, page: PageInfo, words: Words): Says => ({
  figure: capital(pageFigure(claim, words), words.locale),
  unit: unitOf(claim, words.t),
  by: byLine(claim, page.date, words),
});

function setIn({ version, created, contact }: CardContent['database'], { words, now }: { words: Words; now: Date }): Pick<CardView, 'lang' | 'rtl' | 'database' | 'stale' | 'contact'> {
  const days = daysOld(created, now);
  return {
    lang: words.locale,
    rtl: words.rtl,
    database: words.t('card_database', [version, words.plural('card_days', days)]),
    stale: days > STALE ? words.plural('card_stale', days) : null,
    contact,
  };
}

/** Whole days since an ISO date; 0 for one that is to come. */
export const daysOld = (created: string, now: Date): number => Math.max(0, Math.floor((now.getTime() - Date.parse(created)) / 86_400_000));
