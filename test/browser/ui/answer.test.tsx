import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAnswer } from '../../../lib/ui/answer.ts';
import { Waiting } from '../../../lib/ui/Waiting.tsx';

type Asked = { of: string; come(names: string[]): void; fail(): void };
let asked: Asked[];
const at = (n: number): Asked => asked[n] ?? expect.fail(`it was not asked for ${n + 1} times`);

function Names({ of }: { of: string }) {
  const [names, ask] = useAnswer(() => new Promise<string[]>((come, fail) => asked.push({ of, come, fail: () => fail(new Error('no answer')) })), [of]);
  return (
    <>
      {typeof names === 'string' ? <Waiting is={names} t={(key) => key} failed="It could not be had." again={ask} /> : <p>{names.join(' ')}</p>}
      <button id="ask" onClick={() => void ask()} />
    </>
  );
}

const show = (of: string): void => render(<Names of={of} />, document.body);
const says = (): string => document.body.textContent.trim();
const press = (button: string): void => document.querySelector<HTMLElement>(button)?.click();

beforeEach(async () => {
  asked = [];
  show('rivers');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
});
afterEach(() => render(null, document.body));

test('it is waited for, and shown when it comes', async () => {
  expect(says()).toBe('options_data_reading');
  at(0).come(['Tigris', 'Niger']);
  await vi.waitFor(() => expect(says()).toBe('Tigris Niger'));
});

test('what failed is said, and can be asked for again', async () => {
  at(0).fail();
  await vi.waitFor(() => expect(says()).toContain('It could not be had.'));
  press('.btn');
  await vi.waitFor(() => expect(says()).toBe('options_data_reading'));
  at(1).come(['Nile']);
  await vi.waitFor(() => expect(says()).toBe('Nile'));
});

test('asked again, the old answer stays until the new one is there', async () => {
  at(0).come(['Tigris']);
  await vi.waitFor(() => expect(says()).toBe('Tigris'));
  press('#ask');
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(says()).toBe('Tigris');
  at(1).come(['Nile']);
  await vi.waitFor(() => expect(says()).toBe('Nile'));
});

test('an answer to what is no longer asked is dropped', async () => {
  show('towns');
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(at(1).of).toBe('towns');
  at(1).come(['Goma']);
  await vi.waitFor(() => expect(says()).toBe('Goma'));
  at(0).come(['Tigris']);
  await new Promise((done) => setTimeout(done));
  expect(says()).toBe('Goma');
});
