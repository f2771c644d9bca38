import { useMemo } from 'preact/hooks';
import { SHAPE } from '../../lib/card/shapes.ts';
import type { Row } from '../../lib/saved/list.ts';
import { tell } from '../../lib/messages/messages.ts';
import { useAnswer } from '../../lib/ui/answer.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { Waiting } from '../../lib/ui/Waiting.tsx';
import type { Names } from './names.ts';
import { addressOf } from './place.ts';
import { Plot } from './Plot.tsx';
import { timelineOf } from './timeline.ts';

type Props = Ui & { id: string; rows: readonly Row[]; names: Names };

/** One question over time: what the saved pages said, against what its sources say. */
export function QuestionPage({ id, rows, names, words }: Props) {
  const { t, date, plural } = words;
  const [now, ask] = useAnswer(() => tell('estimatesNow', { question: id }), [id]);
  const claims = useMemo(() => rows.flatMap(({ claim }) => (claim.match?.question === id ? [claim] : [])), [rows, id]);
  const estimates = typeof now === 'object' ? (now.estimates ?? []) : [];
  const timeline = useMemo(() => timelineOf(claims, estimates, { words, source: names.source }), [claims, estimates, words, names]);
  return (
    <article>
      <p>
        <a href={addressOf({ is: 'list' })}>{t('list_title')}</a>
      </p>
      <h1 lang="en" dir="auto">{claims[0]?.match?.title ?? id}</h1>
      <p class="small">{t('list_timeline_how')}</p>
      {typeof now === 'string' ? <Waiting is={now} t={t} failed={t('options_data_failed')} again={ask} /> : now.estimates === null && <p class="small">{t('browse_no_question')}</p>}
      {timeline.points.length === 0 ? <p class="empty">{t('list_timeline_none')}</p> : <Plot timeline={timeline} words={words} />}
      {timeline.axis?.log && <p class="small">{t('list_timeline_log')}</p>}
      {timeline.undated > 0 && <p class="small">{plural('list_timeline_undated', timeline.undated)}</p>}
      {timeline.points.length > 0 && (
        <table>
          <caption class="unseen">{t('list_timeline')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('list_timeline_day')}</th>
              <th scope="col">{t('list_timeline_who')}</th>
              <th scope="col">{t('list_col_figure')}</th>
            </tr>
          </thead>
          <tbody>
            {timeline.points.map((point) => (
              <tr key={point.id}>
                <td>{date(point.day)}</td>
                <td class={point.is === 'claim' ? 'k-page' : `k-${point.kind}${point.gone ? ' gone' : ''}`}>
                  <svg class="glyph" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
                    <path class={point.is === 'claim' ? 'said-there' : 'mark'} d={point.is === 'claim' ? 'M0 5h10M5 0v10' : SHAPE[point.kind]} />
                  </svg>{' '}
                  {point.is === 'claim' ? <a href={addressOf({ is: 'claim', id: point.id })}><bdi>{point.by}</bdi></a> : <bdi>{point.by}</bdi>}
                  <span class="small"> {t(point.is === 'claim' ? 'list_timeline_page' : point.gone ? 'list_timeline_gone' : 'list_timeline_source')}</span>
                </td>
                <td dir="auto">{point.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
}
