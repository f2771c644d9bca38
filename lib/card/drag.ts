import { clamp, type Point } from '../page/geometry.ts';

/** A hand that presses a button moves a little; a drag goes further, px. */
const START = 4;

/** Lets `card` be taken by the free ground of its header. `move` gets where its top start corner should go, in the window. */
export function draggable(card: HTMLElement, move: (to: Point) => void): void {
  card.querySelector('header')?.addEventListener('pointerdown', (event) => {
    const { target, pointerId, clientX, clientY, currentTarget } = event;
    if (!event.isTrusted || event.button !== 0 || !(target instanceof Element) || target.closest('button, h2, .by, .small')) return;
    const box = card.getBoundingClientRect();
    const header = currentTarget as HTMLElement;
    header.setPointerCapture(pointerId);
    const end = new AbortController();
    let far = false;
    header.addEventListener('pointermove', (now) => {
      far ||= Math.hypot(now.clientX - clientX, now.clientY - clientY) > START;
      const x = clamp(box.x + now.clientX - clientX, 0, innerWidth - box.width);
      const y = clamp(box.y + now.clientY - clientY, 0, innerHeight - 48);
      if (far) move({ x, y });
    }, { signal: end.signal });
    // Comes after the hand lets go, and after whatever else ends the drag.
    header.addEventListener('lostpointercapture', () => end.abort(), { signal: end.signal });
    event.preventDefault();
  });
}
