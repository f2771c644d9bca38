import type { Words } from '../../lib/card/words.ts';
import type { Listed } from '../../lib/saved/list.ts';
import { addressOf } from './place.ts';
import { figureOf, harmOf, nameOf, sinceSaved } from './says.ts';

type Props = {
  claim: Listed;
  /** Its place in the list, from 0. */
  at: number;
  active: boolean;
  selected: boolean;
  words: Words;
  press(event: MouseEvent): void;
  mark(event: MouseEvent): void;
};

/** Two lines, whatever it holds: all rows are of one height, so that a long list can be drawn in part. */
export function GridRow({ claim, at, active, selected, words, press, mark }: Props) {
  const { t, date, number } = words;
  const { before, number: digits, after } = figureOf(claim, words);
  const since = sinceSaved(claim, words);
  const { page, match, figure } = claim;
  const harm = harmOf(claim, words) || claim.quote.exact;
  return (
    <div role="row" id={`row-${at}`} class="row" aria-rowindex={at + 2} aria-selected={selected} data-active={active || undefined} onClick={press}>
      <span role="gridcell" class="pick">
        <input type="checkbox" tabIndex={-1} checked={selected} aria-label={t('list_select', [nameOf(claim, words)])} onClick={mark} />
      </span>
      <span role="gridcell" class="n">
        <span class="line">
          {before}
          <b>{digits}</b>
          {after}
        </span>
      </span>
      <span role="gridcell">
        <a class="line" tabIndex={-1} href={addressOf({ is: 'claim', id: claim.id })} dir="auto">{harm}</a>
        <span class="line small" dir="auto">{figure?.saidBy ?? figure?.actor ?? ''}</span>
      </span>
      <span role="gridcell">
        {match === null ? <span class="line quiet">{t('list_no_question')}</span> : <a class="line" tabIndex={-1} href={addressOf({ is: 'question', id: match.question })} lang="en" dir="auto">{match.title}</a>}
        <span class="line tags">
          {claim.collection !== null && <span class="tag in">{claim.collection}</span>}
          {claim.tags.map((tag) => (
            <span class="tag" key={tag}>{tag}</span>
          ))}
        </span>
      </span>
      <span role="gridcell" class="n known">
        <span class="line">{match === null ? '' : number(claim.sources.length)}</span>
      </span>
      <span role="gridcell">
        <span class="line" dir="auto">{page.site ?? page.host}</span>
        <span class="line small">{page.date === null ? t('list_undated') : date(page.date)}</span>
      </span>
      <span role="gridcell" class="since">
        {since === null ? <span class="line quiet">{match === null ? '' : t('list_since_nothing')}</span> : <span class={claim.changed?.seen ? 'line quiet' : 'line told'}>{since}</span>}
      </span>
    </div>
  );
}
