import { Glyph } from './Glyph.tsx';
import type { Lane, Row } from './row.ts';
import type { Translate } from './words.ts';

function LaneMarks({ lane }: { lane: Lane | null }) {
  if (!lane) return <div class="lane none" aria-hidden="true" />;
  const at = { '--at': lane.at };
  return (
    <div class="lane" aria-hidden="true">
      {lane.low !== null && <i class="bar" style={{ '--low': lane.low, '--high': lane.high }} />}
      {lane.open && <i class={lane.open} style={at} />}
      {lane.about && <i class="around" style={at} />}
      {lane.at !== null && (
        <i class="best" style={at}>
          <Glyph />
        </i>
      )}
    </div>
  );
}

/** Opens what lies behind a row. The row's own attribute holds the state: nothing else needs to know. */
function toggle(event: MouseEvent): void {
  const button = event.currentTarget as HTMLElement;
  const open = button.closest('li')?.toggleAttribute('data-open');
  button.setAttribute('aria-expanded', String(open));
}

type RowProps = {
  row: Row;
  /** How it was counted is behind a button. */
  folded: boolean;
  /** So is its kind and link: from ten rows on, a row is one line and its lane. */
  compact: boolean;
  /** There is no axis to draw on. */
  plain: boolean;
  t: Translate;
};

/** Name and figure; the lane; kind, date, link, and what it counts otherwise; how it was counted. */
export function EstimateRow({ row, folded, compact, plain, t }: RowProps) {
  const { figure, gone } = row;
  const number = figure && (
    <>
      {figure.before}
      <b>{figure.number}</b>
      {figure.after}
    </>
  );
  const how = (folded && row.method.length > 0) || compact ? (
    <button class="how" aria-expanded="false" aria-label={t('card_how', [row.name])} onClick={toggle} />
  ) : null;
  return (
    <li class={`row k-${row.kind}${row.tied ? ' tied' : ''}${gone ? ' gone' : ''}`}>
      <div class="top">
        <span class="name">
          <Glyph />
          <span class="ko" dir="auto">{row.name}</span>
          {compact && how}
        </span>{' '}
        <span class={row.said === null ? 'value' : 'value said'}>
          <bdi class="ko">{number ? gone === 'withdrawn' ? <s>{number}</s> : number : row.said}</bdi>
        </span>
      </div>
      {!plain && <LaneMarks lane={row.lane} />}
      <div class="meta">
        {row.tags.map((tag) => (
          <>
            <span class="tag">{tag}</span>{' '}
          </>
        ))}
        <span class="facts">
          {row.meta.join(' · ')}
          {row.link && ' ·'}{' '}
          <span class="tail">
            {row.link && (
              <a href={row.link.href} target="_blank" rel="noopener noreferrer">
                {row.link.host}
              </a>
            )}
            {!compact && how}
          </span>
        </span>
        {row.note && <bdi class="line">{row.note}</bdi>}
        {row.method.length > 0 && <bdi class="line method">{row.method.join(' · ')}</bdi>}
      </div>
    </li>
  );
}
