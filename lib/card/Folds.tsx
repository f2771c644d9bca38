import type { ComponentChildren } from 'preact';
import { Glyph } from './Glyph.tsx';
import type { Other } from './others.ts';
import type { Chart, Totals } from './totals.ts';
import type { Translate } from './words.ts';

function Fold({ title, aside, children }: { title: string; aside: string; children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>
        {title} <span class="n">{aside}</span>
      </summary>
      <div class="body">{children}</div>
    </details>
  );
}

function Steps({ chart, t }: { chart: Chart; t: Translate }) {
  const { width, height, page } = chart;
  return (
    <svg class="steps" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={chart.label}>
      <path class="rule" d={chart.rule} />
      {chart.years.map(({ x, text }) => (
        <text x={x} y={height - 2} text-anchor="middle">{text}</text>
      ))}
      {page && (
        <>
          <path class="page" d={page.path} />
          <text class="b" x={page.x} y={page.y} text-anchor={page.anchor}>{t('card_here')}</text>
        </>
      )}
      {chart.lines.map(({ kind, path, x, y, last }) => (
        <>
          <path class={`k-${kind}`} d={path} />
          <text class="b" x={x} y={y}>{last}</text>
        </>
      ))}
    </svg>
  );
}

function List({ of, open }: { of: readonly Other[]; open?: ((question: string) => void) | undefined }) {
  return (
    <ul class="else">
      {of.map(({ id, what, value, difference, card }) => (
        <li key={id}>
          {card && open ? (
            <button class="what" dir="auto" data-id={id} onClick={() => open(id)}>{what}</button>
          ) : (
            <span class="what" dir="auto">{what}</span>
          )}
          <bdi class="val">{value}</bdi>
          {difference && <span class="diff" dir="auto">{difference}</span>}
        </li>
      ))}
    </ul>
  );
}

export function TotalsFold({ totals, t }: { totals: Totals; t: Translate }) {
  return (
    <Fold title={t('card_totals')} aside={totals.count}>
      {totals.chart && <Steps chart={totals.chart} t={t} />}
      {totals.chart?.lines.map(({ kind, legend }) => (
        <p class={`legend k-${kind}`}>
          <Glyph />
          <bdi>{legend}</bdi>
        </p>
      ))}
      <List of={totals.list} />
    </Fold>
  );
}

export function OthersFold({ others, t, open }: { others: readonly Other[]; t: Translate; open?: ((question: string) => void) | undefined }) {
  return (
    <Fold title={t('card_others')} aside={String(others.length)}>
      <List of={others} open={open} />
    </Fold>
  );
}
