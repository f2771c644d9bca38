import type { ComponentChildren } from 'preact';
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

/** The box of the chart, px: line on the left, last values on the right, years below. */
const W = 326;
const H = 92;
const RIGHT = 62;
const TOP = 8;
const BASE = H - 16;
/** Two labels need this much between them, px. */
const LABEL = 24;

/** A running count jumps when it is reported: steps, never a slope, and nothing after the last report. */
function Steps({ chart, t, rtl }: { chart: Chart; t: Translate; rtl: boolean }) {
  const x = (n: number): string => (rtl ? W - n * (W - RIGHT) : n * (W - RIGHT)).toFixed(1);
  const y = (n: number): string => (BASE - n * (BASE - TOP)).toFixed(1);
  const path = (steps: { x: number; y: number }[]): string => steps.map((s, i) => (i ? `H${x(s.x)}V${y(s.y)}` : `M${x(s.x)} ${y(s.y)}`)).join('');
  let floor = H + LABEL;
  const labels = chart.lines
    .map((line) => ({ line, end: line.steps.at(-1) ?? { x: 0, y: 0 } }))
    .sort((a, b) => a.end.y - b.end.y)
    .map(({ line, end }) => {
      floor = Math.min(+y(end.y) + 4, floor - LABEL);
      return { line, end, at: floor };
    });
  const side = rtl ? -5 : 5;
  return (
    <svg class="steps" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={chart.label}>
      <path class="rule" d={`M${x(0)} ${BASE}H${x(1)}${chart.years.map((v) => `M${x(v.x)} ${BASE}v4`).join('')}`} />
      {chart.years.map((v) => (
        <text x={x(v.x)} y={H - 2} text-anchor="middle">{v.text}</text>
      ))}
      {chart.page !== null && <path class="page" d={`M${x(chart.page)} ${TOP}V${BASE}`} />}
      {chart.page !== null && (
        <text class="b" x={+x(chart.page) - side} y={TOP + 6} text-anchor={chart.page < 0.3 ? 'start' : 'end'} dx={chart.page < 0.3 ? 2 * side : 0}>
          {t('card_here')}
        </text>
      )}
      {labels.map(({ line, end, at }) => (
        <>
          <path style={{ stroke: `var(--k-${line.kind})` }} d={path(line.steps)} />
          <text class="b" x={+x(end.x) + side} y={at}>{line.last}</text>
          <text x={+x(end.x) + side} y={at + 11}>{line.name}</text>
        </>
      ))}
    </svg>
  );
}

export function TotalsFold({ totals, t, aside, rtl }: { totals: Totals; t: Translate; aside: string; rtl: boolean }) {
  return (
    <Fold title={t('card_totals')} aside={aside}>
      {totals.chart && <Steps chart={totals.chart} t={t} rtl={rtl} />}
      {totals.latest && <p>{totals.latest}</p>}
      <table>
        {totals.list.map(({ id, date, name, figure }) => (
          <tr key={id}>
            <td>{date}</td>
            <td dir="auto">{name}</td>
            <td><bdi>{figure}</bdi></td>
          </tr>
        ))}
      </table>
    </Fold>
  );
}

export function OthersFold({ others, t }: { others: Other[]; t: Translate }) {
  return (
    <Fold title={t('card_others')} aside={String(others.length)}>
      <ul class="else">
        {others.map((o) => (
          <li key={o.id}>
            <span class="what" dir="auto">{o.what}</span>
            <span class="val"><bdi>{o.value}</bdi></span>
            <span class="diff" dir="auto">{o.difference}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
