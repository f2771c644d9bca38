import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initial, mayAct, reduce, timerOf } from '../lib/card/card-state.ts';
import type { CardEvent, CardState, HoverSettings } from '../lib/card/card-state.ts';
import { inside, inWindow, lineBox, towards } from '../lib/page/geometry.ts';

type At = [number, number, string?];
type Step = { t: number } & Partial<{
  move: At; click: At; tap: At; key: string; press: [number, number]; drag: [number, number]; out: true; focus: string; blur: true;
  scroll: boolean; escape: true; close: true; pin: true; keep: true; lost: string[]; shows: string; 'may act': boolean;
}>;
type Case = { name: string; settings?: Partial<HoverSettings>; film: Step[] };

const { cases } = JSON.parse(readFileSync(new URL('spec/card/hover.json', import.meta.url), 'utf8')) as { cases: Case[] };
const DEFAULTS: HoverSettings = { openDelay: 450, clickOnly: false };
const CARD = { x: 76, y: 128, width: 360, height: 572 };

function eventOf(step: Step): CardEvent | null {
  const time = step.t;
  const at = (p: At | [number, number]) => ({ x: p[0], y: p[1] });
  if (step.move) return { type: 'move', at: at(step.move), mark: step.move[2] ?? null, time };
  if (step.click) return { type: 'open', mark: step.click[2] ?? '', by: 'click', at: at(step.click), time };
  if (step.tap) return { type: 'open', mark: step.tap[2] ?? '', by: 'tap', at: at(step.tap), time };
  if (step.key) return { type: 'open', mark: step.key, by: 'key', at: null, time };
  if (step.press) return { type: 'press', at: at(step.press) };
  if (step.drag) return { type: 'drag', to: at(step.drag) };
  if (step.focus) return { type: 'focus', mark: step.focus };
  if (step.scroll !== undefined) return { type: 'scroll', visible: step.scroll };
  if (step.lost) return { type: 'lost', marks: step.lost };
  for (const type of ['out', 'blur', 'escape', 'close', 'pin', 'keep'] as const) if (step[type]) return { type };
  return null;
}

function shown({ phase }: CardState): string {
  if (phase.is !== 'open') return 'nothing';
  const moved = phase.moved ? `, at ${phase.moved.x},${phase.moved.y}` : '';
  return phase.mark + (phase.pinned ? ', pinned' : '') + moved;
}

