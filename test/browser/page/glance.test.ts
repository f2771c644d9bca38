import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gateWords } from '../../../lib/detect/languages/en/gate.ts';
import { glance, search } from '../../../lib/page/glance.ts';

let steps = 0;

/** Whether a page of this body may hold a figure. */
function found(body: string): boolean {
  document.body.replaceChildren(document.createRange().createContextualFragment(body));
  const work = search(document, gateWords(), () => undefined);
  for (steps = 1; ; steps++) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

beforeEach(() => document.body.replaceChildren());
afterEach(() => vi.restoreAllMocks());

describe('a page that may hold a figure', () => {
  for (const [what, body] of [
    ['in one paragraph', '<p>The flood killed 12 people.</p>'],
    ['in two elements of a paragraph', '<p>The flood <b>killed</b> about <a href="/x">12</a> people.</p>'],
    ['with a word in two elements', '<p><span>K</span>illed: twelve people.</p>'],
    ['with words that touch in the markup', '<p>12 <span>were</span><span>killed</span></p>'],
    ['with the heading of a table above', '<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Derna</td><td>12</td></tr></table>'],
    ['with the name of a list before', '<dl><dt>Wounded</dt><dd>12</dd></dl>'],
    ['with no element around it', 'The flood killed 12 people.'],
    ['in an element nobody knows', '<x-story>The flood killed <x-n>12</x-n> people.</x-story>'],
  ] as const)
    test(what, () => expect(found(body)).toBe(true));
});

describe('a page that cannot', () => {
  for (const [what, body] of [
    ['numbers and harm in different paragraphs', '<p>They were killed.</p><p>Bake it for 40 minutes.</p>'],
    ['a script', '<script type="text/plain">killed 12</script>'],
    ['a menu', '<nav><ul><li><a href="/x">12 killed</a></li></ul></nav>'],
    ['words that only begin or end alike', '<p>12 skilled bakers changed the deadline of a diet around the ground.</p>'],
  ] as const)
    test(what, () => expect(found(body)).toBe(false));

  test('is looked at in many short steps', () => {
    expect(found('<p>Bread is <i>baked</i> at 230 degrees.</p>'.repeat(5_000))).toBe(false);
    expect(steps).toBeGreaterThan(100);
  });
});

test('nothing is looked at while the page is hidden, and what was put off is done when it is seen', async () => {
  document.body.textContent = 'The flood killed 12 people.';
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const seen = vi.fn();
  const page = glance(gateWords, seen);
  page.again();
  await new Promise((done) => setTimeout(done, 1_500));
  expect(seen).not.toHaveBeenCalled();
  state.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(seen).toHaveBeenCalledOnce(), { timeout: 5_000 });
  page.stop();
});

test('what comes later is found, once', async () => {
  document.body.textContent = 'Bread and butter.';
  const seen = vi.fn();
  const page = glance(gateWords, seen);
  page.again();
  await new Promise((done) => setTimeout(done, 300));
  document.body.append('The flood killed 12 people.');
  await vi.waitFor(() => expect(seen).toHaveBeenCalledOnce(), { timeout: 5_000 });
  document.body.append('The flood killed 14 people.');
  await new Promise((done) => setTimeout(done, 1_200));
  expect(seen).toHaveBeenCalledOnce();
  page.stop();
});
