// What reading and linking have reached must not be lost again: the numbers are in floors.json, per cent, a little under
// (for shares of errors, over) what was measured. Raise them when a measure has risen; lowering one needs a reason in the commit.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bars, type Bar } from '../lib/cli/eval/bars.ts';
import { measure } from '../lib/cli/eval/measure.ts';
import { loadSets } from '../lib/cli/eval/sets.ts';
import { openScanner } from '../lib/cli/scan/scanner.ts';
import floors from './floors.json' with { type: 'json' };

const SHARED = resolve(import.meta.dirname, '../../shared/eval');
const here = existsSync(SHARED);

describe.skipIf(!here)('floors, measured on the labelled sets (../shared/eval; skipped where they are not at hand)', async () => {
  const reached = new Map<string, Bar>(here ? bars(measure(await openScanner(), await loadSets(SHARED))).map((b) => [b.id, b]) : []);

  test.each(Object.entries(floors))('%s %d', (id, floor) => {
    const bar = reached.get(id);
    if (!bar || bar.ours === null) throw new Error(`${id} was not measured`);
    if (bar.fewer) expect(bar.ours).toBeLessThanOrEqual(floor);
    else expect(bar.ours).toBeGreaterThanOrEqual(floor);
  });

  test('every measure has a floor', () => {
    expect(Object.keys(floors).toSorted()).toEqual([...reached.keys()].toSorted());
  });
});
