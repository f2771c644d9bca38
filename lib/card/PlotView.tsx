import { EstimateRow } from './EstimateRow.tsx';
import type { Plot } from './plot.ts';
import type { Translate } from './words.ts';

function Axis({ axis: { ticks }, page }: { axis: NonNullable<Plot['axis']>; page: Plot['page'] }) {
  const line = page && <i class={page.from === page.to ? 'stem' : 'band'} style={{ '--at': page.from, '--to': page.to }} />;
  return (
    <>
      <div class="axis" aria-hidden="true">
        <div class="inner">
          {page && (
            <bdi class={`here ${page.side}`} style={{ '--at': page.labelAt }}>
              {page.label}
            </bdi>
          )}
          {line}
          {ticks.map(({ at, label }) => (
            <span class="tick" style={{ '--at': at }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <div class="under" aria-hidden="true">
        {ticks.map(({ at }) => (
          <i style={{ '--at': at }} />
        ))}
        {line}
      </div>
    </>
  );
}

/** One axis and the rows that share it. The rows are an ordered list and are the table behind the plot. */
export function PlotView({ plot, t }: { plot: Plot; t: Translate }) {
  const { axis, density } = plot;
  return (
    <section class={`plot ${density}`} aria-label={plot.heading}>
      <div class="plot-head">
        <h3>{plot.heading}</h3>
        {axis && <span class="scale">{t(axis.log ? 'card_log' : 'card_linear')}</span>}
      </div>
      <div class="field">
        {axis && <Axis axis={axis} page={plot.page} />}
        {plot.groups.map(({ title, rows }) => (
          <>
            {title && <h4 class="group"><span class="ko">{title}</span></h4>}
            <ol class="rows">
              {rows.map((row) => (
                <EstimateRow key={row.id} row={row} folded={density !== 'full'} compact={density === 'compact'} plain={!axis} t={t} />
              ))}
            </ol>
          </>
        ))}
      </div>
    </section>
  );
}
