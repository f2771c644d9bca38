// Scripts of one extension in one page share a world that the page cannot see: here gate, reader and card find each other.
import type { MountCard } from '../card/options.ts';
import type { Lent } from './lent.ts';

const HERE = Symbol.for('tallyside');
const world = globalThis as { [HERE]?: Here };

/** `reader` is missing before it comes and when it has gone; `mountCard` before the first figure that has a card. */
export type Here = { lent: Lent; reader?: { again(): void } | undefined; mountCard?: MountCard };

/** Undefined where no gate of this version is. */
export const here = (): Here | undefined => world[HERE];

export const come = (lent: Lent): Here => (world[HERE] = { lent });
