// In what a related question differs from the card's, in one sentence made from the data: how the two stand to each other,
// who is counted, by whose hand, where, and in which time; then what the maintainers noted.
import type { CardQuestion, Hand, RelatedQuestion } from '../claim/card-content.ts';
import { capital, codeWord } from './words.ts';
import type { Words } from './words.ts';

/** As the card's question stands to the related one. */
const RELATION: Record<RelatedQuestion['type'], string> = {
  'superset-of': 'card_rel_part',
  'subset-of': 'card_rel_whole',
  overlaps: 'card_rel_overlaps',
  'increment-of': 'card_rel_whole',
  sibling: 'card_rel_sibling',
  'compare-with': 'card_rel_compare',
  'proxy-for': 'card_rel_proxy',
  'part-of-sum': 'card_rel_sibling',
  'same-as-other-period': 'card_rel_period',
};
/** These hold the card's question: what they count besides is more, not less. */
const WIDER = new Set(['card_rel_whole']);
/** Measures that count one harm with another: "killed or wounded, not killed" would be no difference to a reader. */
const TOGETHER = new Set<string>(['casualties', 'excess-deaths']);

const groupOf = (q: Pick<RelatedQuestion, 'group' | 'group_text'>, t: Words['t']): string => q.group_text ?? codeWord(t, 'group', q.group);

function who(r: RelatedQuestion, question: CardQuestion, wider: boolean, { t }: Words): string[] {
  if (r.unit !== question.unit) return [t('card_diff_unit', [r.unit, question.unit])];
  const parts: string[] = [];
  if (r.measure !== question.measure)
    parts.push(TOGETHER.has(r.measure) ? t(`card_diff_measure_${r.measure.replace('-', '_')}`) : t('card_diff_measure', [codeWord(t, 'measure', r.measure), codeWord(t, 'measure', question.measure)]));
  const [theirs, ours] = [groupOf(r, t), groupOf(question, t)];
  if (r.group === question.group || r.group === 'other' || theirs === ours) return parts;
  // Everybody is not "only people", from whichever side it is looked at.
  if (!wider && r.group !== 'people') return [...parts, t('card_diff_group', [theirs])];
  return [...parts, question.group === 'people' ? theirs : t('card_diff_group_wider', [theirs, ours])];
}

/** The related question's own time, where it is another one: "17 Mar 2017", "Feb 2017 to Jul 2017", "since 2014". */
function when({ period }: RelatedQuestion, { period: own }: CardQuestion, { t, date }: Words): string[] {
  const { start, end } = period;
  if (start === null || (start === own.start && end === own.end)) return [];
  if (start === end) return [date(start)];
  return [end === null ? t('card_diff_since', [date(start)]) : t('card_diff_period', [date(start), date(end)])];
}

function inWords({ scope, disputed, names }: Hand, { t }: Words): string | null {
  if (scope === 'actor') return names === null || names.length === 0 ? null : t(disputed ? 'card_hand_said' : 'card_hand_by', [names.join(t('card_comma'))]);
  if (scope === 'undetermined' || scope === 'unknown') return t('card_hand_open');
  return scope === 'all-causes' || scope === 'indirect' ? t(`card_hand_${scope.replace('-', '_')}`) : null;
}

/** By whose hand, where the two are framed by different ones: as they are framed, which is no finding. */
function byWhom({ unit, hands }: RelatedQuestion, question: CardQuestion, words: Words): string[] {
  const { t } = words;
  const [theirs, ours] = [inWords(hands.theirs, words), inWords(hands.ours, words)];
  if (theirs === null || theirs === ours || unit !== question.unit) return [];
  if (ours === null || hands.theirs.disputed) return [theirs];
  const [them, us] = [hands.theirs.names ?? [], hands.ours.names ?? []];
  const both = them.filter((name) => us.includes(name)).length;
  const [actor, from] = [hands.theirs.scope === 'actor', hands.ours.scope];
  if (actor && (from === 'all-causes' || both === them.length)) return [t('card_diff_group', [theirs])];
  if (from !== 'actor') return [theirs];
  if (hands.theirs.scope === 'all-causes' || (actor && both === us.length)) return [t('card_diff_group_wider', [theirs, ours])];
  return [actor && both === 0 ? t('card_diff_measure', [theirs, ours]) : theirs];
}

const where = (r: RelatedQuestion, question: CardQuestion): string[] => (r.place.name === question.place.name ? [] : [r.place.name]);

export function difference(r: RelatedQuestion, question: CardQuestion, words: Words): string {
  const { t, locale } = words;
  const key = RELATION[r.type];
  const people = who(r, question, WIDER.has(key), words);
  const hand = byWhom(r, question, words);
  const scope = [...where(r, question), ...when(r, question, words)];
  // Another harm, hand or unit says by itself that it is another count; time and place alone would leave open of what.
  const plain = (r.type === 'sibling' || r.type === 'compare-with') && people.length + hand.length > 0;
  const parts = [...people, ...hand, ...scope].join(t('card_semicolon'));
  const sentence = plain ? parts : parts === '' ? t(key) : t('card_diff', [t(key), parts]);
  return [sentence, ...(r.note === null ? [] : [r.note])].map((p) => capital(p, locale).replace(/\.$/, '')).join('. ');
}