/** Plays a film against the machine: fires each timer when it is due and tells the machine where a new card was laid out. */
class Player {
  state = initial;
  #settings: HoverSettings;
  #due: { token: number; time: number } | null = null;
  constructor(settings: HoverSettings) {
    this.#settings = settings;
  }
  send(event: CardEvent, now: number): void {
    this.state = reduce(this.state, event, this.#settings);
    const { phase } = this.state;
    if (phase.is === 'open' && !phase.box) this.state = reduce(this.state, { type: 'placed', box: CARD }, this.#settings);
    const timer = timerOf(this.state);
    if (!timer) this.#due = null;
    else if (this.#due?.token !== timer.token) this.#due = { token: timer.token, time: now + timer.delay };
  }
  advance(to: number): void {
    while (this.#due && this.#due.time <= to) {
      const { token, time } = this.#due;
      this.#due = null;
      this.send({ type: 'due', token, time }, time);
    }
  }
}

describe('hover', () => {
  test.each(cases)('$name', ({ settings, film }) => {
    const player = new Player({ ...DEFAULTS, ...settings });
    let checks = 0;
    for (const step of film) {
      player.advance(step.t);
      const event = eventOf(step);
      if (event) player.send(event, step.t);
      if (step.shows !== undefined) expect(shown(player.state), `at ${step.t} ms`).toBe(step.shows);
      if (step['may act'] !== undefined) expect(mayAct(player.state, step.t), `at ${step.t} ms`).toBe(step['may act']);
      if (step.shows !== undefined || step['may act'] !== undefined) checks++;
      else expect(event, `step at ${step.t} says nothing`).not.toBeNull();
    }
    expect(checks, 'a film without a look').toBeGreaterThan(0);
  });

  test('a timer that comes back late is ignored: the reader has moved on', () => {
    const player = new Player(DEFAULTS);
    player.send({ type: 'move', at: { x: 0, y: 0 }, mark: null, time: 0 }, 0);
    player.send({ type: 'move', at: { x: 110, y: 110 }, mark: 'a', time: 100 }, 100);
    const stale = timerOf(player.state)?.token ?? -1;
    player.send({ type: 'move', at: { x: 300, y: 300 }, mark: null, time: 200 }, 200);
    player.send({ type: 'due', token: stale, time: 550 }, 550);
    expect(shown(player.state)).toBe('nothing');
  });

  test('whatever happens: the state is never changed in place, and Esc always ends with nothing shown', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 800 }) });
    const mark = fc.constantFrom('a', 'b');
    const event: fc.Arbitrary<CardEvent> = fc.oneof(
      fc.record({ type: fc.constant('move' as const), at: point, mark: fc.option(mark), time: fc.nat(5000) }),
      fc.record({ type: fc.constant('open' as const), mark, by: fc.constantFrom('click' as const, 'tap' as const, 'key' as const), at: fc.option(point), time: fc.nat(5000) }),
      fc.record({ type: fc.constant('due' as const), token: fc.nat(20), time: fc.nat(5000) }),
      fc.record({ type: fc.constant('press' as const), at: point }),
      fc.record({ type: fc.constant('drag' as const), to: point }),
      fc.record({ type: fc.constant('scroll' as const), visible: fc.boolean() }),
      fc.constantFrom<CardEvent>({ type: 'pin' }, { type: 'keep' }, { type: 'out' }, { type: 'blur' }, { type: 'close' }, { type: 'focus', mark: 'a' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state = initial;
        for (const e of events) {
          const before = JSON.stringify(state);
          const next = reduce(state, e, DEFAULTS);
          expect(JSON.stringify(state)).toBe(before);
          state = next;
        }
        state = reduce(state, { type: 'escape' }, DEFAULTS);
        expect(shown(state)).toBe('nothing');
        expect(timerOf(state)).toBeNull();
      }),
    );
  });
});

describe('geometry', () => {
  const box = { x: 100, y: 200, width: 300, height: 100 };
  test.each([
    ['above, on the way down', { x: 150, y: 190 }, { x: 160, y: 195 }, true],
    ['above, going sideways', { x: 150, y: 190 }, { x: 300, y: 190 }, false],
    ['above, going up', { x: 150, y: 190 }, { x: 150, y: 180 }, false],
    ['below, on the way up', { x: 150, y: 320 }, { x: 170, y: 310 }, true],
    ['left of it, going right', { x: 60, y: 250 }, { x: 80, y: 245 }, true],
    ['right of it, going left', { x: 460, y: 250 }, { x: 430, y: 250 }, true],
    ['right of it, going right', { x: 460, y: 250 }, { x: 480, y: 250 }, false],
  ])('%s', (_name, from, at, safe) => expect(towards(from, box, at)).toBe(safe));

  test('a mark over two lines: the line the pointer is on, else the first', () => {
    const lines = [{ x: 300, y: 0, width: 60, height: 20 }, { x: 10, y: 24, width: 40, height: 20 }];
    expect(lineBox(lines, { x: 20, y: 30 })).toBe(lines[1]);
    expect(lineBox(lines, null)).toBe(lines[0]);
    expect(lineBox([], { x: 20, y: 30 })).toBeNull();
  });

  test('edges belong to a box; a mark above the window cannot be seen', () => {
    expect(inside(box, { x: 100, y: 300 })).toBe(true);
    expect(inside(box, { x: 99, y: 300 })).toBe(false);
    expect(inside(box, { x: 99, y: 300 }, 1)).toBe(true);
    expect(inWindow([box], { width: 800, height: 600 })).toBe(true);
    expect(inWindow([{ ...box, y: -100 }], { width: 800, height: 600 })).toBe(false);
  });
});
