// Held to Mozilla's own code: on pages made up at random of what it asks about, and on huge ones.
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { judge } from '../../../lib/page/judge.ts';
import { isReadable, TEXTS } from '../../../lib/page/readable.ts';
import { shadowRoots } from '../../../lib/page/shadow-roots.ts';
import { toEnd } from '../../../lib/page/to-end.ts';

afterEach(() => document.body.replaceChildren());

const show = (html: string): void => document.body.replaceChildren(document.createRange().createContextualFragment(html));

const words = fc.integer({ min: 0, max: 260 }).map((n) => 'Bread rises when the dough is warm. '.repeat(8).slice(0, n));
const blank = fc.constantFrom('', ' ', '\n   \n', ' '.repeat(30));
const attributes = fc.constantFrom('', ' hidden', ' aria-hidden="true"', ' aria-hidden="true" class="fallback-image"', ' style="display:none"', ' class="sidebar"', ' class="sidebar main"', ' id="footer"', ' class="-ad-" id="article"');
const paragraph = fc.tuple(fc.constantFrom('p', 'pre', 'article', 'div'), attributes, fc.array(fc.oneof(words, blank, fc.constant('<br>'), fc.constant('<b>bold</b>')), { maxLength: 5 })).map(([name, told, inside]) => `<${name}${told}>${inside.join('')}</${name}>`);
const around = fc.tuple(fc.constantFrom('div', 'article', 'li', 'section'), attributes, fc.array(paragraph, { maxLength: 5 })).map(([name, told, inside]) => `<${name}${told}>${inside.join('\n')}</${name}>`);

test('the same verdict on any page', () => {
  let [yes, no] = [0, 0];
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, around), { maxLength: 6 }), fc.constantFrom(40, 140), (parts, minContentLength) => {
      show(parts.join('\n'));
      const theirs = isProbablyReaderable(document, { minContentLength });
      if (theirs) yes++;
      else no++;
      expect(toEnd(isReadable(document.querySelectorAll(TEXTS), minContentLength))).toBe(theirs);
    }),
    { numRuns: 500 },
  );
  expect(Math.min(yes, no)).toBeGreaterThan(50);
});

/** How many steps it takes to judge the page of this test, and what comes of it. */
function stepsOf(): { steps: number; why: string | null } {
  const work = judge(document, shadowRoots);
  for (let steps = 1; ; steps++) {
    const step = work.next();
    if (step.done) return { steps, why: step.value };
  }
}

const MANY = 12_000;

test('a huge page is judged in many steps', () => {
  const lines = '<li>one line</li>'.repeat(MANY);
  const story = `<p>${'Bread rises when the dough is warm. '.repeat(20)}</p>`;
  for (const [html, why] of [
    [`<ul>${lines}</ul>`, 'no-article'],
    [`<ul>${lines}</ul>${story}`, null],
    [`<article>${story}<ul>${lines}</ul></article>`, null],
    [`<div>${'a line<br>'.repeat(MANY)}</div>`, null],
    [`${story}<ul>${lines}</ul><div role="log"><p>${story}</p></div>`, 'private'],
    [`${story}<ul>${lines}</ul><form>${'<input>'.repeat(12)}</form>`, 'private'],
    [`${story}<ul>${lines}</ul><meta name="tallyside" content="off">`, 'opted-out'],
  ] as const) {
    show(html);
    const told = stepsOf();
    expect(told.why, html.slice(0, 40)).toBe(why);
    expect(told.steps).toBeGreaterThan(100);
  }
});

test('and by no more than its first 20,000 elements', () => {
  const story = `<p>${'Bread rises when the dough is warm. '.repeat(20)}</p>`;
  const form = `<form>${'<input>'.repeat(12)}</form>`;
  for (const [lines, why] of [[19_000, 'private'], [21_000, null]] as const) {
    show(`${story}<ul>${'<li>one line</li>'.repeat(lines)}</ul>${form}`);
    expect(stepsOf().why, String(lines)).toBe(why);
  }
});
