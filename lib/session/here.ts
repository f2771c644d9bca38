// Scripts of one extension in one page share a world that the page cannot see: here the gate and the reader find each other.

type World = { [GATE]?: true; [READER]?: { again(): void } | undefined };
const GATE = Symbol.for('tallyside gate');
const READER = Symbol.for('tallyside reader');

const world = globalThis as World;

/** False when another gate of this version is here: browsers differ in when they start scripts in open tabs. */
export function firstGate(): boolean {
  if (world[GATE]) return false;
  world[GATE] = true;
  return true;
}

export const readerHere = (): { again(): void } | undefined => world[READER];

/** Undefined when it has gone. */
export function setReader(reader: { again(): void } | undefined): void {
  world[READER] = reader;
}
