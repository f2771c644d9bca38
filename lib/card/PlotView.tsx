import { EstimateRow, share } from './EstimateRow.tsx';
import type { Plot } from './rows.ts';
import type { Translate } from './words.ts';

/** A tick this near to the page's figure gives way to it, as a share of the axis. */
const NEAR = 0.065;

function Axis({ axis, page }: { axis: NonNullable<Plot['axis']>; page: Plot['page'] }) {
  const { ticks } = axis;
  const last = ticks.length - 1;
  const middle = page ? (page.from + page.to) / 2 : 0;
  const side = middle < 0.2 ? 'start' : middle > 0.8 ? 'end' : '';
  const clear = (at: number, i: number): boolean => !page || i === 0 || i === last || at <= page.from - NEAR || at >= page.to + NEAR;
  const span = page && { '--at': share(page.from), '--to': share(page.to) };
  return (
    <>
      <div class="axis" aria-hidden="true">
        <div class="inner">
          {page && span && (
            <>
              <span class={`here ${side}`} style={{ '--at': share(side === 'start' ? page.from : side ? page.to : middle) }}>
                <bdi>{page.label}</bdi>
              </span>
              <i class={page.from === page.to ? 'stem' : 'band'} style={span} />
            </>
          )}
          {ticks.map(({ at, label }, i) => clear(at, i) && (
            <span class={`tick ${i === 0 ? 'start' : i === last ? 'end' : ''}`} style={{ '--at': share(at) }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <div class="under" aria-hidden="true">
        {ticks.map(({ at }) => (
          <i style={{ '--at': share(at) }} />
        ))}
        {page && span && <i class={page.from === page.to ? 'stem' : 'band'} style={span} />}
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
