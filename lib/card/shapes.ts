import type { Kind } from './kinds.ts';

/** One shape for each kind of source, 10 × 10: grey or colour-blind, the shape tells them apart. */
export const SHAPE: Record<Kind, string> = {
  party: 'M1 1h8v8H1z',
  government: 'M5 0l5 5-5 5-5-5z',
  un: 'M5 .6l4.8 8.6H.2z',
  monitor: 'M.5 5a4.5 4.5 0 0 1 9 0 4.5 4.5 0 0 1-9 0z',
  press: 'M5 9.4L.2.8h9.6z',
  study: 'M3.4.3h3.2v3.1h3.1v3.2H6.6v3.1H3.4V6.6H.3V3.4h3.1z',
  record: 'M.6 1.2h8.8v3H.6zM.6 5.8h8.8v3H.6z',
  witness: 'M.2 7.4a4.8 4.8 0 0 1 9.6 0z',
};
