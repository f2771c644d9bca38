// Which rows of a long list of equally high rows stand in the window. Two hundred lines of a library would do more than
// this needs: nothing here grows while it is looked at.
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows beyond either edge, so that a turn of the wheel meets no empty space. */
const BEYOND = 10;

/** `from` to `to` are to be drawn; `high` is the height of a row in px, 0 until one was drawn. */
export type Shown = { from: number; to: number; high: number };

export function shownOf({ top, high, view, count }: { top: number; high: number; view: number; count: number }): Shown {
  if (high === 0) return { from: 0, to: Math.min(count, 2 * BEYOND), high };
  const from = Math.floor(-top / high) - BEYOND;
  const to = Math.ceil((view - top) / high) + BEYOND;
  return { from: Math.max(0, Math.min(from, count)), to: Math.max(0, Math.min(to, count)), high };
}

/** `body` holds the rows and is as high as all of them. */
export function useShown(body: { readonly current: HTMLElement | null }, count: number): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: 0, high: 0 });
  useLayoutEffect(() => {
    const look = (): void => {
      const { current } = body;
      if (current === null) return;
      const high = current.querySelector<HTMLElement>('[role=row]')?.offsetHeight ?? 0;
      const next = shownOf({ top: current.getBoundingClientRect().top, high, view: innerHeight, count });
      setShown((was) => (was.from === next.from && was.to === next.to && was.high === next.high ? was : next));
    };
    look();
    // The rows are there only after they were drawn once.
    const sizes = new ResizeObserver(look);
    if (body.current) sizes.observe(body.current);
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [count]);
  return { ...shown, to: Math.min(shown.to, count), from: Math.min(shown.from, count) };
}
