import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SHAPE } from '../../lib/card/shapes.ts';
import type { Words } from '../../lib/card/words.ts';
import type { Point, Timeline } from './timeline.ts';

/** px; of the glyphs, as in the card. */
const HIGH = 320;
const EDGE = { top: 12, bottom: 26, side: 64 };
const HALF = 5;

/** The page's ink for what pages say, a hue and a shape for each kind of source; no line is drawn between what nobody joined. The table below says the same. */
export function Plot({ timeline: { points, axis, from, to, ticks }, words: { number, rtl } }: { timeline: Timeline; words: Words }) {
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(800);
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(([entry]) => entry && setWide(Math.max(240, entry.contentRect.width)));
    if (box.current) sizes.observe(box.current);
    return () => sizes.disconnect();
  }, []);
  if (axis === null) return null;
  const x = (t: number): number => {
    const along = EDGE.side + ((t - from) / (to - from || 1)) * (wide - EDGE.side - 16);
    return rtl ? wide - along : along;
  };
  const y = (n: number): number => EDGE.top + (1 - axis.at(n)) * (HIGH - EDGE.top - EDGE.bottom);
  const start = rtl ? wide : 0;
  return (
    <div ref={box} class="timeline" aria-hidden="true">
      <svg width={wide} height={HIGH} viewBox={`0 0 ${wide} ${HIGH}`}>
        {axis.ticks.map((n) => (
          <g key={n}>
            <line class="grid-line" x1={x(from)} x2={x(to)} y1={y(n)} y2={y(n)} />
            <text class="tick" x={rtl ? start - EDGE.side + 8 : EDGE.side - 8} y={y(n) + 4} text-anchor="end">
              {number(n)}
            </text>
          </g>
        ))}
        {ticks.map(({ t, label }) => (
          <text key={t} class="tick" x={x(t)} y={HIGH - 6} text-anchor="middle">
            {label}
          </text>
        ))}
        {points.map((point) => (
          <Mark key={point.id} point={point} x={x(point.t)} y={y} />
        ))}
      </svg>
    </div>
  );
}

function Mark({ point, x, y }: { point: Point; x: number; y(n: number): number }) {
  const { at, low, high, gone } = point;
  return (
    <g class={`${point.is === 'claim' ? 'k-page' : `k-${point.kind}`}${gone ? ' gone' : ''}`}>
      <title>{`${point.by}: ${point.says}`}</title>
      {low !== null && high !== null && <path class="span" d={`M${x - 4} ${y(high)}h8M${x - 4} ${y(low)}h8M${x} ${y(high)}V${y(low)}`} />}
      {at !== null && (point.is === 'claim' ? <path class="said-there" d={`M${x - HALF} ${y(at)}h${2 * HALF}M${x} ${y(at) - HALF}v${2 * HALF}`} /> : <path class="mark" d={SHAPE[point.kind]} transform={`translate(${x - HALF} ${y(at) - HALF})`} />)}
    </g>
  );
}
