// The card of a page while its script is still on its way into the page.
import { expect, test } from 'vitest';
import type { CardHandle, CardOptions, MountCard } from '../lib/card/options.ts';
import { cardToCome } from '../lib/session/card-to-come.ts';

type Event = Parameters<CardHandle['send']>[0];

const OPTIONS = {} as CardOptions;
const press = (x: number): Event => ({ type: 'press', at: { x, y: 0 } });
const soon = (): Promise<void> => new Promise((done) => setTimeout(done));

function setUp() {
  const done: (Event | 'mounted' | 'destroyed' | 'none')[] = [];
  const mount: MountCard = () => {
    done.push('mounted');
    return { send: (event) => void done.push(event), destroy: () => void done.push('destroyed') };
  };
  const script = Promise.withResolvers<MountCard>();
  const card = cardToCome(script.promise, OPTIONS, () => void done.push('none'));
  return { done, mount, script, card };
}

test('what is done before it is there is done when it is, in the same order, and what follows at once', async () => {
  const { done, mount, script, card } = setUp();
  card.send(press(1));
  card.send(press(2));
  await soon();
  expect(done).toEqual([]);
  script.resolve(mount);
  await soon();
  expect(done).toEqual(['mounted', press(1), press(2)]);
  card.send(press(3));
  expect(done.at(-1)).toEqual(press(3));
  card.destroy();
  expect(done.at(-1)).toBe('destroyed');
});

test('a card that is not wanted any more is not mounted when its script comes', async () => {
  const { done, mount, script, card } = setUp();
  card.send(press(1));
  card.destroy();
  card.send(press(2));
  script.resolve(mount);
  await soon();
  expect(done).toEqual([]);
});

test('a script that does not come is told of once, and not at all where nobody waits for it', async () => {
  const waits = setUp();
  waits.card.send(press(1));
  waits.script.reject(new Error('the page could not be entered'));
  await soon();
  waits.card.send(press(2));
  expect(waits.done).toEqual(['none']);

  const gone = setUp();
  gone.card.destroy();
  gone.script.reject(new Error('the page could not be entered'));
  await soon();
  expect(gone.done).toEqual([]);
});

test('of a hand that never rests only the last is kept', async () => {
  const { done, mount, script, card } = setUp();
  for (let x = 0; x < 10_000; x++) card.send(press(x));
  script.resolve(mount);
  await soon();
  expect(done.length).toBeLessThan(1_000);
  expect(done.slice(0, 1)).toEqual(['mounted']);
  expect(done.at(-1)).toEqual(press(9_999));
});
